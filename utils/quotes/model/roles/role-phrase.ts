import type { Token } from '../token.ts';
import type { Lexicon } from '../types.ts';
import { rankHead } from './rank-head.ts';
import { endsInHead, isAnd, isDet, isGenitive, isPrep } from './role-words.ts';

/** A role as it stands in the text. Token indices, `last` included. */
export interface Role {
  first: number;
  last: number;
  /** The noun that says what somebody is; -1 where there is none ("who chairs the …"). */
  head: number;
  /** How sure, and how much it tells; the highest of a person is shown. */
  score: number;
}

/** Where a part of a phrase begins and ends: "head · of the union · of fishermen". */
export interface Part {
  first: number;
  last: number;
  head: number;
  rank: 0 | 1 | 2;
}

/** The noun of a part that stands last, as in English and German. */
function findLastHead(
  tokens: readonly Token[],
  first: number,
  last: number,
  lexicon: Lexicon,
  beside: boolean,
): Part {
  let end = last;
  for (let i = first + 1; i < last; i++) {
    const token = tokens[i];
    // "author and organiser": the first of the two.
    if (token && isAnd(token) && rankHead(tokens, i - 1, lexicon) === 2) {
      end = i - 1;
      break;
    }
  }
  // "the secretary and a friend": what follows is a part of its own.
  while (end > first && (tokens[end]?.kind === 'number' || isAnd(tokens[end] as Token))) end--;
  const rank = rankHead(tokens, end, lexicon, beside && end === last);
  return { first, last, head: end, rank };
}

/** The noun of a part that stands first; adjectives, and nouns of what went before it, may stand in front. */
function findFirstHead(tokens: readonly Token[], first: number, last: number, lexicon: Lexicon): Part {
  let from = first;
  for (let i = first; i <= last; i++) {
    const rank = rankHead(tokens, i, lexicon);
    if (rank > 0) return { first: from, last, head: i, rank };
    const { tag } = tokens[i] ?? {};
    if (tag?.pos !== 'NOUN') {
      if (i > first && isAnd(tokens[i] as Token) && i === from) from = i + 1;
      continue;
    }
    // Where nouns have cases, one in another case belongs to what went before.
    if (tag.case !== 'obl') break;
    from = i + 1;
  }
  return { first, last, head: -1, rank: 0 };
}

/** The parts of a phrase, each up to the next preposition or article. */
export function splitPhrase(
  tokens: readonly Token[],
  first: number,
  last: number,
  lexicon: Lexicon,
  beside = false,
): Part[] {
  const parts: Part[] = [];
  let from = first;
  const close = (to: number) => {
    if (to < from) return;
    const find = endsInHead(lexicon) ? findLastHead : findFirstHead;
    parts.push(find(tokens, from, to, lexicon, beside && to === last));
  };
  for (let i = first; i <= last; i++) {
    const token = tokens[i];
    if (!token || !(isPrep(token) || isDet(token) || isGenitive(token, tokens[i - 1], lexicon))) continue;
    close(i - 1);
    from = i + 1;
  }
  close(last);
  return parts;
}

/** Somebody's party: less than an office, which the article may give elsewhere ("Senator"). */
export const PARTISAN =
  /^(?:conservative|democrat|independent|labour|liberal|libertarian|nationalist|republican|socialist)$/;

/** How much a role tells: a known noun, with a complement. */
export function scoreRole(rank: number, first: number, last: number): number {
  const words = last - first + 1;
  return (rank === 2 ? 3 : 1.5) + (words > 1 ? 1 : 0) + (words > 2 ? 0.5 : 0);
}
