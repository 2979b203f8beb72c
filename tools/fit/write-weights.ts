import { writeFileSync } from 'node:fs';
import type { Split, Tree } from '../../utils/quotes/speakers/boosted-trees.ts';

const quoted = (text: string): string => `'${text}'`;

/** A tree as source: a split of two leaves on one line, the branches of others on lines of their own. */
export function printTree(tree: Tree, indent = '  '): string {
  if (typeof tree === 'number') return String(tree);
  const { feature, above, no, yes } = tree;
  const start = `{ feature: ${quoted(feature)}, above: ${typeof above === 'string' ? quoted(above) : above},`;
  if (typeof no === 'number' && typeof yes === 'number') return `${start} no: ${no}, yes: ${yes} }`;
  const inner = `${indent}  `;
  return `${start}\n${inner}no: ${printTree(no, inner)},\n${inner}yes: ${printTree(yes, inner)} }`;
}

/** Bounds of features whose numbers stand for names, as those names. */
export function nameBounds<Name extends string>(
  tree: Tree<Name>,
  scales: Readonly<Partial<Record<Name, readonly string[]>>>,
): Tree<Name> {
  if (typeof tree === 'number') return tree;
  const { feature, above } = tree;
  const name = typeof above === 'number' ? scales[feature]?.[above - 1] : undefined;
  const split: Split<Name> = {
    feature,
    above: name ?? above,
    no: nameBounds(tree.no, scales),
    yes: nameBounds(tree.yes, scales),
  };
  return split;
}

/** Writes a file of weights into `utils/quotes`. */
export function writeWeights(file: string, source: string): void {
  writeFileSync(new URL(`../../utils/quotes/${file}`, import.meta.url), source);
  console.log(`${file}: ${source.split('\n').length - 1} lines`);
}

/** Writes trees as data, one a line, under a sentence on what they are. */
export function writeTrees(file: string, about: string, trees: readonly Tree[]): void {
  const lines = trees.map((tree) => `    ${JSON.stringify(tree)}`);
  writeWeights(file, `{\n  "about": ${JSON.stringify(about)},\n  "trees": [\n${lines.join(',\n')}\n  ]\n}\n`);
}
