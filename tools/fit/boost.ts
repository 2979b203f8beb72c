import type { Tree } from '../../utils/quotes/speakers/boosted-trees.ts';

/**
 * Rows of features in groups, of which one row should have the highest score. A group of a single row is a binary
 * example.
 */
export interface Groups {
  /** One column for each feature. */
  columns: readonly Uint8Array[];
  /** First row of each group, and the total number of rows. */
  starts: Int32Array;
  right: Uint8Array;
  /** The weight of each group; 1 if absent. */
  weight?: Float64Array;
  /** The initial score of each row, in log-odds. */
  offset: Float64Array;
}

export interface BoostOptions {
  trees: number;
  /** Number of leaves of a tree. */
  leaves: number;
  /** Learning rate. */
  rate: number;
  /** L2 regularisation: added to the sum of second derivatives. */
  lambda: number;
  /** Minimum sum of second derivatives in a leaf. */
  least: number;
  /** Share of the groups, and of the features, that are sampled for each tree; 1 if absent. */
  groups?: number;
  features?: number;
}

/** Number of bins: all features are lower. */
const BINS = 32;
/** Rows with a smaller gradient are ignored when choosing splits. */
const MIN_GRADIENT = 2e-4;

interface Split {
  gain: number;
  feature: number;
  bound: number;
}

interface Node {
  rows: Int32Array;
  split: Split;
  feature: number;
  bound: number;
  low: Node | null;
  high: Node | null;
  value: number;
}

/**
 * First and second derivatives of the loss by each row's score: softmax over each group, or logistic for a single row.
 */
function derive(data: Groups, score: Float64Array, g: Float64Array, h: Float64Array): void {
  for (let k = 0; k + 1 < data.starts.length; k++) {
    const from = data.starts[k] ?? 0;
    const to = data.starts[k + 1] ?? 0;
    const weight = data.weight?.[k] ?? 1;
    if (to - from === 1) {
      const belief = 1 / (1 + Math.exp(-(score[from] ?? 0)));
      g[from] = weight * (belief - (data.right[from] ?? 0));
      h[from] = Math.max(weight * belief * (1 - belief), 1e-6);
      continue;
    }
    let top = -Infinity;
    for (let i = from; i < to; i++) top = Math.max(top, score[i] ?? 0);
    let all = 0;
    let right = 0;
    for (let i = from; i < to; i++) {
      const share = Math.exp((score[i] ?? 0) - top);
      h[i] = share;
      all += share;
      if (data.right[i]) right += share;
    }
    for (let i = from; i < to; i++) {
      const share = h[i] ?? 0;
      g[i] = weight * (share / all - (data.right[i] ? share / right : 0));
      h[i] = Math.max(weight * (share / all) * (1 - share / all), 1e-6);
    }
  }
}

function findSplit(
  data: Groups,
  drawn: readonly boolean[],
  rows: Int32Array,
  g: Float64Array,
  h: Float64Array,
  options: BoostOptions,
): Split {
  const best: Split = { gain: 1e-6, feature: -1, bound: 0 };
  const G = new Float64Array(BINS);
  const H = new Float64Array(BINS);
  for (const [feature, column] of data.columns.entries()) {
    if (drawn[feature] === false) continue;
    G.fill(0);
    H.fill(0);
    for (const i of rows) {
      const bin = column[i] ?? 0;
      G[bin] = (G[bin] ?? 0) + (g[i] ?? 0);
      H[bin] = (H[bin] ?? 0) + (h[i] ?? 0);
    }
    const totalG = G.reduce((a, b) => a + b, 0);
    const totalH = H.reduce((a, b) => a + b, 0);
    const parent = (totalG * totalG) / (totalH + options.lambda);
    let lowG = 0;
    let lowH = 0;
    for (let bound = 0; bound < BINS - 1; bound++) {
      if (H[bound] === 0) continue;
      lowG += G[bound] ?? 0;
      lowH += H[bound] ?? 0;
      if (lowH < options.least) continue;
      if (totalH - lowH < options.least) break;
      const highG = totalG - lowG;
      const gain =
        (lowG * lowG) / (lowH + options.lambda) + (highG * highG) / (totalH - lowH + options.lambda) - parent;
      if (gain > best.gain) Object.assign(best, { gain, feature, bound });
    }
  }
  return best;
}

/** Leaves are rounded to thousandths of log-odds, to be readable. */
const roundLeaf = (value: number): number => Math.round(1000 * value) / 1000;

/** Pseudo-random numbers from 0 to 1, deterministic (Marsaglia's xorshift). */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Grows one tree, best split first, and adds its values to the scores. */
function growTree(
  data: Groups,
  drawn: readonly boolean[],
  score: Float64Array,
  g: Float64Array,
  h: Float64Array,
  options: BoostOptions,
): Node {
  const leaf = (rows: Int32Array): Node => {
    const loud = rows.filter((i) => Math.abs(g[i] ?? 0) > MIN_GRADIENT);
    const split = findSplit(data, drawn, loud, g, h, options);
    return { rows, split, feature: 0, bound: 0, low: null, high: null, value: 0 };
  };
  const root = leaf(Int32Array.from(data.right, (_, i) => i));
  const leaves = [root];
  while (leaves.length < options.leaves) {
    const next = leaves.reduce((a, b) => (b.split.gain > a.split.gain ? b : a));
    const { feature, bound } = next.split;
    const column = data.columns[feature];
    if (!column) break;
    const low = leaf(next.rows.filter((i) => (column[i] ?? 0) <= bound));
    const high = leaf(next.rows.filter((i) => (column[i] ?? 0) > bound));
    Object.assign(next, { feature, bound, low, high });
    leaves.splice(leaves.indexOf(next), 1, low, high);
  }
  for (const { rows } of leaves) {
    let G = 0;
    let H = 0;
    for (const i of rows) {
      G += g[i] ?? 0;
      H += h[i] ?? 0;
    }
    const value = roundLeaf((-options.rate * G) / (H + options.lambda));
    for (const i of rows) score[i] = (score[i] ?? 0) + value;
    const owner = leaves.find((node) => node.rows === rows);
    if (owner) owner.value = value;
  }
  return root;
}

/** Excludes groups from the training of the next tree. */
function excludeGroups(data: Groups, g: Float64Array, h: Float64Array, isLeftOut: () => boolean): void {
  for (let k = 0; k + 1 < data.starts.length; k++) {
    if (!isLeftOut()) continue;
    g.fill(0, data.starts[k], data.starts[k + 1]);
    h.fill(0, data.starts[k], data.starts[k + 1]);
  }
}

/**
 * Fits gradient-boosted trees. Deterministic.
 *
 * @param names of the features, in the order of the columns
 */
export function boost<Name extends string>(
  data: Groups,
  names: readonly Name[],
  options: BoostOptions,
): Tree<Name>[] {
  const score = Float64Array.from(data.offset);
  const g = new Float64Array(score.length);
  const h = new Float64Array(score.length);
  const toTree = (node: Node): Tree<Name> => {
    const feature = names[node.feature];
    if (!node.low || !node.high || feature === undefined) return node.value;
    return { feature, above: node.bound, no: toTree(node.low), yes: toTree(node.high) };
  };
  const draw = makeRandom(1);
  const { groups = 1, features = 1 } = options;
  return Array.from({ length: options.trees }, () => {
    derive(data, score, g, h);
    if (groups < 1) excludeGroups(data, g, h, () => draw() >= groups);
    const drawn = features < 1 ? names.map(() => draw() < features) : [];
    return toTree(growTree(data, drawn, score, g, h, options));
  });
}
