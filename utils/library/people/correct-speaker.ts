import { findSameQuote, type SpeakerCorrection, setSpeaker } from '../../quotes/corrections.ts';
import type { Quote } from '../../quotes/types.ts';
import { readQuotes } from '../articles/article-parts.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { SavedQuote } from '../types.ts';
import type { CorrectionRow } from '../user-types.ts';
import { cleanCorrection, makeQuoteKeys } from './correction-rows.ts';
import { writeQuotes } from './write-quotes.ts';

/** The former quotes and corrections, from which a correction is undone. */
export interface SpeakerCorrectionUndo {
  articleId: string;
  quotes: readonly SavedQuote[];
  /** The former correction of each of `quotes`; null if there was none. */
  corrections: readonly (CorrectionRow | null)[];
}

async function writeArticleQuotes(db: LibraryDb, articleId: string, quotes: readonly Quote[]): Promise<void> {
  const article = await db.articles.get(articleId);
  if (article !== undefined) await writeQuotes(db, article, quotes);
}

/**
 * Corrects the speaker of quotes of a saved article. The correction also applies when the article is saved again.
 *
 * @returns the data for `undoSpeaker`
 * @throws LibraryFullError if the disk is full; nothing was changed then
 */
export function correctSpeaker(
  articleId: string,
  correction: SpeakerCorrection,
  db: LibraryDb = library,
): Promise<SpeakerCorrectionUndo> {
  return db.write('correctSpeaker', async () => {
    const stored = await readQuotes(db, articleId);
    const cleanedCorrection = cleanCorrection(correction);
    const changed = setSpeaker(stored, cleanedCorrection);
    const targets = stored.filter((quote, position) => quote !== changed[position]);
    const quoteKeys = makeQuoteKeys(stored);
    const keys = targets.map(({ index }): [string, string] => [articleId, quoteKeys[index] ?? '']);
    const corrections = (await db.corrections.bulkGet(keys)).map((row) => row ?? null);
    if (targets.length === 0) return { articleId, quotes: targets, corrections };
    const role = changed[targets[0]?.index ?? -1]?.role ?? null;
    const correctedAt = Date.now();
    await db.corrections.bulkPut(
      keys.map(([, quoteHash]) => ({
        articleId,
        quoteHash,
        speaker: cleanedCorrection.speaker,
        role,
        correctedAt,
      })),
    );
    await writeArticleQuotes(db, articleId, changed);
    return { articleId, quotes: targets, corrections };
  });
}

/** Undoes a correction. Quotes that no longer exist are skipped. */
export function undoSpeaker(undo: SpeakerCorrectionUndo, db: LibraryDb = library): Promise<void> {
  const { articleId } = undo;
  return db.write('correctSpeaker', async () => {
    const stored = await readQuotes(db, articleId);
    const keys = makeQuoteKeys(stored);
    const restored: Quote[] = [...stored];
    for (const [position, quote] of undo.quotes.entries()) {
      const row = undo.corrections[position] ?? null;
      // Found by words and position, because the indices change if quotes were extracted again in the meantime.
      const index = findSameQuote(stored, quote);
      const key = keys[index];
      if (key === undefined) continue;
      if (row === null) await db.corrections.delete([articleId, key]);
      else await db.corrections.put({ ...row, quoteHash: key });
      restored[index] = quote;
    }
    await writeArticleQuotes(db, articleId, restored);
  });
}
