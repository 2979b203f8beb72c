/** Weights of features, as a tree over the words of their names; the empty word marks a name that ends there. */
export interface WeightTree {
  readonly [part: string]: WeightTree | number;
}

/** Flattens a tree into feature name → weight. */
export function readWeights(
  tree: WeightTree,
  prefix = '',
  into = new Map<string, number>(),
): Map<string, number> {
  for (const [part, child] of Object.entries(tree)) {
    const name = part === '' ? prefix : prefix === '' ? part : `${prefix} ${part}`;
    if (typeof child === 'number') into.set(name, child);
    else readWeights(child, name, into);
  }
  return into;
}

/** Sum of the weights of the features that hold; features without a weight count nothing. */
export function weigh(features: readonly string[], weights: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const feature of features) sum += weights.get(feature) ?? 0;
  return sum;
}

export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
