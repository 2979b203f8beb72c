/** Invented exports of every kind, of any size, and what is in them. Made from the formats' descriptions. */
import { writeZip } from './write-zip.ts';

export interface InventedExport {
  name: string;
  /** What `detectFormat` should say. */
  format: string;
  file: (count: number) => Blob | Promise<Blob>;
}

export const addressOf = (i: number): string => `https://paper${i % 7}.example/2024/story-${i}`;
const titleOf = (i: number): string => `Story ${i}, "quoted" – with a comma & <signs>`;
const csv = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const html = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
const SECONDS = 1_700_000_000;

export function pocketRows(from: number, count: number): string {
  const rows = times(count, (j) => {
    const i = from + j;
    return `${csv(titleOf(i))},${addressOf(i)},${SECONDS + i},sea|weather,${i % 3 === 0 ? 'archive' : 'unread'}\n`;
  });
  return `title,url,time_added,tags,status\n${rows.join('')}`;
}

function bookmarkList(count: number): string {
  const links = times(
    count,
    (i) =>
      `<DT><A HREF="${html(addressOf(i))}" ADD_DATE="${SECONDS + i}" TAGS="sea,weather">${html(titleOf(i))}</A>\n<DD>A note on ${i}\n`,
  );
  return `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">\n<TITLE>Bookmarks</TITLE>\n<H1>Bookmarks</H1>\n<DL><p>\n<DT><H3 ADD_DATE="1">Harbours</H3>\n<DL><p>\n${links.join('')}</DL><p>\n</DL><p>\n`;
}

function pocketHtml(count: number): string {
  const item = (i: number): string =>
    `<li><a href="${html(addressOf(i))}" time_added="${SECONDS + i}" tags="sea,weather">${html(titleOf(i))}</a>\n`;
  const unread = times(count - 1, item);
  return `<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>${unread.join('')}</ul><h1>Read Archive</h1><ul>${item(count - 1)}</ul></body></html>`;
}

const body = (i: number): string =>
  `<p>The tide came in at ${i % 24}.</p><p>“We stayed,” the pilot said.</p>`;

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
  { name: 'Pocket HTML', format: 'pocketHtml', file: (count) => new Blob([pocketHtml(count)]) },
  {
    name: 'Instapaper CSV',
    format: 'instapaperCsv',
    file: (count) =>
      new Blob([
        'URL,Title,Selection,Folder,Timestamp,Tags\n',
        ...times(
          count,
          (i) =>
            `${addressOf(i)},${csv(titleOf(i))},,${['Unread', 'Archive', 'Starred', 'Harbours'][i % 4]},${SECONDS + i},${csv('["sea","weather"]')}\n`,
        ),
      ]),
  },
  {
    name: 'Omnivore zip',
    format: 'omnivore',
    file: (count) =>
      writeZip([
        [
          'metadata_0_to_99.json',
          JSON.stringify(
            times(count, (i) => ({
              id: `id-${i}`,
              slug: `story-${i}`,
              title: titleOf(i),
              description: 'A story',
              author: 'Ina Holm',
              url: addressOf(i),
              state: i % 3 === 0 ? 'Archived' : 'Active',
              readingProgress: 40,
              thumbnail: null,
              labels: ['sea', 'weather'],
              savedAt: '2024-02-01T10:00:00.000Z',
              updatedAt: '2024-02-02T10:00:00.000Z',
              publishedAt: '2024-01-31T00:00:00.000Z',
            })),
          ),
        ],
        ...times(count, (i) => [`content/story-${i}.html`, body(i)] as const),
        ['highlights/story-0.md', '> We stayed\n\nremember this\n'],
      ]),
  },
  {
    name: 'Readwise highlights',
    format: 'readwiseHighlights',
    file: (count) =>
      new Blob([
        'Highlight,Title,Author,URL,Note,Location,Date\n',
        ...times(
          count,
          (i) =>
            `"We stayed, ${i}",${csv(titleOf(i))},Ina Holm,${addressOf(i)},a note,12,2024-02-01 10:00:00\n`,
        ),
      ]),
  },
  {
    name: 'Readwise Reader',
    format: 'readwiseReader',
    file: (count) =>
      new Blob([
        'Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n',
        ...times(
          count,
          (i) =>
            `${csv(titleOf(i))},${addressOf(i)},id${i},"['sea', 'weather']",2024-02-01 10:00:00+00:00,0.4,${i % 3 === 0 ? 'archive' : 'new'},True\n`,
        ),
      ]),
  },
  { name: 'Netscape bookmarks', format: 'bookmarks', file: (count) => new Blob([bookmarkList(count)]) },
  {
    name: 'wallabag JSON',
    format: 'wallabag',
    file: (count) =>
      new Blob([
        JSON.stringify(
          times(count, (i) => ({
            id: i,
            title: titleOf(i),
            url: addressOf(i),
            is_archived: i % 3 === 0 ? 1 : 0,
            is_starred: 0,
            created_at: '2024-02-01T10:00:00+00:00',
            updated_at: '2024-02-01T10:00:00+00:00',
            content: body(i),
            mimetype: 'text/html',
            language: 'en',
            reading_time: 1,
            domain_name: 'paper.example',
            preview_picture: null,
            tags: ['sea', 'weather'],
          })),
        ),
      ]),
  },
  {
    name: 'Karakeep JSON',
    format: 'karakeep',
    file: (count) =>
      new Blob([
        JSON.stringify({
          bookmarks: times(count, (i) => ({
            createdAt: SECONDS + i,
            title: titleOf(i),
            tags: ['sea', 'weather'],
            lists: ['l1'],
            content: { type: 'link', url: addressOf(i) },
            note: null,
            archived: i % 3 === 0,
          })),
          lists: [{ id: 'l1', name: 'Harbours' }],
        }),
      ]),
  },
  {
    name: 'Matter CSV',
    format: 'matter',
    file: (count) =>
      new Blob([
        'Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,Highlight Count,Last Interaction Date,File Id\n',
        ...times(
          count,
          (i) =>
            `${csv(titleOf(i))},Ina Holm,The Paper,${addressOf(i)},"sea,weather",800,${i % 3 !== 0},False,False,0,2024-02-01,\n`,
        ),
      ]),
  },
  {
    name: 'any CSV',
    format: 'csv',
    file: (count) =>
      new Blob([
        'Link;Title;Labels\r\n',
        ...times(count, (i) => `${addressOf(i)};${csv(titleOf(i))};sea|weather\r\n`),
      ]),
  },
];
