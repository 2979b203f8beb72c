/** Extracts an article from the pages and the metadata of a PDF. */
import { guessLanguage } from '../text/guess-language.ts';
import { dropRunningLines } from './drop-running-lines.ts';
import { joinParagraphs, type PdfParagraph } from './join-paragraphs.ts';
import { joinRuns } from './join-runs.ts';
import { findFacts } from './pdf-facts.ts';
import type { PdfMetadata, PdfPage } from './pdf-page.ts';
import { sortIntoColumns } from './reading-order.ts';

export interface PdfText {
  title: string | null;
  byline: string | null;
  /** An ISO 8601 date. */
  publishedAt: string | null;
  lang: string | null;
  paragraphs: readonly { text: string; isHeading: boolean }[];
}

/** Minimum number of letters on a page with text; fewer are a stamp or a number on a scanned page. */
const MIN_LETTERS = 40;
/** Minimum font size of a heading relative to the text, and its maximum length. */
const MIN_HEADING_SIZE = 1.12;
const MAX_HEADING_LENGTH = 160;

const RTL = /[\p{scx=Arab}\p{scx=Hebr}]/gu;
const LETTER = /\p{L}/gu;

const countMatches = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** The most common font size by number of characters, in points, rounded to halves; 0 if there is no text. */
export function findBodySize(paragraphs: readonly PdfParagraph[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of paragraphs) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

/**
 * Extracts an article.
 *
 * @param pages in order
 * @param metadata the file's metadata
 * @returns null if the pages have hardly any text, such as scanned ones
 */
export function readPdfText(pages: readonly PdfPage[], metadata: PdfMetadata): PdfText | null {
  const lines = pages.map((page, pageIndex) => joinRuns(page, pageIndex));
  const all = lines
    .flat()
    .map(({ text }) => text)
    .join(' ');
  const letters = countMatches(all, LETTER);
  if (letters < MIN_LETTERS || letters < (MIN_LETTERS * pages.length) / 2) return null;
  const isRtl = countMatches(all, RTL) > letters / 2;
  const withoutRunningLines = dropRunningLines(lines, pages);
  const paragraphs = joinParagraphs(withoutRunningLines.flatMap((own) => sortIntoColumns(own, isRtl)));
  const lang = guessLanguage(paragraphs.map(({ text }) => text).join('\n'));
  const body = findBodySize(paragraphs);
  const facts = findFacts(paragraphs, metadata, body, lang);
  return {
    ...facts.facts,
    lang,
    paragraphs: paragraphs
      .filter((paragraph) => !facts.used.has(paragraph))
      .map(({ text, size }) => ({
        text,
        isHeading: size > MIN_HEADING_SIZE * body && text.length <= MAX_HEADING_LENGTH,
      })),
  };
}
