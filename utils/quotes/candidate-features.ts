import type { ArticleModel } from './article-model.ts';
import type { Cue } from './cues.ts';
import {
  ADVERB,
  AUX,
  BODY,
  CUE,
  DOCUMENT,
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
import type { Mention } from './mentions.ts';
import { bucket, distance, linkQuote } from './quote-link.ts';
import type { Scene } from './quote-scene.ts';
import { linkSubject, placeOf } from './subject-link.ts';

/** The last speaker, as the running text leaves it. */
export interface Previous {
  /** Token of the quote it spoke. */
  at: number;
  mention: number;
  cue: number;
}

/** Tokens looked at on each side of a quote; keeps time linear in the text. */
export const REACH_BACK = 160;
function kindOf(model: ArticleModel, mention: Mention): string {
  const head = model.tokens[mention.head];
  if (!head) return 'none';
  if (mention.kind === 'relative') return head.lower;
  if (mention.kind === 'pronoun') {
    if ((head.classes & (HE | SHE)) !== 0) return 'he';
    if ((head.classes & THEY) !== 0) return 'they';
    return head.lower === 'i' || head.lower === 'we' || head.lower === 'it' ? head.lower : 'one';
  }
  if (mention.possessive) return mention.kind === 'name' ? 'name-s' : 'noun-s';
  if (mention.kind === 'name') {
    if ((head.classes & BODY) !== 0) return 'body';
    if (mention.head - mention.nameFirst === 0 && model.tokens[mention.first]?.lower === 'the')
      return 'the-name';
    return 'name';
  }
  if ((head.classes & (PERSON | TITLE)) !== 0) return 'person';
  if ((head.classes & DOCUMENT) !== 0) return 'document';
  return 'noun';
}

/** What follows a mention: a verb after it makes it a subject. */
function nextOf(model: ArticleModel, mention: Mention): string {
  const { tokens } = model;
  let k = mention.last + 1;
  while (k < mention.last + 4 && ((tokens[k]?.classes ?? 0) & (ADVERB | AUX)) === ADVERB) k++;
  const token = tokens[k];
  if (!token || token.sentence !== mention.sentence) return 'end';
  if (token.kind === 'quote') return 'quote';
  if (token.kind === 'mark') return token.text === ',' ? 'comma' : token.text === ':' ? 'colon' : 'mark';
  if ((token.classes & CUE) !== 0) return 'cue';
  if ((token.classes & PHRASE) !== 0) return 'phrase';
  if ((token.classes & AUX) !== 0) return 'be';
  if ((token.classes & PREP) !== 0) return token.lower === 'of' ? 'of' : 'prep';
  if ((token.classes & RELATIVE) !== 0) return 'relative';
  if ((token.classes & VERB) !== 0 || (!token.capital && /[^s]s$|ed$/.test(token.lower))) return 'verb';
  return 'word';
}

export function describePair(
  model: ArticleModel,
  at: number,
  mention: Mention,
  cue: Cue,
  scene: Scene,
): string[] {
  const quote = linkQuote(model, cue, at);
  const link = linkSubject(model, mention, cue);
  const kind = kindOf(model, mention);
  const place = placeOf(model, mention);
  const head = model.tokens[cue.first]?.lower ?? '';
  const ing = cue.participle ? ' ing' : '';
  const from = Math.min(mention.first, cue.first);
  const near = from > at ? bucket(from - at - 1) : bucket(at - 1 - Math.max(mention.last, cue.last));
  const tie = `${link} ${quote.side}`;
  return [
    `${tie} kind=${kind}`,
    `${tie} place=${place}`,
    `${tie} lead=${scene.lead} cues=${quote.cues}`,
    `${tie} cue=${cue.kind}${ing} gap=${quote.gap}`,
    `${tie} between=${quote.cues}c${quote.quotes}q`,
    `${tie} near=${near}`,
    `${tie} direct=${scene.direct}`,
    `${link} place=${place}`,
    `${link} word=${head}`,
    `word=${head} ${quote.side === 'before' || quote.side === 'after' ? quote.side : 'away'}`,
  ];
}

export function describeBare(
  model: ArticleModel,
  at: number,
  index: number,
  mention: Mention,
  scene: Scene,
): string[] {
  const { tokens } = model;
  const quote = tokens[at];
  const token = tokens[mention.head];
  if (!quote || !token) return [];
  const where = distance(mention.sentence, token.paragraph, quote.sentence, quote.paragraph);
  const side = mention.last < at ? 'before' : 'after';
  const away = where === 'same' ? side : where;
  const kind = kindOf(model, mention);
  const place = placeOf(model, mention);
  const at_ =
    mention.last < at ? (model.mentionFrom[at] ?? 0) - index : index - (model.mentionFrom[at] ?? 0) + 1;
  const rank = Math.min(6, at_);
  const next = nextOf(model, mention);
  return [
    `bare ${away} kind=${kind}`,
    `bare ${away} next=${next}`,
    `bare ${away} next=${next} place=${place}`,
    `bare ${away} lead=${scene.lead} next=${next}`,
    `bare ${away} lead=${scene.lead} place=${place}`,
    `bare kind=${kind} place=${place}`,
    `bare ${away} rank=${rank}`,
    `bare ${away} shape=${scene.shape}`,
    `bare ${away} direct=${scene.direct}`,
  ];
}

export function describePrevious(
  model: ArticleModel,
  at: number,
  previous: Previous,
  scene: Scene,
): string[] {
  const { tokens, mentions } = model;
  const quote = tokens[at];
  const last = tokens[previous.at];
  const mention = mentions[previous.mention];
  const head = mention && tokens[mention.head];
  if (!quote || !last || !mention || !head) return [];
  const gap = distance(last.sentence, last.paragraph, quote.sentence, quote.paragraph);
  let subjects = 0;
  let words = 0;
  const from = Math.max(previous.at, mention.last) + 1;
  for (let k = Math.max(from, at - REACH_BACK); k < at; k++) if (tokens[k]?.kind === 'word') words++;
  for (let m = model.mentionFrom[from] ?? 0; m < (model.mentionFrom[at] ?? 0); m++) {
    const other = mentions[m];
    if (other && placeOf(model, other) === 'start') subjects++;
  }
  const between = `${bucket(words)}w${Math.min(2, subjects)}s`;
  const side = mention.last > previous.at ? 'after' : 'before';
  const where =
    head.sentence === quote.sentence ? 'here' : head.paragraph === quote.paragraph ? 'near' : 'far';
  return [
    `previous ${gap} shape=${scene.shape}`,
    `previous ${gap} direct=${scene.direct}`,
    `previous ${gap} own=${scene.nearest < 0 ? 'none' : scene.nearest === previous.mention} direct=${scene.direct}`,
    `previous ${gap} lead=${scene.lead}`,
    `previous ${gap} plain=${scene.plain.side} ${scene.plain.mention === previous.mention ? 'mine' : 'other'}`,
    `previous ${gap} between=${between}`,
    `previous side=${side} where=${where} direct=${scene.direct}`,
    `previous ${gap} side=${side} cue=${previous.cue >= 0}`,
  ];
}
