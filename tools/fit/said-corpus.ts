import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findSpans } from '../../utils/quotes/extract/find-spans.ts';
import { chooseLanguage } from '../../utils/quotes/languages/choose-language.ts';
import { analyseArticle } from '../../utils/quotes/model/article-model.ts';
import { getLexicon } from '../../utils/quotes/model/lexicon.ts';
import type { ArticleModel } from '../../utils/quotes/model/types.ts';

/** One quotation, labelled by a person who read the article. */
export interface LabelledQuote {
  start: number;
  end: number;
  text: string;
  kind: 'speech' | 'other' | 'unsure';
  speaker: string | null;
  aliases: string[];
  type: string;
  role: string | null;
}

export interface QuoteArticle {
  id: string;
  /** The site: articles of one site are always in the same fold. */
  site: string;
  lang: string;
  text: string;
  model: ArticleModel;
  quotes: LabelledQuote[];
  /** The quotation of each span of the model. */
  truth: (LabelledQuote | null)[];
}

const siteOf = (id: string): string => id.replace(/_\d{4}_\d\d_\d\d.*$|\d+$/, '');

/** Reads a folder of articles in many languages: `texts/<id>.txt` and `said.json` (id → language and quotations). */
export function readLabelledArticles(folder: string): QuoteArticle[] {
  const said = JSON.parse(readFileSync(join(folder, 'said.json'), 'utf8')) as Record<
    string,
    { lang: string; quotes: LabelledQuote[] }
  >;
  return Object.entries(said).map(([id, { lang, quotes }]) => {
    const text = readFileSync(join(folder, 'texts', `${id}.txt`), 'utf8');
    const lexicon = getLexicon(chooseLanguage(null, text));
    const model = analyseArticle(text, findSpans(text, lexicon), lexicon);
    const truth = model.spans.map(
      (span) =>
        quotes.find((quote) => {
          const shared = Math.min(quote.end, span.end) - Math.max(quote.start, span.start);
          const whole = shared > 0.8 * Math.max(quote.end - quote.start, span.end - span.start);
          // A part of an utterance that the speaker's clause interrupts.
          return whole || (span.utterance !== undefined && shared > 0.9 * (span.end - span.start));
        }) ?? null,
    );
    return { id, site: siteOf(id), lang, text, model, quotes, truth };
  });
}

const IGNORED_NAME_WORDS = new Set(
  'mr mrs ms miss dr prof sir lord lady dame herr frau hr fr m mme mlle don doña sr sra dott dottor avv ing pan pani the a an der die das le la les el los las il lo i gli o os as de het en den dei'.split(
    ' ',
  ),
);

/** The words of a name for comparison: without punctuation, articles and forms of address. */
export function nameWords(name: string | null): string[] {
  const words = (name ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .match(/[\p{L}\p{N}]+/gu);
  return words?.filter((word) => !IGNORED_NAME_WORDS.has(word)) ?? [];
}

function sameStem(a: string, b: string): boolean {
  if (a === b) return true;
  const n = Math.min(a.length, b.length);
  let i = 0;
  while (i < n && a[i] === b[i]) i++;
  return n >= 4 && i >= Math.max(3, n - 3) && Math.abs(a.length - b.length) <= 3;
}

/** Languages that inflect names. */
const INFLECTING_LANGUAGES = new Set(['uk', 'pl', 'ru', 'cs', 'lt', 'tr']);

/** Whether `name` means the speaker of `quote`: their full name, a part of it, or an alias. */
export function meansSpeaker(name: string | null, quote: LabelledQuote, lang: string): boolean {
  const words = nameWords(name);
  if (words.length === 0) return false;
  const same = INFLECTING_LANGUAGES.has(lang) ? sameStem : (a: string, b: string) => a === b;
  const isContained = (list: readonly string[]): boolean =>
    list.length > 0 && words.every((word) => list.some((other) => same(word, other)));
  return [quote.speaker, ...quote.aliases].some((alias) => {
    const list = nameWords(alias);
    return (
      isContained(list) || (list.length > 1 && list.every((word) => words.some((other) => same(word, other))))
    );
  });
}
