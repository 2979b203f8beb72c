import { ADDRESS_LIMIT } from '../text/limits.ts';
import type { ListPath, RecordFailure } from './import/import-types.ts';

/**
 * Parses the address of a web page in a field of an export.
 *
 * @returns the address, normalised by the URL standard, or why there is none
 */
export function readAddress(field: string | null | undefined): { url: string } | { why: RecordFailure } {
  const text = (field ?? '').trim();
  if (text === '') return { why: 'noAddress' };
  if (text.length > ADDRESS_LIMIT) return { why: /^https?:/i.test(text) ? 'badAddress' : 'notWeb' };
  // “example.org/page”, as in some exports; a scheme never has a dot before its colon.
  const full = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?(?:[/?#]|$)/i.test(text) ? `https://${text}` : text;
  if (!URL.canParse(full)) return { why: 'badAddress' };
  const url = new URL(full);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { why: 'notWeb' };
  return { url: url.href };
}

/** The plain text of a field; control characters and white space are collapsed to single spaces. */
export function plain(field: unknown): string {
  if (typeof field !== 'string') return typeof field === 'number' ? String(field) : '';
  return field.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}

/** The plain text of a field, or null if it is empty. */
export function plainOrNull(field: unknown): string | null {
  return plain(field) || null;
}

/** Paths of top-level lists, from their names. */
export function listsOfNames(names: readonly string[]): ListPath[] {
  return cleanNames(names).map((name) => [name]);
}

/** Distinct names without empty ones. */
export function cleanNames(names: readonly string[]): string[] {
  return [...new Set(names.map(plain).filter((name) => name !== ''))];
}
