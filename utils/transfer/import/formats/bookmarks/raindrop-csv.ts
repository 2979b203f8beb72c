import { plainOrNull } from '../../../web-address.ts';
import type { ListPath } from '../../import-types.ts';
import { makeRecord } from '../../make-record.ts';
import { csvFormat } from '../../parsing/csv-rows.ts';
import {
  articleNote,
  readFlag,
  readLabelledHighlights,
  readNames,
  readTime,
} from '../../parsing/read-fields.ts';

/** The folder of bookmarks without a folder. */
const NO_FOLDER = /^unsorted$/i;

/** Parses `Outer / Inner`. A slash without spaces around it is part of the name. */
function readFolder(field: string, separator: RegExp): ListPath[] {
  const path = field.split(separator).flatMap((name) => name.trim() || []);
  return path.length === 0 || (path.length === 1 && NO_FOLDER.test(path[0] ?? '')) ? [] : [path];
}

/**
 * Raindrop.io's CSV: `id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite`, with tags separated by
 * `, `; and the format of its own import: `url,folder,title,note,tags,created`, with folders separated by `/`.
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
      highlights: [...articleNote(row('note')), ...readLabelledHighlights(row('highlights'))],
    });
  },
});
