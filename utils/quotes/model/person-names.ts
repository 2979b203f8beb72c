import { hasClass } from './has-class.ts';
import {
  AUX,
  BODY,
  CONJ,
  CUE,
  DET,
  GIVEN_HE,
  GIVEN_SHE,
  type Lexicon,
  PARTICLE,
  PERSON,
  PERSON_HE,
  PERSON_SHE,
  POSSESSIVE,
  PRONOUN,
  RELATIVE,
  TITLE,
  TITLE_HE,
  TITLE_SHE,
  VERB,
} from './lexicon.ts';
import type { Mention } from './mentions.ts';
import type { Token } from './tokens.ts';

export type Gender = 'he' | 'she' | null;

const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/;
const HONORIFIC =
  /^(?:mr|mrs|ms|miss|mx|herr|frau|mm?|mme|mlle|monsieur|madame|señora?|sra?|don|doña|signora?|sig|dona?|pani?|пані?)$/;
/** Articles of the languages the engine knows. */
const ARTICLE = /^(?:the|an?|le|la|les|une?|el|los|las|una|uno|il|lo|gli|der|die|das|eine?|o|os|uma?)$/;

export interface NameForm {
  words: string[];
  text: string;
  gender: Gender;
}

/** The name proper of a mention, its words and what its titles say. */
export function readName(text: string, tokens: readonly Token[], mention: Mention): NameForm | null {
  const words: string[] = [];
  let gender: Gender = null;
  for (let i = mention.first; i < mention.nameFirst; i++) {
    const classes = tokens[i]?.classes ?? 0;
    if ((classes & (TITLE_HE | PERSON_HE)) !== 0) gender = 'he';
    if ((classes & (TITLE_SHE | PERSON_SHE)) !== 0) gender = 'she';
  }
  for (let i = mention.nameFirst; i <= mention.last; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word' || SUFFIX.test(token.lower)) continue;
    if (token.text.length === 1 || (token.classes & PARTICLE) !== 0) continue;
    words.push(token.lower);
  }
  // "the Kremlin", "The Harbor Times": the article belongs to the name of a body.
  const article =
    words.length === 1 && mention.first < mention.nameFirst && tokens[mention.nameFirst - 1]?.lower === 'the'
      ? 1
      : 0;
  const start = tokens[mention.nameFirst - article]?.start;
  const last = tokens[mention.last];
  if (words.length === 0 || start === undefined || !last) return null;
  const end = last.possessive ? last.start + last.text.length : last.end;
  if (end - start > LONGEST_NAME) return null;
  return { words, text: text.slice(start, end), gender };
}

/** Longer words are no name, and no role; in UTF-16 units. Both are compared again and again. */
const LONGEST_NAME = 150;
const LONGEST_ROLE = 300;

const asRole = (text: string, start: number, end: number): string | null =>
  start < end && end - start <= LONGEST_ROLE ? text.slice(start, end) : null;

/** What one mention says for or against its bearer being a human. */
export function humanity(tokens: readonly Token[], mention: Mention, speaks: boolean): number {
  let sum = speaks ? 1 : 0;
  const before = tokens[mention.first - 1];
  const after = tokens[mention.last + 1];
  for (let i = mention.first; i < mention.nameFirst; i++) {
    const token = tokens[i];
    if (!token) continue;
    if ((token.classes & (TITLE | PERSON)) !== 0) sum += 2;
    else if (token.lower === 'the') sum -= 1;
  }
  if (hasClass(tokens[mention.nameFirst], GIVEN_HE | GIVEN_SHE)) sum += 2;
  if (
    before &&
    before.sentence === mention.sentence &&
    /^(?:in|at|near|across|throughout|into)$/.test(before.lower)
  )
    sum -= 1;
  // "a delegate from Harbor who": the clause is the delegate's.
  const held = before?.sentence === mention.sentence && /^(?:from|in|of|at|near)$/.test(before.lower);
  if (!held && after?.sentence === mention.sentence && (after.lower === 'who' || after.lower === 'whose'))
    sum += 2;
  if (after?.text === ',' && /^(?:who|whose|\d\d)$/.test(tokens[mention.last + 2]?.lower ?? '')) sum += 2;
  return sum;
}

/** The role in front of a name: "U.S. President", "campaign manager". It ends in a title or a noun for people. */
export function readTitle(text: string, tokens: readonly Token[], mention: Mention): string | null {
  let to = mention.nameFirst - 1;
  while (to >= mention.first && HONORIFIC.test(tokens[to]?.lower ?? '')) to--;
  const end = to;
  // "Міністерка економіки Дарина …": the role's complement stands between.
  const bare = (k: number) => tokens[k]?.classes === 0 && tokens[k]?.capital === false;
  if (bare(to)) while (to > mention.first && bare(to)) to--;
  const noun = tokens[to];
  if (!noun || to < mention.first || (noun.classes & (TITLE | PERSON)) === 0) return null;
  let from = to;
  for (let i = to; i >= mention.first; i--) {
    const token = tokens[i];
    if (!token || (token.classes & (DET | POSSESSIVE)) !== 0 || HONORIFIC.test(token.lower)) break;
    // An unknown word in front may be the verb of the sentence ("naming Senator …").
    if (
      !token.capital &&
      (token.classes & (TITLE | PERSON | BODY)) === 0 &&
      /(?:ing|ed|s)$/.test(token.lower)
    )
      break;
    from = i;
  }
  return asRole(text, tokens[from]?.start ?? 0, tokens[end]?.end ?? noun.end);
}

/** A noun phrase as a role: its words without the article. */
export function phraseRole(text: string, tokens: readonly Token[], mention: Mention): string | null {
  const skip = ARTICLE.test(tokens[mention.first]?.lower ?? '') ? 1 : 0;
  const start = tokens[mention.first + skip]?.start;
  const end = tokens[mention.last]?.end;
  return start !== undefined && end !== undefined ? asRole(text, start, end) : null;
}

/** The role in apposition: "Dana Reed, the mayor of Harbor, said". */
export function readApposition(text: string, tokens: readonly Token[], mention: Mention): string | null {
  const comma = tokens[mention.last + 1];
  const first = tokens[mention.last + 2];
  if (comma?.text !== ',' || !first || first.sentence !== comma.sentence) return null;
  let speaks = false;
  for (let i = mention.last + 2; i < mention.last + 16; i++) {
    const token = tokens[i];
    if (!token || token.sentence !== comma.sentence || token.kind === 'quote') return null;
    // "and his father", "her brother": no role, or one that only makes sense in that sentence.
    if (token === first && (token.classes & (CONJ | POSSESSIVE | VERB)) !== 0) return null;
    if (token.kind === 'mark' && (token.text === ',' || token.text === '.')) {
      const last = tokens[i - 1];
      if (!speaks || !last) return null;
      const start = ARTICLE.test(first.lower)
        ? (tokens[mention.last + 3]?.start ?? first.start)
        : first.start;
      return asRole(text, start, last.end);
    }
    if ((token.classes & (AUX | RELATIVE | CUE | PRONOUN)) !== 0 && token.lower !== 'one') return null;
    if ((token.classes & TITLE) !== 0 || (token.classes & PERSON) !== 0) speaks = true;
  }
  return null;
}

/** Titles that stay part of a name of one word: "Pope Leo", "King Harald". */
export const REGNAL = /^(?:pope|king|queen|prince|princess|saint|sister|emperor)$/;

export function genderOfName(words: readonly string[], lexicon: Lexicon): Gender {
  const classes = lexicon.givenOf(words[0] ?? '');
  if (words.length < 2) return null;
  const he = (classes & GIVEN_HE) !== 0;
  const she = (classes & GIVEN_SHE) !== 0;
  return he === she ? null : he ? 'he' : 'she';
}
