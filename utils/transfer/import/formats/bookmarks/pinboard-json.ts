import { makeRecord } from '../../make-record.ts';
import { articleNote } from '../../parsing/article-note.ts';
import { fieldOf, hasKey, textOf } from '../../parsing/json-elements.ts';
import { jsonFormat } from '../../parsing/json-format.ts';
import { readNames, readTime } from '../../parsing/read-fields.ts';

/**
 * Pinboard's JSON: `[{href, description, extended, meta, hash, time, shared, toread, tags}]`; the title is in
 * `description` (`false` where there is none), tags are parted by blanks. What is not `toread` has been filed away.
 */
export const PINBOARD_JSON = jsonFormat({
  name: 'pinboard',
  key: null,
  fitsFirst: (post) => hasKey(post, 'href') && (hasKey(post, 'toread') || hasKey(post, 'extended')),
  toRecord: (post, at) =>
    makeRecord(at, textOf(fieldOf(post, 'href')), {
      title: textOf(fieldOf(post, 'description')) ?? '',
      savedAt: readTime(fieldOf(post, 'time')),
      archived: fieldOf(post, 'toread') === 'no',
      tags: readNames(fieldOf(post, 'tags'), ' '),
      highlights: articleNote(fieldOf(post, 'extended')),
    }),
});
