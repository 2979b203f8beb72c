/**
 * Decision trees in one array of nodes, children behind their parents. An inner node holds a sign and a bound:
 * `row[sign] > bound` goes to `right`, else on to the next node. A leaf has `right` 0 and a value.
 */
export interface Trees {
  /** First node of each tree. */
  roots: number[];
  sign: number[];
  bound: number[];
  right: number[];
  value: number[];
}

/** What all trees together say about a row of signs, in log-odds. */
export function sumTrees(trees: Trees, row: ArrayLike<number>): number {
  let sum = 0;
  for (const root of trees.roots) {
    let node = root;
    for (let right = trees.right[node] ?? 0; right > 0; right = trees.right[node] ?? 0) {
      node = (row[trees.sign[node] ?? 0] ?? 0) > (trees.bound[node] ?? 0) ? right : node + 1;
    }
    sum += trees.value[node] ?? 0;
  }
  return sum;
}

/** Characters for small numbers; none needs an escape in a template literal. */
export const DIGITS =
  '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#%&()*+,-./:;<=>?@[]^_{|}';
/** Digits from here on are leaves, the ones below are signs. */
export const FIRST_LEAF = 54;
/** The digit of a leaf that says nothing. */
export const NEUTRAL_LEAF = 70;

/** The value of a leaf by its digit: finer near nothing, from -0.8 to +0.8. */
export function leafValue(digit: number): number {
  const steps = digit - NEUTRAL_LEAF;
  return steps * Math.abs(steps) * 0.003;
}

/** Reads trees written depth first, an inner node as the digits of its sign and bound, a leaf as one digit. */
export function readTrees(source: string): Trees {
  const trees: Trees = { roots: [], sign: [], bound: [], right: [], value: [] };
  let at = 0;
  const read = (): number => {
    const node = trees.sign.length;
    const digit = DIGITS.indexOf(source.charAt(at++));
    const leaf = digit >= FIRST_LEAF;
    trees.sign.push(leaf ? 0 : digit);
    trees.bound.push(leaf ? 0 : DIGITS.indexOf(source.charAt(at++)));
    trees.value.push(leaf ? leafValue(digit) : 0);
    trees.right.push(0);
    if (!leaf && at < source.length) {
      read();
      trees.right[node] = read();
    }
    return node;
  };
  while (at < source.length) trees.roots.push(read());
  return trees;
}
