function join(path: readonly string[], word: string): string {
  let name = '';
  for (const part of word === '' ? path : [...path, word]) {
    name += name === '' || name.endsWith('=') ? part : ` ${part}`;
  }
  return name;
}

/**
 * Reads weights written as a tree over the parts of the features' names, in tenths of log-odds:
 * `subject(before(kind=(name 12,he 4))),` gives `subject before kind=name` 1.2 and `subject before kind=he` 0.4.
 * An empty part weighs the branch itself, features share their beginnings. A legend in front, parted by an empty line,
 * gives capitals that stand for words: `Bkind=(|Asubject` and then `A(before(Bname 12)),`.
 */
export function readWeights(source: string): Map<string, number> {
  const [legend = '', ...rest] = source.split('\n\n');
  let tree = rest[0] ?? source;
  if (rest.length > 0)
    for (const sign of legend.split('|')) tree = tree.replaceAll(sign.charAt(0), sign.slice(1));
  const weights = new Map<string, number>();
  const path: string[] = [];
  for (const [, segment = '', mark] of tree.matchAll(/([^(),]*)([(),])/g)) {
    const leaf = segment.replace(/^\n/, '');
    if (mark === '(') {
      path.push(leaf);
      continue;
    }
    const at = leaf.lastIndexOf(' ');
    if (at >= 0) weights.set(join(path, leaf.slice(0, at)), Number(leaf.slice(at + 1)) / 10);
    if (mark === ')') path.pop();
  }
  return weights;
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
