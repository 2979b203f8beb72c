import { plain, plainOrNull } from '../../../web-address.ts';
import type { ImportedHighlight } from '../../import-types.ts';
import { makeRecord } from '../../make-record.ts';
import { fieldOf, hasKey, jsonFormat, listOf, textOf } from '../../parsing/json-elements.ts';
import { articleNote, readFlag, readNames, readTime } from '../../parsing/read-fields.ts';

function readHighlights(value: unknown): ImportedHighlight[] {
  return listOf(value).map((highlight) => ({
    text: plain(fieldOf(highlight, 'content') ?? fieldOf(highlight, 'text')),
    note: textOf(fieldOf(highlight, 'note')) ?? '',
    createdAt: readTime(fieldOf(highlight, 'addedAt') ?? fieldOf(highlight, 'createdAt')),
    colour: plainOrNull(fieldOf(highlight, 'color')),
  }));
}

/** GoodLinks' JSON: `[{url, originalURL, title, summary, author, tags, starred, addedAt, readAt}]`, times in seconds. */
export const GOODLINKS_JSON = jsonFormat({
  name: 'goodLinks',
  key: null,
  fitsFirst: (link) => hasKey(link, 'url') && hasKey(link, 'addedAt'),
  toRecord: (link, at) => {
    const isRead = readTime(fieldOf(link, 'readAt')) !== null;
    return makeRecord(at, textOf(fieldOf(link, 'url')) ?? textOf(fieldOf(link, 'originalURL')), {
      title: textOf(fieldOf(link, 'title')) ?? '',
      byline: plainOrNull(fieldOf(link, 'author')),
      excerpt: plainOrNull(fieldOf(link, 'summary')),
      savedAt: readTime(fieldOf(link, 'addedAt')),
      archived: isRead,
      favourite: readFlag(fieldOf(link, 'starred')),
      progress: isRead ? 1 : 0,
      tags: readNames(fieldOf(link, 'tags')),
      highlights: [...articleNote(fieldOf(link, 'note')), ...readHighlights(fieldOf(link, 'highlights'))],
    });
  },
});
