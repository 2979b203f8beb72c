import { describe, expect, it, vi } from 'vitest';
import { unpackMozLz4 } from '../../../../utils/transfer/import/parsing/moz-lz4.ts';
import { parseBinaryPlist } from '../../../../utils/transfer/import/parsing/plist.ts';
import { TransferError } from '../../../../utils/transfer/transfer-error.ts';
import { itLong } from '../../../long.ts';
import { mozLz4Of, packMozLz4 } from './pack-moz-lz4.ts';
import { note, readAll, readText, urlsOf } from './read-all.ts';
import { safariBinary, safariXml } from './safari-bookmarks.ts';

describe('Firefox', () => {
  const place = (uri: string, title: string, more: object = {}): object => ({
    type: 'text/x-moz-place',
    typeCode: 1,
    uri,
    title,
    dateAdded: 1_706_781_600_000_000,
    ...more,
  });
  const folder = (title: string, children: object[], more: object = {}): object => ({
    type: 'text/x-moz-place-container',
    typeCode: 2,
    title,
    children,
    ...more,
  });
  const backup = folder(
    '',
    [
      folder(
        'menu',
        [
          folder('Sea', [
            place('https://paper.example/1', 'One', { tags: 'tide,long read' }),
            folder('Ports, northern', [
              place('https://paper.example/2', 'Two', {
                annos: [{ name: 'bookmarkProperties/description', value: 'My own words' }],
              }),
            ]),
            { type: 'text/x-moz-place-separator', typeCode: 3 },
          ]),
          place('place:sort=8&maxResults=10', 'Most Visited'),
        ],
        { root: 'bookmarksMenuFolder' },
      ),
      folder('tags', [folder('tide', [place('https://paper.example/1', 'One')])], { root: 'tagsFolder' }),
      folder(
        'unfiled',
        [place('javascript:alert(1)', 'Bookmarklet'), place('https://paper.example/3', 'Three')],
        { root: 'unfiledBookmarksFolder' },
      ),
    ],
    { root: 'placesRoot', guid: 'root________' },
  );

  it.each([
    ['a backup', () => new Blob([JSON.stringify(backup)])],
    ['one as it is kept in a profile', () => packMozLz4(JSON.stringify(backup))],
  ])('reads %s: folders, tags, dates, descriptions', async (_, make) => {
    const { format, items, failures } = await readAll(make());
    expect(format).toBe('firefox');
    expect(items).toMatchObject([
      {
        url: 'https://paper.example/1',
        title: 'One',
        savedAt: Date.UTC(2024, 1, 1, 10),
        tags: ['tide', 'long read'],
        lists: [['Sea']],
      },
      {
        url: 'https://paper.example/2',
        lists: [['Sea', 'Ports, northern']],
        highlights: [note('My own words')],
      },
      { url: 'https://paper.example/3', lists: [], tags: [] },
    ]);
    expect(failures).toMatchObject([
      { why: 'notWeb', title: 'Most Visited' },
      { why: 'notWeb', title: 'Bookmarklet' },
    ]);
  });

  it('reads the rest of a damaged file, and reports the damage', async () => {
    const { items, failures } = await readText(JSON.stringify(backup).slice(0, -40));
    expect(urlsOf(items)).toContain('https://paper.example/2');
    expect(failures).toContainEqual({ at: '0', why: 'unreadable', url: '', title: '' });
  });

  it('unpacks matches that reach into themselves, and runs of any length', async () => {
    const literals = [...new TextEncoder().encode('sea ')];
    // Four letters, then 24 more from four before, then five to end with.
    const block = [0x4f, ...literals, 4, 0, 5, 0x50, ...new TextEncoder().encode('tide!')];
    expect(await (await unpackMozLz4(mozLz4Of(33, block))).text()).toBe(`${'sea '.repeat(7)}tide!`);
    for (const length of [0, 14, 15, 269, 270, 271, 1000])
      expect((await (await unpackMozLz4(packMozLz4('x'.repeat(length)))).text()).trim()).toHaveLength(length);
  });

  it('refuses a file that claims an impossible size', async () => {
    await expect(unpackMozLz4(mozLz4Of(0x0fffffff, [0]))).rejects.toMatchObject({ code: 'bomb' });
    await expect(unpackMozLz4(mozLz4Of(9, [0x10, 65]))).rejects.toMatchObject({ code: 'damaged' });
  });
});

describe('Chrome and its relatives', () => {
  const url = (address: string, name: string, more: object = {}): object => ({
    date_added: '13351255200000000',
    guid: 'g',
    id: '9',
    name,
    type: 'url',
    url: address,
    ...more,
  });
  const folder = (name: string, children: object[]): object => ({
    children,
    date_added: '13345000000000000',
    id: '1',
    name,
    type: 'folder',
  });

  it('reads the file of a profile: folders by their names, dates since 1601', async () => {
    const roots = {
      bookmark_bar: folder('Lesezeichenleiste', [
        url('https://paper.example/1', 'One'),
        folder('Sea', [folder('Ports', [url('https://paper.example/2', 'Two')])]),
      ]),
      other: folder('Weitere Lesezeichen', [
        url('javascript:void(0)', 'Bookmarklet'),
        url('https://paper.example/3', 'Three', { meta_info: { Description: 'Mine' } }),
      ]),
      synced: folder('Mobile Lesezeichen', []),
      trash: folder('Trash', [url('https://paper.example/deleted', 'Deleted')]),
    };
    const { items, failures } = await readText(
      JSON.stringify({ checksum: 'c', roots, sync_metadata: 'x', version: 1 }),
    );
    expect(items).toMatchObject([
      { url: 'https://paper.example/1', lists: [], savedAt: Date.UTC(2024, 1, 1, 10) },
      { url: 'https://paper.example/2', lists: [['Sea', 'Ports']] },
      { url: 'https://paper.example/3', lists: [], highlights: [{ note: 'Mine' }] },
    ]);
    expect(failures).toMatchObject([{ why: 'notWeb', url: 'javascript:void(0)', title: 'Bookmarklet' }]);
  });

  it('reads Opera’s nested roots', async () => {
    const roots = {
      bookmark_bar: folder('Bar', []),
      custom_root: {
        speedDial: folder('Speed Dial', [url('https://paper.example/1', 'One')]),
        trash: folder('Trash', [url('https://paper.example/x', 'X')]),
      },
    };
    expect(urlsOf((await readText(JSON.stringify({ roots, version: 1 }))).items)).toEqual([
      'https://paper.example/1',
    ]);
  });

  it('ignores endless folders and values that are no folders', async () => {
    const deep = `{"roots":{"bookmark_bar":${'{"name":"a","children":['.repeat(5000)}${']}'.repeat(5000)}}}`;
    expect((await readText(deep)).items).toEqual([]);
    expect(
      (await readText('{"roots":{"bookmark_bar":{"children":[null,7,"x",[],{"url":5,"name":1}]},"other":3}}'))
        .items,
    ).toEqual([]);
  });
});

describe('Safari', () => {
  it.each([
    ['in binary', safariBinary],
    ['in XML', safariXml],
  ])('reads bookmarks and the reading list %s', async (_, make) => {
    const { format, items, failures } = await readAll(await make());
    expect(format).toBe('safari');
    expect(items).toMatchObject([
      {
        url: 'https://paper.example/harbour',
        title: 'The harbour – a short history',
        lists: [],
        savedAt: null,
        archived: false,
      },
      { url: 'https://paper.example/ebb', title: 'Ebb & flow', lists: [['Ports, northern']] },
      {
        url: 'https://paper.example/tide',
        title: 'Tide tables',
        lists: [],
        savedAt: Date.UTC(2024, 1, 1, 10),
        excerpt: 'When the water comes',
        imageUrl: 'https://paper.example/tide.jpg',
        archived: false,
      },
      {
        url: 'https://paper.example/%D0%BB%D0%BE%D0%B4%D0%BA%D0%B0',
        title: 'Лодка',
        savedAt: Date.UTC(2023, 4, 6, 7, 8, 9),
        archived: true,
      },
    ]);
    expect(failures).toMatchObject([{ why: 'notWeb', title: 'A bookmarklet' }]);
  });

  it('refuses a binary file that is damaged or refers to itself', async () => {
    const bytes = new Uint8Array(await safariBinary().arrayBuffer());
    for (const cut of [20, bytes.length - 8])
      await expect(readAll(new Blob([bytes.slice(0, cut)]))).rejects.toMatchObject({ code: 'damaged' });
    const circle = bytes.slice();
    // The first object becomes an array of itself.
    const table = new DataView(circle.buffer).getUint32(circle.length - 4);
    const size = circle[circle.length - 26] ?? 1;
    let first = 0;
    for (let i = 0; i < size; i += 1) first = first * 256 + (circle[table + i] ?? 0);
    circle.set([0xa1, 0, 0], first);
    await expect(readAll(new Blob([circle]))).rejects.toMatchObject({ code: 'damaged' });
  });

  itLong('refuses a small binary file that describes a huge tree', async () => {
    const levels = 40;
    const objects = Array.from({ length: levels }, (_, i) => [0xa2, i + 1, i + 1]);
    const offsets = Array.from({ length: levels + 1 }, (_, i) => 8 + 3 * i);
    const number = (value: number): number[] => [0, 0, 0, 0, 0, 0, 0, value];
    const trailer = [
      0,
      0,
      0,
      0,
      0,
      0,
      1,
      1,
      ...number(levels + 1),
      ...number(0),
      ...number(8 + 3 * levels + 1),
    ];
    const bytes = new Uint8Array([...objects.flat(), 0x09, ...offsets, ...trailer]);
    await expect(readAll(new Blob(['bplist00', bytes]))).rejects.toMatchObject({ code: 'damaged' });
  });

  it('reads its HTML: top-level folders, and the reading list by its id', async () => {
    const html = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<HTML>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<Title>Bookmarks</Title>
<H1>Bookmarks</H1>
\t<DT><H3 FOLDED>Favourites</H3>
\t<DL><p>
\t\t<DT><A HREF="https://paper.example/1">One</A>
\t\t<DT><H3 FOLDED>Ports</H3>
\t\t<DL><p>
\t\t\t<DT><A HREF="https://paper.example/2">Two</A>
\t\t\t<DT><A HREF="javascript:alert(1)">Bookmarklet</A>
\t\t</DL><p>
\t</DL><p>
\t<DT><H3>Sea</H3>
\t<DL><p>
\t\t<DT><A HREF="https://paper.example/3">Three</A>
\t</DL><p>
\t<DT><H3 FOLDED id="com.apple.ReadingList">Leseliste</H3>
\t<DL><p>
\t\t<DT><A HREF="https://paper.example/4">Four</A>
\t\t<DD>A preview line
\t</DL><p>
</HTML>`;
    const { items, failures } = await readText(html);
    expect(items.map(({ url, lists, excerpt }) => [url, lists, excerpt])).toEqual([
      ['https://paper.example/1', [], null],
      ['https://paper.example/2', [['Ports']], null],
      ['https://paper.example/3', [['Sea']], null],
      ['https://paper.example/4', [], 'A preview line'],
    ]);
    expect(failures).toHaveLength(1);
  });
});

describe('lists of addresses', () => {
  it('reads OneTab’s text: groups parted by blank lines, a title after each address', async () => {
    const { items, failures } = await readText(
      'https://paper.example/1 | Tide tables | The Paper\r\nhttps://paper.example/2 | Ebb, and flow\r\n\r\nhttps://paper.example/3\r\nchrome://extensions/ | Extensions\r\n',
    );
    expect(items.map(({ url, title }) => [url, title])).toEqual([
      ['https://paper.example/1', 'Tide tables | The Paper'],
      ['https://paper.example/2', 'Ebb, and flow'],
      ['https://paper.example/3', ''],
    ]);
    expect(failures).toMatchObject([{ at: '5', why: 'notWeb', title: 'Extensions' }]);
  });

  it('reads a plain list, with bullets, titles or Markdown, and says which lines are none', async () => {
    const { items, failures } = await readText(
      '# To read\nhttps://paper.example/1\n- https://paper.example/2\n2. <https://paper.example/3>\n* [x] [Four](https://paper.example/4)\nFive: https://paper.example/5\nno link here\njavascript:alert(1)\nhttps://paper.example/6\thalf a day\n',
    );
    expect(items.map(({ url, title }) => [url.at(-1), title])).toEqual([
      ['1', ''],
      ['2', ''],
      ['3', ''],
      ['4', 'Four'],
      ['5', 'Five'],
      ['6', 'half a day'],
    ]);
    expect(failures).toMatchObject([
      { at: '7', why: 'noAddress', title: 'no link here' },
      { at: '8', why: 'notWeb' },
    ]);
  });

  it('does not recognise a letter or a table of passwords as a list', async () => {
    const letter = 'Dear Ina,\nread this:\nhttps://paper.example/1\nYours';
    await expect(readText(letter)).rejects.toMatchObject({ code: 'unknown' });
    const passwords = ['paper', 'b', 'c', 'd'].map((name) => `https://${name}.example/,ina,secret\n`);
    const table = `site,user,password\n${passwords.join('')}`;
    await expect(readText(table)).rejects.toMatchObject({ code: 'passwords' });
    expect((await readText('https://paper.example/1')).format).toBe('urlList');
  });
});

const bytesOf = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const number = (value: number, size: number): number[] =>
  Array.from({ length: size }, (_, i) => Math.floor(value / 256 ** (size - 1 - i)) % 256);

/** A property list of objects, the first of them on top. */
function plistOf(objects: readonly (readonly number[])[], placeOf = (place: number): number => place): Blob {
  const head = bytesOf('bplist00');
  const places: number[] = [];
  let at = head.length;
  for (const object of objects) {
    places.push(...number(placeOf(at), 4));
    at += object.length;
  }
  const trailer = [...number(0, 6), 4, 1, ...number(objects.length, 8), ...number(0, 8), ...number(at, 8)];
  return new Blob([Uint8Array.from([...head, ...objects.flat(), ...places, ...trailer])]);
}

const list = (references: readonly number[]): number[] => [
  0xaf,
  0x12,
  ...number(references.length, 4),
  ...references,
];
const string = (letters: number): number[] => [
  0x5f,
  0x12,
  ...number(letters, 4),
  ...bytesOf('a'.repeat(letters)),
];

it('decodes a string once, however often it is referenced', async () => {
  const decode = vi.spyOn(TextDecoder.prototype, 'decode');
  const tree = await parseBinaryPlist(plistOf([list(Array.from({ length: 500 }, () => 1)), string(1000)]));
  expect(tree).toEqual(Array.from({ length: 500 }, () => 'a'.repeat(1000)));
  expect(decode).toHaveBeenCalledTimes(1);
});

it('refuses strings that overlap', async () => {
  const many = Array.from({ length: 200 }, (_, i) => i + 1);
  const same = plistOf([list(many), ...many.map((i) => (i === 1 ? string(5000) : []))], (place) =>
    // All but the list are where the one string is.
    place > 8 ? 8 + list(many).length : place,
  );
  await expect(parseBinaryPlist(same)).rejects.toThrow(TransferError);
});

it('refuses a list as the key of a dictionary', async () => {
  const dictionary = [0xd1, 1, 2];
  await expect(parseBinaryPlist(plistOf([dictionary, list([2, 2]), string(9)]))).rejects.toThrow(
    TransferError,
  );
});
