import type { Extraction } from '../../utils/article/types.ts';
import { askBackground } from '../../utils/messaging/tab-side.ts';
import { runInSlices } from '../../utils/page/in-slices.ts';
import { type QuoteEngine, tabWorld } from '../../utils/platform/tab-world.ts';
import { chooseLanguage, isQuoteLanguage } from '../../utils/quotes/languages/choose-language.ts';
import { putRight, type SpeakerCorrection } from '../../utils/quotes/speakers/put-right.ts';
import type { Quote, Voice } from '../../utils/quotes/types.ts';
import { describeFailure } from './read-page.ts';

/** The quotes of one reading. `error` says in words why there are none. */
export interface QuotedArticle {
  quotes: Quote[];
  voices: Voice[];
  error: string | null;
  /** Milliseconds from the engine's start to its end, rests of a long text included; loading it is not counted. */
  ms: number;
}

/** Languages whose words were brought into this tab, or asked for. */
const brought = new Set<string>(['en']);

/**
 * The quote engine of this tab, with the words of a language. Loaded when first needed.
 *
 * @throws when the background can't put it here
 */
async function loadQuoteEngine(lang: string): Promise<QuoteEngine> {
  const world = tabWorld();
  if (world.quoteEngine === undefined || (isQuoteLanguage(lang) && !brought.has(lang))) {
    await askBackground('page/loadQuotes', { lang });
    brought.add(lang);
  }
  if (world.quoteEngine === undefined) throw new Error('quotes.js did not start');
  return world.quoteEngine;
}

/** Finds the quotes of an article and who said them; a long text lets the page have its turn. Never throws. */
export async function quoteArticle({ article }: Extraction): Promise<QuotedArticle> {
  try {
    const { title, excerpt, byline } = article;
    const lang = chooseLanguage(article.lang, article.text);
    const engine = await loadQuoteEngine(lang);
    const start = performance.now();
    const quotes = await runInSlices(engine.findQuotes(article.text, { lang, title, excerpt, byline }));
    const voices = engine.summariseVoices(quotes);
    return { quotes, voices, error: null, ms: performance.now() - start };
  } catch (error) {
    return { quotes: [], voices: [], error: describeFailure('errorQuotes', error), ms: 0 };
  }
}

/**
 * The quotes of the latest reading, looked for once, by whoever wants them first; and what the reader has put right
 * in them, for as long as the same words are quoted.
 */
export class ArticleQuotes {
  #quoted: Promise<QuotedArticle> | null = null;
  #corrections: { words: string; correction: SpeakerCorrection }[] = [];

  of(extraction: Extraction): Promise<QuotedArticle> {
    this.#quoted ??= this.#correctAll(quoteArticle(extraction));
    return this.#quoted;
  }

  /** The article was read anew. */
  forget(): void {
    this.#quoted = null;
  }

  async correct(correction: SpeakerCorrection): Promise<void> {
    const quoted = this.#quoted;
    if (quoted === null) return;
    this.#quoted = correctQuoted(quoted, correction);
    const words = (await quoted).quotes[correction.index]?.text;
    if (words !== undefined) this.#corrections.push({ words, correction });
  }

  async #correctAll(quoted: Promise<QuotedArticle>): Promise<QuotedArticle> {
    let corrected = await quoted;
    for (const { words, correction } of this.#corrections) {
      const index = corrected.quotes.findIndex(({ text }) => text === words);
      if (index >= 0) corrected = await correctQuoted(Promise.resolve(corrected), { ...correction, index });
    }
    return corrected;
  }
}

/** The same quotes with a speaker put right by the reader. Never throws. */
async function correctQuoted(
  quoted: Promise<QuotedArticle>,
  { index, speaker, everywhere }: SpeakerCorrection,
): Promise<QuotedArticle> {
  const before = await quoted;
  const engine = tabWorld().quoteEngine;
  if (engine === undefined) return before;
  const quotes = putRight(before.quotes, index, speaker, everywhere);
  return { ...before, quotes, voices: engine.summariseVoices(quotes) };
}
