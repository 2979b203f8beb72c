/**
 * What the user said of the speakers in a page that is not saved, or whose saved copy lacks these words: it holds when
 * the page is loaded again, and goes to the article when that is saved.
 */
import { putRight, type SpeakerCorrection } from '../../quotes/corrections/put-right.ts';
import type { Quote } from '../../quotes/types.ts';
import { cleanLineOrNull } from '../../text/clean-line.ts';
import { LINE_LIMITS } from '../../text/limits.ts';
import { library } from '../db.ts';
import { explainFailure } from '../schema/errors.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { CorrectionRow } from '../user-types.ts';
import { PAGE_PREFIX, pageKeyOf, quoteKeysOf } from './correction-rows.ts';

/** Corrections of pages that are kept; those made first go. */
const MOST = 2000;

/** Rows as they were before a correction: what it takes to undo it. */
type PageUndo = readonly { key: [string, string]; row: CorrectionRow | null; correctedAt: number }[];

/** The oldest go once there are too many. */
async function prune(db: LibraryDb): Promise<void> {
  const rows = db.corrections
    .where('[articleId+quoteHash]')
    .between([PAGE_PREFIX, ''], [`${PAGE_PREFIX}\uffff`, '\uffff']);
  if ((await rows.count()) <= MOST) return;
  const all = (await rows.toArray()).sort((a, b) => a.correctedAt - b.correctedAt);
  const gone = all.slice(0, all.length - MOST);
  await db.corrections.bulkDelete(gone.map(({ articleId, quoteHash }) => [articleId, quoteHash]));
}

/**
 * Remembers who said some quotes of a page.
 *
 * @param quotes all of the page's, as they are shown
 * @throws LibraryFullError when the disk is full; nothing was changed then
 */
export async function correctOnPage(
  url: string,
  quotes: readonly Quote[],
  { indices, speaker }: SpeakerCorrection,
  db: LibraryDb = library,
): Promise<PageUndo> {
  const articleId = pageKeyOf(url);
  const name = cleanLineOrNull(speaker, LINE_LIMITS.speaker);
  const right = putRight(quotes, indices, name);
  const keys = quoteKeysOf(quotes);
  const meant = indices.flatMap((index): [string, string][] => {
    const key = keys[index];
    return key === undefined ? [] : [[articleId, key]];
  });
  const role = right[indices[0] ?? -1]?.role ?? null;
  const correctedAt = Date.now();
  try {
    return await db.transaction('rw', db.corrections, async () => {
      const before = await db.corrections.bulkGet(meant);
      await db.corrections.bulkPut(
        meant.map(([, quoteHash]) => ({ articleId, quoteHash, speaker: name, role, correctedAt })),
      );
      await prune(db);
      return meant.map((key, at) => ({ key, row: before[at] ?? null, correctedAt }));
    });
  } catch (error) {
    throw explainFailure(error);
  }
}

/** @param articleId of the article that was saved from the page since; it has what its quotes do not answer to yet */
export function undoOnPage(
  undo: PageUndo,
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
 * Hands over what was said in a page to the article that is saved from it. Inside the caller's transaction, which holds
 * `corrections`.
 */
export async function takePageCorrections(db: LibraryDb, url: string): Promise<CorrectionRow[]> {
  const key = pageKeyOf(url);
  const rows = db.corrections.where('[articleId+quoteHash]').between([key, ''], [key, '\uffff']);
  const found = await rows.toArray();
  if (found.length > 0) await rows.delete();
  return found;
}
