import { describe, expect, it } from 'vitest';
import { filesOf } from '../../../utils/transfer/import/archive-files.ts';
import {
  detectFormat,
  type ImportFormatName,
  readRecords,
} from '../../../utils/transfer/import/detect-format.ts';
import { OMNIVORE_ZIP } from '../../../utils/transfer/import/formats/read-later/omnivore-zip.ts';
import type { RecordStream } from '../../../utils/transfer/import/import-types.ts';
import { ZipArchive } from '../../../utils/transfer/zip/zip-reader.ts';
import { AWKWARD_UNITS, describeGrowth, LARGEST_RATIO, measureGrowth } from '../growth.ts';
import { writeZip } from './write-zip.ts';

/** Characters: enough that what is quadratic takes a good part of a second; twice as many still come in one piece. */
const SIZE = 12_000;

/** … and so many that they come in several, of which each may go on with what came before. */
const LARGE = 400_000;

/** What may look as if it went on in the next piece. */
const OPEN_ENDED = [
  ',',
  '"',
  '"a"\n',
  '"\n',
  '<',
  '<!--',
  '<a b="',
  'a',
  ' ',
  '\n',
  '\r',
  '&',
  '[',
  '{"a":1,',
  '\\"',
];

/** Units that only mean something to one reader or another of a file. */
const UNITS = [
  ...AWKWARD_UNITS,
  ',{"a":1',
  '"a":[{"b":"',
  '"\\"',
  'a,"http://\n',
  '"http://a.example\n',
  'a,"b\n",c\n',
  '" ',
  '<a ',
  '<a href="http://a.example/1">',
  '<li><a href=http://a.example/1>x',
  '<dl><a href=http://a.example/1>x',
  '<h3>x</h3><dl>',
  '<!--<a href=x>',
  '<dd>x',
  '<a x=\'"',
  '[⤴](',
  '\n> a\n\n',
  '\n\nb',
  '["a",',
  "['a',",
  '{"',
  '{"uri":"http://a.example/1","x":{"',
  '{"name":"a","children":[',
  ',{"url":"http://a.example/1","name":"',
  '<dict>',
  '<array><dict><key>a</key>',
  '<key>URLString</key><string>http://a.example/1</string>',
  'TY  - NEWS\n',
  'N1  - a\n',
  'KW  - a;',
  '; ',
  '- ',
  ' : ',
  'http://a.example/1 ',
  '[a](http://',
  'Highlight:a\nNote:',
  ' / ',
  '\n\n',
  '\r',
  '<p> </p>',
  '&amp;',
  './_resources/a',
  '[linkding-notes]',
];

interface Place {
  name: string;
  format: ImportFormatName;
  file: (input: string) => string;
}

const quoted = (input: string): string => `"${input.replaceAll('"', '""')}"`;

const PLACES: Place[] = [
  { name: 'bookmarks', format: 'bookmarks', file: (input) => `<!DOCTYPE NETSCAPE-Bookmark-file-1>${input}` },
  { name: 'an address in bookmarks', format: 'bookmarks', file: (input) => `<dl><dt><a href="${input}` },
  {
    name: 'tags in bookmarks',
    format: 'bookmarks',
    file: (input) => `<dl><a href="http://a.example/" tags='${input}'>x</a>`,
  },
  {
    name: 'a title in bookmarks',
    format: 'bookmarks',
    file: (input) => `<dl><a href="http://a.example/">${input}</a>`,
  },
  { name: 'Pocket’s HTML', format: 'pocketHtml', file: (input) => `<!DOCTYPE html><ul>${input}` },
  {
    name: 'Pocket’s CSV',
    format: 'pocketCsv',
    file: (input) => `title,url,time_added,tags,status\n${input}`,
  },
  {
    name: 'tags in Pocket’s CSV',
    format: 'pocketCsv',
    file: (input) =>
      `title,url,time_added,tags,status\na,http://a.example/1,1,"[${input.replaceAll('"', '""')}]",unread\n`,
  },
  { name: 'columns of a CSV', format: 'csv', file: (input) => `url,${input}\nhttp://a.example/1,b\n` },
  { name: 'a CSV of two columns', format: 'csv', file: (input) => `url,title\n${input}\n"` },
  {
    name: 'an open mark in a CSV',
    format: 'instapaperCsv',
    file: (input) => `URL,Title,Selection,Folder\nhttp://a.example/1,"${input}`,
  },
  { name: 'wallabag’s JSON', format: 'wallabag', file: (input) => `[${input}` },
  {
    name: 'a title in wallabag’s JSON',
    format: 'wallabag',
    file: (input) =>
      JSON.stringify([
        { url: 'http://a.example/1', title: input, created_at: input, tags: [input], language: input },
      ]),
  },
  { name: 'Karakeep’s bookmarks', format: 'karakeep', file: (input) => `{"bookmarks":[${input}` },
  { name: 'Karakeep’s lists', format: 'karakeep', file: (input) => `{"lists":[${input}` },
  {
    name: 'a damaged tree of Firefox’s',
    format: 'firefox',
    file: (input) => `{"root":"placesRoot",${input}`,
  },
  { name: 'a damaged tree of Chrome’s', format: 'chrome', file: (input) => `{"roots":{"other":${input}` },
  {
    name: 'a damaged file of Linkwarden’s',
    format: 'linkwarden',
    file: (input) => `{"collections":[${input}`,
  },
  { name: 'Safari’s property list', format: 'safari', file: (input) => `<plist><dict>${input}` },
  { name: 'a list of addresses', format: 'urlList', file: (input) => `http://a.example/1\n${input}` },
  { name: 'RIS', format: 'ris', file: (input) => `TY  - NEWS\n${input}` },
  {
    name: 'a note in RIS',
    format: 'ris',
    file: (input) => `TY  - NEWS\nUR  - http://a.example/1\nN1  - <p>${input}\nER  - `,
  },
  {
    name: 'fields of Raindrop.io’s CSV',
    format: 'raindropCsv',
    file: (input) =>
      `id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n1,a,${quoted(input)},,http://a.example/1,${quoted(input)},${quoted(input)},,,${quoted(input)},\n`,
  },
  {
    name: 'a text of a feed’s',
    format: 'starred',
    file: (input) =>
      JSON.stringify({
        items: [
          {
            canonical: [{ href: 'http://a.example/1' }],
            origin: {},
            content: { content: input },
            categories: [input],
          },
        ],
      }),
  },
  {
    name: 'a text of wallabag’s',
    format: 'wallabag',
    file: (input) =>
      JSON.stringify([{ url: 'http://a.example/1', is_read: 0, content: input, title: input, tags: input }]),
  },
  {
    name: 'fields of CSL-JSON',
    format: 'cslJson',
    file: (input) =>
      JSON.stringify([
        {
          type: 'webpage',
          URL: 'http://a.example/1',
          title: input,
          abstract: input,
          note: input,
          keyword: input,
          author: [{ given: input, family: input }],
        },
      ]),
  },
  {
    name: 'a note in linkding’s HTML',
    format: 'bookmarks',
    file: (input) =>
      `<!DOCTYPE NETSCAPE-Bookmark-file-1><H1>x</H1><DL><DT><A HREF="http://a.example/1">a</A><DD>${input}`,
  },
];

/** One of each parser, and the forgiving ones. */
const IN_PIECES = [
  'bookmarks',
  'Pocket’s CSV',
  'a CSV of two columns',
  'wallabag’s JSON',
  'Karakeep’s lists',
  'a list of addresses',
  'RIS',
  'Safari’s property list',
];

async function drain(records: RecordStream): Promise<number> {
  let count = 0;
  for await (const _ of records) count += 1;
  return count;
}

async function findSlow(
  run: (input: string) => unknown,
  units: readonly string[] = UNITS,
  size = SIZE,
): Promise<string[]> {
  const slow: string[] = [];
  for (const unit of units) {
    const growth = await measureGrowth(unit, size, run);
    if (growth.ratio > LARGEST_RATIO) slow.push(describeGrowth(unit, growth));
  }
  return slow;
}

describe('twice as long a file takes no more than some two times as long', () => {
  it.each(PLACES)('to read: $name', async ({ format, file }) => {
    expect(await findSlow((input) => drain(readRecords(new Blob([file(input)]), format)))).toEqual([]);
  });

  it.each(PLACES.filter(({ name }) => IN_PIECES.includes(name)))(
    'to read in pieces: $name',
    async ({ format, file }) => {
      const read = (input: string) => drain(readRecords(new Blob([file(input)]), format));
      expect(await findSlow(read, OPEN_ENDED, LARGE)).toEqual([]);
    },
  );

  it.each([
    ['alone', (input: string) => input],
    ['in a page', (input: string) => `<!doctype html>${input}`],
    ['in an object', (input: string) => `{"bookmarks"${input}`],
    ['in columns', (input: string) => `url,${input}`],
  ])('to tell the format of, %s', async (_, file) => {
    expect(
      await findSlow((input) =>
        detectFormat(new Blob([file(input)])).catch((error: unknown) => String(error)),
      ),
    ).toEqual([]);
  });

  it('to read: Omnivore’s highlights', async () => {
    const metadata = JSON.stringify([{ slug: 'a', url: 'http://a.example/1', title: 'A' }]);
    const slow = await findSlow(async (input) => {
      const zip = await writeZip([
        ['metadata_0.json', metadata],
        ['highlights/a.md', `> a${input}`],
      ]);
      return drain(OMNIVORE_ZIP.readArchive(filesOf(await ZipArchive.open(zip))));
    });
    expect(slow).toEqual([]);
  });

  it('where lists lie within one another', async () => {
    const chain = (input: string): Blob => {
      const count = Math.floor(input.length / 32);
      const lists = Array.from({ length: count }, (_, i) => ({
        id: `l${i}`,
        name: 'x',
        parentId: `l${i - 1}`,
      }));
      const bookmarks = lists.map(({ id }) => ({
        lists: [id],
        content: { type: 'link', url: `http://a.example/${id}` },
      }));
      return new Blob([JSON.stringify({ lists, bookmarks })]);
    };
    const growth = await measureGrowth('x', SIZE, (input) => drain(readRecords(chain(input), 'karakeep')));
    expect(growth.ratio, describeGrowth('list', growth)).toBeLessThanOrEqual(LARGEST_RATIO);
  });
});
