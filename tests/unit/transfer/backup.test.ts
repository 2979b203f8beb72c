import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { countImages } from '../../../utils/library/articles/article-images.ts';
import { changeTags, setArchived, setFavourite } from '../../../utils/library/articles/change-articles.ts';
import { deleteArticles } from '../../../utils/library/articles/delete-articles.ts';
import { saveArticle } from '../../../utils/library/articles/save-article.ts';
import { Backup } from '../../../utils/library/backup/backup-read.ts';
import {
  ARTICLE_TABLES,
  OMITTED_TABLES,
  SHARED_TABLES,
} from '../../../utils/library/backup/backup-tables.ts';
import { writeBackup } from '../../../utils/library/backup/backup-write.ts';
import { resumeImport } from '../../../utils/library/imports/import-jobs.ts';
import { runImports } from '../../../utils/library/imports/run-imports.ts';
import { createList } from '../../../utils/library/lists/lists.ts';
import { setViews } from '../../../utils/library/lists/view-counts.ts';
import type { LibraryDb } from '../../../utils/library/schema/library-db.ts';
import { renameStory } from '../../../utils/library/stories/decide-stories.ts';
import { listStories } from '../../../utils/library/stories/list-stories.ts';
import { placeStories } from '../../../utils/library/stories/place-stories.ts';
import type { ArticleRow, ImageRow } from '../../../utils/library/types.ts';
import { TransferError } from '../../../utils/transfer/transfer-error.ts';
import type { FilePart } from '../../../utils/transfer/zip/zip-writer.ts';
import { LONG } from '../../long.ts';
import { search } from '../library/find-articles.ts';
import { everything, fillDiskAt, freshDisk, freshLibrary } from '../library/fresh-library.ts';
import { beginImport, importFile, importTools } from '../library/import-file.ts';
import { makeQuote, makeSave } from '../library/make-article.ts';
import { groupByHand } from '../library/stories/group-by-hand.ts';
import { writeZip } from './write-zip.ts';

const SETTINGS = { version: 1, theme: 'dark' };

async function fillLibrary(db: LibraryDb, count: number): Promise<void> {
  const list = await createList('Harbours', null, db);
  for (let i = 0; i < count; i += 1) {
    const text = `Quay ${i} was closed.\n\n“We stayed at quay ${i},” the pilot said. \ud800 is half a letter.`;
    await saveArticle(
      makeSave(
        { url: `https://paper${i % 3}.example/quay-${i}`, title: `Quay ${i}`, text },
        {
          quotes: [makeQuote(`We stayed at quay ${i},`, i % 2 === 0 ? 'Ina Holm' : null, text.indexOf('We'))],
          images: [`https://img.example/${i}.png`],
          tags: i % 2 === 0 ? ['Sea'] : [],
          userState: { listIds: [list.id] },
        },
      ),
      db,
    );
  }
  // Changed since: former texts.
  await saveArticle(
    makeSave({ url: 'https://paper0.example/quay-0', title: 'Quay 0', text: 'Quay 0 is open again.' }),
    db,
  );
  const marked = ['paper0.example/quay-3', 'paper1.example/quay-4', 'paper2.example/quay-5'];
  const [first, second, third] = await db.articles.where('identity').anyOf(marked).sortBy('identity');
  if (first === undefined || second === undefined || third === undefined) throw new Error('too few');
  await setArchived([first.id], true, db);
  await setFavourite([second.id], true, db);
  await changeTags([second.id], { tagsToAdd: ['Weather'] }, db);
  await deleteArticles([third.id], db);
  const image = await db.images.where('[articleId+url]').above([]).first();
  const blob = new Blob([new Uint8Array([1, 2, 3, 250])], { type: 'image/png' });
  await db.images.update(image?.id ?? '', { state: 'saved', blob, type: 'image/png', bytes: 4 });
  await db.highlights.put({
    id: 'h1',
    articleId: second.id,
    text: 'closed',
    prefix: '',
    suffix: '',
    start: 11,
    end: 17,
    note: 'why?',
    colour: 'yellow',
    createdAt: 1,
    updatedAt: 1,
  });
}

async function backUp(db: LibraryDb): Promise<Blob> {
  const parts: FilePart[] = [];
  await writeBackup((part) => void parts.push(part), { settings: SETTINGS, now: 0 }, db);
  return new Blob(parts);
}

async function restore(
  db: LibraryDb,
  file: Blob,
): Promise<{ state: string; error: string | null; settings: unknown }> {
  let settings: unknown = null;
  const storeSettings = async (value: unknown): Promise<void> => {
    settings = value;
  };
  const { state, error } = await importFile(db, file, { cleanHtml: async () => '', storeSettings });
  return { state, error, settings };
}

it('restores a PDF from the disk, but no other file address', async () => {
  const db = freshLibrary();
  const url = 'file:///0123456789abcdef/quay%20report.pdf';
  await saveArticle(makeSave({ url, canonicalUrl: url, title: 'The quay report' }), db);
  const back = freshLibrary();
  expect(await restore(back, await backUp(db))).toMatchObject({ state: 'done', error: null });
  expect(await back.articles.toArray()).toMatchObject([{ title: 'The quay report', canonicalUrl: url }]);
  await db.articles.toCollection().modify({ canonicalUrl: 'file:///etc/hosts' });
  const other = freshLibrary();
  await restore(other, await backUp(db));
  expect(await other.articles.count()).toBe(0);
});

/**
 * What counts of a library, comparable: blobs as bytes, nothing that is derived or only of this device.
 *
 * @param restored as it is once it comes out of a backup: what that does not hold is not downloaded
 */
async function contentOf(db: LibraryDb, restored = false): Promise<unknown> {
  const tables = await everything(db);
  for (const name of Object.keys(OMITTED_TABLES)) if (name !== 'counts') delete tables[name];
  const counts = (tables.counts ?? []) as { view: string; count: number }[];
  tables.counts = counts.filter(({ view }) => view !== '');
  const images = (tables.images ?? []) as ImageRow[];
  if (restored) setNotDownloaded(tables, images);
  tables.images = await Promise.all(
    images.map(async (image) => ({
      ...image,
      blob: image.blob && [image.blob.type, ...new Uint8Array(await image.blob.arrayBuffer())],
    })),
  );
  return tables;
}

function setNotDownloaded(tables: Record<string, unknown[]>, images: ImageRow[]): void {
  for (const image of images)
    if (image.state === 'waiting') Object.assign(image, { state: 'failed', error: 'not-in-backup' });
  const articles = (tables.articles ?? []) as ArticleRow[];
  for (const article of articles) {
    const own = images.filter(({ articleId }) => articleId === article.id);
    countImages(article, own);
    setViews(article);
  }
  const views = articles.flatMap((article) => article.views.map(([view]) => view));
  tables.counts = [...new Set(views)]
    .sort()
    .map((view) => ({ view, count: views.filter((one) => one === view).length }));
}

describe('a backup', () => {
  let db: LibraryDb;
  let file: Blob;
  beforeAll(async () => {
    db = freshLibrary();
    await fillLibrary(db, 12);
    file = await backUp(db);
  });

  it('lists every table as either included or left out', () => {
    const known = [...ARTICLE_TABLES, ...SHARED_TABLES].map(({ name }) => name);
    expect([...known, ...Object.keys(OMITTED_TABLES)].sort()).toEqual(
      db.tables.map(({ name }) => name).sort(),
    );
  });

  it('restores the same library into an empty one', async () => {
    const other = freshLibrary();
    expect(await restore(other, file)).toEqual({ state: 'done', error: null, settings: SETTINGS });
    expect(await contentOf(other)).toEqual(await contentOf(db, true));
    const found = async (library: LibraryDb) =>
      (await search('quay stayed', {}, library)).hits.map(({ article }) => article.id);
    expect((await found(other)).sort()).toEqual((await found(db)).sort());
    // Pictures that were waited for wait for the user.
    expect(await other.jobs.count()).toBe(0);
    expect(await other.imports.toArray()).toMatchObject([
      { missing: { images: 10, sites: ['img.example'] } },
    ]);
    // And backed up and restored again it is the same once more.
    const third = freshLibrary();
    await restore(third, await backUp(other));
    expect(await contentOf(third)).toEqual(await contentOf(other));
  });

  it('adds no duplicates and removes nothing when it is restored twice or into a filled library', async () => {
    const other = freshLibrary();
    await saveArticle(makeSave({ url: 'https://own.example/mine', title: 'Mine' }), other);
    await saveArticle(
      makeSave({ url: 'https://paper1.example/quay-1', title: 'Own title' }, { tags: ['Own'] }),
      other,
    );
    await restore(other, file);
    await restore(other, file);
    expect(await other.articles.count()).toBe(13);
    const own = await other.articles.where('identity').equals('paper1.example/quay-1').first();
    expect(own).toMatchObject({ title: 'Own title', tags: ['Own'] });
    expect(own?.listIds).toHaveLength(1);
    expect((await search('quay', {}, other)).total).toBeGreaterThan(8);
    expect(await other.counts.get('all')).toMatchObject({
      count: await other.articles.filter(({ deletedAt }) => deletedAt === null).count(),
    });
  });

  it('restores decisions about stories, also for articles that exist under other ids', async () => {
    const from = freshLibrary();
    const save = async (library: LibraryDb, paper: string): Promise<string> =>
      (await saveArticle(makeSave({ url: `https://${paper}.example/wall` }), library)).articleId;
    const ids = [await save(from, 'north'), await save(from, 'south')];
    await groupByHand(from, 'wall', ids);
    await renameStory('wall', 'The wall', from);
    const story = await backUp(from);
    const empty = freshLibrary();
    await restore(empty, story);
    expect(await empty.stories.toArray()).toEqual(await from.stories.toArray());
    const filled = freshLibrary();
    const own = await save(filled, 'north');
    await restore(filled, story);
    const members = { [own]: true, [ids[1] ?? '']: true };
    expect(await filled.stories.toArray()).toMatchObject([{ title: 'The wall', members }]);
    expect(Object.keys((await filled.stories.get('wall'))?.members ?? {})).toHaveLength(2);
    await placeStories(async () => undefined, filled);
    expect((await listStories(undefined, filled)).map(({ title }) => title)).toEqual(['The wall']);
  });

  it('is refused when it is damaged, unless the damage changes nothing', async () => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const whole = await contentOf(db, true);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        async (at, mask, cuts) => {
          const changed = cuts ? bytes.slice(0, at) : bytes.slice();
          if (!cuts) changed[at] = (changed[at] ?? 0) ^ mask;
          const damaged = new Blob([changed]);
          const refused = await Backup.open(damaged)
            .then((backup) => backup.check())
            .then(
              () => null,
              (error: unknown) => error,
            );
          if (refused !== null) {
            expect(refused).toBeInstanceOf(TransferError);
            return;
          }
          const other = freshLibrary();
          await restore(other, damaged);
          expect(await contentOf(other)).toEqual(whole);
        },
      ),
      { numRuns: LONG ? 150 : 30 },
    );
  });

  it.each<[code: string, changes: object | null, name?: string]>([
    ['future', { version: 2 }],
    ['future', { schema: 99 }],
    ['schema', { format: 'other' }],
    ['schema', { groups: 'many' }],
    ['damaged', { counts: { articles: 5 } }],
    ['schema', null, 'a.txt'],
    ['unsafe', {}, '../../evil'],
    ['damaged', {}, 'extra'],
    ['read', {}],
  ])(
    'is answered with “%s” when its manifest has %j and the archive also has %s',
    async (code, changes, name) => {
      const manifest = {
        format: 'offprint-backup',
        version: 1,
        schema: 1,
        createdAt: '',
        counts: {},
        groups: 0,
      };
      const files: [string, string][] = [];
      if (changes !== null)
        files.push(['manifest.json', JSON.stringify({ ...manifest, files: [], ...changes })]);
      if (name !== undefined) files.push([name, 'x']);
      const checked = Backup.open(await writeZip(files)).then((backup) => backup.check());
      expect(await checked.then(() => 'read').catch((error: TransferError) => error.code)).toBe(code);
    },
  );

  it('is refused as damaged when its manifest is not JSON', async () => {
    await expect(Backup.open(await writeZip([['manifest.json', 'no json']]))).rejects.toMatchObject({
      code: 'damaged',
    });
  });

  it('reports a full disk at any write, and continues once there is room', async () => {
    const whole = await contentOf(db, true);
    for (const n of [0, 1, 4, 8, 11]) {
      const disk = freshDisk();
      const sound = disk.open();
      const id = await beginImport(sound, file);
      const sick = disk.open();
      fillDiskAt(sick, n);
      await runImports(importTools(sick));
      expect(await sound.imports.get(id)).toMatchObject({ state: 'failed', error: 'diskFull' });
      // Whole groups or nothing: no article without its text.
      expect(await sound.contents.count()).toBe(await sound.articles.count());
      await resumeImport(id, sound);
      await runImports(importTools(sound));
      expect(await contentOf(sound)).toEqual(whole);
    }
  });
});
