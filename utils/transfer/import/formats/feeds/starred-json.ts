import { decodeHTML } from 'entities';
import { plain, plainOrNull } from '../../../web-address.ts';
import type { ImportedHighlight, ImportRecord } from '../../import-types.ts';
import { makeRecord } from '../../make-record.ts';
import { textOfHtml } from '../../parsing/html-text.ts';
import { fieldOf, hasKey, jsonFormat, listOf, textOf } from '../../parsing/json-elements.ts';
import { readTime } from '../../parsing/read-fields.ts';

/** `user/1005921515/label/Harbours`, `user/-/state/com.google/starred`; other categories are the feed's. */
const LABEL = /^user\/[^/]*\/label\/(.+)$/s;
const STARRED = /^user\/[^/]*\/state\/[^/]+\/starred$/;

function firstAddress(links: unknown): string | null {
  return listOf(links).flatMap((link) => textOf(fieldOf(link, 'href')) ?? [])[0] ?? null;
}

function readHighlights(value: unknown): ImportedHighlight[] {
  return listOf(value).map((annotation) => ({
    text: plain(fieldOf(annotation, 'text')),
    note: textOf(fieldOf(annotation, 'note')) ?? '',
    createdAt: readTime(fieldOf(annotation, 'added_on')),
    colour: null,
  }));
}

/** Minimum length of an article's text in characters; shorter content is a summary. */
const MIN_TEXT_LENGTH = 1000;

/** The content of an item: the article's text, or a summary. */
function readContent(item: unknown): { html: string } | { excerpt: string | null } {
  const content =
    fieldOf(fieldOf(item, 'content'), 'content') ?? fieldOf(fieldOf(item, 'summary'), 'content');
  const html = textOf(content) ?? '';
  const text = plain(textOfHtml(html));
  return text.length < MIN_TEXT_LENGTH ? { excerpt: plainOrNull(text) } : { html };
}

/** FreshRSS keeps titles and names with `&`, `<`, `>` and quotation marks escaped. */
const lineOf = (value: unknown): string | null => plainOrNull(decodeHTML(plain(value)));

function toRecord(item: unknown, at: string): ImportRecord {
  const categories = listOf(fieldOf(item, 'categories')).flatMap((name) => textOf(name) ?? []);
  const published = readTime(fieldOf(item, 'published'));
  return makeRecord(
    at,
    firstAddress(fieldOf(item, 'canonical')) ?? firstAddress(fieldOf(item, 'alternate')),
    {
      title: decodeHTML(textOf(fieldOf(item, 'title')) ?? ''),
      byline: lineOf(fieldOf(item, 'author')),
      siteName: lineOf(fieldOf(fieldOf(item, 'origin'), 'title')),
      publishedAt: published === null ? null : new Date(published).toISOString(),
      savedAt:
        readTime(fieldOf(item, 'timestampUsec')) ?? readTime(fieldOf(item, 'crawlTimeMsec')) ?? published,
      favourite: categories.some((name) => STARRED.test(name)),
      tags: categories.flatMap((name) => LABEL.exec(name)?.[1] ?? []),
      ...readContent(item),
      highlights: readHighlights(fieldOf(item, 'annotations')),
    },
  );
}

/**
 * Starred articles in the format of Google Reader, used by Inoreader, FreshRSS and others: `{id, title, items: [{title,
 * canonical, alternate, content or summary, categories, origin, published, timestampUsec, annotations}]}`. Some omit
 * `canonical`, some have the content in `summary`; times are in seconds, milliseconds and microseconds.
 */
export const STARRED_JSON = jsonFormat({
  name: 'starred',
  key: 'items',
  fitsFirst: (item) =>
    (hasKey(item, 'canonical') || hasKey(item, 'alternate')) &&
    (hasKey(item, 'categories') || hasKey(item, 'origin')),
  toRecord,
});
