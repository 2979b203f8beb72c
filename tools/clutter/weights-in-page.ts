/** Runs inside each labelled page, bundled: evaluates different weights. The page is read once for all of them. */
import { extractArticle } from '../../utils/article/extract-article.ts';
import { findClutter } from '../../utils/clutter/find/find-clutter.ts';
import type { PageModel } from '../../utils/clutter/find/page-counts.ts';
import { buildPageModel } from '../../utils/clutter/find/page-model.ts';
import { type Feature, WEIGHTS } from '../../utils/clutter/find/weights.ts';
import { learn } from './clutter-in-page.ts';

export type Weights = Record<Feature, number>;

/** The outcome of weights on a page. */
export interface Outcome {
  /** Number of labelled blocks that are hidden. */
  found: number;
  wanted: number;
  /** Number of paragraphs of the article that are hidden, in full or in part. */
  lost: number;
  /** Number of hidden characters that are not labelled as clutter. */
  over: number;
}

export interface Labels {
  /** Selectors of blocks that should be hidden. */
  wanted: string[];
  /** Selectors of any clutter. */
  clutter: string[];
  keep: string[];
}

/** Minimum share of hidden characters for a block to count as hidden. */
const MIN_HIDDEN_SHARE = 0.8;

/** Features that are derived from others. */
const DERIVED: readonly Feature[] = ['lonelyField', 'call', 'button', 'pitch'];

interface Leaf {
  parent: Element;
  length: number;
}

function listElements(selectors: readonly string[]): Element[] {
  return selectors.flatMap((selector) => document.querySelector(selector) ?? []);
}

/** The visible texts of a block. */
function listLeaves(block: Element): Leaf[] {
  const leaves: Leaf[] = [];
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    const parent = text.parentElement;
    const length = (text.nodeValue ?? '').trim().length;
    if (parent !== null && length > 0 && parent.checkVisibility()) leaves.push({ parent, length });
  }
  return leaves;
}

const sum = (leaves: readonly Leaf[]): number => leaves.reduce((total, { length }) => total + length, 0);

/** Number of characters of some texts inside some elements. */
function countInside(leaves: readonly Leaf[], others: readonly Element[]): number {
  return sum(leaves.filter(({ parent }) => others.some((other) => other.contains(parent))));
}

/** A cache key: weights that differ only in features without evidence on the page have the same outcome. */
function keyOn(model: PageModel, weights: Weights): string {
  const present = (Object.keys(weights) as Feature[]).filter(
    (feature) => DERIVED.includes(feature) || model.evidence.features.has(feature),
  );
  return present.map((feature) => weights[feature]).join();
}

/**
 * Evaluates different weights on the page.
 *
 * @param without phrases and words to be ignored
 */
export function tryWeights(
  url: string,
  without: readonly string[],
  labels: Labels,
  tries: readonly Weights[],
): Outcome[] {
  const phrases = learn(new Set(without));
  const wanted = listElements(labels.wanted)
    .map(listLeaves)
    .filter((leaves) => leaves.length > 0);
  const clutter = listElements(labels.clutter);
  const keep = listElements(labels.keep);
  const model = buildPageModel(document.body, phrases.cues);
  const promos = findClutter(document, { model }).map(({ element }) => element);
  const kept = extractArticle(document, url, { promos, phrases })?.elements ?? [];
  const over = new Map<Element, number>();
  const countOver = (block: Element): number => {
    const leaves = over.has(block) ? [] : listLeaves(block);
    const known = over.get(block) ?? sum(leaves) - countInside(leaves, clutter);
    over.set(block, known);
    return known;
  };
  const known = new Map<string, Outcome>();
  return tries.map((weights) => {
    const key = keyOn(model, weights);
    const before = known.get(key);
    if (before !== undefined) return before;
    Object.assign(WEIGHTS, weights);
    const weightedFeatures = model.weightedFeatures.map((piece) => ({
      ...piece,
      weight: weights[piece.feature],
    }));
    const found = findClutter(document, { getExtracted: () => kept, model: { ...model, weightedFeatures } });
    const hidden = found.map(({ element }) => element);
    const outcome = {
      found: wanted.filter((leaves) => countInside(leaves, hidden) >= sum(leaves) * MIN_HIDDEN_SHARE).length,
      wanted: wanted.length,
      lost: keep.filter((element) =>
        hidden.some((block) => block.contains(element) || element.contains(block)),
      ).length,
      over: hidden.reduce((total, block) => total + countOver(block), 0),
    };
    known.set(key, outcome);
    return outcome;
  });
}
