/** Sum of the weights of the features that hold; features without a weight count nothing. */
export function weigh(features: readonly string[], weights: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const feature of features) sum += weights.get(feature) ?? 0;
  return sum;
}

export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
