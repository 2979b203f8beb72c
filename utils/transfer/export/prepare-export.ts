/**
 * Sanitises an article for export. All exporters use its result, in which every text can be represented and can't
 * affect the text around it, and every value is valid.
 */
import type { Quote } from '../../quotes/types.ts';
import type { ExportArticle, StoredArticle } from './export-types.ts';
import { sanitiseLine, sanitiseLineOrNull, sanitiseText } from './sanitise-text.ts';
import {
  clampNumber,
  clampTime,
  toWebAddress,
  validateDirection,
  validateLanguage,
} from './validate-values.ts';

function prepareQuote(quote: Quote): Quote {
  return {
    ...quote,
    text: sanitiseText(quote.text),
    speaker: sanitiseLineOrNull(quote.speaker),
    resolvedSpeaker: sanitiseLineOrNull(quote.resolvedSpeaker),
    role: sanitiseLineOrNull(quote.role),
    start: clampNumber(quote.start, 0, Number.MAX_SAFE_INTEGER),
    end: clampNumber(quote.end, 0, Number.MAX_SAFE_INTEGER),
    key: clampNumber(quote.key, 0, 1),
  };
}

function prepareNames(names: readonly string[]): string[] {
  return [...new Set(names.map(sanitiseLine).filter((name) => name !== ''))];
}

/** Distinct lists without empty names. */
function prepareLists(lists: StoredArticle['lists']): string[][] {
  const paths = lists
    .map((path) => path.map(sanitiseLine).filter((name) => name !== ''))
    .filter((path) => path.length > 0);
  return [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()];
}

/** Sanitises an article. Its plain text is not changed, since quotes refer to it by offset; no format writes it. */
export function prepareExport(stored: StoredArticle): ExportArticle {
  const article = {
    ...stored,
    url: toWebAddress(stored.url),
    title: sanitiseLine(stored.title),
    byline: sanitiseLineOrNull(stored.byline),
    siteName: sanitiseLineOrNull(stored.siteName),
    host: sanitiseLine(stored.host),
    publishedAt: sanitiseLineOrNull(stored.publishedAt),
    modifiedAt: sanitiseLineOrNull(stored.modifiedAt ?? null),
    lang: validateLanguage(stored.lang),
    dir: validateDirection(stored.dir) === 'rtl' ? ('rtl' as const) : ('ltr' as const),
    excerpt: sanitiseLineOrNull(stored.excerpt),
    wordCount: Math.round(clampNumber(stored.wordCount, 0, Number.MAX_SAFE_INTEGER)),
    savedAt: clampTime(stored.savedAt),
    progress: clampNumber(stored.progress, 0, 1),
    finishedAt: stored.finishedAt === null ? null : clampTime(stored.finishedAt),
    imageUrl: toWebAddress(stored.imageUrl),
    archived: stored.archived === true,
    favourite: stored.favourite === true,
    tags: prepareNames(stored.tags),
    lists: prepareLists(stored.lists),
    quotes: stored.quotes.map(prepareQuote),
    highlights: stored.highlights.map(({ id, range, text, note, colour, createdAt }) => ({
      ...(id !== undefined && { id }),
      ...(range !== undefined && { range }),
      text: sanitiseText(text),
      note: sanitiseText(note),
      colour: sanitiseLine(colour),
      createdAt: clampTime(createdAt),
    })),
  };
  return article as unknown as ExportArticle;
}
