import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boost, type Groups, writeTrees } from '../../../scripts/boost.ts';
import { readTrees, sumTrees } from '../../../utils/quotes/boosted-trees.ts';
import { speakerWeights } from '../../../utils/quotes/speaker-weights.ts';

test('trees are read as they are written', () => {
  expect(writeTrees(readTrees(speakerWeights))).toBe(speakerWeights);
});

test('a row goes right where its sign is above the bound', () => {
  // Sign 2, bound 3: the low leaf says least, the high leaf says most.
  const trees = readTrees('23!|');
  const low = sumTrees(trees, Uint8Array.from([9, 9, 3]));
  const high = sumTrees(trees, Uint8Array.from([0, 0, 4]));
  expect(low).toBeLessThan(0);
  expect(high).toBeGreaterThan(0);
});

test('any row gets a finite sum, also one that is too short', () => {
  const trees = readTrees(speakerWeights);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (row) => {
      expect(Number.isFinite(sumTrees(trees, row))).toBe(true);
    }),
    { numRuns: 100 },
  );
});

describe('fitting', () => {
  // Groups of three rows; the right one is that with the highest first sign, the second sign says nothing.
  const rows = Array.from({ length: 90 }, (_, i) => [(i * 7) % 20, (i * 5) % 11]);
  const starts = Int32Array.from({ length: 31 }, (_, k) => k * 3);
  const best = (k: number) =>
    [0, 1, 2].map((i) => rows[k * 3 + i]?.[0] ?? 0).reduce((a, b) => Math.max(a, b), 0);
  const data: Groups = {
    columns: [0, 1].map((sign) => Uint8Array.from(rows, (row) => row[sign] ?? 0)),
    starts,
    right: Uint8Array.from(rows, (row, i) => (row[0] === best(Math.floor(i / 3)) ? 1 : 0)),
    offset: new Float64Array(rows.length),
  };
  const options = { trees: 40, leaves: 6, rate: 0.3, lambda: 1, least: 0.5 };

  test('puts the right row of most groups on top', () => {
    const trees = boost(data, options);
    let right = 0;
    for (let k = 0; k < 30; k++) {
      const sums = [0, 1, 2].map((i) => sumTrees(trees, Uint8Array.from(rows[k * 3 + i] ?? [])));
      if (data.right[k * 3 + sums.indexOf(Math.max(...sums))]) right++;
    }
    expect(right).toBeGreaterThan(25);
  });

  test('gives the same trees each time', () => {
    expect(writeTrees(boost(data, options))).toBe(writeTrees(boost(data, options)));
  });
});
