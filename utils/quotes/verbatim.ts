import type { Quotation } from './types.ts';

/** Whether a quote is found in a text word for word where it says. */
export function isVerbatim({ text, start, end }: Quotation, whole: string): boolean {
  return start < end && end <= whole.length && whole.slice(start, end) === text;
}
