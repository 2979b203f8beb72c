import { expect, it } from 'vitest';
import { Backup } from '../../../utils/library/backup/backup-read.ts';
import { importFailures } from '../../../utils/library/imports/import-jobs.ts';
import { queueMissingImages } from '../../../utils/library/jobs/missing-images.ts';
import type { LibraryDb } from '../../../utils/library/schema/library-db.ts';
import { freshLibrary } from '../library/fresh-library.ts';
import { importFile } from '../library/import-file.ts';
import { articleLines, type BackupLines, joinLines, makeBackup, pictureLine } from './make-backup.ts';

async function restore(lines: BackupLines, db = freshLibrary()): Promise<{ db: LibraryDb; id: string }> {
  const cleanHtml = async (html: string, url: string): Promise<string> => `<p>${html.length} ${url}</p>`;
  const row = await importFile(db, await makeBackup(lines), { cleanHtml });
  expect(row).toMatchObject({ state: 'done', error: null });
  return { db, id: row.id };
}

const good = articleLines('good', 'https://paper.example/good');

it.each([
  ['an address that is a script', { url: 'javascript:alert(1)' }, 'notWeb'],
  ['a canonical address that is a document', { canonicalUrl: 'data:text/html,<script>x</script>' }, 'notWeb'],
  ['an id that is a path', { id: '../../x' }, 'unreadable'],
  ['a moment that is none', { savedAt: 1e300 }, 'unreadable'],
  ['no address at all', { url: 7 }, 'unreadable'],
])('skips, counts and names a row with %s, and restores the others', async (_, changes, why) => {
  const bad = articleLines('bad', 'https://paper.example/bad', changes);
  const { db, id } = await restore(joinLines(bad, good));
  expect((await db.articles.toArray()).map((row) => row.id)).toEqual(['good']);
  expect(await db.imports.get(id)).toMatchObject({ added: 1, failed: 1 });
  expect(await importFailures(id, 10, db)).toMatchObject([
    { at: 'articles/000001/articles.jsonl: 1', title: 'Story bad', why },
  ]);
});

it.each<[string, object, object]>([
  ['a direction that closes a tag', { dir: '"><script>alert(1)</script>' }, { dir: 'ltr' }],
  ['voices that are none', { voices: [{ name: { html: 'x' } }, null, 'x'] }, { voices: [] }],
  [
    'a voice among those that are none',
    { voices: [7, { name: 'Bo Li', share: 0.5, more: 1 }] },
    { voices: [{ name: 'Bo Li', role: null, share: 0.5 }] },
  ],
  ['tags that are none', { tags: ['sea', 7, { a: 1 }, ''] }, { tags: ['sea'] }],
  ['a progress beyond the end', { progress: Number.MAX_VALUE }, { progress: 0 }],
  ['a site where a colour should be', { siteName: { toString: 1 } }, { siteName: null }],
  ['another host than its address', { host: 'trusted.example' }, { host: 'paper.example' }],
  ['an origin nobody knows', { savedFrom: 'elsewhere' }, { savedFrom: 'import' }],
  [
    'a next page that is a script',
    { pages: { from: 1, to: 1, total: 2, next: 'javascript:x', hashes: [] } },
    {},
  ],
])('restores the rest of an article with %s', async (_, changes, expected) => {
  const { db, id } = await restore(articleLines('a', 'https://paper.example/a', changes));
  const row = await db.articles.get('a');
  expect(row).toMatchObject({ title: 'Story a', ...expected });
  expect(row?.pages).toBe(undefined);
  expect(await db.imports.get(id)).toMatchObject({ added: 1, failed: 0 });
});

it('limits the length of titles, tags and lists of tags', async () => {
  const changes = { title: 'x'.repeat(1e6), tags: Array.from({ length: 5000 }, (_, i) => `${i}`) };
  const { db } = await restore(articleLines('a', 'https://paper.example/a', changes));
  const row = await db.articles.get('a');
  expect(row?.title.length).toBe(500);
  expect(row?.tags.length).toBe(200);
});

it('skips quotes that are not in the text word for word', async () => {
  const lines = articleLines('a', 'https://paper.example/a');
  const [quote] = lines.quotes as object[];
  const { db, id } = await restore({
    ...lines,
    quotes: [
      { ...quote, text: 'We never stayed', index: 0 },
      { ...quote, start: 1e9, end: 1e9 + 20, index: 1 },
      { ...quote, start: 3, end: 23, index: 2, evidence: 'because', confidence: 7 },
    ],
  });
  const [set] = await db.quoteSets.toArray();
  const text = (await db.contents.get('a'))?.text ?? '';
  expect(set?.quotes.map(({ start, end }) => text.slice(start, end))).toEqual(['We stayed all night,']);
  expect(set?.quotes).toMatchObject([{ evidence: 'none', confidence: 0 }]);
  expect(await db.articles.get('a')).toMatchObject({ quoteCount: 1 });
  expect((await db.imports.get(id))?.failed).toBe(2);
});

it('sanitises HTML that our sanitiser has not written, also of earlier versions', async () => {
  const lines = articleLines('a', 'https://paper.example/a');
  const html = '<p onclick="x()">Tide</p><script>alert(1)</script><a href="javascript:x()">y</a>';
  const version = {
    articleId: 'a',
    replacedAt: 1e12,
    savedAt: 1e12,
    title: 'T',
    html,
    text: 'Tide',
    quotes: [],
  };
  const contents = [{ articleId: 'a', html, text: 'Tide' }];
  const clean = `<p>${html.length} https://paper.example/a</p>`;
  const { db } = await restore({ ...lines, contents, quotes: [], versions: [version] });
  expect((await db.contents.get('a'))?.html).toBe(clean);
  expect((await db.versions.toArray()).map((row) => row.html)).toEqual([clean]);
});

it('does not attach pictures, highlights or corrections to other articles', async () => {
  const picture = pictureLine('picture', 'good', 'https://img.example/1.png', {
    state: 'failed',
    error: 'gone',
  });
  const mark = { id: 'mark', articleId: 'good', text: 'closed', note: 'mine', createdAt: 1, updatedAt: 1 };
  const { db } = await restore({ ...good, images: [picture], highlights: [mark] });
  const other = articleLines('other', 'https://evil.example/other');
  await restore(
    {
      ...other,
      images: [{ ...picture, articleId: 'other', url: 'https://evil.example/1.png' }],
      highlights: [
        { ...mark, articleId: 'other', note: 'theirs' },
        { ...mark, id: 'm2', articleId: 'good' },
      ],
      corrections: [{ articleId: 'good', quoteHash: 'x', speaker: 'Nobody', correctedAt: 1 }],
    },
    db,
  );
  expect(await db.articles.count()).toBe(2);
  expect(await db.images.get('picture')).toMatchObject({
    articleId: 'good',
    url: 'https://img.example/1.png',
  });
  expect(await db.highlights.toArray()).toMatchObject([{ id: 'mark', articleId: 'good', note: 'mine' }]);
  expect(await db.corrections.count()).toBe(0);
});

it('fetches pictures only when the user asks for it', async () => {
  const images = [
    pictureLine('p1', 'good', 'https://attack.example/1.png'),
    pictureLine('p2', 'good', 'https://attack.example/2.png', { state: 'saved', type: 'image/png' }),
    pictureLine('p3', 'good', 'https://img.example/3.png'),
    pictureLine('p4', 'good', 'javascript:alert(1)'),
    pictureLine('p5', 'good', 'https://img.example/5.png', { type: 'text/html' }),
    pictureLine('p6', 'good', 'https://img.example/6.png', { state: 'failed', error: 'gone' }),
  ];
  const { db, id } = await restore({ ...good, images });
  expect(await db.jobs.count()).toBe(0);
  expect((await db.images.toArray()).map(({ id: image, state, error }) => [image, state, error])).toEqual([
    ['p1', 'failed', 'not-in-backup'],
    ['p2', 'failed', 'not-in-backup'],
    ['p3', 'failed', 'not-in-backup'],
    ['p6', 'failed', 'gone'],
  ]);
  expect((await db.imports.get(id))?.missing).toEqual({
    images: 3,
    sites: ['attack.example', 'img.example'],
  });
  expect(await queueMissingImages(db)).toBe(3);
  expect((await db.jobs.toArray()).map(({ imageId }) => imageId)).toEqual(['p1', 'p2', 'p3']);
  expect(await db.articles.get('good')).toMatchObject({ imagesTotal: 4, imagesFailed: 1 });
  expect((await db.imports.get(id))?.missing).toBe(undefined);
});

it('moves lists that contain each other to the top level', async () => {
  const list = (id: string, parentId: string | null) => ({ id, name: id, parentId, position: 0 });
  const lists = [list('a', 'b'), list('b', 'a'), list('c', 'a'), list('d', null), { id: 'e' }, 7 as never];
  const { db, id } = await restore({ ...good, lists });
  const parents = new Map((await db.lists.toArray()).map((row) => [row.id, row.parentId]));
  for (const start of parents.keys()) {
    const seen = new Set<string>();
    for (let at: string | null = start; at !== null; at = parents.get(at) ?? null) {
      expect(seen.has(at)).toBe(false);
      seen.add(at);
    }
  }
  expect([...parents.keys()]).toEqual(['a', 'b', 'c', 'd']);
  expect((await db.imports.get(id))?.failed).toBe(2);
});

it('counts the same failures before the restore as during it', async () => {
  const bad = articleLines('bad', 'https://paper.example/bad', { url: 'javascript:alert(1)' });
  const backup = await Backup.open(await makeBackup(joinLines(bad, good)));
  expect(await backup.check()).toMatchObject({ failed: 1 });
});
