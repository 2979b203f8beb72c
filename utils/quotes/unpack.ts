/** Parts the rules; it can't stand in packed text, since a rule's sign is printable ASCII. */
const RULE_END = '\n';

/**
 * Turns packed text back: each rule is a sign and what it stands for, undone in order. `scripts/pack-words.ts` packs
 * the long word lists and weights that way when the extension is built; in the sources they stand written out.
 *
 * @param rules one a line
 */
export function unpack(rules: string, packed: string): string {
  let text = packed;
  for (const rule of rules.split(RULE_END)) text = text.replaceAll(rule.charAt(0), rule.slice(1));
  return text;
}
