import type { Lexicon } from '../lexicon.ts';
import type { Token } from '../tokens.ts';
import { endsInHead, isAnd, isDet, isGenitive, isPrep, rankHead } from './role-words.ts';

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

/** The noun of a part that says what somebody is, and how sure. */
function findHead(
  tokens: readonly Token[],
  first: number,
  last: number,
  lexicon: Lexicon,
): Pick<Part, 'head' | 'rank'> {
  if (endsInHead(lexicon)) {
    // "author and organiser": the first of the two.
    let end = last;
    for (let i = first + 1; i <= last; i++) {
      const token = tokens[i];
      if (token && isAnd(token)) {
        end = rankHead(tokens[i - 1], lexicon) === 2 ? i - 1 : last;
        break;
      }
    }
    while (end > first && tokens[end]?.kind === 'number') end--;
    const rank = rankHead(tokens[end], lexicon);
    if (rank === 2 || lexicon.nounCapitals) return { head: end, rank };
    // "deputy director general", "Health Secretary designate": a title in front of the last word.
    const inner = end - 1 > first && tokens[end]?.tag?.pos === 'ADJ' ? rankHead(tokens[end - 1], lexicon) : 0;
    return inner === 2 ? { head: end - 1, rank: 2 } : { head: end, rank };
  }
  let best: Pick<Part, 'head' | 'rank'> = { head: -1, rank: 0 };
  for (let i = first; i <= last; i++) {
    const rank = rankHead(tokens[i], lexicon);
    if (rank > best.rank) best = { head: i, rank };
    // What stands behind the first noun is its complement, list or not.
    if (rank > 0 && tokens[i]?.tag?.pos === 'NOUN') break;
    // "portavoz militar", "legal representante": adjectives may stand in front.
    if (rank === 0 && tokens[i]?.tag?.pos === 'NOUN') break;
  }
  return best;
}

/** The parts of a phrase, each up to the next preposition or article. */
export function splitPhrase(tokens: readonly Token[], first: number, last: number, lexicon: Lexicon): Part[] {
  const parts: Part[] = [];
  let from = first;
  const close = (to: number) => {
    if (to >= from) parts.push({ first: from, last: to, ...findHead(tokens, from, to, lexicon) });
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

/** How much a role tells: a known noun, with a complement. */
export function scoreRole(rank: number, first: number, last: number): number {
  const words = last - first + 1;
  return (rank === 2 ? 3 : 1.5) + (words > 1 ? 1 : 0) + (words > 2 ? 0.5 : 0);
}
