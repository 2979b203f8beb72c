import { plain, plainOrNull } from '../../../web-address.ts';
import type { ImportedHighlight, ListPath } from '../../import-types.ts';
import { makeRecord } from '../../make-record.ts';
import { articleNote } from '../../parsing/article-note.ts';
import { csvFormat } from '../../parsing/csv-rows.ts';
import { readFlag, readNames, readTime } from '../../parsing/read-fields.ts';

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
function readHighlights(field: string): ImportedHighlight[] {
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

/** Where everything is that is in no folder. */
const NO_FOLDER = /^unsorted$/i;

/** `Outer / Inner`. A slash or a comma without blanks around it belongs to the name. */
function readFolder(field: string, separator: RegExp): ListPath[] {
  const path = field.split(separator).flatMap((name) => name.trim() || []);
  return path.length === 0 || (path.length === 1 && NO_FOLDER.test(path[0] ?? '')) ? [] : [path];
}

/**
 * Raindrop.io's CSV: `id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite`, tags joined by `, `;
 * and what it takes itself: `url,folder,title,note,tags,created`, folders joined by `/`.
 */
export const RAINDROP_CSV = csvFormat({
  name: 'raindropCsv',
  columns: ['url', 'folder', 'title', 'note', 'tags', 'created'],
  toRecord: (row, at) => {
    const isExport = row('id') !== '';
    return makeRecord(at, row('url'), {
      title: row('title'),
      excerpt: plainOrNull(row('excerpt')),
      imageUrl: row('cover'),
      savedAt: readTime(row('created')),
      favourite: readFlag(row('favorite')),
      tags: readNames(row('tags'), ','),
      lists: readFolder(row('folder'), isExport ? / +\/ +/ : /\//),
      highlights: [...articleNote(row('note')), ...readHighlights(row('highlights'))],
    });
  },
});
