import { describe, expect, it } from 'vitest';
import {
  countArticles,
  findSaved,
  getImages,
  getQuotes,
  getVersions,
  getWholeArticle,
} from '../../../../utils/library/articles/articles.ts';
import {
  changeTags,
  setArchived,
  setFavourite,
  setProgress,
} from '../../../../utils/library/articles/change-articles.ts';
import { deleteArticles } from '../../../../utils/library/articles/delete-articles.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import { claimJob, completeJob, countJobs } from '../../../../utils/library/jobs/image-jobs.ts';
import { createList } from '../../../../utils/library/lists/lists.ts';
import { LibraryFullError } from '../../../../utils/library/schema/errors.ts';
import { deleteVersions, restoreVersions } from '../../../../utils/library/schema/storage-use.ts';
import { search } from '../../../../utils/library/search/search.ts';
import { everything, fillDiskAt, freshDisk, freshLibrary } from '../fresh-library.ts';
import { makeQuote, makeSave } from '../make-article.ts';

const PICTURES = ['https://img.example/a.jpg', 'https://img.example/b.jpg'];

describe('saving an article', () => {
  it('keeps the article with its text, quotes and pictures to fetch', async () => {
    const db = freshLibrary();
    const quotes = [makeQuote('We waited long enough,', 'Mira Voss', 34)];
    const { articleId, updated } = await saveArticle(makeSave({}, { quotes, images: PICTURES }), db);
    const whole = await getWholeArticle(articleId, db);
    expect(updated).toBe(false);
    expect(whole?.article).toMatchObject({ title: 'Harbour opens again', quoteCount: 1, imagesTotal: 2 });
    expect(whole?.content.text).toContain('opens again in May');
    expect(whole?.quotes[0]).toMatchObject({ resolvedSpeaker: 'Mira Voss', speakerKey: 'mira voss' });
    expect(await countJobs(articleId, db)).toBe(2);
  });

  it('knows the page again by any of its addresses', async () => {
    const db = freshLibrary();
    const url = 'https://www.paper.example/live?id=7&utm_source=mail';
    const { articleId } = await saveArticle(
      makeSave({ url, canonicalUrl: 'https://paper.example/2026/harbour' }),
      db,
    );
    for (const address of [
      url,
      'http://paper.example/live/?id=7#top',
      'https://m.paper.example/2026/harbour/?fbclid=1',
      'https://paper.example/2026/harbour/amp/',
    ]) {
      expect((await findSaved(address, db))?.id, address).toBe(articleId);
    }
    expect(await findSaved('https://paper.example/2026/harbour-2', db)).toBeNull();
  });

  it('tells a text that was here from one that is new, as after an import of addresses alone', async () => {
    const db = freshLibrary();
    const imported = makeSave({ text: '', html: '' }, { linkOnly: true, savedFrom: 'import' });
    await saveArticle(imported, db);
    expect((await saveArticle(imported, db)).isSame).toBe(true);
    expect((await saveArticle(makeSave(), db)).isSame).toBeUndefined();
    expect((await saveArticle(makeSave(), db)).isSame).toBe(true);
    expect((await saveArticle(imported, db)).isSame).toBe(true);
    const more = makeSave({ text: 'The harbour opens again in May, and the mill in June.' });
    expect((await saveArticle(more, db)).isSame).toBeUndefined();
  });

  it('updates the same article and keeps what the user made of it', async () => {
    const db = freshLibrary();
    const list = await createList('Sea', null, db);
    const first = await saveArticle(makeSave({}, { listId: list.id, tags: ['port'] }), db);
    await setFavourite([first.articleId], true, db);
    await setArchived([first.articleId], true, db);
    await setProgress(first.articleId, 0.4, db);
    await changeTags([first.articleId], { add: ['later'] }, db);
    const before = (await getWholeArticle(first.articleId, db))?.article;

    const text = 'The harbour stays shut until June.';
    const url = 'https://www.paper.example/2026/harbour?utm_medium=x';
    const second = await saveArticle(
      makeSave({ url, title: 'Harbour stays shut again', text }, { tags: ['new'] }),
      db,
    );
    expect(second).toEqual({ articleId: first.articleId, updated: true });
    const after = await getWholeArticle(first.articleId, db);
    expect(after?.article).toMatchObject({
      title: 'Harbour stays shut again',
      favourite: true,
      progress: 0.4,
      archivedAt: before?.archivedAt,
      savedAt: before?.savedAt,
      tags: ['port', 'later', 'new'],
      listIds: [list.id],
      versionCount: 1,
    });
    expect(after?.content.text).toBe(text);
    expect((await getVersions(first.articleId, db)).map((version) => version.title)).toEqual([
      'Harbour opens again',
    ]);
    expect((await search('opens', {}, db)).total).toBe(0);
    expect((await search('shut', {}, db)).total).toBe(1);
    expect(await countArticles('all', db)).toBe(1);
  });

  it('drops former texts, and brings them back', async () => {
    const db = freshLibrary();
    const { articleId } = await saveArticle(makeSave(), db);
    for (const text of ['It stays shut.', 'It stays shut until June.'])
      await saveArticle(makeSave({ text }), db);
    const before = [await getVersions(articleId, db), (await getWholeArticle(articleId, db))?.article];
    const dropped = await deleteVersions(db);
    expect(dropped).toHaveLength(2);
    expect(await getVersions(articleId, db)).toEqual([]);
    expect((await getWholeArticle(articleId, db))?.article.versionCount).toBe(0);
    await restoreVersions(dropped, db);
    expect([await getVersions(articleId, db), (await getWholeArticle(articleId, db))?.article]).toEqual(
      before,
    );
  });

  it('keeps the whole text when the page shows only the beginning later', async () => {
    const db = freshLibrary();
    const { articleId } = await saveArticle(makeSave(), db);
    await saveArticle(makeSave({ text: 'The harbour…', isPreview: true }, { tags: ['again'] }), db);
    const whole = await getWholeArticle(articleId, db);
    expect(whole?.content.text).toContain('the pilot said');
    expect(whole?.article).toMatchObject({ isPreview: false, tags: ['again'] });
  });

  it('brings a deleted article back when it is saved again', async () => {
    const db = freshLibrary();
    const { articleId } = await saveArticle(makeSave(), db);
    await deleteArticles([articleId], db);
    expect(await saveArticle(makeSave(), db)).toEqual({ articleId, updated: false });
    expect(await countArticles('inbox', db)).toBe(1);
    expect(await countArticles('trash', db)).toBe(0);
    expect((await search('harbour', {}, db)).total).toBe(1);
  });

  it('replaces the quotes', async () => {
    const db = freshLibrary();
    const quotes = ['one', 'two', 'three'].map((text) => makeQuote(text, 'Mira Voss'));
    const { articleId } = await saveArticle(makeSave({}, { quotes }), db);
    await saveArticle(makeSave({}, { quotes: quotes.slice(0, 1) }), db);
    expect(await getQuotes(articleId, db)).toHaveLength(1);
    // The text is the same: there is no earlier version.
    expect(await getVersions(articleId, db)).toEqual([]);
  });

  it('keeps pictures that are here, drops those no longer shown, fetches new ones', async () => {
    const db = freshLibrary();
    const { articleId } = await saveArticle(makeSave({}, { images: PICTURES }), db);
    const job = await claimJob(new Set(), Date.now(), db);
    if (job === null) throw new Error('no job');
    await completeJob(job, new Blob(['x'], { type: 'image/jpeg' }), 'image/jpeg', db);
    const added = 'https://img.example/c.jpg';
    await saveArticle(makeSave({}, { images: [job.url, added] }), db);
    const states = (await getImages(articleId, db)).map(({ url, state }) => [url, state]);
    expect(states.sort()).toEqual([
      [job.url, 'saved'],
      [added, 'waiting'],
    ]);
    expect(await countJobs(articleId, db)).toBe(1);
    expect((await getWholeArticle(articleId, db))?.article).toMatchObject({ imagesTotal: 2, imagesSaved: 1 });
  });

  it('never doubles when several windows save at once', async () => {
    const disk = freshDisk();
    const windows = [disk.open(), disk.open(), disk.open()];
    const saves = windows.flatMap((db) => [1, 2, 3].map(() => saveArticle(makeSave(), db)));
    const ids = new Set((await Promise.all(saves)).map(({ articleId }) => articleId));
    expect(ids.size).toBe(1);
    expect(await countArticles('all', windows[0])).toBe(1);
    expect((await search('harbour', {}, windows[1])).total).toBe(1);
  });
});

describe('a full disk', () => {
  const quotes = [makeQuote('We waited long enough,', 'Mira Voss', 34)];
  const changed = makeSave({ text: 'Another text.' }, { quotes, images: PICTURES.slice(1) });

  it.each([
    ['a new save', 'https://paper.example/other', 5],
    ['an update', 'https://paper.example/2026/harbour', 8],
  ])('at any write of %s leaves the library as it was', async (_, url, fewest) => {
    for (let write = 0; ; write += 1) {
      const disk = freshDisk();
      const calm = disk.open();
      await saveArticle(makeSave({ url }, { quotes, images: PICTURES }), calm);
      const before = await everything(calm);
      const db = disk.open();
      fillDiskAt(db, write);
      const outcome = await saveArticle(changed, db).catch((error) => error);
      if (!(outcome instanceof Error)) {
        expect(write).toBeGreaterThan(fewest);
        return;
      }
      expect(outcome).toBeInstanceOf(LibraryFullError);
      expect(await everything(calm)).toEqual(before);
    }
  });
});
