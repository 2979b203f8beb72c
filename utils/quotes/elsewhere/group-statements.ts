/** Quotes of many articles as statements: what was said once and printed often is one. */
import { fingerprintsOf } from './fingerprints.ts';
import { readTokens } from './quote-tokens.ts';
import { isSameStatement, type Said } from './same-statement.ts';

/** Quotes with a fingerprint in common that are compared with each: more have it only of a phrase. */
const MOST_ALIKE = 60;

/**
 * Groups quotes that are the same statement.
 *
 * @returns indices of each statement's quotes, ascending; statements in order of their first quote
 */
export function groupStatements(quotes: readonly { text: string; speaker: string | null }[]): number[][] {
  const said = quotes.map(({ text, speaker }): Said => ({ tokens: readTokens(text), speaker }));
  const first = quotes.map((_, index) => index);
  const firstOf = (index: number): number => {
    let at = index;
    while (first[at] !== at) {
      first[at] = first[first[at] as number] as number;
      at = first[at] as number;
    }
    return at;
  };
  const known = new Map<number, number[]>();
  const byText = new Map<string, number>();
  for (const [index, one] of said.entries()) {
    const key = one.tokens.words.join(' ');
    const twin = byText.get(key);
    const prints = fingerprintsOf(one.tokens);
    // The very same words of an agency stand in hundreds of papers: compared once, and found at once.
    if (twin !== undefined && prints.length > 0 && isSameStatement(said[twin] as Said, one)) {
      first[index] = firstOf(twin);
      continue;
    }
    byText.set(key, index);
    for (const other of new Set(prints.flatMap((print) => known.get(print) ?? []))) {
      const [a, b] = [firstOf(index), firstOf(other)];
      if (a === b || !isSameStatement(said[other] as Said, one)) continue;
      first[Math.max(a, b)] = Math.min(a, b);
    }
    for (const print of prints) {
      const alike = known.get(print) ?? [];
      if (alike.length < MOST_ALIKE) alike.push(index);
      known.set(print, alike);
    }
  }
  const groups = new Map<number, number[]>();
  for (const index of quotes.keys()) {
    const first = firstOf(index);
    const group = groups.get(first);
    if (group === undefined) groups.set(first, [index]);
    else group.push(index);
  }
  return [...groups.values()];
}
