/** Invented exports of every kind and size: what the products write, as far as an importer looks at it. */
import { writeZip } from './write-zip.ts';

export interface InventedExport {
  name: string;
  /** What `detectFormat` should say. */
  format: string;
  file: (count: number) => Blob | Promise<Blob>;
}

export const addressOf = (i: number): string => `https://paper${i % 7}.example/2024/story-${i}`;
export const titleOf = (i: number): string => `Story ${i}, "quoted" – with a comma & <signs>`;
const SECONDS = 1_700_000_000;
const ISO = '2024-02-01T10:00:00.000Z';
const TAGS = ['sea', 'weather'];

const body = (i: number): string =>
  `<p>The tide came in at ${i % 24}.</p><p>“We stayed,” the pilot said.</p>`;
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const html = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

/** A table of one row for each article. */
const csv =
  (head: string, row: (i: number) => string, end = '\n') =>
  (count: number): Blob =>
    new Blob([head, end, ...times(count, (i) => row(i) + end)]);
const json =
  (make: (count: number) => unknown) =>
  (count: number): Blob =>
    new Blob([JSON.stringify(make(count))]);
/** A JSON array of one object for each article. */
const jsonList = (make: (i: number) => unknown) => json((count) => times(count, make));

const link = (i: number, attributes: string): string =>
  `<A HREF="${html(addressOf(i))}" ${attributes}>${html(titleOf(i))}</A>\n`;
/** A file of bookmarks in one folder. */
const bookmarks =
  (title: string, attributes: string, note = '', folder = '') =>
  (count: number): Blob =>
    new Blob([
      `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">\n<TITLE>${title}</TITLE>\n<H1>${title}</H1>\n<DL><p>\n${folder}`,
      ...times(count, (i) => `<DT>${link(i, `ADD_DATE="${SECONDS + i}" ${attributes}`)}${note}`),
      '</DL><p>\n',
    ]);

export function pocketRows(from: number, count: number): string {
  const rows = times(count, (j) => {
    const i = from + j;
    const state = i % 3 === 0 ? 'archive' : 'unread';
    return `${quoted(titleOf(i))},${addressOf(i)},${SECONDS + i},sea|weather,${state}\n`;
  });
  return `title,url,time_added,tags,status\n${rows.join('')}`;
}

function pocketHtml(count: number): Blob {
  const item = (i: number): string => `<li>${link(i, `time_added="${SECONDS + i}" tags="sea,weather"`)}`;
  return new Blob([
    '<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>',
    ...times(count - 1, item),
    `</ul><h1>Read Archive</h1><ul>${item(count - 1)}</ul></body></html>`,
  ]);
}

const omnivoreEntry = (i: number): object => ({
  slug: `story-${i}`,
  title: titleOf(i),
  description: 'A story',
  author: 'Ina Holm',
  url: addressOf(i),
  state: i % 3 === 0 ? 'Archived' : 'Active',
  readingProgress: 40,
  labels: TAGS,
  savedAt: ISO,
});

/** An open tab, or a bookmark. */
const tabOf = (i: number): object => ({ id: `t${i}`, title: titleOf(i), url: addressOf(i) });

function omnivoreZip(count: number): Promise<Blob> {
  return writeZip([
    ['metadata_0_to_99.json', JSON.stringify(times(count, omnivoreEntry))],
    ...times(count, (i) => [`content/story-${i}.html`, body(i)] as const),
    ['highlights/story-0.md', '> We stayed\n\nremember this\n'],
  ]);
}

const linkwardenLink = (i: number): object => ({
  id: i,
  name: titleOf(i),
  type: 'url',
  collectionId: 2,
  url: addressOf(i),
  createdAt: ISO,
  tags: TAGS.map((name, id) => ({ id, name })),
});

const starredItem = (i: number): object => ({
  id: `item/${i}`,
  timestampUsec: `${SECONDS}000000`,
  title: titleOf(i),
  published: SECONDS,
  categories: ['user/1/state/com.google/starred', ...TAGS.map((tag) => `user/1/label/${tag}`)],
  canonical: [{ href: addressOf(i) }],
  summary: { direction: 'ltr', content: body(i) },
  origin: { title: 'The Paper' },
});

export const INVENTED: readonly InventedExport[] = [
  { name: 'Pocket CSV', format: 'pocketCsv', file: (count) => new Blob([pocketRows(0, count)]) },
  {
    name: 'Pocket zip',
    format: 'pocketCsv',
    file: (count) =>
      writeZip([
        ['part_000000.csv', pocketRows(0, Math.ceil(count / 2))],
        ['part_000001.csv', pocketRows(Math.ceil(count / 2), Math.floor(count / 2))],
      ]),
  },
  { name: 'Pocket HTML', format: 'pocketHtml', file: pocketHtml },
  {
    name: 'Instapaper CSV',
    format: 'instapaperCsv',
    file: csv('URL,Title,Selection,Folder,Timestamp,Tags', (i) => {
      const folder = ['Unread', 'Archive', 'Starred', 'Harbours'][i % 4] ?? '';
      return `${addressOf(i)},${quoted(titleOf(i))},,${folder},${SECONDS + i},${quoted('["sea","weather"]')}`;
    }),
  },
  { name: 'Omnivore zip', format: 'omnivore', file: omnivoreZip },
  {
    name: 'Readwise highlights',
    format: 'readwiseHighlights',
    file: csv(
      'Highlight,Title,Author,URL,Note,Location,Date',
      (i) => `"We stayed, ${i}",${quoted(titleOf(i))},Ina Holm,${addressOf(i)},a note,12,2024-02-01 10:00:00`,
    ),
  },
  {
    name: 'Readwise Reader',
    format: 'readwiseReader',
    file: csv(
      'Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen',
      (i) =>
        `${quoted(titleOf(i))},${addressOf(i)},id${i},"['sea', 'weather']",2024-02-01 10:00:00+00:00,0.4,${i % 3 === 0 ? 'archive' : 'new'},True`,
    ),
  },
  {
    name: 'Netscape bookmarks',
    format: 'bookmarks',
    file: bookmarks('Bookmarks', 'TAGS="sea,weather"', '<DD>A note\n', '<DT><H3>Harbours</H3>\n<DL><p>\n'),
  },
  {
    name: 'wallabag JSON',
    format: 'wallabag',
    file: jsonList((i) => ({
      id: i,
      title: titleOf(i),
      url: addressOf(i),
      is_archived: i % 3 === 0 ? 1 : 0,
      is_starred: 0,
      created_at: ISO,
      content: body(i),
      mimetype: 'text/html',
      language: 'en',
      tags: TAGS,
    })),
  },
  {
    name: 'Karakeep JSON',
    format: 'karakeep',
    file: json((count) => ({
      bookmarks: times(count, (i) => ({
        createdAt: SECONDS + i,
        title: titleOf(i),
        tags: TAGS,
        lists: ['l1'],
        content: { type: 'link', url: addressOf(i) },
        note: null,
        archived: i % 3 === 0,
      })),
      lists: [{ id: 'l1', name: 'Harbours' }],
    })),
  },
  {
    name: 'Matter CSV',
    format: 'matter',
    file: csv(
      'Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,Highlight Count,Last Interaction Date,File Id',
      (i) =>
        `${quoted(titleOf(i))},Ina Holm,The Paper,${addressOf(i)},"sea,weather",800,${i % 3 === 0 ? 'False' : 'True'},False,False,0,2024-02-01,`,
    ),
  },
  {
    name: 'any CSV',
    format: 'csv',
    file: csv('Link;Title;Labels', (i) => `${addressOf(i)};${quoted(titleOf(i))};sea|weather`, '\r\n'),
  },
  {
    name: 'Raindrop.io CSV',
    format: 'raindropCsv',
    file: csv(
      'id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite',
      (i) =>
        `${i + 1},${quoted(titleOf(i))},a note,A story,${addressOf(i)},Sea / Harbours,"sea, weather",${ISO},,,false`,
    ),
  },
  {
    name: 'Raindrop.io HTML',
    format: 'bookmarks',
    file: bookmarks('Raindrop.io Bookmarks', 'TAGS="sea,weather" DATA-COVER="" DATA-IMPORTANT="false"'),
  },
  ...['linkding HTML', 'Pinboard HTML'].map((name) => ({
    name,
    format: 'bookmarks',
    file: bookmarks(name, 'PRIVATE="1" TOREAD="0" TAGS="sea,weather"'),
  })),
  {
    name: 'Pinboard JSON',
    format: 'pinboard',
    file: jsonList((i) => ({
      href: addressOf(i),
      description: titleOf(i),
      extended: '',
      meta: 'm',
      hash: 'h',
      time: ISO,
      shared: 'no',
      toread: 'yes',
      tags: 'sea weather',
    })),
  },
  {
    name: 'Diigo CSV',
    format: 'csv',
    file: csv(
      'title,url,tags,description,comments,annotations,created_at',
      (i) =>
        `${quoted(titleOf(i))},${addressOf(i)},"sea,weather",A story,,"Highlight:We stayed",2024-02-01 10:00:00 UTC`,
    ),
  },
  {
    name: 'Diigo CSV without header',
    format: 'csv',
    file: (count) =>
      new Blob(
        times(
          count,
          (i) =>
            `${quoted(titleOf(i))},${addressOf(i)},"sea,weather",A story,,"Highlight:We stayed",2024-02-01 10:00:00 UTC\n`,
        ),
      ),
  },
  {
    name: 'Session Buddy JSON',
    format: 'json',
    file: json((count) => ({
      format: 'nxs.json.v2',
      collections: [
        { title: 'Harbours', created: SECONDS * 1000, folders: [{ links: times(count, tabOf) }] },
      ],
    })),
  },
  {
    name: 'Tab Session Manager JSON',
    format: 'json',
    file: json((count) => [
      {
        windows: { 1: { ...times(count, tabOf) } },
        tabsNumber: count,
        name: 'Harbours',
        date: SECONDS * 1000,
      },
    ]),
  },
  {
    name: 'Toby JSON',
    format: 'json',
    file: json((count) => ({
      version: 3,
      lists: [{ title: 'Harbours', cards: times(count, tabOf), labels: TAGS }],
    })),
  },
  {
    name: 'xBrowserSync JSON',
    format: 'json',
    file: json((count) => {
      const places = times(count, (i) => ({ ...tabOf(i), tags: TAGS }));
      const bookmarks = [{ title: '[xbs] Other', children: [{ title: 'Harbours', children: places }] }];
      return { xbrowsersync: { date: '20240201100000', sync: {}, data: { bookmarks } } };
    }),
  },
  {
    name: 'Hypothesis JSON',
    format: 'json',
    file: json((count) => ({
      annotations: times(count, (i) => ({
        ...{ id: `a${i}`, created: ISO, user: 'acct:ina', uri: addressOf(i), text: 'a note', tags: TAGS },
        document: { title: [titleOf(i)] },
        target: [{ source: addressOf(i), selector: [{ type: 'TextQuoteSelector', exact: 'We stayed' }] }],
      })),
    })),
  },
  {
    name: 'Omnivore JSON',
    format: 'omnivore',
    file: (count) => new Blob([JSON.stringify(times(count, omnivoreEntry))]),
  },
  {
    name: 'Linkwarden JSON',
    format: 'linkwarden',
    file: json((count) => ({
      collections: [
        { id: 1, name: 'Sea', parentId: null, links: [] },
        { id: 2, name: 'Harbours', parentId: 1, links: times(count, linkwardenLink) },
      ],
      pinnedLinks: [],
    })),
  },
  {
    name: 'Karakeep CSV',
    format: 'karakeepCsv',
    file: csv(
      '\ufeff"No.","ID","Type","Title","Original Post Link / URL","Text Content","Description","Note / Takeaways","Tags / Categories","Lists","Status","Favourited","Date Saved","Thumbnail"',
      (i) =>
        `"${i + 1}","id${i}","link",${quoted(titleOf(i))},"${addressOf(i)}","","A story","","sea, weather","Harbours","Saved","No","${ISO}",""`,
      '\r\n',
    ),
  },
  {
    name: 'wallabag 1 JSON',
    format: 'wallabag',
    file: jsonList((i) => ({
      '0': `${i}`,
      id: `${i}`,
      '1': titleOf(i),
      title: titleOf(i),
      '2': addressOf(i),
      url: addressOf(i),
      is_read: '0',
      is_fav: '0',
      content: body(i),
      tags: 'sea,weather',
    })),
  },
  {
    name: 'wallabag CSV',
    format: 'wallabagCsv',
    file: csv(
      'Title;URL;Content;Tags;"MIME Type";Language;"Creation date"',
      (i) =>
        `${quoted(titleOf(i))};${addressOf(i)};${quoted(body(i))};"sea, weather";text/html;en;"01/02/2024 10:00:00"`,
    ),
  },
  {
    name: 'Readeck CSV',
    format: 'readeckCsv',
    file: csv(
      'url,title,created,labels,is_archived,is_marked,type',
      (i) =>
        `${addressOf(i)},${quoted(titleOf(i))},2024-02-01T10:00:00Z,${quoted('["sea","weather"]')},false,false,article`,
      '\r\n',
    ),
  },
  {
    name: 'GoodLinks JSON',
    format: 'goodLinks',
    file: jsonList((i) => ({
      title: titleOf(i),
      url: addressOf(i),
      originalURL: addressOf(i),
      starred: false,
      addedAt: SECONDS + i + 0.25,
      tags: TAGS,
      summary: 'A story',
    })),
  },
  {
    name: 'starred articles',
    format: 'starred',
    file: json((count) => ({ id: 'user/-/state/com.google/starred', items: times(count, starredItem) })),
  },
  {
    name: 'Instapaper HTML',
    format: 'instapaperHtml',
    file: (count) =>
      new Blob([
        '<!DOCTYPE html>\n<html>\n<head><meta charset="utf-8"/><title>Instapaper: Export</title></head><body>\n<h1>Unread</h1>\n<ol>\n',
        ...times(count, (i) => `<li>${link(i, '')}`),
        '</ol>\n</body>\n</html>\n',
      ]),
  },
  {
    name: 'OneTab',
    format: 'urlList',
    file: (count) =>
      new Blob(times(count, (i) => `${addressOf(i)} | ${titleOf(i)}\n${i % 4 === 3 ? '\n' : ''}`)),
  },
  {
    name: 'Markdown zip',
    format: 'markdown',
    file: (count) =>
      writeZip(
        times(count, (i): [string, string] => [
          `Clippings/Story ${i}.md`,
          `---\ntitle: ${JSON.stringify(titleOf(i))}\nsource: "${addressOf(i)}"\nauthor:\n  - "[[Ina Holm]]"\npublished: 2024-01-31\ncreated: 2024-02-01\ndescription: "A story"\ntags:\n  - "sea"\n  - "weather"\n---\nThe tide came in at ${i % 24}.\n\n“We stayed,” the pilot said.\n`,
        ]),
      ),
  },
  {
    name: 'SingleFile zip',
    format: 'savedPage',
    file: (count) =>
      writeZip(
        times(count, (i): [string, string] => [
          `Story ${i}.html`,
          `<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: ${addressOf(i)} \n saved date: Thu Feb 01 2024 10:00:00 GMT+0000 (Coordinated Universal Time)\n--><meta charset=utf-8>\n<title>${html(titleOf(i))}</title>\n<body><article>${body(i)}</article>`,
        ]),
      ),
  },
  {
    name: 'MHTML zip',
    format: 'savedPage',
    file: (count) =>
      writeZip(
        times(count, (i): [string, string] => [
          `Story ${i}.mhtml`,
          [
            `From: <Saved by Blink>\r\nSnapshot-Content-Location: ${addressOf(i)}\r\nMIME-Version: 1.0`,
            'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----b----"\r\n',
            `------b----\r\nContent-Type: text/html\r\nContent-Location: ${addressOf(i)}\r\n`,
            `<!DOCTYPE html><html><head><title>${html(titleOf(i))}</title></head><body>${body(i)}</body></html>`,
            '------b------\r\n',
          ].join('\r\n'),
        ]),
      ),
  },
];
