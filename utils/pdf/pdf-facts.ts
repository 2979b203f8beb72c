import { cleanByline } from '../article/metadata/clean-byline.ts';
import { readWords } from '../article/metadata/read-dates.ts';
import type { PdfParagraph } from './join-paragraphs.ts';
import type { PdfFacts } from './pdf-page.ts';

/** Titles that programs make up: names of files and of themselves. */
const NO_TITLE =
  /^(?:untitled|unbenannt|sans titre|sin t[íi]tulo|senza titolo|bez tytu[łl]u|без назви|microsoft word|document\d*|layout \d+)\b|\.(?:docx?|pdf|indd|qxp|odt|rtf|tex|html?|pptx?)\b|^[\w-]*\d[\w-]*$|^https?:/iu;
const NO_AUTHOR =
  /^(?:admin(?:istrator)?|user|owner|unknown|anonymous|author|root|windows user|microsoft|adobe|canon|hp|epson|scan(?:ner)?|.*@.*|[\w-]*\d[\w-]*)$/iu;
const BY =
  /^(?:by|text by|words by|von|par|por|di|de|door|av|af|autor(?:ka|a)?|автор(?:ка)?|text|texte)\s*:?\s+(?=\p{Lu})/iu;

/** A headline is larger than the text by this much, and one of the first paragraphs of the first page. */
const HEADLINE = 1.25;
const HEAD = 8;
const LONGEST_TITLE = 300;
const LONGEST_BYLINE = 120;
const LONGEST_DATE = 100;

interface Found {
  title: string | null;
  byline: string | null;
  publishedAt: string | null;
}

const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** `D:YYYYMMDD…` (ISO 32000-1, 7.9.4) as a day. */
function dayOf(stated: string | null): string | null {
  const [, year, month, day] = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(stated ?? '') ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const iso = `${year}-${month}-${day}`;
  return Number.isNaN(Date.parse(iso)) ? null : iso;
}

function titleOf(stated: string | null): string | null {
  const title = stated?.replace(/\s+/g, ' ').trim() ?? '';
  return title.length < 8 || !title.includes(' ') || NO_TITLE.test(title) ? null : title;
}

function authorOf(stated: string | null, lang: string | null): string | null {
  const author = stated?.replace(/\s+/g, ' ').trim() ?? '';
  return !author.includes(' ') || NO_AUTHOR.test(author) ? null : cleanByline([author], lang);
}

/** The largest of the first paragraphs; what follows in the same size belongs to it. */
function headlineOf(head: readonly PdfParagraph[], body: number): PdfParagraph[] {
  const large = head.filter(({ size, text }) => size >= HEADLINE * body && text.length <= LONGEST_TITLE);
  const size = Math.max(0, ...large.map((one) => one.size));
  const first = large.findIndex((one) => one.size === size);
  return large.slice(first, first + 3).filter((one) => one.size === size);
}

/**
 * Headline, author and date. What is printed on the first page counts before what the file says of itself, except for the
 * title of a file whose first page has no headline.
 *
 * @param body size of the text
 * @returns `used`: paragraphs that are told by these, and are no text of the article
 */
export function findFacts(
  paragraphs: readonly PdfParagraph[],
  stated: PdfFacts,
  body: number,
  lang: string | null,
): { facts: Found; used: Set<PdfParagraph> } {
  const head = paragraphs.slice(0, HEAD).filter(({ page }) => page === 0);
  const used = new Set<PdfParagraph>();
  const said = titleOf(stated.title);
  const headline = headlineOf(head, body);
  const printed = headline.map(({ text }) => text).join(' ') || null;
  const same = head.find(({ text }) => said !== null && fold(text) === fold(said));
  if (same !== undefined) used.add(same);
  else for (const one of headline) used.add(one);
  const title = same === undefined ? (printed ?? said) : said;

  const by = head.find(
    ({ text, size }) => text.length <= LONGEST_BYLINE && size < HEADLINE * body && BY.test(text),
  );
  const byline = by === undefined ? null : cleanByline([by.text], lang);
  if (by !== undefined && byline !== null) used.add(by);

  const dated = head.find(({ text }) => text.length <= LONGEST_DATE && readWords(text, 'day') !== null);
  const day = dated === undefined ? null : readWords(dated.text, 'day');
  return {
    facts: {
      title,
      byline: byline ?? authorOf(stated.author, lang),
      publishedAt: day ?? dayOf(stated.createdAt),
    },
    used,
  };
}
