/** A decision tree: a split on one feature, or a leaf's value in log-odds. */
export type Tree<Name extends string = string> = Split<Name> | number;

export interface Split<Name extends string = string> {
  feature: Name;
  /** The threshold: a number, or one of the named values of the feature. */
  above: number | string;
  /** The branch if the feature is not above the threshold. */
  no: Tree<Name>;
  yes: Tree<Name>;
}

/**
 * Trees as arrays with one entry for each node, parents before their children, for fast evaluation. If
 * `row[feature] > bound`, evaluation continues at node `yes`, otherwise at the next node. A leaf has `yes` 0 and a value.
 */
export interface FlatTrees {
  /** First node of each tree. */
  roots: number[];
  feature: number[];
  bound: number[];
  yes: number[];
  value: number[];
}

/** Thrown if a tree refers to an unknown feature or value. */
export class TreeError extends Error {
  override name = 'TreeError';
}

/**
 * Converts trees to arrays for evaluation.
 *
 * @param names the features in the order of the rows
 * @param scales the names of the values of features that have any, numbered from 1
 * @throws TreeError if a tree refers to a feature or a value that is in neither
 */
export function flattenTrees<Name extends string>(
  trees: readonly Tree<Name>[],
  names: readonly Name[],
  scales?: Readonly<Partial<Record<Name, readonly string[]>>>,
): FlatTrees {
  const flat: FlatTrees = { roots: [], feature: [], bound: [], yes: [], value: [] };
  const boundOf = ({ feature, above }: Split<Name>): number => {
    if (typeof above === 'number') return above;
    const at = scales?.[feature]?.indexOf(above) ?? -1;
    if (at < 0) throw new TreeError(`${feature} has no "${above}"`);
    return at + 1;
  };
  const addNode = (tree: Tree<Name>): number => {
    const node = flat.feature.length;
    const isLeaf = typeof tree === 'number';
    const feature = isLeaf ? 0 : names.indexOf(tree.feature);
    if (feature < 0) throw new TreeError(`there is no feature ${isLeaf ? '' : tree.feature}`);
    flat.feature.push(feature);
    flat.bound.push(isLeaf ? 0 : boundOf(tree));
    flat.value.push(isLeaf ? tree : 0);
    flat.yes.push(0);
    if (!isLeaf) {
      addNode(tree.no);
      flat.yes[node] = addNode(tree.yes);
    }
    return node;
  };
  for (const tree of trees) flat.roots.push(addNode(tree));
  return flat;
}

/** Returns the sum of all trees for a row of features, in log-odds. */
export function sumTrees(trees: FlatTrees, row: ArrayLike<number>): number {
  let sum = 0;
  for (const root of trees.roots) {
    let node = root;
    for (let yes = trees.yes[node] ?? 0; yes > 0; yes = trees.yes[node] ?? 0) {
      node = (row[trees.feature[node] ?? 0] ?? 0) > (trees.bound[node] ?? 0) ? yes : node + 1;
    }
    sum += trees.value[node] ?? 0;
  }
  return sum;
}

export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
