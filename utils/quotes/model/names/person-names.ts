import { hasClass } from '../has-class.ts';
import {
  GIVEN_HE,
  GIVEN_SHE,
  PARTICLE,
  PERSON,
  PERSON_HE,
  PERSON_SHE,
  TITLE,
  TITLE_HE,
  TITLE_SHE,
} from '../lexicon.ts';
import type { Mention } from '../mention.ts';
import type { Token } from '../token.ts';
import type { Lexicon } from '../types.ts';

export type Gender = 'he' | 'she' | null;

const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/;
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

/** Longer words are no name; in UTF-16 units. Names are compared again and again. */
const LONGEST_NAME = 150;

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

/** Titles that stay part of a name of one word: "Pope Leo", "King Harald". */
export const REGNAL = /^(?:pope|king|queen|prince|princess|saint|sister|emperor)$/;

export function genderOfName(words: readonly string[], lexicon: Lexicon): Gender {
  const classes = lexicon.givenOf(words[0] ?? '');
  if (words.length < 2) return null;
  const he = (classes & GIVEN_HE) !== 0;
  const she = (classes & GIVEN_SHE) !== 0;
  return he === she ? null : he ? 'he' : 'she';
}
