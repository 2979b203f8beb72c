/** Converts an article of the library into the fields of a sync record; see docs/sync.md, “Articles”. */
import { extractEdits, statedDetails } from '../../library/articles/article-details.ts';
import { queryHighlights, queryImages } from '../../library/articles/article-parts.ts';
import { tagKey } from '../../library/lists/tags.ts';
import { getCorrections } from '../../library/people/stored-corrections.ts';
import type { LibraryDb } from '../../library/schema/library-db.ts';
import type { ArticleRow } from '../../library/types.ts';
import type { LibraryKey } from '../format/library-key.ts';
import { isSameValue, type SyncRecord } from '../merge/record.ts';
import type { Json } from '../merge/stamp.ts';
import { textJson } from './text-body.ts';

/**
 * Everything that one save determines. It is synced as a single field, so that a headline is never combined with the
 * text of another save. The user's own edits of the details are not included.
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

/** The user's actions on an article, each synced as its own field. Empty values are omitted. */
export const USER_FIELDS = [
  'archivedAt',
  'deletedAt',
  'openedAt',
  'pinnedAt',
  'finishedAt',
  'favourite',
  'progress',
] as const satisfies readonly (keyof ArticleRow)[];

/** A picture file in the remote store. */
export interface SyncPicture {
  file: string;
  type: string;
  bytes: number;
}

/** Fields that stay in the record although this device lacks their content. */
export const persistsInArticle = (name: string): boolean =>
  name === 'text' ||
  name === 'link' ||
  name === 'identity' ||
  name === 'missing' ||
  name.startsWith('at:') ||
  name.startsWith('picture:');

/** Returns a test for picture fields that the text no longer refers to, so that nothing displays them. */
export function removedPictures(values: ReadonlyMap<string, Json>): (name: string) => boolean {
  const pictures = textOf(values)?.pictures;
  if (!Array.isArray(pictures)) return () => false;
  const names = new Set(pictures.map((url) => `picture:${String(url)}`));
  return (name) => name.startsWith('picture:') && !names.has(name);
}

const KNOWN = new RegExp(
  `^(?:text|link|identity|missing|savedAt|${USER_FIELDS.join('|')}|(?:detail|at|tag|list|mark|note|colour|fix|picture):.*)$`,
  's',
);

/** False for a field of a later version: its absence on this device does not mean that it was removed. */
export const isArticleField = (name: string): boolean => KNOWN.test(name);

type Value = Readonly<Record<string, Json>>;

const isValue = (value: Json | undefined): value is Value =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The article's text field or, for an article without text, its link field. */
export function textOf(values: ReadonlyMap<string, Json>): Value | null {
  const value = values.get('text') ?? values.get('link');
  return isValue(value) ? value : null;
}

/** Converts a value to JSON; `undefined` properties are dropped. */
const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? null)) as Json;

/**
 * The text field as the library has it. The name of its file is computed only if something about the text has changed.
 */
async function textValue(
  db: LibraryDb,
  key: LibraryKey,
  article: ArticleRow,
  known: Json | undefined,
): Promise<Value> {
  const images = await queryImages(db, article.id).toArray();
  const stated = { ...article, ...statedDetails(article) };
  const described = TEXT_FIELDS.flatMap((name) =>
    stated[name] === undefined ? [] : [[name, asJson(stated[name])]],
  );
  const value: Value = {
    ...(Object.fromEntries(described) as Value),
    pictures: images.map(({ url }) => url).sort(),
    lead: images.find(({ id }) => id === article.leadImageId)?.url ?? null,
  };
  if (isValue(known) && isSameValue({ ...value, body: known.body ?? null }, known)) return known;
  const json = await textJson(db, article);
  return { ...value, body: json === null ? null : key.nameOf('text', json) };
}

/**
 * Reads an article as values by field. Must run inside the caller's transaction.
 *
 * @param known the record so far
 * @param pictures new pictures of the article that may be transferred, by address
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
  values.set(text, await textValue(db, key, article, known.fields[text]?.[1]));
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
