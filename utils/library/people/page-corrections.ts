/**
 * Corrections of speakers in a page that is not saved, or whose saved article lacks the quoted words. They apply when
 * the page is loaded again, and are transferred to the article when it is saved.
 */
import { type SpeakerCorrection, setSpeaker } from '../../quotes/corrections.ts';
import type { Quote } from '../../quotes/types.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { CorrectionRow } from '../user-types.ts';
import { cleanCorrection, getPageKey, makeQuoteKeys, PAGE_PREFIX } from './correction-rows.ts';

/** Maximum number of corrections of unsaved pages. The oldest are deleted. */
const MAX_PAGE_CORRECTIONS = 2000;

/** The former rows, from which a correction is undone. */
type PageCorrectionUndo = readonly {
  key: [string, string];
  row: CorrectionRow | null;
  correctedAt: number;
}[];

/** Deletes the oldest corrections beyond the limit. */
async function deleteExcessCorrections(db: LibraryDb): Promise<void> {
  const rows = db.corrections
    .where('[articleId+quoteHash]')
    .between([PAGE_PREFIX, ''], [`${PAGE_PREFIX}\uffff`, '\uffff']);
  if ((await rows.count()) <= MAX_PAGE_CORRECTIONS) return;
  const oldestFirst = (await rows.toArray()).sort((a, b) => a.correctedAt - b.correctedAt);
  const excess = oldestFirst.slice(0, oldestFirst.length - MAX_PAGE_CORRECTIONS);
  await db.corrections.bulkDelete(excess.map(({ articleId, quoteHash }) => [articleId, quoteHash]));
}

/**
 * Corrects the speaker of quotes in a page that is not saved.
 *
 * @param url canonical URL of the page
 * @param quotes all quotes of the page, as they are shown
 * @returns the data for `undoPageCorrection`
 * @throws LibraryFullError if the disk is full; nothing was changed then
 */
export async function correctSpeakerOnPage(
  url: string,
  quotes: readonly Quote[],
  correction: SpeakerCorrection,
  db: LibraryDb = library,
): Promise<PageCorrectionUndo> {
  const articleId = getPageKey(url);
  const { indices, ...cleanedFields } = cleanCorrection(correction);
  const corrected = setSpeaker(quotes, { indices, ...cleanedFields });
  const keys = makeQuoteKeys(quotes);
  const rowKeys = indices.flatMap((index): [string, string][] => {
    const key = keys[index];
    return key === undefined ? [] : [[articleId, key]];
  });
  const role = corrected[indices[0] ?? -1]?.role ?? null;
  const correctedAt = Date.now();
  return db.write([db.corrections], async () => {
    const before = await db.corrections.bulkGet(rowKeys);
    await db.corrections.bulkPut(
      rowKeys.map(([, quoteHash]) => ({
        articleId,
        quoteHash,
        speaker: cleanedFields.speaker,
        role,
        correctedAt,
      })),
    );
    await deleteExcessCorrections(db);
    return rowKeys.map((key, index) => ({ key, row: before[index] ?? null, correctedAt }));
  });
}

/**
 * Undoes a correction in a page.
 *
 * @param articleId id of the article if the page was saved since; it may have taken over corrections without a quote
 */
export function undoPageCorrection(
  undo: PageCorrectionUndo,
  articleId: string | null = null,
  db: LibraryDb = library,
): Promise<void> {
  return db.transaction('rw', db.corrections, async () => {
    for (const { key, row, correctedAt } of undo) {
      const moved = articleId === null ? undefined : await db.corrections.get([articleId, key[1]]);
      if (articleId !== null && moved?.correctedAt === correctedAt) {
        if (row === null) await db.corrections.delete([articleId, key[1]]);
        else await db.corrections.put({ ...row, articleId });
        continue;
      }
      if (row === null) await db.corrections.delete(key);
      else await db.corrections.put(row);
    }
  });
}

/**
 * Returns and removes the corrections of a page, for the article that is saved from it. Must run inside the caller's
 * transaction, which includes `corrections`.
 */
export async function takePageCorrections(db: LibraryDb, url: string): Promise<CorrectionRow[]> {
  const key = getPageKey(url);
  const rows = db.corrections.where('[articleId+quoteHash]').between([key, ''], [key, '\uffff']);
  const found = await rows.toArray();
  if (found.length > 0) await rows.delete();
  return found;
}
