/** What an article in a PDF is: headline, author, date and paragraphs out of its pages and of what the file says of itself. */
import { guessLanguage } from '../text/guess-language.ts';
import { dropRunningLines } from './drop-running-lines.ts';
import { joinParagraphs, type PdfParagraph } from './join-paragraphs.ts';
import { joinRuns } from './join-runs.ts';
import { findFacts } from './pdf-facts.ts';
import type { PdfFacts, PdfPage } from './pdf-page.ts';
import { inReadingOrder } from './reading-order.ts';

export interface PdfText {
  title: string | null;
  byline: string | null;
  /** ISO 8601. */
  publishedAt: string | null;
  lang: string | null;
  paragraphs: readonly { text: string; isHeading: boolean }[];
}

/** Letters on a page: fewer are a stamp or a number on the picture of a page. */
const LEAST_LETTERS = 40;
/** A heading is larger than the text by this much, and no longer than this. */
const HEADING = 1.12;
const LONGEST_HEADING = 160;

const RTL = /[\p{scx=Arab}\p{scx=Hebr}]/gu;
const LETTER = /\p{L}/gu;

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** The size that most letters have. */
export function bodySize(paragraphs: readonly PdfParagraph[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of paragraphs) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

/**
 * @param pages in order
 * @returns null where the pages hold no text to speak of, as those that were scanned
 */
export function readPdfText(pages: readonly PdfPage[], stated: PdfFacts): PdfText | null {
  const lines = pages.map((page, at) => joinRuns(page, at));
  const all = lines
    .flat()
    .map(({ text }) => text)
    .join(' ');
  const letters = countOf(all, LETTER);
  if (letters < LEAST_LETTERS || letters < (LEAST_LETTERS * pages.length) / 2) return null;
  const isRtl = countOf(all, RTL) > letters / 2;
  const kept = dropRunningLines(lines, pages);
  const paragraphs = joinParagraphs(kept.flatMap((own) => inReadingOrder(own, isRtl)));
  const lang = guessLanguage(paragraphs.map(({ text }) => text).join('\n'));
  const body = bodySize(paragraphs);
  const facts = findFacts(paragraphs, stated, body, lang);
  return {
    ...facts.facts,
    lang,
    paragraphs: paragraphs
      .filter((paragraph) => !facts.used.has(paragraph))
      .map(({ text, size }) => ({
        text,
        isHeading: size > HEADING * body && text.length <= LONGEST_HEADING,
      })),
  };
}
