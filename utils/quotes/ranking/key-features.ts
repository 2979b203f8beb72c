import { countWords } from '../../text/count-words.ts';
import type { Quote } from '../types.ts';
import { type Rarity, readRarity, readTerms, splitRoughly } from './terms.ts';
import { wholenessOf } from './whole-thought.ts';

/** What the ranking knows of a quote; each is about 0–1, and none knows a word of a language. */
export interface KeyFeatures {
  /** 1 for the first quote of the article, falling with each. */
  order: number;
  /** Logarithm of its words. */
  length: number;
  /** Words shared with that sentence of the beginning, outside quotes, which shares most: the lead says what counts. */
  lead: number;
  /** A piece of it is quoted at the beginning. */
  repeated: number;
  /** It goes on with what the same speaker said before. */
  continues: number;
  /** The article says what its speaker is. */
  role: number;
  /** The first quote of its speaker. */
  firstOfVoice: number;
  whole: number;
  scrap: number;
  unclear: number;
  /** The paper itself repeats it as a pull quote. */
  pulledOut: number;
  /** Words shared with the headline. */
  headline: number;
}

/** What else a ranking may look at. */
export interface RankContext {
  title?: string | null | undefined;
  excerpt?: string | null | undefined;
}

/** UTF-16 units of a quote that are looked at. */
const LOOK = 600;
/** Sentences that are the beginning of an article, and the fewest terms that make one. */
const LEAD_SENTENCES = 4;
const FEWEST_TERMS = 5;
/** UTF-16 units outside quotes in which they are looked for. */
const LEAD_REACH = 4000;
/** A piece that the beginning quotes stands before this, and is between these lengths, in UTF-16 units. */
const PIECE_REACH = 700;
const SHORTEST_PIECE = 9;
const LONGEST_PIECE = 80;
/** A short quote can't share many terms, and a long one shares some by chance: this much is between the two. */
const EVEN = 8;

/** The text before `reach`, without what is quoted in it. */
function outsideQuotes(text: string, quotes: readonly Quote[], reach: number): string {
  let outside = '';
  let at = 0;
  for (const quote of quotes) {
    if (outside.length >= reach) break;
    if (quote.start < at) continue;
    outside += `${text.slice(at, Math.min(quote.start, at + reach))} `;
    at = quote.end;
  }
  return outside.length < reach ? outside + text.slice(at, at + reach) : outside;
}

function readLead(text: string, quotes: readonly Quote[], excerpt: string | null | undefined): Set<string>[] {
  return [
    ...splitRoughly(outsideQuotes(text, quotes, LEAD_REACH))
      .map((sentence) => new Set(readTerms(sentence)))
      .filter((terms) => terms.size >= FEWEST_TERMS)
      .slice(0, LEAD_SENTENCES),
    ...splitRoughly(excerpt?.slice(0, LOOK) ?? '').map((sentence) => new Set(readTerms(sentence))),
  ];
}

function shared(terms: readonly string[], among: ReadonlySet<string>, rarity: Rarity): number {
  let sum = 0;
  for (const term of terms) if (among.has(term)) sum += rarity(term);
  return sum / Math.sqrt(terms.length + EVEN);
}

/** The features of each quote, in order. */
export function readKeyFeatures(text: string, quotes: readonly Quote[], context: RankContext): KeyFeatures[] {
  const rarity = readRarity(text);
  const lead = readLead(text, quotes, context.excerpt);
  const headline = new Set(readTerms(context.title ?? ''));
  const pieces = quotes
    .filter((quote) => quote.start < PIECE_REACH && quote.text.length < LONGEST_PIECE)
    .map((quote) => quote.text.toLowerCase().replace(/[.,!?]+$/, ''))
    .filter((piece) => piece.length >= SHORTEST_PIECE);
  const heard = new Set<string | null>([null]);
  const all: KeyFeatures[] = [];
  for (const [index, quote] of quotes.entries()) {
    const beginning = quote.text.slice(0, LOOK);
    const lower = beginning.toLowerCase();
    const terms = [...new Set(readTerms(beginning))];
    const wholeness = wholenessOf(quote.text);
    all.push({
      order: 1 / (1 + 0.35 * index),
      length: Math.min(1, Math.log(1 + countWords(beginning)) / 4),
      lead: lead.reduce((most, sentence) => Math.max(most, shared(terms, sentence, rarity)), 0),
      repeated: Number(pieces.some((piece) => piece !== lower && lower.includes(piece))),
      continues: Number(quote.evidence === 'continues'),
      role: Number(quote.role !== null),
      firstOfVoice: Number(!heard.has(quote.resolvedSpeaker)),
      whole: Number(wholeness === 'sentence'),
      scrap: Number(wholeness === 'scrap'),
      unclear: Number(quote.resolvedSpeaker === null),
      pulledOut: Number(quote.pulledOut === true),
      headline: shared(terms, headline, rarity),
    });
    heard.add(quote.resolvedSpeaker);
  }
  return all;
}
