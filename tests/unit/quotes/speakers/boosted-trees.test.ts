import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { boost, type Groups } from '../../../../tools/fit/boost.ts';
import {
  flattenTrees,
  sumTrees,
  type Tree,
  TreeError,
} from '../../../../utils/quotes/speakers/boosted-trees.ts';
import {
  ENTITY_FEATURE_NAMES,
  type EntityFeature,
} from '../../../../utils/quotes/speakers/entities/entity-features.ts';
import entityTrees from '../../../../utils/quotes/speakers/entities/entity-trees.json' with { type: 'json' };
import { FEATURE_NAMES, type FeatureName, SCALES } from '../../../../utils/quotes/speakers/feature-names.ts';
import speakerTrees from '../../../../utils/quotes/speakers/speaker-trees.json' with { type: 'json' };

const NAMES = ['rank', 'kind'];
const KINDS = { kind: ['noun', 'name'] };

describe('trees', () => {
  it('go to "yes" where the feature is above the bound', () => {
    const trees = flattenTrees([{ feature: 'kind', above: 3, no: -0.5, yes: 0.25 }, 1], NAMES);
    expect(sumTrees(trees, [9, 3])).toBe(0.5);
    expect(sumTrees(trees, [0, 4])).toBe(1.25);
  });

  it('know bounds by name', () => {
    const inner = { feature: 'rank', above: 0, no: 1, yes: 2 };
    const trees = flattenTrees([{ feature: 'kind', above: 'noun', no: 0, yes: inner }], NAMES, KINDS);
    expect(
      [
        [1, 1],
        [0, 2],
        [1, 2],
      ].map((row) => sumTrees(trees, row)),
    ).toEqual([0, 1, 2]);
  });

  it('refuse features and bounds that are not there', () => {
    expect(() => flattenTrees([{ feature: 'size', above: 1, no: 0, yes: 1 }], NAMES)).toThrow(TreeError);
    expect(() => flattenTrees([{ feature: 'kind', above: 'verb', no: 0, yes: 1 }], NAMES, KINDS)).toThrow(
      TreeError,
    );
  });
});

describe('the trees for speakers', () => {
  it('name features that a candidate has, and give any row a finite sum', () => {
    const speakers = flattenTrees(speakerTrees.trees as readonly Tree<FeatureName>[], FEATURE_NAMES, SCALES);
    const entities = flattenTrees(entityTrees.trees as readonly Tree<EntityFeature>[], ENTITY_FEATURE_NAMES);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (row) => {
        expect(Number.isFinite(sumTrees(speakers, row))).toBe(true);
        expect(Number.isFinite(sumTrees(entities, row))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe('fitting', () => {
  // Groups of three rows; the right one is that with the highest first feature, the second says nothing.
  const rows = Array.from({ length: 90 }, (_, i) => [(i * 7) % 20, (i * 5) % 11]);
  const starts = Int32Array.from({ length: 31 }, (_, k) => k * 3);
  const best = (k: number) =>
    [0, 1, 2].map((i) => rows[k * 3 + i]?.[0] ?? 0).reduce((a, b) => Math.max(a, b), 0);
  const data: Groups = {
    columns: [0, 1].map((feature) => Uint8Array.from(rows, (row) => row[feature] ?? 0)),
    starts,
    right: Uint8Array.from(rows, (row, i) => (row[0] === best(Math.floor(i / 3)) ? 1 : 0)),
    offset: new Float64Array(rows.length),
  };
  const options = { trees: 40, leaves: 6, rate: 0.3, lambda: 1, least: 0.5 };

  test('puts the right row of most groups on top', () => {
    const trees = flattenTrees(boost(data, NAMES, options), NAMES);
    let right = 0;
    for (let k = 0; k < 30; k++) {
      const sums = [0, 1, 2].map((i) => sumTrees(trees, Uint8Array.from(rows[k * 3 + i] ?? [])));
      if (data.right[k * 3 + sums.indexOf(Math.max(...sums))]) right++;
    }
    expect(right).toBeGreaterThan(25);
  });

  test('gives the same trees each time, of drawn groups and features, too', () => {
    const drawn = { ...options, groups: 0.7, features: 0.5 };
    for (const some of [options, drawn]) expect(boost(data, NAMES, some)).toEqual(boost(data, NAMES, some));
    expect(boost(data, NAMES, drawn)).not.toEqual(boost(data, NAMES, options));
  });

  test('looks at no feature that was not drawn', () => {
    const none = boost(data, NAMES, { ...options, features: 1e-9 });
    expect(none.filter((tree) => typeof tree !== 'number')).toEqual([]);
  });
});
