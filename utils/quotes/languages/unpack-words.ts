/**
 * The word lists that the build has packed (`scripts/pack-words.ts`).
 *
 * @param table each sign with what it stands for, parted by tabs; later signs may stand for earlier ones
 * @param packed the lists, a line each
 * @returns gives a list by its number
 */
export function unpackWords(table: string, packed: string): (index: number) => string {
  let lists = packed;
  for (const entry of table.split('\t').reverse()) lists = lists.replaceAll(entry.charAt(0), entry.slice(1));
  const all = lists.split('\n');
  return (index) => all[index] ?? '';
}
