/** An article of the library as fields that travel; see docs/sync.md, “Articles”. */
import { editsOf, statedDetails } from '../../library/articles/article-details.ts';
import { highlightsOf, imagesOf } from '../../library/articles/article-parts.ts';
import { tagKey } from '../../library/lists/tags.ts';
import { correctionsOf } from '../../library/people/correct-speaker.ts';
import type { LibraryDb } from '../../library/schema/library-db.ts';
import type { ArticleRow } from '../../library/types.ts';
import type { LibraryKey } from '../format/library-key.ts';
import type { Json } from '../merge/field.ts';
import { isSameValue, type SyncRecord } from '../merge/record.ts';
import { bodyJson } from './text-body.ts';

/**
 * What a save decides, all of it at once: one field, so that a headline never stands over another save's text. What the
 * user has put in the place of what the page states is not in it.
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

/** What the user does to an article, each a field of its own. What says nothing is left out. */
export const MARK_FIELDS = [
  'archivedAt',
  'deletedAt',
  'openedAt',
  'pinnedAt',
  'finishedAt',
  'favourite',
  'progress',
] as const satisfies readonly (keyof ArticleRow)[];

/** A picture at the place. */
export interface SyncPicture {
  file: string;
  type: string;
  bytes: number;
}

/** Fields that stay although a device does not have what is in them. */
export const staysInArticle = (name: string): boolean =>
  name === 'text' ||
  name === 'link' ||
  name === 'identity' ||
  name === 'missing' ||
  name.startsWith('at:') ||
  name.startsWith('picture:');

/** Tells the fields of pictures that the text has no more: nobody shows them. */
export function leftPictures(values: ReadonlyMap<string, Json>): (name: string) => boolean {
  const pictures = textOf(values)?.pictures;
  if (!Array.isArray(pictures)) return () => false;
  const names = new Set(pictures.map((url) => `picture:${String(url)}`));
  return (name) => name.startsWith('picture:') && !names.has(name);
}

const KNOWN = new RegExp(
  `^(?:text|link|identity|missing|savedAt|${MARK_FIELDS.join('|')}|(?:detail|at|tag|list|mark|note|colour|fix|picture):.*)$`,
  's',
);

/** False for a field of a later version: it is not gone by not being here. */
export const isArticleField = (name: string): boolean => KNOWN.test(name);

type Value = Readonly<Record<string, Json>>;

const isValue = (value: Json | undefined): value is Value =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text that is known of an article, or what stands in its place where it has none. */
export function textOf(values: ReadonlyMap<string, Json>): Value | null {
  const value = values.get('text') ?? values.get('link');
  return isValue(value) ? value : null;
}

/** JSON leaves out what is undefined. */
const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? null)) as Json;

/**
 * The text's field as the library has it. The name of its file is worked out where something about the text is new.
 */
async function textValue(
  db: LibraryDb,
  key: LibraryKey,
  article: ArticleRow,
  known: Json | undefined,
): Promise<Value> {
  const images = await imagesOf(db, article.id).toArray();
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
  const json = await bodyJson(db, article);
  return { ...value, body: json === null ? null : key.nameOf('text', json) };
}

/**
 * Values by field. Inside the caller's transaction.
 *
 * @param known the record so far
 * @param pictures of the article that are not known yet and may travel, by address
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
  for (const name of MARK_FIELDS) if (article[name]) values.set(name, article[name]);
  for (const [name, shown] of Object.entries(editsOf(article))) values.set(`detail:${name}`, { shown });
  for (const address of article.addresses) values.set(`at:${address}`, 1);
  for (const tag of article.tags) values.set(`tag:${tagKey(tag)}`, 1);
  for (const id of article.listIds) values.set(`list:${id}`, 1);
  for (const row of await highlightsOf(db, article.id).toArray()) {
    const { text: words, prefix, suffix, createdAt } = row;
    values.set(`mark:${row.id}`, { text: words, prefix, suffix, createdAt });
    values.set(`colour:${row.id}`, row.colour);
    if (row.note !== '') values.set(`note:${row.id}`, row.note);
  }
  for (const { quoteHash, speaker, role, correctedAt } of await correctionsOf(db, article.id))
    values.set(`fix:${quoteHash}`, { speaker, role, correctedAt });
  for (const [url, picture] of pictures) values.set(`picture:${url}`, { ...picture });
  return values;
}
