/** How running time grows with the input: for tests that keep a part linear whatever it is fed. */
import { expect } from 'vitest';

/** Below this the clock and the machine's noise say more than the code does. In milliseconds. */
const FLOOR_MS = 12;

/** Linear code takes 2; the rest is room for caches and garbage collection. Quadratic code takes 4. */
export const LARGEST_RATIO = 2.5;

/** Runs of each size at most; the fastest counts, since noise only ever adds. */
const RUNS = 3;

/** How often a growth is measured before it is believed. */
const ROUNDS = 4;

/** Two runs longer than this are proof enough: more would only make a failing test slow. In milliseconds. */
const LONG_MS = 1500;
const LONG_RUNS = 2;

export interface Growth {
  /** Milliseconds for `size` and for twice that, the fastest of some runs. */
  once: number;
  twice: number;
  /** `twice / once`, or 0 where both are too short to say anything. */
  ratio: number;
}

/**
 * How long a part works: what others do on the machine does not count. A virtual machine that stood still for a while may
 * take that for work, so one measurement alone proves nothing.
 *
 * @param run the part; may return a promise, which is waited for
 * @returns milliseconds of processor time of this thread
 */
export async function cpuTime(run: () => unknown): Promise<number> {
  const start = process.threadCpuUsage();
  await run();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}

/**
 * Expects a part to be done within a time, however busy the machine is: in one of some runs.
 *
 * @param limit milliseconds of processor time
 */
export async function expectWithin(limit: number, run: () => unknown): Promise<void> {
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < RUNS && least >= limit; at += 1) least = Math.min(least, await cpuTime(run));
  expect(least).toBeLessThan(limit);
}

/**
 * `size` characters, made of repetitions of a unit.
 *
 * @param size characters at least; whole units only
 */
export function repeatUnit(unit: string, size: number): string {
  return unit.repeat(Math.ceil(size / unit.length));
}

/**
 * The fastest of some runs of each size, in turns, so that a busy moment of the machine meets both. The long one
 * goes first: code that is not warm yet looks as if it grew, never as if it did not. So the first turn that shows
 * no growth is enough.
 */
async function measureOnce<Input>(
  unit: string,
  size: number,
  make: (text: string) => Input,
  run: (input: Input) => unknown,
): Promise<Growth> {
  const long = make(repeatUnit(unit, 2 * size));
  let twice = await cpuTime(() => run(long));
  if (twice < FLOOR_MS) return { once: twice, twice, ratio: 0 };
  const short = make(repeatUnit(unit, size));
  let once = await cpuTime(() => run(short));
  const runs = (): number => (twice > LONG_MS ? LONG_RUNS : RUNS);
  for (let at = 1; at < runs() && ratioOf(once, twice) > LARGEST_RATIO; at += 1) {
    twice = Math.min(twice, await cpuTime(() => run(long)));
    once = Math.min(once, await cpuTime(() => run(short)));
  }
  return { once, twice, ratio: ratioOf(once, twice) };
}

/**
 * Runs a part on a unit repeated to `size` and to `2 * size` characters, and compares the times.
 *
 * A ratio over the limit is measured again, of twice the size each time, before it is believed: caches and garbage
 * look like growth in short runs, and what really grows shows the more.
 *
 * @param unit what is repeated
 * @param size characters; large enough that a linear part takes some milliseconds
 * @param run the part; may return a promise, which is waited for
 */
export function measureGrowth(unit: string, size: number, run: (input: string) => unknown): Promise<Growth> {
  return measureMade(unit, size, (text) => text, run);
}

/** The same for a part that is fed what is made of the text; the making is not measured. */
export async function measureMade<Input>(
  unit: string,
  size: number,
  make: (text: string) => Input,
  run: (input: Input) => unknown,
): Promise<Growth> {
  let growth = await measureOnce(unit, size, make, run);
  for (let again = 1; again < ROUNDS && growth.ratio > LARGEST_RATIO && growth.twice < LONG_MS; again += 1)
    growth = await measureOnce(unit, size * 2 ** again, make, run);
  return growth;
}

/** Linear code has 1; the rest is room for sorting, caches and garbage collection. Quadratic code has 2. */
export const MAX_EXPONENT = 1.3;

/**
 * The exponent with which the time of a part grows from the second to the third of three sizes; each is four times the
 * one before. The first warms the code up.
 *
 * @param smallest the first size; large enough that a linear part takes some milliseconds for the third
 * @param make makes the input of a size; not measured
 * @returns the smallest exponent of some rounds, and the processor times of its sizes in ms
 */
export async function measureExponent<Input>(
  smallest: number,
  make: (size: number) => Input | Promise<Input>,
  run: (input: Input) => unknown,
): Promise<{ exponent: number; times: number[] }> {
  const inputs = await Promise.all([1, 4, 16].map((factor) => make(smallest * factor)));
  let best = { exponent: Number.POSITIVE_INFINITY, times: [] as number[] };
  for (let round = 0; round < ROUNDS && best.exponent > MAX_EXPONENT; round += 1) {
    const times: number[] = [];
    for (const input of inputs) times.push(await cpuTime(() => run(input)));
    const [second = 0, third = 0] = times.slice(1).map((time) => Math.max(time, FLOOR_MS));
    const exponent = Math.log(third / second) / Math.log(4);
    if (exponent < best.exponent) best = { exponent, times };
    if (third > LONG_MS) break;
  }
  return best;
}

/** Units on which a part grows faster than its input, each with its times. */
export async function findSlow(
  units: readonly string[],
  size: number,
  run: (input: string) => unknown,
): Promise<string[]> {
  const slow: string[] = [];
  for (const unit of units) {
    // jsdom holds on to what was parsed until a task ends.
    await new Promise((resolve) => setTimeout(resolve));
    const growth = await measureGrowth(unit, size, run);
    if (growth.ratio > LARGEST_RATIO) slow.push(describeGrowth(unit, growth));
  }
  return slow;
}

/** A short first run counts as the floor's half: else noise in it would look like growth. */
function ratioOf(once: number, twice: number): number {
  return twice < FLOOR_MS ? 0 : twice / Math.max(once, FLOOR_MS / 2);
}

/** For the message of a failing test: `"<" 13 ms → 61 ms (×4.7)`. */
export function describeGrowth(unit: string, { once, twice, ratio }: Growth): string {
  return `${JSON.stringify(unit.slice(0, 24))} ${once.toFixed(0)} ms → ${twice.toFixed(0)} ms (×${ratio.toFixed(1)})`;
}

/** Units that parsers, patterns and sanitisers have grown quadratic on. */
export const AWKWARD_UNITS: readonly string[] = [
  '<',
  '>',
  '"',
  "'",
  ',',
  '|',
  '&',
  '&#',
  '&amp;',
  '[',
  '{',
  ']',
  '{"a":1,',
  '[{"a":1,',
  '"a"\n',
  '"a,\n',
  'a;"b',
  '<br>',
  '<b>',
  '</b>',
  '<a href="http://a.example/',
  '<a href=x>',
  '<p a="',
  '<p a=b ',
  '<!--',
  '-->',
  '<!--x-->',
  '<![CDATA[',
  ']]>',
  '<?',
  '\\',
  '\\"',
  ' ',
  '\n',
  '\r',
  '\r\n',
  '\t',
  '\0',
  'a',
  'a ',
  '1',
  '.',
  '-',
  '(',
  '“',
  '« ',
  '> ',
  '* ',
  '#',
  'a\u0301',
  '\u0301',
  '\u{1f469}\u200d',
  '\u{1f600}',
  '\ud800',
  '\u202e',
  '\u2067',
  '\u200f',
  '\u00a0',
  '\u200b',
  'ß',
  'İ',
];
