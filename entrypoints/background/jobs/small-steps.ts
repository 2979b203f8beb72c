/** Work in many small steps that nobody waits for: it takes a small share of the time, and none from the user. */

interface SmallSteps {
  /** Does one step. @returns whether there may be more */
  step(): Promise<boolean>;
  /** Somebody is at work for the user: the stint is over. */
  isBusy(): Promise<boolean>;
  /** No step is begun after so long, in ms. */
  stint: number;
  /** After each step it rests so many times as long as that took, */
  restShare: number;
  /** and at least so long, in ms. */
  rest: number;
  now?: () => number;
  sleep?: (ms: number) => Promise<void>;
}

const sleepHere = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Works until all is done, the stint is over, or somebody else is at work.
 *
 * @returns whether there may be more to do
 * @throws what a step threw; it is the last one then
 */
export async function takeSmallSteps({
  step,
  isBusy,
  stint,
  restShare,
  rest,
  now = Date.now,
  sleep = sleepHere,
}: SmallSteps): Promise<boolean> {
  const until = now() + stint;
  while (now() < until) {
    if (await isBusy()) return true;
    const start = now();
    if (!(await step())) return false;
    await sleep(Math.max(rest, (now() - start) * restShare));
  }
  return true;
}
