/**
 * Sanitises an article for export. All exporters use its result, in which every text can be represented and can't affect
 * the text around it, and every value is valid.
 */
import type { Quote } from '../../quotes/types.ts';
import type { ExportArticle, StoredArticle } from './export-types.ts';
import { outgoingLine, outgoingLineOrNull, outgoingText } from './outgoing-text.ts';
import {
  outgoingDirection,
  outgoingLanguage,
  outgoingNumber,
  outgoingTime,
  webAddress,
} from './outgoing-values.ts';

function prepareQuote(quote: Quote): Quote {
  return {
    ...quote,
    text: outgoingText(quote.text),
    speaker: outgoingLineOrNull(quote.speaker),
    resolvedSpeaker: outgoingLineOrNull(quote.resolvedSpeaker),
    role: outgoingLineOrNull(quote.role),
    start: outgoingNumber(quote.start, 0, Number.MAX_SAFE_INTEGER),
    end: outgoingNumber(quote.end, 0, Number.MAX_SAFE_INTEGER),
    key: outgoingNumber(quote.key, 0, 1),
  };
}

function prepareNames(names: readonly string[]): string[] {
  return [...new Set(names.map(outgoingLine).filter((name) => name !== ''))];
}

/** Distinct lists without empty names. */
function prepareLists(lists: StoredArticle['lists']): string[][] {
  const paths = lists
    .map((path) => path.map(outgoingLine).filter((name) => name !== ''))
    .filter((path) => path.length > 0);
  return [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()];
}

/** Sanitises an article. Its plain text is not changed, since quotes refer to it by offset; no format writes it. */
export function prepareExport(stored: StoredArticle): ExportArticle {
  const article = {
    ...stored,
    url: webAddress(stored.url),
    title: outgoingLine(stored.title),
    byline: outgoingLineOrNull(stored.byline),
    siteName: outgoingLineOrNull(stored.siteName),
    host: outgoingLine(stored.host),
    publishedAt: outgoingLineOrNull(stored.publishedAt),
    modifiedAt: outgoingLineOrNull(stored.modifiedAt ?? null),
    lang: outgoingLanguage(stored.lang),
    dir: outgoingDirection(stored.dir) === 'rtl' ? ('rtl' as const) : ('ltr' as const),
    excerpt: outgoingLineOrNull(stored.excerpt),
    wordCount: Math.round(outgoingNumber(stored.wordCount, 0, Number.MAX_SAFE_INTEGER)),
    savedAt: outgoingTime(stored.savedAt),
    progress: outgoingNumber(stored.progress, 0, 1),
    finishedAt: stored.finishedAt === null ? null : outgoingTime(stored.finishedAt),
    imageUrl: webAddress(stored.imageUrl),
    archived: stored.archived === true,
    favourite: stored.favourite === true,
    tags: prepareNames(stored.tags),
    lists: prepareLists(stored.lists),
    quotes: stored.quotes.map(prepareQuote),
    highlights: stored.highlights.map(({ id, place, text, note, colour, createdAt }) => ({
      ...(id !== undefined && { id }),
      ...(place !== undefined && { place }),
      text: outgoingText(text),
      note: outgoingText(note),
      colour: outgoingLine(colour),
      createdAt: outgoingTime(createdAt),
    })),
  };
  return article as unknown as ExportArticle;
}
