import type { Quote } from '../quotes/types.ts';

export interface ExportedHighlight {
  text: string;
  note: string;
  /** Milliseconds since 1970. */
  createdAt: number;
}

/** A saved article with all that an export may want of it. */
export interface ExportArticle {
  id: string;
  /** The canonical address. */
  url: string;
  title: string;
  byline: string | null;
  siteName: string | null;
  host: string;
  /** ISO 8601, as the page states it. */
  publishedAt: string | null;
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
  tags: readonly string[];
  /** Names of lists. */
  lists: readonly string[];
  /** Sanitised; `''` where only the address is known. */
  html: string;
  /** Paragraphs parted by `\n\n`; the quotes' offsets point into it. */
  text: string;
  quotes: readonly Quote[];
  highlights: readonly ExportedHighlight[];
  /** Pictures that are here, by their source addresses. Empty where the format has none. */
  images: ReadonlyMap<string, Blob>;
}

/** A day as ISO 8601 has it, of a moment. */
export function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** Year, month and day as far as an ISO date states them. */
export function dateParts(
  date: string | null,
): { year: string; month: string | null; day: string | null } | null {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(date ?? '');
  return match?.[1] === undefined ? null : { year: match[1], month: match[2] ?? null, day: match[3] ?? null };
}
