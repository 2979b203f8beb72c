import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ArticleRow } from '../../utils/library/types.ts';
import { COUNT, countParts } from '../unit/transfer/count-parts.ts';
import { INVENTED } from '../unit/transfer/invented-exports.ts';
import { giveFile } from './harness/give-files.ts';
import type { Screen } from './harness/screen.ts';
import { Session } from './harness/session.ts';

let session: Session;
let screen: Screen;

beforeAll(async () => {
  session = await Session.borrow();
  screen = await session.screen('transfer.html');
});
afterAll(() => session.close());

/** The counts that the document states for each file: articles, texts, with tags, in lists, archived and so on. */
function readDocument(): ReadonlyMap<string, number[]> {
  const lines = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8').split('\n');
  const rows = lines.map((line) => line.split('|').map((cell) => cell.trim()));
  // A later table has the columns of the same products.
  const counted = rows.filter(([, , , inFile]) => inFile === String(COUNT));
  return new Map(counted.map(([, name = '', , , ...counts]) => [name, counts.slice(0, 7).map(Number)]));
}

const stated = readDocument();

/**
 * Runs in a page of the extension.
 *
 * @param empties removes all articles, so that the next file comes into an empty library
 * @returns articles, and the number of highlights
 */
async function readLibrary(empties: boolean): Promise<[ArticleRow[], number]> {
  const result = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await result(indexedDB.open('offprint'));
  const rows = await result<ArticleRow[]>(db.transaction('articles').objectStore('articles').getAll());
  const highlights = await result(db.transaction('highlights').objectStore('highlights').count());
  if (empties) {
    const names = ['articles', 'contents', 'quoteSets', 'highlights', 'lists', 'tags', 'counts', 'imports'];
    const turn = db.transaction(names, 'readwrite');
    for (const name of names) turn.objectStore(name).clear();
    await new Promise((resolve) => {
      turn.oncomplete = resolve;
    });
  }
  db.close();
  return [rows, highlights];
}

async function bringIn(screen: Screen, name: string, file: Blob): Promise<number[]> {
  await screen.page.evaluate(readLibrary, true);
  await screen.reload();
  await giveFile(screen, name, file);
  await screen.click('button', new RegExp(`^Import ${COUNT} articles$`));
  await screen.shows(new RegExp(`Imported: .*${COUNT} articles added`));
  return countParts(...(await screen.page.evaluate(readLibrary, false)));
}

it.each(INVENTED)(
  'imports $name on the import page with the counts that the document states',
  async ({ name, file }) => {
    expect(await bringIn(screen, `${name}.export`, await file(COUNT))).toEqual(stated.get(name));
  },
);
