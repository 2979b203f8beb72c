import { plainOrNull } from '../../../web-address.ts';
import { makeRecord } from '../../make-record.ts';
import { articleNote } from '../../parsing/article-note.ts';
import { fieldOf, hasKey, textOf } from '../../parsing/json-elements.ts';
import { jsonFormat } from '../../parsing/json-format.ts';
import { readFlag, readNames, readTime } from '../../parsing/read-fields.ts';

/**
 * linkding's answers, which many keep as backups: `{count, results: [{url, title, description, notes, is_archived,
 * unread, tag_names, date_added, website_title, preview_image_url}]}`. (Its HTML is a list of links.)
 */
export const LINKDING_JSON = jsonFormat({
  name: 'linkding',
  key: 'results',
  fitsFirst: (bookmark) => hasKey(bookmark, 'url') && hasKey(bookmark, 'tag_names'),
  toRecord: (bookmark, at) =>
    makeRecord(at, textOf(fieldOf(bookmark, 'url')), {
      title: textOf(fieldOf(bookmark, 'title')) || textOf(fieldOf(bookmark, 'website_title')) || '',
      excerpt: plainOrNull(
        textOf(fieldOf(bookmark, 'description')) || fieldOf(bookmark, 'website_description'),
      ),
      imageUrl: textOf(fieldOf(bookmark, 'preview_image_url')),
      savedAt: readTime(fieldOf(bookmark, 'date_added')),
      archived: readFlag(fieldOf(bookmark, 'is_archived')),
      tags: readNames(fieldOf(bookmark, 'tag_names')),
      highlights: articleNote(fieldOf(bookmark, 'notes')),
    }),
});
