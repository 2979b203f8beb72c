import type { ArticleModel } from './article-model.ts';
import type { Tie } from './candidate-ties.ts';
import type { Cue } from './cues.ts';
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
  THOUGHT,
  TITLE,
  VERB,
} from './lexicon.ts';
import type { Mention } from './mentions.ts';
import { distance } from './quote-link.ts';
import { placeOf } from './subject-link.ts';

/** Numbers a list of names, 1 first; 0 stands for any other name. Neighbours are alike, so that one cut parts kinds. */
function numbered(names: string): (name: string) => number {
  const numbers = new Map(names.split(' ').map((name, i) => [name, i + 1]));
  return (name) => numbers.get(name) ?? 0;
}

const kinds = numbered(
  'noun-s name-s his noun it that which who document group body the-name name person he they i we one',
);
const places = numbered(
  'of prep conj-prep by verb cue word pronoun adverb relative that conj and mark comma quote start',
);
const nexts = numbered('of prep word mark end comma relative quote colon phrase verb be cue');
export const links = numbered(
  'other object later aside inside verbs by inverted-adverb main relative apposition head source inverted subject',
);
export const sides = numbered(
  'next3pp next2pp next2p next2 next1pp next1p next1 prev3pp prev2pp prev1pp prev3p prev3 prev2p prev2 prev1p prev1 before after',
);
export const edges = numbered('none mark prep det word verb be comp cue that comma colon quote');
/** Places by sentences and paragraphs; those of one sentence are one. */
export function distances(where: string): number {
  return where === 'same' ? sides('before') : sides(where);
}

/** Counts as steps that grow: 0–8 as they are, then ever coarser, at most 15. */
export function step(n: number): number {
  if (n <= 8) return Math.max(0, n);
  if (n <= 11) return 9;
  if (n <= 15) return 10;
  if (n <= 20) return 11;
  if (n <= 30) return 12;
  if (n <= 45) return 13;
  return n <= 80 ? 14 : 15;
}

/** What kind of words a mention is. */
export function kindOf(model: ArticleModel, mention: Mention): number {
  const head = model.tokens[mention.head];
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
    const article = mention.head === mention.nameFirst && model.tokens[mention.first]?.lower === 'the';
    return kinds(article ? 'the-name' : 'name');
  }
  if ((head.classes & GROUP) !== 0) return kinds('group');
  if ((head.classes & (PERSON | TITLE)) !== 0 || head.kind === 'number') return kinds('person');
  return kinds((head.classes & DOCUMENT) !== 0 ? 'document' : 'noun');
}

/** What follows a mention: a verb after it makes it a subject. */
export function nextOf(model: ArticleModel, mention: Mention): number {
  const { tokens } = model;
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

export function placeNumber(model: ArticleModel, mention: Mention): number {
  return places(placeOf(model, mention));
}

/** A mention with its verb right behind it. */
export function looksSubject(model: ArticleModel, mention: Mention): boolean {
  return nextOf(model, mention) >= VERBAL && placeNumber(model, mention) >= OPEN;
}

const SAY = /^(?:sa(?:id|y|ys|ying)|t(?:old|ells?|elling)|added|adds|writ(?:es|ten|ing)|wrote)$/;
const ASK = /^(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?)$/;

/** The kind of cue word: 1 weak phrase … 6 "said". */
function wordOf(model: ArticleModel, tie: Tie): number {
  const cue = model.cues[tie.cue];
  const token = cue && model.tokens[cue.first];
  if (!cue || !token) return 0;
  if (cue.kind === 'source') return 7;
  if (SAY.test(token.lower)) return 6;
  if (ASK.test(token.lower)) return 4;
  if (cue.kind === 'phrase') return 1;
  if ((token.classes & THOUGHT) !== 0) return 2;
  return (token.classes & PHRASE) !== 0 ? 3 : 5;
}

/** Signs of one tie, or zeros. */
export function tieSigns(model: ArticleModel, at: number, mention: Mention, tie: Tie | null): number[] {
  const cue = tie && model.cues[tie.cue];
  if (!tie || !cue) return [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  const [edge = 'none'] = tie.quote.gap.split(' ');
  const gap = cue.last < at ? at - cue.last - 1 : cue.first - at - 1;
  const from = Math.min(mention.first, cue.first);
  const near = from > at ? from - at - 1 : at - 1 - Math.max(mention.last, cue.last);
  return [
    links(tie.link),
    sides(tie.quote.side),
    edges(edge),
    step(gap),
    step(near),
    tie.quote.cues + 4 * tie.quote.quotes,
    wordOf(model, tie) + (cue.participle ? 8 : 0),
    Math.min(15, tie.cost),
    ...betweenSigns(model, mention, cue),
  ];
}

/** Between a mention and a cue: other subjects, and commas. */
function betweenSigns(model: ArticleModel, mention: Mention, cue: Cue): [number, number] {
  const before = mention.last < cue.first;
  const from = before ? mention.last + 1 : cue.last + 1;
  const to = before ? cue.first : mention.first;
  let subjects = 0;
  for (let m = model.mentionFrom[from] ?? 0; m < (model.mentionFrom[to] ?? 0); m++) {
    const other = model.mentions[m];
    if (other && looksSubject(model, other)) subjects++;
  }
  let commas = 0;
  for (let k = from; k < to; k++) if (model.tokens[k]?.text === ',') commas++;
  return [Math.min(6, subjects), Math.min(6, commas)];
}

/** Where a mention stands from the quote. */
export function whereOf(model: ArticleModel, at: number, mention: Mention): number {
  const quote = model.tokens[at];
  const head = model.tokens[mention.head];
  if (!quote || !head) return 0;
  const where = distance(mention.sentence, head.paragraph, quote.sentence, quote.paragraph);
  if (where !== 'same') return sides(where);
  return sides(mention.last < at ? 'before' : 'after');
}
