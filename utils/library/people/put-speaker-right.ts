import { putRight } from '../../quotes/corrections/put-right.ts';
import { summariseVoices } from '../../quotes/speakers/people/summarise-voices.ts';
import type { Quote } from '../../quotes/types.ts';
import { cleanLineOrNull } from '../../text/clean-line.ts';
import { LINE_LIMITS } from '../../text/limits.ts';
import { quotesOf } from '../articles/article-parts.ts';
import { speakerKeysOf, speakerRows, voiceLines } from '../articles/article-rows.ts';
import { library } from '../db.ts';
import { quotesChanged } from '../elsewhere/quotes-changed.ts';
import { ViewTally } from '../lists/view-tally.ts';
import { explainFailure } from '../schema/errors.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { packQuotes } from '../schema/quote-sets.ts';
import { indexArticle, readSearchable, searchTables, unindexDoc } from '../search/search-index.ts';
import type { SavedQuote } from '../types.ts';
import type { CorrectionRow } from '../user-types.ts';
import { quoteKeysOf } from './correction-rows.ts';

/** Quotes and corrections as they were before one: what it takes to undo it. */
export interface SpeakerUndo {
  articleId: string;
  quotes: readonly SavedQuote[];
  /** By index of the quotes above; null where the user had not corrected it before. */
  corrections: readonly (CorrectionRow | null)[];
}

/** Runs a change of an article's quotes in one transaction that holds all it touches. */
async function change<T>(db: LibraryDb, work: () => Promise<T>): Promise<T> {
  const { articles, contents, counts, quoteSets, speakers, corrections, highlights, fingerprints } = db;
  const rows = [articles, contents, counts, quoteSets, speakers, corrections, highlights, fingerprints];
  const tables = [...rows, ...searchTables(db)];
  try {
    return await db.transaction('rw', tables, work);
  } catch (error) {
    throw explainFailure(error);
  }
}

/** Writes an article's quotes and all that is derived from them. */
async function writeQuotes(db: LibraryDb, articleId: string, quotes: readonly Quote[]): Promise<void> {
  const article = await db.articles.get(articleId);
  if (article === undefined) return;
  const set = packQuotes(articleId, quotes, article.publishedTime);
  await db.quoteSets.put(set);
  await quotesChanged(db, articleId, quotes);
  await db.speakers.bulkPut(speakerRows(set));
  article.voices = voiceLines(summariseVoices(quotes));
  article.speakerKeys = speakerKeysOf(quotes);
  if (article.deletedAt === null) {
    await unindexDoc(db, article.searchDoc);
    article.searchDoc = await indexArticle(db, articleId, await readSearchable(db, article));
  }
  const tally = new ViewTally();
  await db.articles.put(tally.place(article));
  await tally.write(db);
}

/**
 * Says who said some quotes of a saved article, and remembers it for the next save of the same article.
 *
 * @param indices of the quotes in the article
 * @param speaker full name, or null: unclear
 * @returns what it takes to undo it
 * @throws LibraryFullError when the disk is full; nothing was changed then
 */
export function putSpeakerRight(
  articleId: string,
  indices: readonly number[],
  speaker: string | null,
  db: LibraryDb = library,
): Promise<SpeakerUndo> {
  return change(db, async () => {
    const stored = await quotesOf(db, articleId);
    const name = cleanLineOrNull(speaker, LINE_LIMITS.speaker);
    const changed = putRight(stored, indices, name);
    const meant = stored.filter((quote, at) => quote !== changed[at]);
    const quoteKeys = quoteKeysOf(stored);
    const keys = meant.map(({ index }): [string, string] => [articleId, quoteKeys[index] ?? '']);
    const corrections = (await db.corrections.bulkGet(keys)).map((row) => row ?? null);
    if (meant.length === 0) return { articleId, quotes: meant, corrections };
    const role = changed[meant[0]?.index ?? -1]?.role ?? null;
    const correctedAt = Date.now();
    await db.corrections.bulkPut(
      keys.map(([, quoteHash]) => ({ articleId, quoteHash, speaker: name, role, correctedAt })),
    );
    await writeQuotes(db, articleId, changed);
    return { articleId, quotes: meant, corrections };
  });
}

/** Takes a correction back. Quotes that are gone meanwhile are passed over. */
export function undoSpeaker(undo: SpeakerUndo, db: LibraryDb = library): Promise<void> {
  const { articleId } = undo;
  return change(db, async () => {
    const former = new Map(undo.quotes.map((quote) => [quote.index, quote]));
    const stored = await quotesOf(db, articleId);
    const keys = quoteKeysOf(stored);
    for (const [at, quote] of undo.quotes.entries()) {
      const row = undo.corrections[at] ?? null;
      if (stored[quote.index]?.text !== quote.text) continue;
      if (row === null) await db.corrections.delete([articleId, keys[quote.index] ?? '']);
      else await db.corrections.put(row);
    }
    const restored = stored.map((quote) => {
      const before = former.get(quote.index);
      return before?.text === quote.text ? before : quote;
    });
    await writeQuotes(db, articleId, restored);
  });
}
