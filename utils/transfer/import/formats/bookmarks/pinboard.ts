/** Pinboard and Delicious: bookmarks as JSON and XML. */

import type { FileFormat } from '../../format-types.ts';
import type { ImportRecord, RecordStream } from '../../import-types.ts';
import { makeRecord } from '../../make-record.ts';
import { type HtmlToken, HtmlTokens } from '../../parsing/html-tokens.ts';
import { fieldOf, hasKey, jsonFormat, textOf } from '../../parsing/json-elements.ts';
import { articleNote, readNames, readTime } from '../../parsing/read-fields.ts';
import { readText } from '../../parsing/read-text.ts';

/**
 * Pinboard's JSON: `[{href, description, extended, meta, hash, time, shared, toread, tags}]`; the title is in
 * `description` (`false` if there is none), tags are separated by spaces. Posts that are not `toread` count as archived.
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

function isPost(token: HtmlToken): token is Extract<HtmlToken, { kind: 'open' }> {
  return token.kind === 'open' && token.tag === 'post' && token.attributes.has('href');
}

function toRecord(post: ReadonlyMap<string, string>, at: string): ImportRecord {
  return makeRecord(at, post.get('href'), {
    title: post.get('description') ?? '',
    savedAt: readTime(post.get('time')),
    // Without this attribute, nothing counts as archived.
    archived: post.get('toread') === 'no',
    tags: readNames(post.get('tag'), ' '),
    highlights: articleNote(post.get('extended')),
  });
}

async function* readPosts(file: Blob): RecordStream {
  const reader = new HtmlTokens();
  let count = 0;
  const recordsOf = (tokens: readonly HtmlToken[]): ImportRecord[] =>
    tokens.filter(isPost).map(({ attributes }) => toRecord(attributes, String(++count)));
  for await (const piece of readText(file)) yield* recordsOf(reader.push(piece));
  yield* recordsOf(reader.end());
}

/**
 * Pinboard's XML, formerly that of Delicious: `<posts user><post href time description extended tag hash shared
 * toread="yes"/></posts>`; `toread` is missing in posts that are not to be read.
 */
export const POSTS_XML: FileFormat<'pinboard'> = {
  name: 'pinboard',
  fits: (head) =>
    head.kind === 'markup' &&
    head.tokens.find((token) => token.kind === 'open')?.tag === 'posts' &&
    head.tokens.some(isPost),
  read: readPosts,
};
