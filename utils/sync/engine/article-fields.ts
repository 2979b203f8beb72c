/** Converts an article of the library to the fields of a sync record; see docs/sync.md, “Articles”. */
import { extractEdits, statedDetails } from '../../library/articles/article-details.ts';
import { queryHighlights, queryImages } from '../../library/articles/article-parts.ts';
import { tagKey } from '../../library/lists/tags.ts';
import { getCorrections } from '../../library/people/stored-corrections.ts';
import type { LibraryDb } from '../../library/schema/library-db.ts';
import type { ArticleRow } from '../../library/types.ts';
import type { LibraryKey } from '../format/library-key.ts';
import { isSameValue, type SyncRecord } from '../merge/record.ts';
import type { Json } from '../merge/stamp.ts';
import { readTextJson } from './text-body.ts';

/**
 * Properties that are determined by saving a page. They are synced as a single field, so that a headline is never combined
 * with the text of another save. They don't include the user's edits of details.
 */
export const TEXT_FIELDS = [
  'url',
  'canonicalUrl',
  'claimedUrl',
  'title',
  'byline',
  'siteName',
  'host',
  'publishedAt',
  'modifiedAt',
  'lang',
  'dir',
  'excerpt',
  'wordCount',
  'isPreview',
  'savedFrom',
  'updatedAt',
  'hasText',
  'pages',
  'textHash',
  'imagesOver',
] as const satisfies readonly (keyof ArticleRow)[];

/** Properties that are changed by the user's actions, each synced as its own field. Empty values are omitted. */
export const USER_FIELDS = [
  'archivedAt',
  'deletedAt',
  'openedAt',
  'pinnedAt',
  'finishedAt',
  'favourite',
  'progress',
] as const satisfies readonly (keyof ArticleRow)[];

/** The value of a `picture:` field: a file in the remote store, its media type, and the picture's size in bytes. */
export interface SyncPicture {
  file: string;
  type: string;
  bytes: number;
}

/** True for fields that are kept in the record even if this device lacks their content. */
export const isKeptWithoutContent = (name: string): boolean =>
  name === 'text' ||
  name === 'link' ||
  name === 'identity' ||
  name === 'missing' ||
  name.startsWith('at:') ||
  name.startsWith('picture:');

/** Returns a test for fields of pictures that the text no longer contains. */
export function makeRemovedPictureTest(values: ReadonlyMap<string, Json>): (name: string) => boolean {
  const pictures = textOrLinkOf(values)?.pictures;
  if (!Array.isArray(pictures)) return () => false;
  const names = new Set(pictures.map((url) => `picture:${String(url)}`));
  return (name) => name.startsWith('picture:') && !names.has(name);
}

const KNOWN_FIELD = new RegExp(
  `^(?:text|link|identity|missing|savedAt|${USER_FIELDS.join('|')}|(?:detail|at|tag|list|mark|note|colour|fix|picture):.*)$`,
  's',
);

/** False for a field of a later version, whose absence on this device does not mean that it was removed. */
export const isArticleField = (name: string): boolean => KNOWN_FIELD.test(name);

type Value = Readonly<Record<string, Json>>;

const isObject = (value: Json | undefined): value is Value =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Returns the value of the `text` field or, if there is none, of the `link` field. */
export function textOrLinkOf(values: ReadonlyMap<string, Json>): Value | null {
  const value = values.get('text') ?? values.get('link');
  return isObject(value) ? value : null;
}

/** Converts a value to JSON. Properties that are `undefined` are dropped. */
const toJson = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? null)) as Json;

/** Reads the value of the `text` or `link` field. The name of the text's file is computed only if the rest has changed. */
async function readTextValue(
  db: LibraryDb,
  key: LibraryKey,
  article: ArticleRow,
  known: Json | undefined,
): Promise<Value> {
  const images = await queryImages(db, article.id).toArray();
  const stated = { ...article, ...statedDetails(article) };
  const entries = TEXT_FIELDS.flatMap((name) =>
    stated[name] === undefined ? [] : [[name, toJson(stated[name])]],
  );
  const value: Value = {
    ...(Object.fromEntries(entries) as Value),
    pictures: images.map(({ url }) => url).sort(),
    lead: images.find(({ id }) => id === article.leadImageId)?.url ?? null,
  };
  if (isObject(known) && isSameValue({ ...value, body: known.body ?? null }, known)) return known;
  const json = await readTextJson(db, article);
  return { ...value, body: json === null ? null : key.computeName('text', json) };
}

/**
 * Reads an article as values by field. Must run inside the caller's transaction.
 *
 * @param known the last known record
 * @param pictures new pictures of the article that may be transferred, by URL
 */
export async function readArticle(
  db: LibraryDb,
  key: LibraryKey,
  article: ArticleRow,
  known: SyncRecord,
  pictures: ReadonlyMap<string, SyncPicture> = new Map(),
): Promise<Map<string, Json>> {
  const values = new Map<string, Json>([
    ['identity', article.identity],
    ['savedAt', article.savedAt],
  ]);
  const text = article.hasText ? 'text' : 'link';
  values.set(text, await readTextValue(db, key, article, known.fields[text]?.[1]));
  for (const name of USER_FIELDS) if (article[name]) values.set(name, article[name]);
  for (const [name, shown] of Object.entries(extractEdits(article))) values.set(`detail:${name}`, { shown });
  for (const address of article.addresses) values.set(`at:${address}`, 1);
  for (const tag of article.tags) values.set(`tag:${tagKey(tag)}`, 1);
  for (const id of article.listIds) values.set(`list:${id}`, 1);
  for (const row of await queryHighlights(db, article.id).toArray()) {
    const { text: words, prefix, suffix, createdAt } = row;
    values.set(`mark:${row.id}`, { text: words, prefix, suffix, createdAt });
    values.set(`colour:${row.id}`, row.colour);
    if (row.note !== '') values.set(`note:${row.id}`, row.note);
  }
  for (const { quoteHash, speaker, role, correctedAt } of await getCorrections(db, article.id))
    values.set(`fix:${quoteHash}`, { speaker, role, correctedAt });
  for (const [url, picture] of pictures) values.set(`picture:${url}`, { ...picture });
  return values;
}
