import { AUX, COMPLEMENTISER, CUE_VERB, DET, OTHER_VERB, PHRASE_VERB, PREP } from '../model/lexicon.ts';
import {
  countBucket,
  countSubjects,
  distanceNumber,
  linkNumber,
  quoteContextNumber,
} from '../model/mention-features.ts';
import { ATTRIBUTION_PUNCTUATION, classifyLink, type SubjectLink } from '../model/subject-link.ts';
import type { Cue, Mention, Token } from '../model/token.ts';
import type { ArticleModel } from '../model/types.ts';
import type { CandidateFeatures } from './candidate-row.ts';

/** The position of a cue relative to a quote. */
interface QuoteLink {
  /** `before` or `after` in the quote's sentence, otherwise from `describeDistance`. */
  side: string;
  /** The context of the quote on the side of the cue. */
  edge: string;
  /** Other cues and quotes in between, capped at 3. */
  cues: number;
  quotes: number;
}

/** Describes the distance of a token from a quote in another sentence, as in `QUOTE_DISTANCES`. */
export function describeDistance(from: Token, quote: Token): string {
  const sentences = Math.min(3, Math.abs(quote.sentence - from.sentence));
  const paragraphs = ['', 'p', 'pp'][Math.min(2, Math.abs(quote.paragraph - from.paragraph))];
  return `${from.sentence < quote.sentence ? 'prev' : 'next'}${sentences}${paragraphs}`;
}

function classifyContext(model: ArticleModel, index: number): string {
  const token = model.tokens[index];
  if (!token) return 'none';
  if (token.kind === 'mark')
    return ATTRIBUTION_PUNCTUATION.test(token.text) ? 'comma' : token.text === ':' ? 'colon' : 'mark';
  if (token.kind === 'quote') return 'quote';
  if ((token.classes & COMPLEMENTISER) !== 0)
    return (token.classes & AUX) !== 0 ? 'be' : token.lower === 'that' ? 'that' : 'comp';
  if ((token.classes & PREP) !== 0) return 'prep';
  if ((token.classes & DET) !== 0) return 'det';
  if ((token.classes & (CUE_VERB | PHRASE_VERB)) !== 0) return 'cue';
  if ((token.classes & (OTHER_VERB | AUX)) !== 0) return 'verb';
  return 'word';
}

/** Describes the position of a cue relative to the quote at token `at`. */
export function linkQuote(model: ArticleModel, cue: Cue, at: number): QuoteLink {
  const { tokens } = model;
  const quote = tokens[at];
  const cueToken = tokens[cue.first];
  if (!quote || !cueToken) return { side: 'none', edge: 'none', cues: 0, quotes: 0 };
  const before = cue.last < at;
  const [from, to] = before ? [cue.last + 1, at - 1] : [at + 1, cue.first - 1];
  let cues = 0;
  let quotes = 0;
  for (let k = from; k <= to && cues + quotes < 6; k++) {
    const token = tokens[k];
    if (!token) continue;
    if (token.kind === 'quote') quotes++;
    else if ((token.classes & CUE_VERB) !== 0) cues++;
  }
  cues = Math.min(cues, 3);
  quotes = Math.min(quotes, 3);
  if (cue.sentence !== quote.sentence) {
    const colon = before && tokens[at - 1]?.text === ':' ? 'colon' : 'none';
    return { side: describeDistance(cueToken, quote), edge: colon, cues, quotes };
  }
  if (before) return { side: 'before', edge: classifyContext(model, at - 1), cues, quotes };
  return { side: 'after', edge: classifyContext(model, at + 1), cues, quotes };
}

/** The relation of a candidate to a quote through a cue. */
export interface Tie {
  /** Index of the cue. */
  cue: number;
  link: SubjectLink;
  quote: QuoteLink;
  /** How indirect the relation is; 0 for "…," X said. */
  cost: number;
}

/** Cost of each relation of a mention to a cue, before distance. */
const LINK_COST: Record<SubjectLink, number> = {
  subject: 0,
  inverted: 0,
  source: 0,
  apposition: 1,
  relative: 1,
  head: 1,
  inside: 3,
  'inverted-adverb': 1,
  main: 1,
  by: 2,
  verbs: 2,
  aside: 4,
  object: 5,
  later: 5,
  other: 4,
};

/** Cost of each position relative to a quote, by increasing distance. */
const SIDE_COST: Record<string, number> = { before: 0, after: 0, prev1: 3, next1: 4, prev1p: 4, next1p: 5 };
const FAR_SIDE_COST = 6;

/** Describes the relation of `mention` to the quote at token `at` through cue number `index`. */
export function describeTie(
  model: ArticleModel,
  at: number,
  mention: Mention,
  index: number,
  cue: Cue,
  quote: QuoteLink,
): Tie {
  const link = classifyLink(model, mention, cue);
  const cost =
    LINK_COST[link] +
    (SIDE_COST[quote.side] ?? FAR_SIDE_COST) +
    quote.cues +
    2 * quote.quotes +
    (cue.isParticiple ? 1 : 0) +
    (cue.kind === 'phrase' ? 1 : 0) +
    (cue.last < at && at - cue.last > 12 ? 1 : 0);
  return { cue: index, link, quote, cost };
}

/** Describes the positions of cues `from` to `to - 1` relative to the quote at token `at`, once for all mentions. */
export function linkCues(
  model: ArticleModel,
  at: number,
  from: number,
  to: number,
): { index: number; cue: Cue; quote: QuoteLink }[] {
  const list: { index: number; cue: Cue; quote: QuoteLink }[] = [];
  for (let index = from; index < to; index++) {
    const cue = model.cues[index];
    if (cue) list.push({ index, cue, quote: linkQuote(model, cue, at) });
  }
  return list;
}

type TieFeatures = CandidateFeatures['tie'];

const SAY_VERB = /^(?:sa(?:id|y|ys|ying)|t(?:old|ells?|elling)|added|adds|writ(?:es|ten|ing)|wrote)$/;
const ASK_VERB = /^(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?)$/;

/** Classifies the word of a cue, from a weak phrase (1) to "said" (6) and a source phrase (7). */
function classifyCueWord(model: ArticleModel, tie: Tie): number {
  const cue = model.cues[tie.cue];
  const token = cue && model.tokens[cue.first];
  if (!cue || !token) return 0;
  if (cue.kind === 'source') return 7;
  if (SAY_VERB.test(token.lower)) return 6;
  if (ASK_VERB.test(token.lower)) return 4;
  if (cue.kind === 'phrase') return 1;
  return (token.classes & PHRASE_VERB) !== 0 ? 3 : 5;
}

const NO_TIE: TieFeatures = {
  link: 0,
  side: 0,
  edge: 0,
  gap: 0,
  near: 0,
  crowd: 0,
  word: 0,
  cost: 0,
  subjects: 0,
  commas: 0,
};

/** Computes the features of a relation; zeros without one. */
export function tieFeatures(model: ArticleModel, at: number, mention: Mention, tie: Tie | null): TieFeatures {
  const cue = tie && model.cues[tie.cue];
  if (!tie || !cue) return NO_TIE;
  const gap = cue.last < at ? at - cue.last - 1 : cue.first - at - 1;
  const from = Math.min(mention.first, cue.first);
  const near = from > at ? from - at - 1 : at - 1 - Math.max(mention.last, cue.last);
  return {
    link: linkNumber(tie.link),
    side: distanceNumber(tie.quote.side),
    edge: quoteContextNumber(tie.quote.edge),
    gap: countBucket(gap),
    near: countBucket(near),
    crowd: tie.quote.cues + 4 * tie.quote.quotes,
    word: classifyCueWord(model, tie) + (cue.isParticiple ? 8 : 0),
    cost: Math.min(15, tie.cost),
    ...countBetween(model, mention, cue),
  };
}

/** Counts the other subjects and the commas between a mention and a cue. */
function countBetween(
  model: ArticleModel,
  mention: Mention,
  cue: Cue,
): Pick<TieFeatures, 'subjects' | 'commas'> {
  const before = mention.last < cue.first;
  const from = before ? mention.last + 1 : cue.last + 1;
  const to = before ? cue.first : mention.first;
  const subjects = countSubjects(
    model.mentionFeatures,
    model.mentionFrom[from] ?? 0,
    model.mentionFrom[to] ?? 0,
  );
  const commas = to > from ? (model.tokenCounts.commas[to] ?? 0) - (model.tokenCounts.commas[from] ?? 0) : 0;
  return { subjects: Math.min(6, subjects), commas: Math.min(6, commas) };
}
