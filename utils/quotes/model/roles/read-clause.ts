import { hasClass } from '../has-class.ts';
import { GIVEN, HE, SHE } from '../lexicon.ts';
import type { Mention } from '../mention.ts';
import type { Token } from '../token.ts';
import type { Lexicon } from '../types.ts';
import { walkOn } from './read-after.ts';
import { type Role, splitPhrase } from './role-phrase.ts';
import { isDet, isPrep, isWord } from './role-words.ts';

const WHO = /^(?:who|der|die|das|qui|que|quien|che|quem|który|która|який|яка|який|который|которая|som|der)$/;

/** Forms of "to be" and "to become", as they stand behind a name. */
const IS =
  /^(?:is|was|became|ist|war|wurde|est|était|es|era|fue|è|fu|é|foi|jest|był|była|є|був|була|является|är|er|var)$/;

/** What the office of somebody is who does this. */
const LEADS =
  /^(?:chairs|heads|leads|runs|directs|manages|represents|coaches|edits|owns|founded|chaired|headed|led|ran|leitet|führt|vertritt|trainiert|gründete|dirige|préside|représente|entraîne|dirigea|preside|lidera|representa|guida|presiede|rappresenta|allena|kieruje|reprezentuje|prowadzi|очолює|керує|представляє|возглавляет|руководит)$/;

const WORKS =
  /^(?:works|worked|arbeitet|arbeitete|travaille|travaillait|trabaja|trabajó|lavora|lavorava|trabalha|trabalhou|pracuje|pracował|pracowała|працює|работает|arbetar|arbejder|arbeider)$/;

/** Nouns that say no more than that somebody is meant: "Reed is one such person". */
const SOMEBODY =
  /^(?:another|fan|favou?rite|guy|hero|man|one|other|person|somebody|someone|source|star|victim|woman)$/;

const AS = /^(?:as|als|como|comme|come|jako|як|как)$/;

/** Tokens of a clause that are read for what it says somebody is. */
const CLAUSE = 16;

/** The role behind "is a" or "as a" at `verb`. */
function readPredicate(tokens: readonly Token[], verb: number, lexicon: Lexicon): Role | null {
  const same = (i: number) => tokens[i]?.sentence === tokens[verb]?.sentence;
  let first = verb + 1;
  while (same(first) && tokens[first]?.tag?.pos === 'ADV') first++;
  // "ist seit 1988 Minister"
  if (isWord(tokens[first]) && isPrep(tokens[first] as Token) && tokens[first + 1]?.kind === 'number')
    first += 2;
  const det = tokens[first];
  if (isWord(det) && isDet(det)) first++;
  if (!same(first)) return null;
  const { last } = walkOn(tokens, first);
  if (last < first) return null;
  const [part] = splitPhrase(tokens, first, last, lexicon);
  if (part?.rank !== 2 || part.first !== first || SOMEBODY.test(tokens[part.head]?.lower ?? '')) return null;
  const pos = tokens[part.head]?.tag?.pos ?? 'NOUN';
  if (pos !== 'NOUN' && pos !== 'PROPN') return null;
  return { first, last, head: part.head, score: last > first ? 3.2 : 2 };
}

/** What a clause says that somebody is or does: "Dana Reed is a professor of", "Dana Reed, who chairs the union, said". */
export function readClause(tokens: readonly Token[], mention: Mention, lexicon: Lexicon): Role | null {
  let at = mention.last + 1;
  const same = (i: number) => tokens[i]?.sentence === mention.sentence;
  const relative = tokens[at]?.text === ',' && same(at + 1) && WHO.test(tokens[at + 1]?.lower ?? '');
  if (relative) at += 2;
  const verb = tokens[at];
  if (!isWord(verb) || !same(at)) return null;
  if (LEADS.test(verb.lower)) {
    const { last } = walkOn(tokens, at + 1);
    if (last <= at || !same(at + 1)) return null;
    return { first: at, last, head: -1, score: relative ? 2.2 : 1 };
  }
  const works = WORKS.test(verb.lower);
  const end = relative || works ? at + CLAUSE : at + 1;
  for (let i = at; i < end; i++) {
    const token = tokens[i];
    if (!token || !same(i) || token.kind === 'quote' || token.text === ',') return null;
    if (!IS.test(token.lower) && !((relative || works) && AS.test(token.lower))) continue;
    const role = readPredicate(tokens, i, lexicon);
    if (role) return role;
  }
  return null;
}

/** Tokens to the next sentence that are looked at. */
const SENTENCE = 40;

/** What the next sentence says by a pronoun: "Dana Reed came early. She is a secretary for the board." */
export function readNextSentence(tokens: readonly Token[], mention: Mention, lexicon: Lexicon): Role | null {
  let at = mention.last + 1;
  const end = at + SENTENCE;
  while (at < end && tokens[at]?.sentence === mention.sentence) {
    // Somebody else may be meant, and a quote may be somebody else's.
    if (hasClass(tokens[at], GIVEN) || tokens[at]?.kind === 'quote') return null;
    at++;
  }
  const pronoun = tokens[at];
  if (at === end || !hasClass(pronoun, HE | SHE) || pronoun?.paragraph !== tokens[mention.last]?.paragraph)
    return null;
  return IS.test(tokens[at + 1]?.lower ?? '') ? readPredicate(tokens, at + 1, lexicon) : null;
}
