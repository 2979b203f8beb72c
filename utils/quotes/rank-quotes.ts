import type { Quote } from './types.ts';
import { logistic } from './weigh.ts';

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu;
/** Words so frequent that an echo of them says nothing. */
const EMPTY = new Set(
  'the a an and or but of to in on for with at by from as is are was were be been it its this that these those he she they i you we his her their our my your not no do does did has have had will would can could should'.split(
    ' ',
  ),
);

function contentWords(text: string): string[] {
  return (text.toLowerCase().match(WORD) ?? []).filter((word) => !EMPTY.has(word));
}

/** Weights of the ranking, in log-odds. */
const WEIGHTS = {
  bias: -1.2,
  early: 1.6,
  headline: 3,
  excerpt: 1,
  lead: 0.8,
  whole: 0.7,
  fragment: -1.2,
  long: -0.5,
  speaker: 0.8,
  unclear: -1.5,
};

/**
 * How likely an editor would pull each quote out, 0–1: echoed in headline or standfirst, early, self-contained,
 * said by one of the article's main speakers, about what the article's beginning is about.
 */
export function rankQuotes(
  text: string,
  quotes: readonly Quote[],
  context: { title?: string | null | undefined; excerpt?: string | null | undefined },
): number[] {
  const headline = new Set(contentWords(context.title ?? ''));
  const excerpt = new Set(contentWords(context.excerpt ?? ''));
  const lead = new Set(contentWords(text.slice(0, 700)));
  const bySpeaker = new Map<string, number>();
  for (const quote of quotes) {
    const name = quote.resolvedSpeaker ?? '';
    bySpeaker.set(name, (bySpeaker.get(name) ?? 0) + quote.end - quote.start);
  }
  let most = 1;
  for (const length of bySpeaker.values()) most = Math.max(most, length);
  const share = (words: readonly string[], of: ReadonlySet<string>) =>
    words.length === 0 || of.size === 0
      ? 0
      : words.filter((word) => of.has(word)).length / Math.sqrt(words.length * of.size);

  return quotes.map((quote, index) => {
    const words = contentWords(quote.text.slice(0, 600));
    const length = quote.text.split(/\s+/).length;
    let score = WEIGHTS.bias;
    score += WEIGHTS.early * (1 / (1 + 0.35 * index));
    score += WEIGHTS.headline * share(words, headline);
    score += WEIGHTS.excerpt * share(words, excerpt);
    score += WEIGHTS.lead * share(words, lead);
    if (length >= 8 && length <= 45) score += WEIGHTS.whole;
    if (length < 5) score += WEIGHTS.fragment;
    if (length > 70) score += WEIGHTS.long;
    const name = quote.resolvedSpeaker;
    score += name === null ? WEIGHTS.unclear : WEIGHTS.speaker * ((bySpeaker.get(name) ?? 0) / most);
    return logistic(score);
  });
}
