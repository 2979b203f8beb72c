import type { ImportedHighlight } from '../import-types.ts';

/** Characters of a note: as long as a highlight's may be. */
const LONGEST_NOTE = 20_000;

/**
 * What the user wrote about an article as a whole, in one field or several.
 *
 * @returns a note without a passage, or nothing where nothing was written
 */
export function articleNote(...parts: readonly unknown[]): ImportedHighlight[] {
  const written = parts.flatMap((part) =>
    typeof part === 'string' ? [part.replace(/\r\n?/g, '\n').trim()] : [],
  );
  const note = [...new Set(written)].filter((part) => part !== '').join('\n\n');
  return note === '' ? [] : [{ text: '', note: note.slice(0, LONGEST_NOTE), createdAt: null, colour: null }];
}
