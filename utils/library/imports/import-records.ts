/** Imports records through a writer, and counts what they changed. */
import type { ImportRecord, UnmatchedHighlights } from '../../transfer/import/import-types.ts';
import { getIdentity } from './import-rows.ts';
import type { ImportWriter } from './import-writer.ts';
import type { ProcessedText } from './prepare-import.ts';
import type { TitleIndex } from './title-index.ts';

/** A rejected record: its position, and the reason as a `RecordFailure`. */
export type FailedRecord = Extract<ImportRecord, { why: unknown }>;

export interface ImportedBatch {
  added: number;
  /** Number of articles that existed already, and of repeated records of an article in the file. */
  merged: number;
  duplicates: number;
  highlights: number;
  failures: FailedRecord[];
  /** The saved articles. */
  articleIds: string[];
}

/** Identities per query. */
const BATCH_SIZE = 500;

/** The state of an import beyond the current records. */
export class ImportRun {
  readonly #identities = new Set<string>();
  readonly #articleIds = new Set<string>();
  /** Titles of highlights that were imported before an interruption. */
  readonly #skipped: Pick<UnmatchedHighlights, 'title' | 'byline'>[] = [];
  #titles: TitleIndex | null = null;

  /** Whether the file contained an earlier record of the same article. Must be called once per record, in order. */
  isRepeated(record: ImportRecord): boolean {
    if (!('item' in record)) return false;
    const identity = getIdentity(record.item);
    const isSeen = this.#identities.has(identity);
    this.#identities.add(identity);
    return isSeen;
  }

  /** Call for a record that was imported before an interruption. */
  skip(record: ImportRecord): void {
    this.isRepeated(record);
    if ('unmatched' in record)
      this.#skipped.push({ title: record.unmatched.title, byline: record.unmatched.byline });
  }

  /** Call after articles were saved. Reads their titles only for files with highlights that have titles instead. */
  async saved(writer: ImportWriter, articleIds: readonly string[]): Promise<void> {
    for (const id of articleIds) this.#articleIds.add(id);
    if (this.#titles === null) return;
    for (const article of await writer.getTitles(articleIds)) this.#titles.add(article);
  }

  /** Whether this is the file's first record of an article. Must be called once. */
  isFirst(articleId: string): boolean {
    const isNew = !this.#articleIds.has(articleId);
    this.#articleIds.add(articleId);
    return isNew;
  }

  /** All articles by their titles. Loaded when first needed, since few files need them. */
  async titles(writer: ImportWriter): Promise<TitleIndex> {
    if (this.#titles === null) {
      this.#titles = await writer.loadTitles();
      await this.#restore(writer, this.#titles);
    }
    return this.#titles;
  }

  /** Restores the state from before an interruption. */
  async #restore(writer: ImportWriter, titles: TitleIndex): Promise<void> {
    const identities = [...this.#identities];
    for (let from = 0; from < identities.length; from += BATCH_SIZE) {
      const ids = await writer.findIds(identities.slice(from, from + BATCH_SIZE));
      for (const id of ids) this.#articleIds.add(id);
    }
    for (const unmatched of this.#skipped.splice(0)) {
      const articleId = titles.find(unmatched);
      if (articleId !== null) this.#articleIds.add(articleId);
    }
  }
}

/** Imports highlights that have a title instead of an address. */
async function importUnmatched(
  writer: ImportWriter,
  run: ImportRun,
  records: readonly ImportRecord[],
): Promise<{ merged: number; highlights: number; failures: FailedRecord[] }> {
  const result = { merged: 0, highlights: 0, failures: [] as FailedRecord[] };
  const unmatchedRecords = records.flatMap((record) => ('unmatched' in record ? [record] : []));
  if (unmatchedRecords.length === 0) return result;
  const titles = await run.titles(writer);
  for (const { unmatched, at } of unmatchedRecords) {
    const articleId = titles.find(unmatched);
    if (articleId === null) {
      const { title, byline } = unmatched;
      const shownTitle = byline === null ? title : `${title} · ${byline}`;
      result.failures.push({ at, why: 'noMatch', url: '', title: shownTitle });
      continue;
    }
    if (run.isFirst(articleId)) result.merged += 1;
    result.highlights += await writer.addHighlights(articleId, unmatched.highlights, unmatched.tags);
  }
  return result;
}

/**
 * Imports some records.
 *
 * @param texts processed texts of those records that have one
 */
export async function importRecords(
  writer: ImportWriter,
  run: ImportRun,
  records: readonly ImportRecord[],
  texts: ReadonlyMap<ImportRecord, ProcessedText>,
  repeats: ReadonlySet<ImportRecord>,
): Promise<ImportedBatch> {
  const itemRecords = records.flatMap((record) => ('item' in record ? [{ record, item: record.item }] : []));
  const withText = new Set(await writer.findIdentitiesWithText(itemRecords.map(({ item }) => item)));
  const items = itemRecords.map(({ record, item }) => {
    const identity = getIdentity(item);
    const text = withText.has(identity) ? null : (texts.get(record) ?? null);
    // If a file contains an article twice, the first text is kept.
    if (text !== null) withText.add(identity);
    return { item, text };
  });
  const saved = await writer.saveItems(items);
  let highlights = 0;
  for (const [i, { articleId }] of saved.entries()) {
    const item = items[i]?.item;
    // Awaiting promises that are not the database's, a hundred times in a row, loses Dexie's transaction.
    if (item === undefined || item.highlights.length === 0) continue;
    highlights += await writer.addHighlights(articleId, item.highlights, []);
  }
  const articleIds = [...new Set(saved.map(({ articleId }) => articleId))];
  await run.saved(writer, articleIds);
  const unmatched = await importUnmatched(writer, run, records);
  const updated = itemRecords.filter((_, i) => saved[i]?.updated === true);
  const repeated = updated.filter(({ record }) => repeats.has(record));
  return {
    added: saved.length - updated.length,
    merged: updated.length - repeated.length + unmatched.merged,
    // Highlights of an article in the same file don't count as a repeated record.
    duplicates: repeated.filter(({ record }) => record.isAddition !== true).length,
    highlights: highlights + unmatched.highlights,
    failures: [...records.flatMap((record) => ('why' in record ? [record] : [])), ...unmatched.failures],
    articleIds,
  };
}
