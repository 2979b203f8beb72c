import { describe, expect, it } from 'vitest';
import { listFiles } from '../../../utils/transfer/import/archive-files.ts';
import {
  detectFormat,
  type ImportFormatName,
  readRecords,
} from '../../../utils/transfer/import/detect-format.ts';
import { OMNIVORE_ZIP } from '../../../utils/transfer/import/formats/omnivore-zip.ts';
import type { RecordStream } from '../../../utils/transfer/import/import-types.ts';
import { ZipArchive } from '../../../utils/transfer/zip/zip-reader.ts';
import { AWKWARD_UNITS, describeGrowth, findSlow, LARGEST_RATIO, measureGrowth } from '../growth.ts';
import { INVENTED } from './invented-exports.ts';
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
  '{"name":"a","children":[',
  ',{"url":"http://a.example/1","name":"',
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
  '[linkding-notes]',
  '==',
  '![](',
  '<style>',
  '<img src="data:image/png;base64,',
  '\r\n--b\r\n',
  '=\r\n',
];

/** Words of the invented files that stand in the fields of an article. */
const FIELDS = /Story 0|weather|The tide|A story|a note|Harbours|The Paper/g;

interface Place {
  name: string;
  format: string;
  file: (input: string) => string;
}

/** One of each parser, and the forgiving ones. */
const PARSERS = /^(?:Netscape bookmarks|Pocket CSV|any CSV|wallabag JSON|Karakeep JSON|OneTab)$/;

/** A file with the input in all fields of its article, for each format that is text; and one that goes on with it. */
const PLACES: Place[] = [];
const IN_PIECES: Place[] = [];
for (const { name, format, file } of INVENTED.filter(({ name }) => !/zip$/.test(name))) {
  const text = await (await file(1)).text();
  const isJson = /^[[{]/.test(text);
  const fill = (input: string): string => {
    const written = isJson ? JSON.stringify(input).slice(1, -1) : input;
    return text.replaceAll(FIELDS, (word) => word + written);
  };
  PLACES.push({ name: `fields of ${name}`, format, file: fill });
  if (!PARSERS.test(name)) continue;
  const beginning = text.slice(0, text.indexOf('Story 0'));
  IN_PIECES.push({ name: `the rest of ${name}`, format, file: (input) => beginning + input });
}

for (const [name, format, beginning] of [
  ['a note', 'markdown', '---\nsource: https://a.example/1\n---\n'],
  [
    'a page',
    'savedPage',
    '<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: https://a.example/1 \n-->',
  ],
  [
    'MHTML',
    'savedPage',
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n',
  ],
] as const)
  IN_PIECES.push({ name: `the rest of ${name}`, format, file: (input) => beginning + input });

async function drain(records: RecordStream): Promise<number> {
  let count = 0;
  for await (const _ of records) count += 1;
  return count;
}

describe('twice as long a file takes no more than some two times as long', () => {
  it.each([...PLACES, ...IN_PIECES])('to read: $name', async ({ format, file }) => {
    expect(
      await findSlow(UNITS, SIZE, (input) =>
        drain(readRecords(new Blob([file(input)]), format as ImportFormatName)),
      ),
    ).toEqual([]);
  });

  it.each(IN_PIECES)('to read in pieces: $name', async ({ format, file }) => {
    const read = (input: string) => drain(readRecords(new Blob([file(input)]), format as ImportFormatName));
    expect(await findSlow(OPEN_ENDED, LARGE, read)).toEqual([]);
  });

  it.each([
    ['alone', (input: string) => input],
    ['in a page', (input: string) => `<!doctype html>${input}`],
    ['in an object', (input: string) => `{"bookmarks"${input}`],
    ['in columns', (input: string) => `url,${input}`],
  ])('to tell the format of, %s', async (_, file) => {
    expect(
      await findSlow(UNITS, SIZE, (input) =>
        detectFormat(new Blob([file(input)])).catch((error: unknown) => String(error)),
      ),
    ).toEqual([]);
  });

  it('to read: Omnivore’s highlights', async () => {
    const metadata = JSON.stringify([{ slug: 'a', url: 'http://a.example/1', title: 'A' }]);
    const slow = await findSlow(UNITS, SIZE, async (input) => {
      const zip = await writeZip([
        ['metadata_0.json', metadata],
        ['highlights/a.md', `> a${input}`],
      ]);
      return drain(OMNIVORE_ZIP.readArchive(listFiles(await ZipArchive.open(zip))));
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
