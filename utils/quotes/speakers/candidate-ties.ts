import type { Cue } from '../model/cue.ts';
import { hasClass } from '../model/has-class.ts';
import { THOUGHT } from '../model/lexicon.ts';
import type { Mention } from '../model/mention.ts';
import { linkSubject, type SubjectLink } from '../model/subject-link.ts';
import type { ArticleModel } from '../model/types.ts';
import { linkQuote, type QuoteLink } from './quote-link.ts';

/** How a candidate is tied to a quote through a cue. */
export interface Tie {
  /** Index of the cue. */
  cue: number;
  link: SubjectLink;
  quote: QuoteLink;
  /** How far-fetched the tie is; 0 for "…," X said. */
  cost: number;
}

/** What each tie of a mention to a cue costs before distance counts. */
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

/** Ways around a quote, nearest first, as distances. */
const SIDE_COST: Record<string, number> = { before: 0, after: 0, prev1: 3, next1: 4, prev1p: 4, next1p: 5 };
const FAR = 6;

/** Describes how `mention` is tied to the quote at token `at` by cue number `index`. */
export function readTie(
  model: ArticleModel,
  at: number,
  mention: Mention,
  index: number,
  cue: Cue,
  quote: QuoteLink,
): Tie {
  const link = linkSubject(model, mention, cue);
  const thought = hasClass(model.tokens[cue.first], THOUGHT);
  const cost =
    LINK_COST[link] +
    (SIDE_COST[quote.side] ?? FAR) +
    quote.cues +
    2 * quote.quotes +
    (cue.participle ? 1 : 0) +
    (cue.kind === 'phrase' ? 1 : 0) +
    (thought ? 1 : 0) +
    (cue.last < at && at - cue.last > 12 ? 1 : 0);
  return { cue: index, link, quote, cost };
}

/** The ties of a cue's sentence differ by mention, its tie to the quote doesn't. */
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
