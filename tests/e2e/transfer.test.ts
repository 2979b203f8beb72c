import { afterAll, beforeAll, expect, it } from 'vitest';
import { ZipArchive } from '../../utils/transfer/zip/zip-reader.ts';
import { COURIER } from '../fixtures/sites.ts';
import { writeZip } from '../unit/transfer/write-zip.ts';
import { giveFile } from './harness/give-files.ts';
import type { Screen } from './harness/screen.ts';
import { Session } from './harness/session.ts';
import { waitFor } from './harness/wait-for.ts';
import { watchDownloads } from './harness/watch-downloads.ts';

let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
});
afterAll(() => session.close());

it('imports a zip of Pocket’s, fetches the texts that were asked for, and says what it could not take or fetch', async () => {
  const rows = [
    'title,url,time_added,tags,status',
    `The vote,${COURIER}/harbour/breakwater-vote,1700000000,sea|weir,unread`,
    `Gone,${COURIER}/no-such-page,1700000001,,archive`,
    'Bad,javascript:alert(1),1700000002,,unread',
  ];
  const screen = await session.screen('transfer.html');
  session.network.forget();
  await giveFile(screen, 'pocket.zip', await writeZip([['part_000000.csv', `${rows.join('\n')}\n`]]));
  await screen.shows(/Pocket export.*2 new articles.*1 skipped/);
  expect(session.network.seen.filter(({ url }) => url.startsWith(COURIER))).toEqual([]);
  await screen.click('checkbox', /Download the texts of 2 articles/);
  await screen.click('button', /^Import 2 articles$/);
  await screen.shows(/2 articles added.*1 text downloaded.*1 skipped.*1 text could not be downloaded/);
  await screen.page.evaluate(() => document.querySelector<HTMLElement>('details summary')?.click());
  await screen.shows(/Bad Not a web page · row part_000000\.csv: 4/);
  await screen.shows(/Gone Page not found/);
  const entry = {
    is_archived: 0,
    url: 'https://tides.example/pilot',
    title: 'The pilot stayed',
    content: '<p>“We stayed all night,” said Ina Holm.</p><script>alert(1)</script>',
    tags: ['sea'],
  };
  await giveFile(screen, 'wallabag.json', new Blob([JSON.stringify([entry])]));
  await screen.shows(/wallabag export.*1 new article 1 with its text/);
  await screen.click('button', /^Import 1 article$/);
  await screen.shows(/Imported: wallabag export.*1 article added/);
  await screen.page.close();
  const library = await session.screen('library.html');
  await library.find('row', /Saltmere council backs £41m breakwater/);
  await waitFor('the icon of the site whose text was fetched', () =>
    library.page.evaluate(() => {
      const row = [...document.querySelectorAll('.item')].find((one) =>
        one.textContent?.includes('Saltmere'),
      );
      return (row?.querySelector<HTMLImageElement>('.item__icon')?.naturalWidth ?? 0) > 0;
    }),
  );
  await library.click('link', /The pilot stayed/);
  const reader = await session.openedPage(/reader\.html/);
  await reader.shows('“We stayed all night,” said Ina Holm.');
  await reader.page.close();
  const again = await session.screen('library.html#links');
  await again.click('link', /^Gone/);
  const empty = await session.openedPage(/reader\.html/);
  await empty.shows('This article has not been downloaded.');
  await empty.find('button', /^Download$/);
  expect(await empty.text()).not.toMatch(/min left|Finished/);
  await empty.page.close();
});

/** Waits until an article in the reader shows all its pictures, and tells how wide they are. */
function widthsOfPictures(reader: Screen): Promise<number[] | null> {
  return waitFor('the pictures in the reader', () =>
    reader.page.evaluate(() => {
      const widths = [...document.querySelectorAll('img')].map((picture) => picture.naturalWidth);
      return widths.length > 1 && widths.every((width) => width > 0) ? widths : null;
    }),
  );
}

it('saves a book, and a backup that another browser restores; a damaged one changes nothing', async () => {
  const article = await session.screen('library.html');
  await article.type('searchbox', /Search/, 'breakwater council');
  await article.click('link', /Saltmere council backs £41m breakwater/);
  const shown = await session.openedPage(/reader\.html/);
  const widths = await widthsOfPictures(shown);
  await shown.page.close();
  const screen = await session.screen('transfer.html');
  const saved = await watchDownloads(screen);
  await screen.find('button', /^Export 3 articles$/);
  await waitFor('the tag to be offered', async () =>
    (await screen.page.select('select', 'tag:weir')).includes('tag:weir'),
  );
  await screen.click('radio', /^EPUB/);
  await screen.click('button', /^Export 1 article$/);
  const book = await ZipArchive.open(await saved(/\.epub$/));
  expect(book.entries[0]).toMatchObject({ name: 'mimetype', method: 0 });
  const chapters = book.entries.filter(({ name }) => /article-\d+\.xhtml$/.test(name));
  const texts = await Promise.all(chapters.map((entry) => book.text(entry)));
  expect(texts.some((text) => text.includes('The council meets again on June 16'))).toBe(true);

  await screen.click('button', /^Save a backup$/);
  const backup = await saved(/^Offprint .*\.zip$/);
  await screen.shows(/contains 3 articles/);
  await screen.page.close();

  // As in another browser: the extension is installed anew.
  await session.close();
  session = await Session.borrow();
  const page = await session.screen('transfer.html');
  const bytes = new Uint8Array(await backup.arrayBuffer());
  await giveFile(page, 'cut.zip', new Blob([bytes.slice(0, bytes.length - 5000)]));
  await page.shows(/cut\.zip can’t be imported.*damaged or incomplete.*Your library has not changed/);
  await page.click('button', /^Choose another file$/);
  await giveFile(page, 'backup.zip', backup);
  await page.shows(/Offprint backup.*3 new articles.*Your library is empty/);
  await page.click('button', /^Restore$/);
  await page.shows(/Imported: Offprint backup.*3 articles added/);
  await page.page.close();
  const library = await session.screen('library.html');
  await library.type('searchbox', /Search/, 'breakwater council');
  await library.click('link', /Saltmere council backs £41m breakwater/);
  const reader = await session.openedPage(/reader\.html/);
  expect(await widthsOfPictures(reader)).toEqual(widths);
  await reader.page.close();
});

it('imports a saved page and a zip of notes as articles that can be read', async () => {
  const page = `<!DOCTYPE html> <html lang=en><!--
 Page saved with SingleFile 
 url: https://tides.example/saved-quay 
 saved date: Sat Mar 07 2026 10:00:00 GMT+0100 (Central European Standard Time)
--><meta charset=utf-8><title>The quay that was saved</title><body><nav><a href=/>Home</a></nav><article><h1>The quay that was saved</h1>
<p>The harbour stayed closed on Monday while crews cleared the quay, the port authority said in a statement.</p>
<p>“We stayed all night and we will stay again tonight,” the pilot said, standing beside the tug in the rain.</p>
<p>Ships waited outside the breakwater for a second day, and the first is expected to enter at noon.</p>
<script>document.title = 'ran'</script></article></body></html>`;
  const note =
    '---\ntitle: "Pilot: a note"\nsource: "https://tides.example/note"\nauthor:\n  - "[[Ina Holm]]"\ntags:\n  - "clippings"\n---\nThe **tide** came late.\n';
  const screen = await session.screen('transfer.html');
  await giveFile(screen, 'quay.html', new Blob([page]));
  await screen.shows(/Saved web page.*1 new article 1 with its text/);
  await screen.click('button', /^Import 1 article$/);
  await screen.shows(/Imported: Saved web page.*1 article added/);
  await giveFile(screen, 'notes.zip', await writeZip([['Clippings/Pilot.md', note]]));
  await screen.shows(/Notes in Markdown.*1 new article 1 with its text/);
  await screen.click('button', /^Import 1 article$/);
  await screen.shows(/Imported: Notes in Markdown.*1 article added/);
  await screen.page.close();
  for (const [title, words] of [
    [/The quay that was saved/, '“We stayed all night and we will stay again tonight,” the pilot said'],
    [/Pilot: a note/, 'The tide came late.'],
  ] as const) {
    const library = await session.screen('library.html');
    await library.click('link', title);
    const reader = await session.openedPage(/reader\.html/);
    await reader.shows(words);
    expect(await reader.text()).not.toContain('Home');
    // It took the library's place.
    await reader.page.close();
  }
});
