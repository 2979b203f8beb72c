/** Writes an incoming article to the library, including everything that is derived from its text, as a save does. */
import * as v from 'valibot';
import { locateHighlight } from '../../library/articles/anchor-highlight.ts';
import { applyEdits, shownDetails, statedDetails } from '../../library/articles/article-details.ts';
import { countImages, queueImages, updateImages } from '../../library/articles/article-images.ts';
import { queryHighlights, queryImages, readQuotes } from '../../library/articles/article-parts.ts';
import { ArticleWrites } from '../../library/articles/article-writes.ts';
import { saveVersion } from '../../library/articles/save-article.ts';
import { removeWithParts } from '../../library/deletion/remove-articles.ts';
import { restartReread } from '../../library/jobs/reread-progress.ts';
import { resolveAlias } from '../../library/lists/tags.ts';
import { applyCorrectionRows } from '../../library/people/correction-rows.ts';
import { getCorrections } from '../../library/people/stored-corrections.ts';
import {
  ARTICLE_SCHEMA,
  CORRECTION_SCHEMA,
  HIGHLIGHT_SCHEMA,
} from '../../library/restore/article-schemas.ts';
import type { LibraryDb } from '../../library/schema/library-db.ts';
import { unindexDoc } from '../../library/search/search-index.ts';
import type { ArticleDetails, ArticleRow } from '../../library/types.ts';
import type { CorrectionRow, HighlightRow } from '../../library/user-types.ts';
import { isSameValue } from '../merge/record.ts';
import type { Json } from '../merge/stamp.ts';
import { TEXT_FIELDS, textOrLinkOf, USER_FIELDS } from './article-fields.ts';
import type { TextBody } from './text-body.ts';

type Values = ReadonlyMap<string, Json>;

/** Returns the suffixes of all names with a prefix, such as `harbour` for `tag:harbour`, sorted. */
function suffixesOf(values: Values, prefix: string): string[] {
  return [...values.keys()]
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length))
    .sort();
}

/**
 * Returns the names of tags with the given keys. Merged tags are replaced by their target, except for articles in the
 * trash, where the new tag would be a change after the deletion and restore the article. They are replaced when it is
 * restored.
 */
async function readTagNames(db: LibraryDb, keys: readonly string[], isInTrash: boolean): Promise<string[]> {
  if (keys.length === 0) return [];
  const rows = await db.tags.bulkGet([...keys]);
  const names: string[] = [];
  for (const [i, row] of rows.entries()) {
    const target = row?.aliasOf && !isInTrash ? await resolveAlias(db, row) : row;
    names.push(target?.name ?? keys[i] ?? '');
  }
  return [...new Set(names)];
}

/** Reads the user's edits of details from incoming values. */
function readDetailEdits(values: Values): Partial<ArticleDetails> {
  const edits = suffixesOf(values, 'detail:').map((name) => {
    const value = values.get(`detail:${name}`) as { shown?: Json } | null;
    return [name, value?.shown ?? null];
  });
  return Object.fromEntries(edits) as Partial<ArticleDetails>;
}

/** Returns an article's row without the properties that are determined by a save. */
function withoutText(row: ArticleRow): Partial<ArticleRow> {
  const names = new Set<string>(TEXT_FIELDS);
  return Object.fromEntries(Object.entries(row).filter(([name]) => !names.has(name)));
}

/** Builds an article's row from incoming values; null if they are not sufficient or invalid. */
function makeRow(
  values: Values,
  oldRow: ArticleRow | undefined,
  state: IncomingArticle['text'],
): ArticleRow | null {
  const keepsOldText = state === 'missing' && oldRow !== undefined;
  const text = keepsOldText ? {} : textOrLinkOf(values);
  // The article was deleted, and another device has changed it since. That device will send the whole article again.
  if (text === null) return null;
  const baseRow = oldRow === undefined || keepsOldText ? oldRow : withoutText(oldRow);
  const userFields = Object.fromEntries(
    USER_FIELDS.map((name) => [name, values.get(name) ?? (name === 'favourite' ? false : null)]),
  );
  const derived = {
    ...{ imagesTotal: 0, imagesSaved: 0, imagesFailed: 0, leadImageId: null, quoteCount: 0, voices: [] },
    ...{ speakerKeys: [], highlightCount: 0, noteCount: 0, versionCount: 0, searchDoc: 0 },
  };
  const savedAt = Number(values.get('savedAt') ?? oldRow?.savedAt);
  const stated = keepsOldText ? statedDetails(oldRow) : (text as unknown as ArticleDetails);
  const parsed = v.safeParse(ARTICLE_SCHEMA, {
    ...derived,
    ...baseRow,
    id: oldRow?.id ?? crypto.randomUUID(),
    identity: oldRow?.identity ?? values.get('identity'),
    ...text,
    stated: undefined,
    ...applyEdits(stated, readDetailEdits(values), savedAt),
    savedAt,
    ...userFields,
    progress: values.get('progress') ?? 0,
    addresses: suffixesOf(values, 'at:'),
    listIds: suffixesOf(values, 'list:'),
  });
  if (!parsed.success) return null;
  const { stated: _, ...rest } = {
    ...baseRow,
    ...parsed.output,
    views: oldRow?.views ?? [],
  } as ArticleRow;
  const statedDetailsField = parsed.output.stated && {
    stated: parsed.output.stated as Partial<ArticleDetails>,
  };
  return { ...rest, ...statedDetailsField, searchDoc: oldRow?.searchDoc ?? -1, tags: oldRow?.tags ?? [] };
}

/** Updates the article's pictures to those in its text. */
async function writePictures(
  db: LibraryDb,
  article: ArticleRow,
  values: Values,
  isNewText: boolean,
  now: number,
): Promise<void> {
  const { pictures = [], lead = null } = (textOrLinkOf(values) ?? {}) as {
    pictures?: string[];
    lead?: string | null;
  };
  const oldImages = await queryImages(db, article.id).toArray();
  const oldLead = oldImages.find(({ id }) => id === article.leadImageId)?.url ?? null;
  const isSame = isSameValue(oldImages.map(({ url }) => url).sort(), pictures) && lead === oldLead;
  if (isSame && !isNewText) return;
  const { imagesOver } = article;
  await updateImages(db, article, pictures.map(String), lead, now);
  if (imagesOver !== undefined) Object.assign(article, { imagesOver });
  countImages(article, await queryImages(db, article.id).toArray());
  await cancelSiteDownloads(db, article.id, values);
}

/** The text in which highlights are located. All devices find the same positions, because they search for the same words. */
interface HighlightedText {
  text: string;
  isNew: boolean;
}

/**
 * Writes an article's highlights.
 *
 * @param changedAt returns when a field was last changed, in milliseconds since 1970
 * @returns whether any highlight has changed
 */
async function writeHighlights(
  db: LibraryDb,
  articleId: string,
  values: Values,
  { text, isNew }: HighlightedText,
  changedAt: (name: string) => number,
): Promise<boolean> {
  const oldRows = new Map((await queryHighlights(db, articleId).toArray()).map((row) => [row.id, row]));
  const highlightIds = suffixesOf(values, 'mark:');
  const removed = [...oldRows.keys()].filter((id) => !values.has(`mark:${id}`));
  if (removed.length > 0) await db.highlights.bulkDelete(removed);
  let isChanged = removed.length > 0;
  for (const id of highlightIds) {
    const known = oldRows.get(id);
    const mark = values.get(`mark:${id}`) as Record<string, Json>;
    const note = values.get(`note:${id}`) ?? '';
    const colour = values.get(`colour:${id}`) ?? known?.colour;
    const isSame = !isNew && known !== undefined && known.note === note && known.colour === colour;
    if (isSame && known.text === mark.text && known.prefix === mark.prefix && known.suffix === mark.suffix)
      continue;
    const updatedAt = Math.max(changedAt(`mark:${id}`), changedAt(`note:${id}`), changedAt(`colour:${id}`));
    const parsed = v.safeParse(HIGHLIGHT_SCHEMA, {
      ...known,
      ...mark,
      id,
      articleId,
      note,
      colour,
      updatedAt,
    });
    // If the id belongs to a highlight of another local article, don't change that.
    const owner = await db.highlights.get(id);
    if (!parsed.success || (owner !== undefined && owner.articleId !== articleId)) continue;
    const range = locateHighlight(text, parsed.output as HighlightRow);
    await db.highlights.put({
      ...(parsed.output as HighlightRow),
      start: range?.[0] ?? null,
      end: range?.[1] ?? null,
    });
    isChanged = true;
  }
  return isChanged;
}

/** Writes an article's corrections of speakers. @returns whether any has changed */
async function writeCorrections(db: LibraryDb, articleId: string, values: Values): Promise<boolean> {
  const oldRows = await getCorrections(db, articleId);
  const removed = oldRows.filter(({ quoteHash }) => !values.has(`fix:${quoteHash}`));
  if (removed.length > 0)
    await db.corrections.bulkDelete(removed.map((row): [string, string] => [articleId, row.quoteHash]));
  const oldCorrections = new Map(oldRows.map(({ articleId: _, quoteHash, ...row }) => [quoteHash, row]));
  const changedRows: CorrectionRow[] = [];
  for (const quoteHash of suffixesOf(values, 'fix:')) {
    const value = values.get(`fix:${quoteHash}`);
    if (isSameValue(oldCorrections.get(quoteHash) as Json | undefined, value)) continue;
    const parsed = v.safeParse(CORRECTION_SCHEMA, { ...(value as object), articleId, quoteHash });
    if (parsed.success) changedRows.push(parsed.output);
  }
  if (changedRows.length > 0) await db.corrections.bulkPut(changedRows);
  return removed.length + changedRows.length > 0;
}

/** Cancels downloads from the sites for pictures that are in the remote store. */
async function cancelSiteDownloads(db: LibraryDb, articleId: string, values: Values): Promise<void> {
  const jobs = await db.jobs.where('articleId').equals(articleId).toArray();
  const obsolete = jobs.filter(({ url }) => values.has(`picture:${url}`));
  if (obsolete.length > 0) await db.jobs.bulkDelete(obsolete.map(({ id }) => id));
}

/** Queues downloads from the sites for pictures that are not stored yet. Must run inside the caller's transaction. */
export async function queueSiteDownloads(db: LibraryDb, articleId: string, now: number): Promise<void> {
  const jobs = new Set(
    (await db.jobs.where('articleId').equals(articleId).toArray()).map(({ imageId }) => imageId),
  );
  const images = await queryImages(db, articleId).toArray();
  await queueImages(
    db,
    images.filter(({ id, state }) => state === 'waiting' && !jobs.has(id)),
    now,
  );
}

const hasSameDetails = (a: ArticleRow, b: ArticleRow): boolean =>
  JSON.stringify(shownDetails(a)) === JSON.stringify(shownDetails(b));

/** The merged state of an article, which is to be written. */
export interface IncomingArticle {
  /** The values by field. */
  values: Values;
  /** The new text; null if it could not be read or has not changed. */
  body: TextBody | null;
  /**
   * `new`: the text differs from the local one. `same`: the local text is current, but related values, such as the URL,
   * may have changed. `missing`: the new text could not be fetched, so the local one is kept.
   */
  text: 'new' | 'same' | 'missing';
  /** Returns when a field was last changed, in milliseconds since 1970. */
  changedAt: (name: string) => number;
  /** Milliseconds since 1970. */
  now: number;
}

/**
 * Writes an article. Must run inside the caller's transaction, which includes all tables.
 *
 * @param row the current row; undefined if the article is new
 * @returns the article's id; null if the values are not sufficient for an article
 */
export async function writeArticle(
  db: LibraryDb,
  row: ArticleRow | undefined,
  { values, body, text: state, changedAt, now }: IncomingArticle,
): Promise<string | null> {
  const article = makeRow(values, row, state);
  if (article === null) return null;
  const { id } = article;
  const writes = new ArticleWrites(db);
  const oldText = row === undefined ? undefined : await db.contents.get(id);
  article.tags = await readTagNames(db, suffixesOf(values, 'tag:'), article.deletedAt !== null);
  const isNewText = state === 'new' || row === undefined;
  if (isNewText && row !== undefined) await saveVersion(db, row, article, oldText, now);
  if (isNewText || state === 'same') await writePictures(db, article, values, isNewText, now);
  if (!isNewText) article.hasText = row.hasText;
  if (isNewText) {
    // If the text could not be fetched yet, the article is stored without one for now.
    article.hasText = body !== null;
    await writes.setText(article, body);
    if (body?.quotesVersion === undefined) delete article.quotesVersion;
    else article.quotesVersion = body.quotesVersion;
    await restartReread(db, [article]);
  }
  const text = isNewText ? (body?.text ?? '') : (oldText?.text ?? '');
  const haveHighlightsChanged = await writeHighlights(db, id, values, { text, isNew: isNewText }, changedAt);
  const haveCorrectionsChanged = await writeCorrections(db, id, values);
  if (isNewText || haveCorrectionsChanged || row.publishedTime !== article.publishedTime) {
    const extractedQuotes = isNewText ? (body?.quotes ?? []) : await readQuotes(db, id);
    const quotes = applyCorrectionRows(extractedQuotes, await getCorrections(db, id));
    await writes.setQuotes(article, quotes, row === undefined);
  } else if (!hasSameDetails(row, article)) await writes.queueForStories(article);
  await writes.countHighlights(article);
  const wasVisible = row !== undefined && row.deletedAt === null;
  const isNewInSearch =
    isNewText || haveCorrectionsChanged || haveHighlightsChanged || !hasSameDetails(row, article);
  if (isNewInSearch || wasVisible !== (article.deletedAt === null)) await writes.reindex(article, wasVisible);
  await writes.put(article, row?.views ?? []);
  await writes.finish();
  return id;
}

/** Permanently deletes an article that was deleted on another device. Must run inside the caller's transaction. */
export async function eraseArticle(db: LibraryDb, row: ArticleRow): Promise<void> {
  if (row.deletedAt === null) await unindexDoc(db, row.searchDoc);
  await removeWithParts(db, [row]);
}
