/** Highlights in one field of a table, as Raindrop.io and Diigo write them. */
import { plain, plainOrNull } from '../../web-address.ts';
import type { ImportedHighlight } from '../import-types.ts';

/** Lines of a highlight that say what follows. */
const LABEL = /^(highlight|note|colou?r)\s*:\s?/i;

/** Begins with a label, or goes on with what the line before began. */
type Part = 'text' | 'note' | 'colour';

function partOf(label: string): Part {
  const name = label.toLowerCase();
  if (name === 'highlight') return 'text';
  return name === 'note' ? name : 'colour';
}

/**
 * `Highlight:` and the words, a line or more for each, as people's exports have it; perhaps `Note:` and `Color:` below
 * (raindropio/app issues 213 and 214 show the colours). Where no line is labelled, each paragraph is one.
 */
export function readLabelledHighlights(field: string): ImportedHighlight[] {
  const isLabelled = /(?:^|\n)\s*highlight\s*:/i.test(field);
  const found: Record<Part, string>[] = [];
  const begin = (): Record<Part, string> => {
    const next = { text: '', note: '', colour: '' };
    found.push(next);
    return next;
  };
  let part: Part = 'text';
  let current = isLabelled ? null : begin();
  for (const line of field.split(/\r\n?|\n/)) {
    if (!isLabelled && line.trim() === '' && current?.text !== '') current = begin();
    const label = isLabelled ? LABEL.exec(line.trim()) : null;
    if (label !== null) part = partOf(label[1] ?? '');
    if (label !== null && part === 'text') current = begin();
    if (current === null) continue;
    current[part] += `${label === null ? line : line.trim().slice(label[0].length)}\n`;
  }
  return found.flatMap(({ text, note, colour }) => {
    const words = plain(text);
    if (words === '' && note.trim() === '') return [];
    return [{ text: words, note: note.trim(), createdAt: null, colour: plainOrNull(colour) }];
  });
}
