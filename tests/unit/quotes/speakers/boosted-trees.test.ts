import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  flattenTrees,
  sumTrees,
  type Tree,
  TreeError,
} from '../../../../utils/quotes/speakers/boosted-trees.ts';
import {
  FEATURE_NAMES,
  type FeatureName,
  SCALES,
} from '../../../../utils/quotes/speakers/candidate-features.ts';
import {
  ENTITY_FEATURE_NAMES,
  type EntityFeature,
} from '../../../../utils/quotes/speakers/entities/entity-features.ts';
import entityTrees from '../../../../utils/quotes/speakers/entities/entity-trees.json' with { type: 'json' };
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
