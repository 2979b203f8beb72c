import { cleanByline } from '../article/metadata/clean-byline.ts';
import { findDate } from '../article/metadata/read-dates.ts';
import type { PdfParagraph } from './join-paragraphs.ts';
import type { PdfMetadata } from './pdf-page.ts';

/** Titles that programs generate, such as file names and the names of the programs. */
const GENERATED_TITLE =
  /^(?:untitled|unbenannt|sans titre|sin t[íi]tulo|senza titolo|bez tytu[łl]u|без назви|microsoft word|document\d*|layout \d+)\b|\.(?:docx?|pdf|indd|qxp|odt|rtf|tex|html?|pptx?)\b|^[\w-]*\d[\w-]*$|^https?:/iu;
const GENERATED_AUTHOR =
  /^(?:admin(?:istrator)?|user|owner|unknown|anonymous|author|root|windows user|microsoft|adobe|canon|hp|epson|scan(?:ner)?|.*@.*|[\w-]*\d[\w-]*)$/iu;
const BYLINE_PREFIX =
  /^(?:by|text by|words by|von|par|por|di|de|door|av|af|autor(?:ka|a)?|автор(?:ка)?|text|texte)\s*:?\s+(?=\p{Lu})/iu;

/** Minimum font size of a headline, relative to the text. */
const MIN_HEADLINE_SIZE = 1.25;
const MAX_HEAD_PARAGRAPHS = 8;
const MAX_TITLE_LENGTH = 300;
const MAX_BYLINE_LENGTH = 120;
const MAX_DATE_LENGTH = 100;

interface ArticleFacts {
  title: string | null;
  byline: string | null;
  publishedAt: string | null;
}

const normalise = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Converts a PDF date, `D:YYYYMMDD…` (ISO 32000-1, 7.9.4), to an ISO 8601 day; null if it is invalid. */
function parseDay(stated: string | null): string | null {
  const [, year, month, day] = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(stated ?? '') ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const iso = `${year}-${month}-${day}`;
  return Number.isNaN(Date.parse(iso)) ? null : iso;
}

function cleanTitle(stated: string | null): string | null {
  const title = stated?.replace(/\s+/g, ' ').trim() ?? '';
  return title.length < 8 || !title.includes(' ') || GENERATED_TITLE.test(title) ? null : title;
}

function cleanAuthor(stated: string | null, lang: string | null): string | null {
  const author = stated?.replace(/\s+/g, ' ').trim() ?? '';
  return !author.includes(' ') || GENERATED_AUTHOR.test(author) ? null : cleanByline([author], lang);
}

/** The paragraph with the largest font, and up to two others of that size that follow it. */
function findHeadline(head: readonly PdfParagraph[], bodySize: number): PdfParagraph[] {
  const large = head.filter(
    ({ size, text }) => size >= MIN_HEADLINE_SIZE * bodySize && text.length <= MAX_TITLE_LENGTH,
  );
  const size = Math.max(0, ...large.map((one) => one.size));
  const first = large.findIndex((one) => one.size === size);
  return large.slice(first, first + 3).filter((one) => one.size === size);
}

/**
 * Finds the headline, author and date. Those printed on the first page take precedence over the file's metadata, except
 * for a title in the metadata that is also printed.
 *
 * @param bodySize font size of the text, in points
 * @returns `used` are the paragraphs with the headline and the author, which are not part of the article's text
 */
export function findFacts(
  paragraphs: readonly PdfParagraph[],
  stated: PdfMetadata,
  bodySize: number,
  lang: string | null,
): { facts: ArticleFacts; used: Set<PdfParagraph> } {
  const head = paragraphs.slice(0, MAX_HEAD_PARAGRAPHS).filter(({ page }) => page === 0);
  const used = new Set<PdfParagraph>();
  const statedTitle = cleanTitle(stated.title);
  const headline = findHeadline(head, bodySize);
  const printedTitle = headline.map(({ text }) => text).join(' ') || null;
  const statedHeadline = head.find(
    ({ text }) => statedTitle !== null && normalise(text) === normalise(statedTitle),
  );
  if (statedHeadline !== undefined) used.add(statedHeadline);
  else for (const one of headline) used.add(one);
  const title = statedHeadline === undefined ? (printedTitle ?? statedTitle) : statedTitle;

  const bylineParagraph = head.find(
    ({ text, size }) =>
      text.length <= MAX_BYLINE_LENGTH && size < MIN_HEADLINE_SIZE * bodySize && BYLINE_PREFIX.test(text),
  );
  const byline = bylineParagraph === undefined ? null : cleanByline([bylineParagraph.text], lang);
  if (bylineParagraph !== undefined && byline !== null) used.add(bylineParagraph);

  const dateParagraph = head.find(
    ({ text }) => text.length <= MAX_DATE_LENGTH && findDate(text, 'day') !== null,
  );
  const day = dateParagraph === undefined ? null : findDate(dateParagraph.text, 'day');
  return {
    facts: {
      title,
      byline: byline ?? cleanAuthor(stated.author, lang),
      publishedAt: day ?? parseDay(stated.createdAt),
    },
    used,
  };
}
