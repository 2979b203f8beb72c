import { writeFileSync } from 'node:fs';
import type { Split, Tree } from '../../utils/quotes/speakers/boosted-trees.ts';

/** Replaces bounds of features with named values by these names. */
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

/** Writes trees as data to `utils/quotes`, one per line, under a comment that describes them. */
export function writeTrees(file: string, about: string, trees: readonly Tree[]): void {
  const lines = trees.map((tree) => `    ${JSON.stringify(tree)}`);
  const source = `{\n  "about": ${JSON.stringify(about)},\n  "trees": [\n${lines.join(',\n')}\n  ]\n}\n`;
  writeFileSync(new URL(`../../utils/quotes/${file}`, import.meta.url), source);
  console.log(`${file}: ${trees.length} trees`);
}
