/** UTF-16 units of a quote that are compared. */
const LOOK = 600;
/** Characters of a shingle: short enough for scripts where two characters are a word. */
const SHINGLE = 5;
/** Share of the shorter one's shingles that the other has, from which both say the same. */
const SAME = 0.7;

const bare = (text: string): string =>
  text
    .slice(0, LOOK)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

function shinglesOf(text: string): Set<string> {
  const shingles = new Set<string>();
  for (let i = 0; i + SHINGLE <= text.length; i++) shingles.add(text.slice(i, i + SHINGLE));
  return shingles;
}

/** Whether two quotes are the same words, or nearly, or one is a piece of the other; marks and case don't count. */
export function hasSameWords(one: string, other: string): boolean {
  const [short = '', long = ''] = [bare(one), bare(other)].sort((a, b) => a.length - b.length);
  if (long.includes(short)) return true;
  const [few, many] = [shinglesOf(short), shinglesOf(long)];
  let common = 0;
  for (const shingle of few) if (many.has(shingle)) common++;
  return few.size > 0 && common / few.size >= SAME;
}
