import { expect, it } from 'vitest';
import { runInSteps } from '../../../entrypoints/background/jobs/run-work.ts';

const PACE = { maxDurationMs: 10_000, pauseFactor: 9, minPauseMs: 100 };

/** A clock of its own, and steps that take so long each (ms). */
function makeSteps(took: number, steps = Number.POSITIVE_INFINITY) {
  let clock = 0;
  let worked = 0;
  let done = 0;
  return {
    options: {
      ...PACE,
      now: () => clock,
      sleep: async (ms: number) => {
        clock += ms;
      },
      isBusy: async () => false,
      step: async () => {
        clock += took;
        worked += took;
        done += 1;
        return done < steps;
      },
    },
    seen: () => ({ worked, done, clock }),
  };
}

it('works a tenth of the time, and ends when the maxDurationMs is over', async () => {
  const { options, seen } = makeSteps(50);
  expect(await runInSteps(options)).toBe(true);
  const { worked, clock } = seen();
  expect(worked / clock).toBeLessThanOrEqual(0.1);
  expect(clock).toBeLessThan(11_000);
});

it('rests after quick steps, too', async () => {
  const { options, seen } = makeSteps(0);
  await runInSteps(options);
  expect(seen().done).toBe(100);
});

it('ends when all is done', async () => {
  const { options, seen } = makeSteps(50, 3);
  expect(await runInSteps(options)).toBe(false);
  expect(seen().done).toBe(3);
});

it('begins no step while somebody else is at work', async () => {
  const { options, seen } = makeSteps(50);
  const isBusy = async () => seen().done === 2;
  expect(await runInSteps({ ...options, isBusy })).toBe(true);
  expect(seen().done).toBe(2);
});
