import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeZip } from '../unit/transfer/write-zip.ts';
import { giveFile } from './harness/give-files.ts';
import type { Screen } from './harness/screen.ts';
import { Session } from './harness/session.ts';

let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
});
afterAll(() => session.close());

describe('moving in', () => {
  /** Gives the page a file as the user's file dialog would, and lets it be imported. */
  async function bringIn(
    screen: Screen,
    name: string,
    file: Blob,
    found: RegExp,
    done: RegExp,
  ): Promise<void> {
    await giveFile(screen, name, file);
    await screen.shows(found);
    await screen.click('button', /^Import \d/);
    await screen.shows(done);
  }

  it('brings in what browsers and services keep, with lists, texts, highlights and states', async () => {
    const screen = await session.screen('transfer.html');
    session.network.forget();
    const bookmark = { name: 'The weir holds', type: 'url', url: 'https://weir.example/1' };
    const profile = { roots: { bookmark_bar: { children: [bookmark], type: 'folder' } }, version: 1 };
    await giveFile(screen, 'Bookmarks', new Blob([JSON.stringify(profile)]));
    await screen.shows(
      /Bookmarks can’t be imported.*export your bookmarks as HTML.*Your library has not changed/,
    );
    await screen.click('button', /^Choose another file$/);
    await bringIn(
      screen,
      'bookmarks.html',
      new Blob([
        '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>\n<H1>Bookmarks</H1>\n<DL><p>\n<DT><H3>Rivers</H3>\n<DL><p>\n<DT><A HREF="https://weir.example/1" ADD_DATE="1700000000" TAGS="weir">The weir holds</A>\n</DL><p>\n</DL><p>\n',
      ]),
      /Bookmarks.*1 new/,
      /Imported: Bookmarks.*1 article added/,
    );
    const entry = {
      id: '1',
      slug: 'keeper',
      url: 'https://weir.example/2',
      title: 'The lock keeper',
      state: 'Active',
      readingProgress: 0,
      labels: ['weir'],
      savedAt: '2024-02-01T10:00:00.000Z',
    };
    const archive = await writeZip([
      ['metadata_0_to_1.json', JSON.stringify([entry])],
      ['content/keeper.html', '<p>“We stayed all night,” said Ina Holm.</p><script>alert(1)</script>'],
      ['highlights/keeper.md', '> We stayed all night\n\nAsk her\n'],
    ]);
    await bringIn(
      screen,
      'omnivore.zip',
      archive,
      /Omnivore export.*1 new/,
      /Imported: Omnivore export.*1 article added/,
    );
    expect(session.network.seen.filter(({ url }) => /weir\.example|paper\.example/.test(url))).toEqual([]);
    await screen.page.close();
    const library = await session.screen('library.html');
    await library.find('link', /Rivers/);
    await library.find('row', /The weir holds/);
    await library.click('link', /The lock keeper/);
    const reader = await session.openedPage(/reader\.html/);
    await reader.shows('“We stayed all night,” said Ina Holm.');
    await reader.press('m');
    await reader.shows('Ask her');
    await reader.page.close();
  });
});
