import { kinds, nexts, places } from './feature-scales.ts';
import {
  ADVERB,
  AUX,
  BODY,
  CUE,
  DOCUMENT,
  GROUP,
  HE,
  PERSON,
  PHRASE,
  PREP,
  RELATIVE,
  SHE,
  THEY,
  TITLE,
  VERB,
} from './lexicon.ts';
import type { Mention } from './mention.ts';
import { placeOf } from './subject-link.ts';
import type { Token } from './token.ts';
import type { MentionNumbers } from './types.ts';

/** What kind of words a mention is. */
function kindOf(tokens: readonly Token[], mention: Mention): number {
  const head = tokens[mention.head];
  if (!head) return 0;
  if (mention.kind === 'relative') return kinds(head.lower);
  if (mention.kind === 'pronoun') {
    if (mention.possessive) return kinds('his');
    if ((head.classes & (HE | SHE)) !== 0) return kinds('he');
    if ((head.classes & THEY) !== 0) return kinds('they');
    return kinds(head.lower) || kinds('one');
  }
  if (mention.possessive) return kinds(mention.kind === 'name' ? 'name-s' : 'noun-s');
  if (mention.kind === 'name') {
    if ((head.classes & BODY) !== 0) return kinds('body');
    const article = mention.head === mention.nameFirst && tokens[mention.first]?.lower === 'the';
    return kinds(article ? 'the-name' : 'name');
  }
  if ((head.classes & GROUP) !== 0) return kinds('group');
  if ((head.classes & (PERSON | TITLE)) !== 0 || head.kind === 'number') return kinds('person');
  return kinds((head.classes & DOCUMENT) !== 0 ? 'document' : 'noun');
}

/** What follows a mention: a verb after it makes it a subject. */
function nextOf(tokens: readonly Token[], mention: Mention): number {
  let k = mention.last + 1;
  while (k < mention.last + 4 && ((tokens[k]?.classes ?? 0) & (ADVERB | AUX)) === ADVERB) k++;
  const token = tokens[k];
  if (!token || token.sentence !== mention.sentence) return nexts('end');
  if (token.kind === 'quote') return nexts('quote');
  if (token.kind === 'mark')
    return nexts(token.text === ',' ? 'comma' : token.text === ':' ? 'colon' : 'mark');
  if ((token.classes & CUE) !== 0) return nexts('cue');
  if ((token.classes & PHRASE) !== 0) return nexts('phrase');
  if ((token.classes & AUX) !== 0) return nexts('be');
  if ((token.classes & PREP) !== 0) return nexts(token.lower === 'of' ? 'of' : 'prep');
  if ((token.classes & RELATIVE) !== 0) return nexts('relative');
  if ((token.classes & VERB) !== 0 || (!token.capital && /[^s]s$|ed$/.test(token.lower)))
    return nexts('verb');
  return nexts('word');
}

/** From this number on what follows a mention is its verb. */
const VERBAL = nexts('phrase');
/** From this number on the place of a mention is that of a subject. */
const OPEN = places('relative');

/** Reads all mentions once; a mention is looked at from many quotes. */
export function readMentionNumbers(tokens: readonly Token[], mentions: readonly Mention[]): MentionNumbers {
  const count = mentions.length;
  const kindNumbers = new Uint8Array(count);
  const placeNumbers = new Uint8Array(count);
  const nextNumbers = new Uint8Array(count);
  const subjectsUpTo = new Int32Array(count + 1);
  for (const [m, mention] of mentions.entries()) {
    kindNumbers[m] = kindOf(tokens, mention);
    const place = places(placeOf({ tokens }, mention));
    const next = nextOf(tokens, mention);
    placeNumbers[m] = place;
    nextNumbers[m] = next;
    // With its verb right behind it.
    subjectsUpTo[m + 1] = (subjectsUpTo[m] ?? 0) + (next >= VERBAL && place >= OPEN ? 1 : 0);
  }
  return { kinds: kindNumbers, places: placeNumbers, nexts: nextNumbers, subjectsUpTo };
}

/** How many of the mentions from `from` up to, not including, `to` are subjects. */
export function countSubjects({ subjectsUpTo }: MentionNumbers, from: number, to: number): number {
  return to > from ? (subjectsUpTo[to] ?? 0) - (subjectsUpTo[from] ?? 0) : 0;
}
