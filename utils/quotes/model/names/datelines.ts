import type { Token } from '../token.ts';

/** Tokens that a dateline may have. */
const DATELINE = 12;

/** The dash that ends a dateline ("NEW HARBOR, May 4 —") beginning at `i`, or -1. */
export function datelineEnd(tokens: readonly Token[], i: number): number {
  const { paragraph } = tokens[i] ?? {};
  if (tokens[i - 1]?.paragraph === paragraph) return -1;
  let place = true;
  for (let k = i; k < i + DATELINE && tokens[k]?.paragraph === paragraph; k++) {
    const token = tokens[k];
    if (!token || (k === i && !/^\p{Lu}{3}/u.test(token.text))) return -1;
    if (/^[–—-]$/.test(token.text)) return k;
    if (token.text === ',' || token.kind === 'number') place = false;
    if (place && token.text !== token.text.toUpperCase()) return -1;
    if (token.kind === 'quote' || (token.kind === 'word' && !token.capital)) return -1;
  }
  return -1;
}
