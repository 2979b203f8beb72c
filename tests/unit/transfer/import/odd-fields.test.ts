/** Fields that say nothing, or say it in a product's own way. */
import { describe, expect, it } from 'vitest';
import { note, readJson, readText } from './read-all.ts';

/** Of a moment without a zone. */
const localDay = new Date(2024, 1, 1).getTime();

it.each([
  ['0', null],
  ['1', null],
  ['Chapter 3', null],
  ['none', null],
  ['Chapter 1999', null],
  ['vol. 2020', null],
  ['see 10-11-12', null],
  ['Market 2020', null],
  ['Feb 1 10:30', null],
  ['"1 Feb 24"', localDay],
  ['"Feb 1, 24"', localDay],
  ['2/1/24', localDay],
  ['"Thu, 1 Feb 2024"', localDay],
  ['2024', Date.UTC(2024, 0, 1)],
  ['1706781600', Date.UTC(2024, 1, 1, 10)],
  ['1706781600000', Date.UTC(2024, 1, 1, 10)],
  ['2024-02-01T10:00:00+0100', Date.UTC(2024, 1, 1, 9)],
  ['2024-02-01 10:00:00.442000+00:00', Date.UTC(2024, 1, 1, 10, 0, 0, 442)],
])('reads a date only if it has a year: %s', async (moment, time) => {
  const { items } = await readText(
    `title,url,time_added,tags,status\nOne,https://paper.example/1,${moment},,unread\n`,
  );
  expect(items[0]?.savedAt).toBe(time);
});

it('reads a date of zero in bookmarks as unknown', async () => {
  const { items } = await readText(
    '<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p><DT><A HREF="https://paper.example/1" ADD_DATE="0">One</A></DL>',
  );
  expect(items[0]?.savedAt).toBeNull();
});

it('keeps a space between the lines of a description with markup', async () => {
  const { items } = await readText(
    '<!DOCTYPE NETSCAPE-Bookmark-file-1><TITLE>Bookmarks</TITLE><DL><p><DT><A HREF="https://paper.example/1">One<br>more</A>\n<DD>About tides<blockquote>The water comes.<br>It goes.</blockquote>\n</DL><p>',
  );
  expect(items).toMatchObject([{ title: 'One more', excerpt: 'About tides The water comes. It goes.' }]);
});

it('reads a date of zero in GoodLinks as unread', async () => {
  const link = { url: 'https://paper.example/1', title: 'One', addedAt: 1_706_781_600, readAt: 0, tags: [] };
  const { items } = await readJson([link]);
  expect(items).toMatchObject([{ archived: false, progress: 0 }]);
});

describe('any table', () => {
  it('reads the user’s words as a note, the page’s as an excerpt', async () => {
    const { items } = await readText(
      'title,note,url,tags,description\nOne,My own words,https://paper.example/1,,The page’s\n',
    );
    expect(items).toMatchObject([{ excerpt: 'The page’s', highlights: [note('My own words')] }]);
  });

  it('reads what Diigo writes: highlights, comments, and that there is no tag', async () => {
    const { format, items } = await readText(
      'title,url,tags,description,comments,annotations,created_at\n"One","https://paper.example/1","sea,tide","About tides","I agree","Highlight:The water comes.\nHighlight:It goes.","2013-02-07 09:15:04 UTC"\n"Two","https://paper.example/2",no_tag,,,,2013-02-07 09:15:04 UTC\n',
    );
    expect(format).toBe('csv');
    expect(items).toMatchObject([
      {
        tags: ['sea', 'tide'],
        excerpt: 'About tides',
        savedAt: Date.UTC(2013, 1, 7, 9, 15, 4),
        highlights: [note('I agree'), { text: 'The water comes.', note: '' }, { text: 'It goes.', note: '' }],
      },
      { tags: [], highlights: [] },
    ]);
  });

  it.each([
    'if a <b and c then x>y: fine',
    'see <https://other.example/x> for the rest',
    'mail <ina@paper.example> about it; use Array<string>',
    'the <title> tag is wrong',
    'write &lt;b&gt;, not ?a=1&copy=2',
    'First line about R&D\nSecond line\n\nThird',
  ])('keeps a note as the user wrote it: %s', async (words) => {
    for (const column of ['note', 'notes', 'comment', 'comments']) {
      const { items } = await readText(`title,url,${column}\nOne,https://paper.example/1,"${words}"\n`);
      expect(items[0]?.highlights).toMatchObject([note(words)]);
    }
  });

  it('does not read counts as notes', async () => {
    const { items } = await readText(
      'title,url,comments,highlights,annotations\nOne,https://paper.example/1,12,3,0\nTwo,https://paper.example/2,"1,204",0,2\nThree,https://paper.example/3,12 men,The water comes.,3\n',
    );
    expect(items.map(({ highlights }) => highlights)).toMatchObject([
      [],
      [],
      [{ note: '12 men' }, { text: 'The water comes.' }],
    ]);
  });

  it('reads what Zotero writes: the paper, tags, notes without their markup', async () => {
    const { items } = await readText(
      '"Key","Item Type","Author","Title","Publication Title","Url","Abstract Note","Date","Date Added","Notes","Manual Tags"\n"K","newspaperArticle","Holm, Ina","One","The Paper","https://paper.example/1","What is in it","2024-01-31","2024-02-01 10:00:00","<p>Mine &amp; yours</p>","sea; tide"\n',
    );
    expect(items).toMatchObject([
      {
        siteName: 'The Paper',
        publishedAt: '2024-01-31',
        excerpt: 'What is in it',
        savedAt: Date.UTC(2024, 1, 1, 10),
        tags: ['sea', 'tide'],
        highlights: [note('Mine & yours')],
      },
    ]);
  });
});

it('unescapes FreshRSS’ titles and names', async () => {
  const item = {
    title: 'Tide &amp; wind &quot;again&quot;',
    author: 'Ina &amp; Per',
    canonical: [{ href: 'https://paper.example/1' }],
    categories: ['user/-/state/com.google/starred'],
    origin: { title: 'Ports &amp; quays' },
  };
  const { items } = await readJson({ items: [item] });
  expect(items).toMatchObject([
    { title: 'Tide & wind "again"', byline: 'Ina & Per', siteName: 'Ports & quays', favourite: true },
  ]);
});

it('makes no lists from ids when a Karakeep file lacks its lists', async () => {
  const id = 'k3abcdefgh0123456789klmn';
  const bookmark = (n: number): object => ({
    createdAt: 1_706_781_600,
    title: `T${n}`,
    tags: [],
    lists: [id],
    content: { type: 'link', url: `https://paper.example/${n}` },
    note: null,
    archived: false,
  });
  const whole = JSON.stringify({ bookmarks: [bookmark(1), bookmark(2)], lists: [{ id, name: 'Sea' }] });
  expect((await readText(whole)).items.map(({ lists }) => lists)).toEqual([[['Sea']], [['Sea']]]);
  const cut = await readText(whole.slice(0, whole.indexOf('],"lists":[{')));
  expect(cut.items.map(({ lists }) => lists)).toEqual([[], []]);
});

describe('a list of addresses', () => {
  it.each(['Tide, wind and quay', 'Passwort; was nun', 'Live:the quay'])(
    'may have a title above each: %s',
    async (title) => {
      const { format, all, items } = await readText(
        `${title}\nhttps://paper.example/1\n\n- The pilot stays\n<https://paper.example/2>\n\nEbb\nhttps://paper.example/3\n`,
      );
      expect([format, all.length]).toEqual(['urlList', 3]);
      expect(items.map((item) => item.title)).toEqual([title, 'The pilot stays', 'Ebb']);
    },
  );

  it('names lines that are neither title nor address', async () => {
    const turns = Array.from({ length: 60 }, (_, n) => `T${n}\nhttps://paper.example/${n}\n`).join('');
    const { items, failures } = await readText(`${turns}Lost\nFound\nhttps://paper.example/60\nLast`);
    expect([items.length, items.at(-1)?.title]).toEqual([61, 'Found']);
    expect(failures.map(({ at, title }) => [at, title])).toEqual([
      ['121', 'Lost'],
      ['124', 'Last'],
    ]);
  });

  it('does not read a heading as a title when addresses follow each other', async () => {
    const lines = 'To read\nhttps://paper.example/1\nhttps://paper.example/2\nhttps://paper.example/3\n';
    expect((await readText(lines)).items.map((item) => item.title)).toEqual(['', '', '']);
  });
});
