/** Invented bookmarks of browsers, of any size. */
import { addressOf, type InventedExport } from '../invented-exports.ts';
import { html, json, SECONDS, times, titleOf } from './invented-parts.ts';
import { packMozLz4 } from './pack-moz-lz4.ts';

function firefoxTree(count: number): unknown {
  const node = (guid: string, facts: object): object => ({
    guid,
    index: 0,
    dateAdded: SECONDS * 1e6,
    lastModified: SECONDS * 1e6,
    id: 1,
    ...facts,
  });
  const folder = (guid: string, title: string, children: readonly object[], root?: string): object =>
    node(guid, {
      title,
      typeCode: 2,
      type: 'text/x-moz-place-container',
      ...(root === undefined ? {} : { root }),
      children,
    });
  const bookmarks = times(count, (i) =>
    node(`b${i}`, {
      title: titleOf(i),
      typeCode: 1,
      tags: 'sea,weather',
      type: 'text/x-moz-place',
      uri: addressOf(i),
    }),
  );
  const menu = folder('menu________', 'menu', [folder('f1', 'Harbours', bookmarks)], 'bookmarksMenuFolder');
  return folder(
    'root________',
    '',
    [menu, folder('toolbar_____', 'toolbar', [], 'toolbarFolder')],
    'placesRoot',
  );
}

function chromeFile(count: number): unknown {
  const folder = (name: string, children: readonly object[]): object => ({
    children,
    date_added: '13345000000000000',
    guid: 'g',
    id: '1',
    name,
    type: 'folder',
  });
  const bookmarks = times(count, (i) => ({
    date_added: '13345000000000000',
    date_last_used: '0',
    guid: `g${i}`,
    id: String(i + 5),
    name: titleOf(i),
    type: 'url',
    url: addressOf(i),
  }));
  const roots = {
    bookmark_bar: folder('Bookmarks bar', [folder('Harbours', bookmarks)]),
    other: folder('Other bookmarks', []),
    synced: folder('Mobile bookmarks', []),
  };
  return { checksum: 'c0ffee', roots, version: 1 };
}

function safariXml(count: number): string {
  const leaf = (i: number): string =>
    `<dict><key>ReadingList</key><dict><key>DateAdded</key><date>2024-02-01T10:00:00Z</date><key>PreviewText</key><string>A story</string></dict><key>URIDictionary</key><dict><key>title</key><string>${html(titleOf(i))}</string></dict><key>URLString</key><string>${html(addressOf(i))}</string><key>WebBookmarkType</key><string>WebBookmarkTypeLeaf</string></dict>\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist version="1.0"><dict><key>Children</key><array><dict><key>Children</key><array>${times(count, leaf).join('')}</array><key>Title</key><string>com.apple.ReadingList</string><key>WebBookmarkType</key><string>WebBookmarkTypeList</string></dict></array><key>WebBookmarkFileVersion</key><integer>1</integer></dict></plist>`;
}

export const INVENTED_BROWSERS: readonly InventedExport[] = [
  { name: 'Firefox JSON', format: 'firefox', file: (count) => json(firefoxTree(count)) },
  {
    name: 'Firefox jsonlz4',
    format: 'firefox',
    file: (count) => packMozLz4(JSON.stringify(firefoxTree(count))),
  },
  {
    name: 'Chrome Bookmarks',
    format: 'chrome',
    file: (count) => new Blob([JSON.stringify(chromeFile(count), null, 3)]),
  },
  { name: 'Safari plist', format: 'safari', file: (count) => new Blob([safariXml(count)]) },
];
