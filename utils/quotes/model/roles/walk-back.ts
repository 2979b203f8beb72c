import { hasClass } from '../has-class.ts';
import { GIVEN, PERSON, TITLE } from '../lexicon.ts';
import type { Token } from '../token.ts';
import type { Lexicon } from '../types.ts';
import { rankHead } from './rank-head.ts';
import {
  endsRole,
  isAdjunct,
  isAnd,
  isDet,
  isGenitive,
  isPrep,
  isWord,
  LONGEST_ROLE,
  skipQuoted,
} from './role-words.ts';

const bindsNext = (token: Token | undefined): boolean =>
  token !== undefined && token.kind !== 'mark' && (isPrep(token) || isDet(token) || isAnd(token));

/** "Reed and Mayor Holm", "Dana Reed and Harbour Master Holm": does somebody else stand in front of "and" at `and`? */
function endsSomebody(tokens: readonly Token[], and: number, lexicon: Lexicon): boolean {
  const before = tokens[and - 1];
  if (!before?.capital || before.tag?.pos === 'ADJ') return false;
  const named = hasClass(tokens[and - 2], GIVEN | TITLE) && tokens[and - 2]?.capital === true;
  if (named) return true;
  // "Reed and Norwegian Minister Holm": a role begins behind "and", and no other one ends in front of it.
  const behind = [1, 2, 3].some(
    (step) => isWord(tokens[and + step]) && rankHead(tokens, and + step, lexicon) === 2,
  );
  return behind && rankHead(tokens, and - 1, lexicon) === 0;
}

/** The first token of the longest phrase that ends at `to`; `to + 1` without one. */
export function walkBack(tokens: readonly Token[], to: number, lexicon: Lexicon): number {
  const { sentence, paragraph } = tokens[to] ?? {};
  let first = to + 1;
  for (let i = to; i > to - LONGEST_ROLE; i--) {
    const open = skipQuoted(tokens, i, -1);
    if (open < i) {
      i = open;
      first = i;
      continue;
    }
    const token = tokens[i];
    const before = tokens[i - 1];
    if (!token || token.sentence !== sentence || token.paragraph !== paragraph || endsRole(token)) break;
    if (token.tag?.pos === 'ADV' && token.nominal < 0.3 && !hasClass(token, PERSON | TITLE)) break;
    // Another full name: "…, Minister Tomas Holm, Dana Reed".
    const named = token.capital && hasClass(token, GIVEN) && i < to && tokens[i + 1]?.capital;
    if (named && !tokens[i + 1]?.possessive && !tokens[i + 2]?.possessive) break;
    // "strength inspired Governor Reed", "have praised Governor Reed": behind a noun or "have" it is the verb.
    const acts = token.tag?.form === 'part' && token.nominal < 0.3 && !token.capital;
    if (acts && lexicon.code === 'en' && /^(?:NOUN|AUX|PRON|PROPN)$/.test(before?.tag?.pos ?? '')) break;
    if (isAnd(token)) {
      // "Reed and Mayor Holm": somebody else stands in front of "and".
      if (i === to || !isWord(before) || endsSomebody(tokens, i, lexicon)) break;
    } else if (isDet(token) && !isPrep(token)) {
      const bound = isWord(before) && (isPrep(before) || isGenitive(token, before, lexicon));
      if (i === to || !bound || isAdjunct(before)) break;
    } else if (isPrep(token) && (i === to || isAdjunct(token))) break;
    first = i;
  }
  while (first <= to && bindsNext(tokens[first])) first++;
  return first;
}
