import { ADDRESS_LIMIT } from '../text/limits.ts';
import type { ListPath, RecordFailure } from './import/import-types.ts';

/**
 * Parses the address of a web page in a field of an export.
 *
 * @returns the address, normalised by the URL standard, or the reason why it was rejected
 */
export function parseWebAddress(field: string | null | undefined): { url: string } | { why: RecordFailure } {
  const text = (field ?? '').trim();
  if (text === '') return { why: 'noAddress' };
  if (text.length > ADDRESS_LIMIT) return { why: /^https?:/i.test(text) ? 'badAddress' : 'notWeb' };
  // “example.org/page”, as in some exports; no known scheme contains a dot.
  const absolute = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?(?:[/?#]|$)/i.test(text) ? `https://${text}` : text;
  if (!URL.canParse(absolute)) return { why: 'badAddress' };
  const url = new URL(absolute);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { why: 'notWeb' };
  return { url: url.href };
}

/** The plain text of a field; control characters and white space are collapsed to single spaces. */
export function toPlainText(field: unknown): string {
  if (typeof field !== 'string') return typeof field === 'number' ? String(field) : '';
  return field.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}

/** The plain text of a field, or null if it is empty. */
export function toPlainTextOrNull(field: unknown): string | null {
  return toPlainText(field) || null;
}

/** Converts names of top-level lists to list paths. */
export function toListPaths(names: readonly string[]): ListPath[] {
  return uniqueNames(names).map((name) => [name]);
}

/** Removes duplicate and empty names. */
export function uniqueNames(names: readonly string[]): string[] {
  return [...new Set(names.map(toPlainText).filter((name) => name !== ''))];
}
