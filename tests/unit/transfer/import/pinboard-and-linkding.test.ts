import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../../../utils/transfer/import/detect-format.ts';
import { readAll } from './import-properties.ts';

const file = (...parts: BlobPart[]): Blob => new Blob(parts);
const json = (value: unknown): Blob => file(JSON.stringify(value));
const note = (text: string): object => ({ text: '', note: text });

describe('Pinboard', () => {
  it('reads its JSON: what is to be read stays in the inbox, the rest is filed away', async () => {
    const made = json([
      {
        href: 'https://paper.example/1',
        description: 'Tide tables',
        extended: 'My own\nwords',
        time: '2024-02-01T10:00:00Z',
        toread: 'yes',
        tags: 'tide long-read',
      },
      {
        href: 'https://paper.example/2',
        description: false,
        extended: false,
        time: '2024-02-01T10:00:00Z',
        toread: 'no',
        tags: '',
      },
    ]);
    expect(await detectFormat(made)).toBe('pinboard');
    expect((await readAll(made)).items).toMatchObject([
      {
        title: 'Tide tables',
        archived: false,
        tags: ['tide', 'long-read'],
        savedAt: Date.UTC(2024, 1, 1, 10),
        highlights: [note('My own\nwords')],
      },
      { title: '', archived: true, tags: [], highlights: [] },
    ]);
  });
});

describe('linkding', () => {
  it('reads its HTML: the archive, which is a tag, and notes, which are in the description', async () => {
    const { items } = await readAll(
      file(
        [
          '<!DOCTYPE NETSCAPE-Bookmark-file-1>',
          '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">',
          '<TITLE>Bookmarks</TITLE>',
          '<H1>Bookmarks</H1>',
          '<DL><p>',
          '<DT><A HREF="https://paper.example/1" ADD_DATE="1706781600" PRIVATE="1" TOREAD="0" TAGS="tide,linkding:archived">One</A>',
          '<DD>When the water comes[linkding-notes]My own *words*\n\n&lt;b&gt;twice[/linkding-notes]',
          '<DT><A HREF="https://paper.example/2" ADD_DATE="1706781600" PRIVATE="0" TOREAD="1" TAGS="">Two</A>',
          '<DD>[linkding-notes]Only mine[/linkding-notes]',
          '<DT><A HREF="https://paper.example/3" ADD_DATE="1706781600" PRIVATE="0" TOREAD="0" TAGS="">Three</A>',
          '</DL><p>',
        ].join('\n\r'),
      ),
    );
    expect(items).toMatchObject([
      {
        archived: true,
        tags: ['tide'],
        excerpt: 'When the water comes',
        highlights: [note('My own *words*\n\n<b>twice')],
      },
      { archived: false, tags: [], excerpt: null, highlights: [note('Only mine')] },
      { archived: false, highlights: [] },
    ]);
  });
});

it("reads Pinboard's XML, and what Delicious wrote before it", async () => {
  const { items } = await readAll(
    file(
      '<?xml version="1.0" encoding="UTF-8"?>\n<posts user="ina">\n<post href="https://paper.example/1?a=1&amp;b=2" time="2024-02-01T10:00:00Z" description="Tide &amp; wind" extended="My own&#10;words" tag="tide long-read" hash="h" shared="no" toread="yes" />\n<post href="https://paper.example/2" time="2024-02-01T10:00:00Z" description="Ebb > flood" extended="" tag="" hash="h" shared="yes"   />\n</posts>\n',
    ),
  );
  expect(items).toMatchObject([
    {
      url: 'https://paper.example/1?a=1&b=2',
      title: 'Tide & wind',
      savedAt: Date.UTC(2024, 1, 1, 10),
      archived: false,
      tags: ['tide', 'long-read'],
      highlights: [note('My own\nwords')],
    },
    { title: 'Ebb > flood', archived: false, tags: [], highlights: [] },
  ]);
});

it('reads what linkding answers, as many keep it', async () => {
  const bookmark = (facts: object): object => ({
    id: 1,
    url: 'https://paper.example/1',
    title: 'Tide tables',
    description: 'When the water comes',
    notes: 'My own\n*words*',
    preview_image_url: 'https://paper.example/1.jpg',
    is_archived: true,
    unread: false,
    tag_names: ['tide', 'long-read'],
    date_added: '2024-02-01T10:00:00.123456Z',
    website_title: null,
    ...facts,
  });
  const results = [
    bookmark({}),
    bookmark({
      url: 'https://paper.example/2',
      title: '',
      website_title: 'Ebb',
      description: '',
      notes: '',
      is_archived: false,
      tag_names: [],
    }),
  ];
  const made = json({ count: 2, next: null, previous: null, results });
  expect(await detectFormat(made)).toBe('linkding');
  expect((await readAll(made)).items).toMatchObject([
    {
      title: 'Tide tables',
      excerpt: 'When the water comes',
      archived: true,
      tags: ['tide', 'long-read'],
      savedAt: Date.UTC(2024, 1, 1, 10, 0, 0, 123),
      imageUrl: 'https://paper.example/1.jpg',
      highlights: [note('My own\n*words*')],
    },
    { title: 'Ebb', excerpt: null, archived: false, tags: [], highlights: [] },
  ]);
});

it('a description that is too long for one is kept whole, as a note', async () => {
  const long = 'The water comes. '.repeat(100).trim();
  const { items } = await readAll(
    file(
      `<!DOCTYPE NETSCAPE-Bookmark-file-1><H1>Bookmarks</H1><DL><p><DT><A HREF="https://paper.example/1">One</A><DD>${long}</DL>`,
    ),
  );
  expect(items).toMatchObject([{ excerpt: null, highlights: [note(long)] }]);
});
