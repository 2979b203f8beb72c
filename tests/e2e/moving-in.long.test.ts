import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packMozLz4 } from '../unit/transfer/import/pack-moz-lz4.ts';
import { safariBinary } from '../unit/transfer/import/safari-bookmarks.ts';
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
    await bringIn(
      screen,
      'Bookmarks.plist',
      safariBinary(),
      /Safari bookmarks and reading list.*4 new/,
      /Imported: Safari bookmarks and reading list.*4 articles added.*1 skipped/,
    );
    const bookmark = {
      type: 'text/x-moz-place',
      uri: 'https://weir.example/1',
      title: 'The weir holds',
      tags: 'weir',
    };
    const tree = {
      root: 'placesRoot',
      type: 'text/x-moz-place-container',
      children: [{ title: 'Rivers', children: [bookmark] }],
    };
    await bringIn(
      screen,
      'bookmarks.jsonlz4',
      packMozLz4(JSON.stringify(tree)),
      /Firefox bookmarks.*1 new/,
      /Imported: Firefox bookmarks.*1 article added/,
    );
    const info = {
      UID: 'u1',
      URL: 'https://weir.example/2',
      Title: 'The lock keeper',
      IsMarked: true,
      Files: { article: { name: 'index.html' } },
      Annotations: [{ text: 'We stayed all night', note: 'Ask her', color: 'red' }],
    };
    const archive = await writeZip([
      ['data.json', '{}'],
      ['bookmarks/u1/info.json', JSON.stringify(info)],
      [
        'bookmarks/u1/container/index.html',
        '<p>“We stayed all night,” said Ina Holm.</p><script>alert(1)</script>',
      ],
    ]);
    await bringIn(
      screen,
      'readeck.zip',
      archive,
      /Readeck export.*1 new/,
      /Imported: Readeck export.*1 article added/,
    );
    expect(session.network.seen.filter(({ url }) => /weir\.example|paper\.example/.test(url))).toEqual([]);
    await screen.page.close();
    const library = await session.screen('library.html');
    await library.find('link', /Rivers/);
    await library.find('row', /Tide tables/);
    await library.click('link', /The lock keeper/);
    const reader = await session.openedPage(/reader\.html/);
    await reader.shows('“We stayed all night,” said Ina Holm.');
    await reader.press('m');
    await reader.shows('Ask her');
    await reader.page.close();
  });
});
