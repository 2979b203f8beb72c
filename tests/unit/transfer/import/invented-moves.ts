/** Invented exports of products that people move from, of any size; made from what the products write. */
import { addressOf, type InventedExport } from '../invented-exports.ts';
import { writeZip } from '../write-zip.ts';
import { INVENTED_BROWSERS } from './invented-browsers.ts';
import { html, json, SECONDS, times, titleOf } from './invented-parts.ts';

const ISO = '2024-02-01T10:00:00.000Z';

const csv = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const rows = (head: string, count: number, row: (i: number) => string, end = '\n'): Blob =>
  new Blob([head, end, ...times(count, (i) => row(i) + end)]);
const body = (i: number): string =>
  `<p>The tide came in at ${i % 24}.</p><p>“We stayed,” the pilot said.</p>`;

const linkwardenLink = (i: number): object => ({
  id: i,
  name: titleOf(i),
  type: 'url',
  description: '',
  createdById: 1,
  collectionId: 2,
  url: addressOf(i),
  textContent: null,
  readable: 'unavailable',
  importDate: null,
  createdAt: ISO,
  updatedAt: ISO,
  tags: [
    { id: 1, name: 'sea', ownerId: 1 },
    { id: 2, name: 'weather', ownerId: 1 },
  ],
});

const link = (i: number, more: string): string =>
  `<DT><A HREF="${html(addressOf(i))}" ADD_DATE="${SECONDS + i}" ${more}>${html(titleOf(i))}</A>`;
const bookmarkFile = (title: string, links: readonly string[]): Blob =>
  new Blob([
    `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">\n<TITLE>${title}</TITLE>\n<H1>${title}</H1>\n<DL><p>\n`,
    ...links.map((one) => `${one}\n`),
    '</DL><p>\n',
  ]);

export const INVENTED_MOVES: readonly InventedExport[] = [
  ...INVENTED_BROWSERS,
  {
    name: 'Raindrop.io CSV',
    format: 'raindropCsv',
    file: (count) =>
      rows(
        'id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite',
        count,
        (i) =>
          `${i + 1},${csv(titleOf(i))},a note,A story,${addressOf(i)},Sea / Harbours,"sea, weather",${ISO},,,false`,
      ),
  },
  {
    name: 'Raindrop.io HTML',
    format: 'bookmarks',
    file: (count) =>
      bookmarkFile(
        'Raindrop.io Bookmarks',
        times(count, (i) =>
          link(i, 'LAST_MODIFIED="1" TAGS="sea,weather" DATA-COVER="" DATA-IMPORTANT="false"'),
        ),
      ),
  },
  {
    name: 'linkding HTML',
    format: 'bookmarks',
    file: (count) =>
      bookmarkFile(
        'Bookmarks',
        times(count, (i) => link(i, 'PRIVATE="1" TOREAD="0" TAGS="sea,weather"')),
      ),
  },
  {
    name: 'Pinboard HTML',
    format: 'bookmarks',
    file: (count) =>
      bookmarkFile(
        'Pinboard Bookmarks',
        times(count, (i) => link(i, 'PRIVATE="1" TOREAD="0" TAGS="sea,weather"')),
      ),
  },
  {
    name: 'Pinboard JSON',
    format: 'pinboard',
    file: (count) =>
      json(
        times(count, (i) => ({
          href: addressOf(i),
          description: titleOf(i),
          extended: '',
          meta: 'm',
          hash: 'h',
          time: '2024-02-01T10:00:00Z',
          shared: 'no',
          toread: 'yes',
          tags: 'sea weather',
        })),
      ),
  },
  {
    name: 'Pinboard XML',
    format: 'pinboard',
    file: (count) =>
      rows(
        '<?xml version="1.0" encoding="UTF-8"?>\n<posts user="ina">',
        count,
        (i) =>
          `<post href="${html(addressOf(i))}" time="2024-02-01T10:00:00Z" description="${html(titleOf(i))}" extended="" tag="sea weather" hash="h" shared="no" toread="yes" />`,
      ),
  },
  {
    name: 'Diigo CSV',
    format: 'csv',
    file: (count) =>
      rows(
        'title,url,tags,description,comments,annotations,created_at',
        count,
        (i) =>
          `${csv(titleOf(i))},${addressOf(i)},"sea,weather",A story,,"Highlight:We stayed",2024-02-01 10:00:00 UTC`,
      ),
  },
  {
    name: 'Linkwarden JSON',
    format: 'linkwarden',
    file: (count) =>
      json({
        name: 'ina',
        username: 'ina',
        collections: [
          { id: 1, name: 'Sea', parentId: null, links: [] },
          { id: 2, name: 'Harbours', parentId: 1, rssSubscriptions: [], links: times(count, linkwardenLink) },
        ],
        pinnedLinks: [],
        whitelistedUsers: [],
      }),
  },
  {
    name: 'Karakeep CSV',
    format: 'karakeepCsv',
    file: (count) =>
      rows(
        '\ufeff"No.","ID","Type","Title","Original Post Link / URL","Text Content","Description","Note / Takeaways","Tags / Categories","Lists","Status","Favourited","Date Saved","Thumbnail"',
        count,
        (i) =>
          [
            String(i + 1),
            `id${i}`,
            'link',
            titleOf(i),
            addressOf(i),
            '',
            'A story',
            '',
            'sea, weather',
            'Harbours',
            'Saved',
            'No',
            ISO,
            '',
          ]
            .map(csv)
            .join(','),
        '\r\n',
      ),
  },
  {
    name: 'wallabag 1 JSON',
    format: 'wallabag',
    file: (count) =>
      json(
        times(count, (i) => ({
          '0': String(i),
          id: String(i),
          '1': titleOf(i),
          title: titleOf(i),
          '2': addressOf(i),
          url: addressOf(i),
          is_read: '0',
          is_fav: '0',
          content: body(i),
          user_id: '1',
          tags: 'sea,weather',
        })),
      ),
  },
  {
    name: 'wallabag CSV',
    format: 'wallabagCsv',
    file: (count) =>
      rows('Title;URL;Content;Tags;"MIME Type";Language;"Creation date"', count, (i) =>
        [
          csv(titleOf(i)),
          addressOf(i),
          csv(body(i)),
          '"sea, weather"',
          'text/html',
          'en',
          '"01/02/2024 10:00:00"',
        ].join(';'),
      ),
  },
  {
    name: 'Readeck CSV',
    format: 'readeckCsv',
    file: (count) =>
      rows(
        'url,title,created,labels,is_archived,is_marked,type',
        count,
        (i) =>
          `${addressOf(i)},${csv(titleOf(i))},2024-02-01T10:00:00Z,"[""sea"",""weather""]",false,false,article`,
        '\r\n',
      ),
  },
  {
    name: 'Readeck zip',
    format: 'readeck',
    file: (count) =>
      writeZip([
        ['data.json', JSON.stringify({ Info: { Version: '1' }, Users: [], Bookmarks: [] })],
        ...times(
          count,
          (i) =>
            [
              `bookmarks/u${i}/info.json`,
              JSON.stringify({
                ID: i,
                UID: `u${i}`,
                Created: ISO,
                State: 0,
                URL: addressOf(i),
                Title: titleOf(i),
                Labels: ['sea', 'weather'],
                IsArchived: false,
                IsMarked: false,
                ReadProgress: 0,
                Annotations: [],
                Files: { article: { name: 'index.html', type: 'text/html' } },
              }),
            ] as const,
        ),
        ...times(
          count,
          (i) => [`bookmarks/u${i}/container/index.html`, `<html><body>${body(i)}</body></html>`] as const,
        ),
      ]),
  },
  {
    name: 'GoodLinks JSON',
    format: 'goodLinks',
    file: (count) =>
      json(
        times(count, (i) => ({
          title: titleOf(i),
          url: addressOf(i),
          starred: false,
          originalURL: addressOf(i),
          addedAt: SECONDS + i + 0.25,
          tags: ['sea', 'weather'],
          summary: 'A story',
        })),
      ),
  },
  {
    name: 'starred articles',
    format: 'starred',
    file: (count) =>
      json({
        id: 'user/-/state/com.google/starred',
        title: 'Starred',
        items: times(count, (i) => ({
          id: `tag:google.com,2005:reader/item/${i}`,
          crawlTimeMsec: `${SECONDS}000`,
          timestampUsec: `${SECONDS}000000`,
          categories: ['user/1/state/com.google/starred', 'user/1/label/sea', 'user/1/label/weather'],
          title: titleOf(i),
          published: SECONDS,
          canonical: [{ href: addressOf(i) }],
          alternate: [{ href: addressOf(i), type: 'text/html' }],
          summary: { direction: 'ltr', content: body(i) },
          author: 'Ina Holm',
          annotations: [],
          origin: {
            streamId: 'feed/https://paper.example/rss',
            title: 'The Paper',
            htmlUrl: 'https://paper.example/',
          },
        })),
      }),
  },
  {
    name: 'Instapaper HTML',
    format: 'instapaperHtml',
    file: (count) =>
      new Blob([
        '<!DOCTYPE html>\n<html>\n<head><meta charset="utf-8"/><title>Instapaper: Export</title></head><body>\n<h1>Unread</h1>\n<ol>\n',
        ...times(count, (i) => `<li><a href="${html(addressOf(i))}">${html(titleOf(i))}</a>\n`),
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
    name: 'CSL-JSON',
    format: 'cslJson',
    file: (count) =>
      json(
        times(count, (i) => ({
          id: `http://zotero.org/users/1/items/${i}`,
          type: 'article-newspaper',
          'container-title': 'The Paper',
          title: titleOf(i),
          URL: addressOf(i),
          author: [{ family: 'Holm', given: 'Ina' }],
          issued: { 'date-parts': [['2024', 1, 31]] },
          accessed: { 'date-parts': [['2024', 2, 1]] },
          keyword: 'sea, weather',
        })),
      ),
  },
  {
    name: 'RIS',
    format: 'ris',
    file: (count) =>
      new Blob(
        times(
          count,
          (i) =>
            `TY  - NEWS\r\nTI  - ${titleOf(i)}\r\nAU  - Holm, Ina\r\nT2  - The Paper\r\nDA  - 2024/01/31/\r\nUR  - ${addressOf(i)}\r\nY2  - 2024/02/01/10:00:00\r\nKW  - sea\r\nKW  - weather\r\nER  - \r\n\r\n`,
        ),
      ),
  },
];
