// @vitest-environment jsdom

import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { sanitiseHtml } from '../../../utils/article/html/sanitise-html.ts';
import { createTextWriter } from '../../../utils/library/backup/export-formats.ts';
import { ADDRESS_LIMIT } from '../../../utils/text/limits.ts';
import type { ExportArticle, StoredArticle } from '../../../utils/transfer/export/export-types.ts';
import { prepareExport } from '../../../utils/transfer/export/prepare-export.ts';
import { detectFormat, readRecords } from '../../../utils/transfer/import/detect-format.ts';
import type { ImportItem } from '../../../utils/transfer/import/import-types.ts';
import { LONG } from '../../long.ts';
import { makeExport } from './make-export.ts';
import { allNasty, nastyArticle } from './nasty-articles.ts';

const note = { text: '', note: 'Read with Bo.', colour: 'yellow', createdAt: Date.UTC(2026, 2, 4) };
const marked = { text: 'was closed', note: 'why?', colour: 'green', createdAt: Date.UTC(2026, 2, 3) };

const ARTICLES: readonly ExportArticle[] = [
  makeExport({ highlights: [note, marked], archived: true }),
  makeExport({
    url: 'https://paper.example/2',
    title: '',
    byline: null,
    siteName: null,
    excerpt: null,
    publishedAt: null,
    lang: null,
    imageUrl: null,
    favourite: false,
    tags: ['Harbours'],
    // A tag of the same name, and a list that has its parent's.
    lists: [['Harbours'], ['Harbours', 'Harbours']],
    html: '',
    highlights: [],
  }),
  makeExport({ url: 'about:blank' }),
];

function write(format: 'wallabag' | 'karakeep', articles: readonly ExportArticle[]): string {
  const { head = '', write, end } = createTextWriter(format);
  return head + articles.map((article) => write(article)).join('') + (end?.() ?? '');
}

async function readBack(text: string): Promise<{ format: string; items: ImportItem[] }> {
  const file = new Blob([text]);
  const format = await detectFormat(file);
  const items: ImportItem[] = [];
  for await (const record of readRecords(file, format)) if ('item' in record) items.push(record.item);
  return { format, items };
}

/** What Karakeep's importer asks of a file (`packages/shared/import-export/exporters.ts`, `zExportSchema`). */
const KARAKEEP = v.object({
  bookmarks: v.array(
    v.object({
      createdAt: v.number(),
      title: v.nullable(v.string()),
      tags: v.array(v.string()),
      lists: v.array(v.string()),
      content: v.object({ type: v.literal('link'), url: v.pipe(v.string(), v.url()) }),
      note: v.nullable(v.string()),
      archived: v.boolean(),
    }),
  ),
  lists: v.array(
    v.object({
      id: v.string(),
      name: v.pipe(v.string(), v.minLength(1)),
      description: v.nullable(v.string()),
      icon: v.string(),
      type: v.literal('manual'),
      query: v.null(),
      parentId: v.nullable(v.string()),
    }),
  ),
});

/** What wallabag's importer reads without asking (`WallabagV2Import`), and what it takes besides (`ContentProxy`). */
const WALLABAG = v.array(
  v.object({
    url: v.pipe(v.string(), v.url()),
    title: v.pipe(v.string(), v.minLength(1)),
    content: v.string(),
    mimetype: v.literal('text/html'),
    is_archived: v.picklist([0, 1]),
    is_starred: v.picklist([0, 1]),
    created_at: v.pipe(v.string(), v.isoTimestamp()),
    tags: v.array(v.string()),
    authors: v.array(v.string()),
    date: v.nullable(v.string()),
    language: v.nullable(v.string()),
    preview_picture: v.nullable(v.string()),
  }),
);

describe('a library that moves to', () => {
  it('Karakeep has lists within lists, favourites as one, and highlights in the note', () => {
    const { bookmarks, lists } = v.parse(KARAKEEP, JSON.parse(write('karakeep', ARTICLES)));
    expect(bookmarks).toHaveLength(2);
    const [first, second] = bookmarks;
    expect(first).toMatchObject({
      createdAt: Date.UTC(2026, 2, 2) / 1000,
      tags: ['sea', 'bad weather'],
      note: 'Read with Bo.\n\n> was closed\n\nwhy?',
      archived: true,
    });
    const nameOf = (id: string | null): string => {
      const list = lists.find((one) => one.id === id);
      return list === undefined ? '' : `${nameOf(list.parentId)}/${list.name}`;
    };
    expect(first?.lists.map(nameOf)).toEqual(['/Harbours', '/Work/Sea', '/Favourites']);
    expect(second?.lists.map(nameOf)).toEqual(['/Harbours', '/Harbours/Harbours']);
  });

  it('wallabag has texts, stars, the archive, and lists as tags', () => {
    const entries = v.parse(WALLABAG, JSON.parse(write('wallabag', ARTICLES)));
    expect(entries).toHaveLength(2);
    expect(entries[0]).toMatchObject({
      is_archived: 1,
      is_starred: 1,
      tags: ['sea', 'bad weather', 'Harbours', 'Work / Sea'],
      authors: ['Ina Holm', 'Bo Li'],
      date: '2026-03-01T08:00:00Z',
      language: 'en',
      preview_picture: 'https://img.example/a.png',
    });
    expect(entries[0]?.content).toContain('<p>The quay was closed.</p>');
  });

  it.each(['wallabag', 'karakeep'] as const)('%s comes back from there as it was', async (format) => {
    const back = await readBack(write(format, ARTICLES));
    expect(back.format).toBe(format);
    expect(back.items).toHaveLength(2);
    for (const [i, item] of back.items.entries()) {
      const article = ARTICLES[i];
      expect(item).toMatchObject({
        url: article?.url,
        title: article?.title,
        publishedAt: article?.publishedAt,
        savedAt: article?.savedAt,
        archived: article?.archived,
        favourite: article?.favourite,
        imageUrl: article?.imageUrl,
        tags: article?.tags,
        lists: article?.lists,
        html: sanitiseHtml(article?.html ?? '') || null,
      });
      const has = item.highlights.map(({ text, note: words, createdAt }) => ({
        text,
        note: words,
        createdAt,
      }));
      expect(has).toEqual(
        article?.highlights.map(({ text, note: words, createdAt }) => ({ text, note: words, createdAt })),
      );
    }
  });

  it.each(['wallabag', 'karakeep'] as const)('%s is whole, whatever is in it', async (format) => {
    const isShort = ({ url }: ExportArticle): boolean => url !== null && url.length <= ADDRESS_LIMIT;
    const holds = async (stored: StoredArticle): Promise<void> => {
      const article = prepareExport({ ...stored, savedAt: Date.UTC(2026, 2, 2) });
      const text = write(format, [article, article]);
      v.parse(format === 'wallabag' ? WALLABAG : KARAKEEP, JSON.parse(text));
      // Without an address there is no entry, and a file without entries is nobody's.
      if (article.url === null) {
        expect(JSON.stringify(JSON.parse(text))).toMatch(/^(?:\[\]|\{"bookmarks":\[\])/);
        return;
      }
      const { items } = await readBack(text);
      expect(items).toHaveLength(isShort(article) ? 2 : 0);
      for (const { html } of items) {
        const { body } = new DOMParser().parseFromString(html ?? '', 'text/html');
        const names = [...body.querySelectorAll('*')].flatMap((element) => element.getAttributeNames());
        expect(names.filter((name) => name.startsWith('on'))).toEqual([]);
        expect(body.querySelector('script, iframe, style, form')).toBe(null);
      }
    };
    for (const stored of allNasty()) await holds(stored);
    await fc.assert(fc.asyncProperty(nastyArticle, holds), { numRuns: LONG ? 100 : 10 });
  });
});
