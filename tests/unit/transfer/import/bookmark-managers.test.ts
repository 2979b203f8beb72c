import { describe, expect, it } from 'vitest';
import { note, readJson, readText } from './read-all.ts';

describe('Raindrop.io', () => {
  const HEAD = 'id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n';

  it('reads notes, highlights, folders within folders and names with commas and slashes', async () => {
    const { format, items, failures } = await readText(
      [
        HEAD,
        '11,"Tide tables, explained","My ""own"" words\nin two lines",When the water comes,https://paper.example/1,"Sea / Ports, northern","long read, tide",2024-02-01T10:00:00.000Z,https://paper.example/1.jpg,"Highlight:The water comes twice\nNote:Ask the pilot\n\nHighlight:It goes as often\nColor:blue",true\n',
        '12,Ebb,,,https://paper.example/2,AI/ML,,2024-02-01T10:00:00.000Z,,,false\n',
        '13,Flow,,,https://paper.example/3,Unsorted,tide,2024-02-01T10:00:00.000Z,,"One passage\n\nAnother",\n',
        '14,Bookmarklet,,,javascript:alert(1),Unsorted,,2024-02-01T10:00:00.000Z,,,false\n',
      ].join(''),
    );
    expect(format).toBe('raindropCsv');
    expect(items).toMatchObject([
      {
        title: 'Tide tables, explained',
        excerpt: 'When the water comes',
        savedAt: Date.UTC(2024, 1, 1, 10),
        favourite: true,
        imageUrl: 'https://paper.example/1.jpg',
        tags: ['long read', 'tide'],
        lists: [['Sea', 'Ports, northern']],
        highlights: [
          note('My "own" words\nin two lines'),
          { text: 'The water comes twice', note: 'Ask the pilot' },
          { text: 'It goes as often', note: '', colour: 'blue' },
        ],
      },
      { favourite: false, tags: [], lists: [['AI/ML']], highlights: [] },
      { lists: [], highlights: [{ text: 'One passage' }, { text: 'Another' }] },
    ]);
    expect(failures).toMatchObject([{ why: 'notWeb', title: 'Bookmarklet' }]);
  });

  it('reads its HTML', async () => {
    const { items } = await readText(
      '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">\n<TITLE>Raindrop.io Bookmarks</TITLE>\n<H1>Raindrop.io Bookmarks</H1>\n<DL><p>\n<DT><H3 ADD_DATE="0" LAST_MODIFIED="0">Sea</H3>\n<DL><p>\n<DT><H3 ADD_DATE="0" LAST_MODIFIED="0">Ports, northern</H3>\n<DL><p>\n<DT><A HREF="https://paper.example/1" ADD_DATE="1706781600" LAST_MODIFIED="1706781600" TAGS="long read,tide" DATA-COVER="https://paper.example/1.jpg" DATA-IMPORTANT="true">Tide tables</A>\n<DD>When the water comes\n</DL><p>\n</DL><p>\n<DT><H3 ADD_DATE="0" LAST_MODIFIED="0">Unsorted</H3>\n<DL><p>\n<DT><A HREF="https://paper.example/2" ADD_DATE="1706781600" TAGS="">Ebb</A>\n</DL><p>\n</DL><p>',
    );
    expect(items).toMatchObject([
      {
        title: 'Tide tables',
        lists: [['Sea', 'Ports, northern']],
        tags: ['long read', 'tide'],
        favourite: true,
        imageUrl: 'https://paper.example/1.jpg',
        excerpt: 'When the water comes',
      },
      { title: 'Ebb', lists: [], favourite: false },
    ]);
  });
});

describe('Karakeep', () => {
  it('reads its JSON: favourites, the archive, notes, and who wrote it', async () => {
    const of = (title: string | null, content: object | null, more: object = {}): object => ({
      ...{ createdAt: 1_706_781_600, title, tags: ['tide'], lists: ['l1'], content, note: null, ...more },
    });
    const url = 'https://paper.example/1';
    const about = { description: 'When the water comes', author: 'Ina Holm', publisher: 'The Paper' };
    const mine = { note: 'Mine', archived: true, favourited: true };
    const { items, failures } = await readJson({
      bookmarks: [
        of('Tide tables', { type: 'link', url, ...about }, mine),
        of('A thought', { type: 'text', text: 'Buy rope' }),
        of('A file', { type: 'asset', assetId: 'x' }),
        of(null, null),
      ],
      lists: [{ id: 'l1', name: 'Later', parentId: null }],
    });
    expect(items).toMatchObject([
      {
        ...{
          title: 'Tide tables',
          byline: 'Ina Holm',
          siteName: 'The Paper',
          excerpt: 'When the water comes',
        },
        ...{ savedAt: Date.UTC(2024, 1, 1, 10), archived: true, favourite: true, lists: [['Later']] },
        highlights: [note('Mine')],
      },
    ]);
    expect(failures.map(({ why, title }) => [why, title])).toEqual([
      ['noAddress', 'A thought'],
      ['noAddress', 'A file'],
      ['noAddress', ''],
    ]);
  });

  it('reads its CSV', async () => {
    const { items, failures } = await readText(
      '\ufeff"No.","ID","Type","Title","Original Post Link / URL","Text Content","Description","Note / Takeaways","Tags / Categories","Lists","Status","Favourited","Date Saved","Thumbnail"\r\n"1","a","link","Tide, tables","https://paper.example/1","","When","Mine","tide, long read","Sea, Later","Archived","Yes","2024-02-01T10:00:00.000Z","x"\r\n"2","b","text","A thought","","Buy rope","","","","","Saved","No","2024-02-01T10:00:00.000Z",""',
    );
    expect(items).toMatchObject([
      {
        title: 'Tide, tables',
        tags: ['tide', 'long read'],
        lists: [['Sea'], ['Later']],
        archived: true,
        favourite: true,
        savedAt: Date.UTC(2024, 1, 1, 10),
        highlights: [note('Mine')],
      },
    ]);
    expect(failures).toMatchObject([{ why: 'noAddress', title: 'A thought' }]);
  });
});

describe('Linkwarden', () => {
  const link = (id: number, facts: object): object => ({
    id,
    type: 'url',
    description: '',
    collectionId: 1,
    name: '',
    url: null,
    textContent: null,
    importDate: null,
    createdAt: '2024-02-01T10:00:00.000Z',
    tags: [],
    ...facts,
  });

  it('reads collections within collections, pinned links, tags and texts', async () => {
    const { format, items, failures } = await readJson({
      name: 'ina',
      collections: [
        {
          id: 1,
          name: 'Unorganized',
          parentId: null,
          links: [
            link(1, {
              url: 'https://paper.example/1',
              name: 'You&#39;re at sea',
              description: 'My own\nwords',
              importDate: '2020-01-02T03:04:05.000Z',
              tags: [{ id: 1, name: 'tide' }],
            }),
          ],
        },
        { id: 2, name: 'Sea', parentId: null, links: [] },
        {
          id: 3,
          name: 'Ports',
          parentId: 2,
          links: [
            // Linkwarden writes no id where the nesting says it.
            link(2, {
              collectionId: undefined,
              url: 'https://paper.example/2',
              name: 'Ebb',
              textContent: 'The water goes & comes.\nTwice a day.',
            }),
            link(3, { collectionId: 3, type: 'pdf', name: 'A paper' }),
          ],
        },
      ],
      pinnedLinks: [{ id: 2, url: 'https://paper.example/2' }],
    });
    expect(format).toBe('linkwarden');
    expect(items).toMatchObject([
      {
        title: "You're at sea",
        savedAt: Date.UTC(2020, 0, 2, 3, 4, 5),
        tags: ['tide'],
        lists: [],
        favourite: false,
        highlights: [note('My own\nwords')],
        html: null,
      },
      {
        title: 'Ebb',
        savedAt: Date.UTC(2024, 1, 1, 10),
        lists: [['Sea', 'Ports']],
        favourite: true,
        html: '<p>The water goes &amp; comes.</p><p>Twice a day.</p>',
      },
    ]);
    expect(failures).toMatchObject([{ why: 'noAddress', title: 'A paper' }]);
  });

  it('skips values of a wrong type', async () => {
    const { items, failures } = await readJson({
      collections: [
        {
          id: 1,
          name: 7,
          parentId: 1,
          links: [
            null,
            5,
            { url: 3 },
            { url: 'https://paper.example/1', name: {}, tags: 'x', collectionId: 1 },
          ],
        },
      ],
      pinnedLinks: 'no',
    });
    expect(items).toMatchObject([{ url: 'https://paper.example/1', title: '', lists: [] }]);
    expect(failures).toEqual([]);
  });
});

describe('Pinboard', () => {
  it('reads its JSON: items to read go to the inbox, the others to the archive', async () => {
    const { format, items } = await readJson([
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
    expect(format).toBe('pinboard');
    expect(items).toMatchObject([
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
  it('reads its HTML: the archive tag, and notes within the description', async () => {
    const { items } = await readText(
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

it('reads the answer of linkding’s API', async () => {
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
  const { format, items } = await readJson({ count: 2, next: null, previous: null, results });
  expect(format).toBe('json');
  expect(items).toMatchObject([
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

it('keeps a very long description as a note', async () => {
  const long = 'The water comes. '.repeat(100).trim();
  const { items } = await readText(
    `<!DOCTYPE NETSCAPE-Bookmark-file-1><H1>Bookmarks</H1><DL><p><DT><A HREF="https://paper.example/1">One</A><DD>${long}</DL>`,
  );
  expect(items).toMatchObject([{ excerpt: null, highlights: [note(long)] }]);
});
