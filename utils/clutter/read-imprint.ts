import type { Imprint } from './block-fingerprint.ts';

/** More numbers than any page gives. */
const LIST_LIMIT = 1000;

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.length <= LIST_LIMIT && value.every(Number.isSafeInteger);
}

/** The fingerprint of a page as a tab sends it; null where it is none. */
export function readImprint(value: unknown): Imprint | null {
  const { page, blocks, hidden, shown } = (value ?? {}) as Record<string, unknown>;
  if (!Number.isSafeInteger(page) || !isNumbers(blocks) || !isNumbers(hidden) || !isNumbers(shown))
    return null;
  return { page: page as number, blocks, hidden, shown };
}
