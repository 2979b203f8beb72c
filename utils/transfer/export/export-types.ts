import { type ArticleDates, findUpdateDate } from '../../article/updated-date.ts';
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
  /** Unix timestamp in ms. */
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
  /** Unix timestamp in ms. */
  savedAt: number;
  archived: boolean;
  favourite: boolean;
  /** Reading progress, 0–1. */
  progress: number;
  /** When the article was read to the end (Unix timestamp in ms), or null. */
  finishedAt: number | null;
  /** Source URL of the lead image. */
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

/** Returns the title, or else the address or the host; `''` if all are empty. */
export function displayTitle({ title, url, host }: Pick<ExportArticle, 'title' | 'url' | 'host'>): string {
  return title || url || host;
}

/** Formats a list path as one line: `Outer / Inner`. */
export function formatListPath(path: readonly string[]): string {
  return path.join(' / ');
}

/** Formats an ISO date as `2026-01-25`, `2026-01` or `2026`; null if it is invalid. */
export function toDay(date: string | null): string | null {
  const { year, month, day } = parseDateParts(date) ?? {};
  return [year, month, day].filter(Boolean).join('-') || null;
}

/** Returns the day of the last update; null if the article was not updated. */
export function getUpdatedDay(article: ArticleDates): string | null {
  return toDay(findUpdateDate(article));
}

/** Formats a Unix timestamp in ms as an ISO date (UTC). */
export function toIsoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/**
 * Splits an ISO date into year, month and day. Missing and invalid parts are null; returns null without a valid year.
 */
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
