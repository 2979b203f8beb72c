import { BODY } from '../lexicon.ts';
import type { Mention } from '../mention.ts';
import type { Token } from '../token.ts';
import type { Lexicon } from '../types.ts';
import { rankHead } from './rank-head.ts';
import { walkOn } from './read-after.ts';
import type { Role } from './role-phrase.ts';
import { isDet, isWord } from './role-words.ts';

/** How often a word stands in a text, and how often behind a preposition of place. */
const uses = new WeakMap<readonly Token[], Map<string, { all: number; placed: number }>>();

/** Is what the word at `at` names spoken of elsewhere too, and never as a place? */
function isNoPlace(tokens: readonly Token[], at: number): boolean {
  let counts = uses.get(tokens);
  if (!counts) {
    counts = new Map();
    for (const [i, token] of tokens.entries()) {
      if (!token.capital) continue;
      const use = counts.get(token.lower) ?? { all: 0, placed: 0 };
      use.all++;
      if (/^(?:in|near|around|outside|across|to|from)$/.test(tokens[i - 1]?.lower ?? '')) use.placed++;
      counts.set(token.lower, use);
    }
    uses.set(tokens, counts);
  }
  const use = counts.get(tokens[at]?.lower ?? '');
  return use !== undefined && use.all > 1 && use.placed === 0;
}

const OF =
  /^(?:of|from|at|von|vom|bei|beim|de|du|des|del|dell[aoe]?|dei|degli|di|do|da|dos|das|z|ze|від|з|із)$/;

/** Where "of" stands behind a name; inside it, where its preposition was taken for a part ("Holm von der Universität"). */
function findOf(tokens: readonly Token[], mention: Mention, lexicon: Lexicon): number {
  if (lexicon.nounCapitals) {
    for (let i = mention.nameFirst + 2; i <= mention.last; i++) if (tokens[i]?.lower === 'von') return i;
  }
  const at = mention.last + 1;
  return tokens[at]?.text === ',' ? at + 1 : at;
}

/** "Dana Reed, from Harbor, said", "Dana Reed, for the defence, said": set apart by two commas, behind the name. */
function isApart(tokens: readonly Token[], mention: Mention, prep: number, last: number): boolean {
  if (tokens[mention.last + 1]?.text !== ',' || tokens[last + 1]?.text !== ',') return false;
  return /^(?:from|for)$/.test(tokens[prep]?.lower ?? '') && tokens[prep + 1]?.kind === 'word';
}

/** Whose side somebody is on: "Benjamin Holm of the dockers' union", where no role is given. */
export function readAffiliation(tokens: readonly Token[], mention: Mention, lexicon: Lexicon): Role | null {
  const at = findOf(tokens, mention, lexicon);
  const prep = tokens[at];
  const leads = isWord(prep) && (OF.test(prep.lower) || (lexicon.code === 'en' && prep.lower === 'for'));
  if (!leads || prep.sentence !== mention.sentence) return null;
  if (mention.last === mention.nameFirst) return null;
  let first = at + 1;
  const second = tokens[first];
  if (isWord(second) && isDet(second)) first++;
  const { last } = walkOn(tokens, first);
  if (last < first || tokens[first]?.sentence !== mention.sentence) return null;
  const words = tokens.slice(first, last + 1);
  const person = words.some((_, i) => rankHead(tokens, first + i, lexicon) === 2);
  const isNoun =
    lexicon.nounCapitals && !person && words.some(({ tag, capital }) => capital && tag?.pos === 'NOUN');
  const isBody = words.some((token) => {
    const tail = token.lower.slice(token.lower.lastIndexOf('-') + 1);
    return ((token.classes | lexicon.classOf(tail)) & BODY) !== 0 || /^\p{Lu}{2,}s?$/u.test(token.text);
  });
  // "dei Moderati": an article in the plural goes with no place.
  const isParty = /^(?:dei|degli|des|dos)$/.test(prep.lower) && tokens[first]?.capital === true;
  const isFirm = lexicon.code === 'en' && tokens[first]?.capital && isNoPlace(tokens, first);
  // "Davy Holm, from the group,": tells nothing.
  const isEmpty = words.length === 1 && words[0]?.capital === false && prep.lower !== 'for';
  if (isEmpty && lexicon.code === 'en') return null;
  if (lexicon.code === 'en' && isApart(tokens, mention, at, last))
    return { first, last, head: -1, score: 0.8 };
  // "an award for Dana Reed for the film"
  if (prep.lower === 'for') return null;
  return isBody || isParty || isNoun || isFirm ? { first, last, head: -1, score: 1 } : null;
}
