import { describe, expect, it } from 'vitest';
import { AWKWARD_UNITS, describeGrowth, LARGEST_RATIO, measureGrowth, repeatUnit } from './growth.ts';

/** Looks at every character once, at each for as long as the clock can tell. */
function linear(input: string): number {
  let sum = 0;
  for (let turn = 0; turn < 40; turn += 1) {
    for (let at = 0; at < input.length; at += 1) sum = (sum + input.charCodeAt(at) * turn) % 8191;
  }
  return sum;
}

/** Looks at the whole rest from every place, as a search that finds nothing does. */
function quadratic(input: string): number {
  let sum = 0;
  for (let from = 0; from < input.length; from += 1) {
    for (let at = from; at < input.length; at += 1) sum = (sum + input.charCodeAt(at)) % 8191;
  }
  return sum;
}

describe('measureGrowth', () => {
  it('tells linear from quadratic', async () => {
    // One lucky turn ends a measuring, since none that is really linear needs luck.
    let slow = await measureGrowth('<', 8_000, quadratic);
    for (let at = 1; at < 5 && slow.ratio <= LARGEST_RATIO; at += 1)
      slow = await measureGrowth('<', 8_000, quadratic);
    expect(slow.ratio, describeGrowth('<', slow)).toBeGreaterThan(LARGEST_RATIO);
    const fast = await measureGrowth('<', 300_000, linear);
    expect(fast.ratio, describeGrowth('<', fast)).toBeLessThanOrEqual(LARGEST_RATIO);
  });

  it('says nothing of what is too short to measure', async () => {
    const sizes = new Set<number>();
    const growth = await measureGrowth('ab', 1_000, (input) => sizes.add(input.length));
    expect(growth.ratio).toBe(0);
    expect([...sizes]).toEqual([2_000]);
  });

  it('has each awkward unit once, and repeats whole ones', () => {
    expect(new Set(AWKWARD_UNITS).size).toBe(AWKWARD_UNITS.length);
    expect(repeatUnit('abc', 4)).toBe('abcabc');
  });
});
