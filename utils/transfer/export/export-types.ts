import { type ArticleDates, updatedDate } from '../../article/updated-date.ts';
import type { Quote } from '../../quotes/types.ts';

export interface ExportedHighlight {
  /** The id of the highlight's row, for exporting a selection. */
  id?: string;
  /** UTF-16 offsets of the words in the article's text; null if the text does not contain them. */
  range?: readonly [start: number, end: number] | null;
  /** The highlighted words; `''` for a note on the whole article. */
  text: string;
  note: string;
  /** A colour's name in English. */
  colour: string;
  /** Milliseconds since 1970. */
  createdAt: number;
}

/** A saved article with all data for exports, as stored in the library. */
export interface StoredArticle {
  id: string;
  /** The canonical address. */
  url: string;
  title: string;
  byline: string | null;
  siteName: string | null;
  host: string;
  /** ISO 8601, as the page states it. */
  publishedAt: string | null;
  /** Date of the last change, ISO 8601; absent or null if the page states none. */
  modifiedAt?: string | null;
  lang: string | null;
  dir: 'ltr' | 'rtl';
  excerpt: string | null;
  wordCount: number;
  /** Milliseconds since 1970. */
  savedAt: number;
  archived: boolean;
  favourite: boolean;
  /** 0–1. */
  progress: number;
  /** When it was read to the end, in milliseconds since 1970, or null. */
  finishedAt: number | null;
  /** Source address of its lead image. */
  imageUrl: string | null;
  tags: readonly string[];
  /** Paths of list names, outermost first. */
  lists: readonly (readonly string[])[];
  /** Sanitised; `''` if only the address is known. */
  html: string;
  /** Paragraphs separated by `\n\n`; the quotes' offsets refer to it. */
  text: string;
  quotes: readonly Quote[];
  highlights: readonly ExportedHighlight[];
  /** Stored images by their source addresses. Empty for formats without images. */
  images: ReadonlyMap<string, Blob>;
}

declare const sanitised: unique symbol;

/**
 * An article sanitised for export; see `prepare-export.ts`. Exporters accept nothing else, since a row may come from an
 * old version or a hostile backup.
 */
export interface ExportArticle extends Omit<StoredArticle, 'url'> {
  /** A web address; null for any other, such as `javascript:`. */
  readonly url: string | null;
  readonly [sanitised]: true;
}

/** A title for an article that may have none; `''` if nothing is known. */
export function displayTitle({ title, url, host }: Pick<ExportArticle, 'title' | 'url' | 'host'>): string {
  return title || url || host;
}

/** A list on one line, with its parent lists. */
export function formatListPath(path: readonly string[]): string {
  return path.join(' / ');
}

/** The day of an ISO date as `2026-01-25`, as far as known. */
export function toDay(date: string | null): string | null {
  const { year, month, day } = parseDateParts(date) ?? {};
  return [year, month, day].filter(Boolean).join('-') || null;
}

/** The day of an update; null for an article that was not updated. */
export function getUpdatedDay(article: ArticleDates): string | null {
  return toDay(updatedDate(article));
}

/** The day of a time, in ISO 8601. */
export function toIsoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** Year, month and day as far as an ISO date states them; invalid parts are omitted. */
export function parseDateParts(
  date: string | null,
): { year: string; month: string | null; day: string | null } | null {
  const [, year, month = null, day = null] =
    /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?!\d)/.exec(date ?? '') ?? [];
  // There is no year 0.
  if (year === undefined || Number(year) === 0) return null;
  if (month === null || Number(month) < 1 || Number(month) > 12) return { year, month: null, day: null };
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return { year, month, day: day !== null && Number(day) >= 1 && Number(day) <= lastDay ? day : null };
}
