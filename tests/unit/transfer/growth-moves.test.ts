import { describe, expect, it } from 'vitest';
import { type ImportFormatName, readRecords } from '../../../utils/transfer/import/detect-format.ts';
import { AWKWARD_UNITS, describeGrowth, LARGEST_RATIO, measureGrowth } from '../growth.ts';

/** Characters: enough that what is quadratic takes a good part of a second. */
const SIZE = 12_000;

/** … and so many that they come in several pieces. */
const LARGE = 400_000;

/** Units that only mean something to one reader or another of a file. */
const UNITS = [
  ...AWKWARD_UNITS,
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

async function drain({ format, file }: Place, input: string): Promise<number> {
  let count = 0;
  for await (const _ of readRecords(new Blob([file(input)]), format)) count += 1;
  return count;
}

async function findSlow(place: Place, units: readonly string[], size: number): Promise<string[]> {
  const slow: string[] = [];
  for (const unit of units) {
    const growth = await measureGrowth(unit, size, (input) => drain(place, input));
    if (growth.ratio > LARGEST_RATIO) slow.push(describeGrowth(unit, growth));
  }
  return slow;
}

describe('twice as long a file that was moved takes no more than some two times as long', () => {
  it.each(PLACES)('to read: $name', async (place) => {
    expect(await findSlow(place, UNITS, SIZE)).toEqual([]);
  });

  it.each(PLACES.filter(({ format }) => ['urlList', 'ris', 'safari'].includes(format)))(
    'to read in pieces: $name',
    async (place) => {
      expect(await findSlow(place, ['a', ' ', '\n', '\r', '<', 'TY  - A\n'], LARGE)).toEqual([]);
    },
  );
});
