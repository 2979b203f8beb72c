import { beforeEach, expect, it } from 'vitest';
import {
  countArticles,
  findSaved,
  getArticles,
  getFullArticle,
  getImages,
  getQuotes,
  getVersions,
} from '../../../../utils/library/articles/articles.ts';
import {
  changeTags,
  setArchived,
  setFavourite,
  setProgress,
} from '../../../../utils/library/articles/change-articles.ts';
import { countChanges } from '../../../../utils/library/articles/compare-texts.ts';
import { deleteArticles } from '../../../../utils/library/articles/delete-articles.ts';
import { findShownArticle } from '../../../../utils/library/articles/find-shown-article.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import { claimJob, completeJob, countJobs } from '../../../../utils/library/jobs/image-jobs.ts';
import { createList } from '../../../../utils/library/lists/lists.ts';
import { LibraryFullError } from '../../../../utils/library/schema/errors.ts';
import type { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import { deleteVersions, restoreVersions } from '../../../../utils/library/schema/storage-use.ts';
import { search } from '../find-articles.ts';
import { everything, fillDiskAt, freshDisk, freshLibrary } from '../fresh-library.ts';
import { makeQuote, makeSave } from '../make-article.ts';

let db: LibraryDb;
beforeEach(() => {
  db = freshLibrary();
});

const PICTURES = ['https://img.example/a.jpg', 'https://img.example/b.jpg'];

it('saving an article stores its text and quotes, and queues its images', async () => {
  const quotes = [makeQuote('We waited long enough,', 'Mira Voss', 34)];
  const { articleId, updated } = await saveArticle(makeSave({}, { quotes, images: PICTURES }), db);
  const whole = await getFullArticle(articleId, db);
  expect(updated).toBe(false);
  expect(whole?.article).toMatchObject({ title: 'Harbour opens again', quoteCount: 1, imagesTotal: 2 });
  expect(whole?.content.text).toContain('opens again in May');
  expect(whole?.quotes[0]).toMatchObject({ resolvedSpeaker: 'Mira Voss', speakerKey: 'mira voss' });
  expect(await countJobs(articleId, db)).toBe(2);
});

it('a saved article is found by any of its addresses', async () => {
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

it('saving an article tells whether its text was already saved, or is new as after an import of addresses', async () => {
  const imported = makeSave({ text: '', html: '' }, { linkOnly: true, savedFrom: 'import' });
  await saveArticle(imported, db);
  expect((await saveArticle(imported, db)).isSame).toBe(true);
  expect((await saveArticle(makeSave(), db)).isSame).toBeUndefined();
  expect((await saveArticle(makeSave(), db)).isSame).toBe(true);
  expect((await saveArticle(imported, db)).isSame).toBe(true);
  const more = makeSave({ text: 'The harbour opens again in May, and the mill in June.' });
  expect((await saveArticle(more, db)).isSame).toBeUndefined();
});

it('saving an article again updates it and keeps its user data', async () => {
  const list = await createList('Sea', null, db);
  const first = await saveArticle(makeSave({}, { userState: { listIds: [list.id] }, tags: ['port'] }), db);
  await setFavourite([first.articleId], true, db);
  await setArchived([first.articleId], true, db);
  await setProgress(first.articleId, 0.4, db);
  await changeTags([first.articleId], { tagsToAdd: ['later'] }, db);
  const before = (await getFullArticle(first.articleId, db))?.article;

  const text = 'The harbour stays shut until June.';
  const url = 'https://www.paper.example/2026/harbour?utm_medium=x';
  const second = await saveArticle(
    makeSave({ url, title: 'Harbour stays shut again', text }, { tags: ['new'] }),
    db,
  );
  expect(second).toMatchObject({ articleId: first.articleId, updated: true });
  const after = await getFullArticle(first.articleId, db);
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

it('earlier versions can be deleted and restored', async () => {
  const { articleId } = await saveArticle(makeSave(), db);
  for (const text of ['It stays shut.', 'It stays shut until June.'])
    await saveArticle(makeSave({ text }), db);
  const before = [await getVersions(articleId, db), (await getFullArticle(articleId, db))?.article];
  const dropped = await deleteVersions(db);
  expect(dropped).toHaveLength(2);
  expect(await getVersions(articleId, db)).toEqual([]);
  expect((await getFullArticle(articleId, db))?.article.versionCount).toBe(0);
  await restoreVersions(dropped, db);
  expect([await getVersions(articleId, db), (await getFullArticle(articleId, db))?.article]).toEqual(before);
});

it('saving a preview does not replace the whole text', async () => {
  const { articleId } = await saveArticle(makeSave(), db);
  await saveArticle(makeSave({ text: 'The harbour…', isPreview: true }, { tags: ['again'] }), db);
  const whole = await getFullArticle(articleId, db);
  expect(whole?.content.text).toContain('the pilot said');
  expect(whole?.article).toMatchObject({ isPreview: false, tags: ['again'] });
});

it('saving a deleted article restores it', async () => {
  const { articleId } = await saveArticle(makeSave(), db);
  await deleteArticles([articleId], db);
  expect(await saveArticle(makeSave(), db)).toEqual({ articleId, updated: false });
  expect(await countArticles('inbox', db)).toBe(1);
  expect(await countArticles('trash', db)).toBe(0);
  expect((await search('harbour', {}, db)).total).toBe(1);
});

it('saving an article replaces the quotes', async () => {
  const quotes = ['one', 'two', 'three'].map((text) => makeQuote(text, 'Mira Voss'));
  const { articleId } = await saveArticle(makeSave({}, { quotes }), db);
  await saveArticle(makeSave({}, { quotes: quotes.slice(0, 1) }), db);
  expect(await getQuotes(articleId, db)).toHaveLength(1);
  // The text is the same: there is no earlier version.
  expect(await getVersions(articleId, db)).toEqual([]);
});

it('saving an article again keeps saved images, deletes those no longer shown, and queues new ones', async () => {
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
  expect((await getFullArticle(articleId, db))?.article).toMatchObject({ imagesTotal: 2, imagesSaved: 1 });
});

it('an article is never duplicated when several windows save it at once', async () => {
  const disk = freshDisk();
  const windows = [disk.open(), disk.open(), disk.open()];
  const saves = windows.flatMap((db) => [1, 2, 3].map(() => saveArticle(makeSave(), db)));
  const ids = new Set((await Promise.all(saves)).map(({ articleId }) => articleId));
  expect(ids.size).toBe(1);
  expect(await countArticles('all', windows[0])).toBe(1);
  expect((await search('harbour', {}, windows[1])).total).toBe(1);
});

const quotes = [makeQuote('We waited long enough,', 'Mira Voss', 34)];
const changed = makeSave({ text: 'Another text.' }, { quotes, images: PICTURES.slice(1) });

it.each([
  ['a new save', 'https://paper.example/other', 5],
  ['an update', 'https://paper.example/2026/harbour', 8],
])('a full disk at any write of %s leaves the library unchanged', async (_, url, fewest) => {
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

const prose = (about: string, from = 0, to = 20): string =>
  Array.from({ length: to - from }, (_, i) => {
    const n = from + i;
    const words = ['came', 'saw', 'said', 'left', 'paid', 'slept', 'ran', 'sang', 'won', 'lost'];
    return words.map((word, at) => `${word} ${about}${n * 10 + at}`).join(' and ');
  }).join('\n\n');

const url = 'https://paper.example/2026/harbour';
const harbour = { url, title: 'Harbour opens again', text: prose('harbour') };
const goat = { url, title: 'Goat blamed for power cut', text: prose('goat') };

it('another story at the same address is saved separately, and the user is informed', async () => {
  const first = await saveArticle(makeSave(harbour), db);
  const second = await saveArticle(makeSave(goat), db);
  expect(second).toMatchObject({ updated: false, isSeparate: true });
  expect(second.articleId).not.toBe(first.articleId);
  expect((await getFullArticle(first.articleId, db))?.content.text).toBe(harbour.text);
  expect((await getFullArticle(second.articleId, db))?.content.text).toBe(goat.text);
  expect(await countArticles('all', db)).toBe(2);
  // Whoever asks by the address gets the one that came first.
  expect((await findSaved(url, db))?.id).toBe(first.articleId);
});

it('each of two stories at the same address is updated by its own next version', async () => {
  const first = await saveArticle(makeSave(harbour), db);
  const second = await saveArticle(makeSave(goat), db);
  const longer = { ...goat, text: prose('goat', 0, 26) };
  const { articleId } = await saveArticle(makeSave(longer), db);
  expect(articleId).toBe(second.articleId);
  const shorter = { ...harbour, text: prose('harbour', 4, 24) };
  expect((await saveArticle(makeSave(shorter), db)).articleId).toBe(first.articleId);
  expect(await countArticles('all', db)).toBe(2);
});

it('another story at the same address is saved separately even under the same headline', async () => {
  await saveArticle(makeSave({ ...harbour, title: 'Morning briefing' }), db);
  const next = await saveArticle(makeSave({ ...goat, title: 'Morning briefing' }), db);
  expect(next.isSeparate).toBe(true);
});

it('another story at the same address does not replace a deleted one', async () => {
  const first = await saveArticle(makeSave(harbour), db);
  await deleteArticles([first.articleId], db);
  const second = await saveArticle(makeSave(goat), db);
  expect(second.articleId).not.toBe(first.articleId);
  // There is nothing beside it that anybody could see.
  expect(second.isSeparate).toBeUndefined();
});

it('a preview of another story at the same address leaves the whole story unchanged, including its tags', async () => {
  const first = await saveArticle(makeSave(harbour), db);
  const teaser = { ...goat, text: prose('goat', 0, 4), isPreview: true };
  await saveArticle(makeSave(teaser, { tags: ['goats'] }), db);
  expect((await getArticles([first.articleId], db))[0]?.tags).toEqual([]);
});

it('a whole text replaces its preview, and is not replaced by it', async () => {
  const teaser = { ...harbour, text: prose('harbour', 0, 2), isPreview: true };
  const { articleId } = await saveArticle(makeSave(teaser), db);
  expect(await saveArticle(makeSave(harbour), db)).toEqual({ articleId, updated: true });
  expect(await saveArticle(makeSave(teaser), db)).toEqual({ articleId, updated: true, isSame: true });
  expect((await getFullArticle(articleId, db))?.content.text).toBe(harbour.text);
});

it('the same story can be saved page by page', async () => {
  const page = (n: number) => ({ from: n, to: n, total: 2, next: null, hashes: [`${n}`] });
  const { articleId } = await saveArticle(makeSave(harbour, { pages: page(1) }), db);
  const second = makeSave({ ...harbour, text: prose('goat') }, { pages: page(2) });
  expect((await saveArticle(second, db)).articleId).toBe(articleId);
});

it('saved data is cleaned and truncated, wherever it comes from', async () => {
  const long = 'x'.repeat(100_000);
  const forged = { dir: '"><script>' as 'ltr', siteName: long, title: `\u202e${long}`, byline: `a\n\u2067b` };
  const images = ['javascript:alert(1)', 'https://img.example/a.jpg'];
  const { articleId } = await saveArticle(
    makeSave(forged, { tags: [long, '\u202etag'], images, savedFrom: 'import' }),
    db,
  );
  const row = (await getFullArticle(articleId, db))?.article;
  expect(row).toMatchObject({ dir: 'ltr', byline: 'a b', imagesTotal: 1 });
  expect(row?.siteName).toHaveLength(120);
  expect(row?.title).toHaveLength(500);
  expect(row?.tags.map((tag) => tag.length)).toEqual([100, 3]);
});

it('a claimed original is stored as a claim, and removed when the page no longer claims it', async () => {
  const claimedUrl = 'https://other.example/story';
  const { articleId } = await saveArticle(makeSave({ ...harbour, claimedUrl }), db);
  expect((await getArticles([articleId], db))[0]).toMatchObject({ claimedUrl, host: 'paper.example' });
  expect(await findSaved(claimedUrl, db)).toBeNull();
  await saveArticle(makeSave(harbour), db);
  expect((await getArticles([articleId], db))[0]).not.toHaveProperty('claimedUrl');
});

const FIRST = 'The ferry to the outer islands will run every day from the first of May, the council said.';
const SECOND = 'Tickets go on sale at the harbour office next week, and cost what they did a year ago.';
const THIRD = 'The council had stopped the ferry in autumn because the old engine could not be repaired.';
const textOf = (...paragraphs: string[]): string => paragraphs.join('\n\n');

it('returns the text that a save replaced, from which the changes are counted', async () => {
  const { articleId } = await saveArticle(makeSave({ text: textOf(FIRST, SECOND) }), db);
  expect(await saveArticle(makeSave({ text: textOf(FIRST, SECOND) }), db)).not.toHaveProperty('replaced');
  const corrected = SECOND.replace('next week', 'on Monday');
  const newer = { title: 'Harbour opens again in May', text: textOf(FIRST, corrected, THIRD) };
  const { replaced } = await saveArticle(makeSave(newer), db);
  expect(replaced?.articleId).toBe(articleId);
  expect(replaced && countChanges(replaced, { ...newer, quotes: [] })).toEqual({
    title: true,
    added: 1,
    removed: 0,
    changed: 1,
  });
});

it('replaces no text by saving a new article, a deleted one, or the whole text of a preview', async () => {
  const whole = makeSave({ text: textOf(FIRST, SECOND, THIRD), wordCount: 50 });
  const preview = makeSave({ text: FIRST, isPreview: true, wordCount: 17 });
  const { articleId, ...first } = await saveArticle(preview, db);
  expect(first).not.toHaveProperty('replaced');
  expect(await saveArticle(whole, db)).not.toHaveProperty('replaced');
  const changed = await saveArticle(makeSave({ text: textOf(FIRST, SECOND) }), db);
  expect(changed.replaced?.text).toBe(whole.article.text);
  await deleteArticles([articleId], db);
  // What comes back from the trash is new to the user.
  const restored = await saveArticle(whole, db);
  expect(restored.updated).toBe(false);
  expect(restored).not.toHaveProperty('replaced');
});

it('a saved article is not shown for its page if the page contains another story now', async () => {
  const url = 'https://paper.example/briefing';
  const morning = makeSave({ url, title: 'Ferry starts in May', text: textOf(FIRST, SECOND, THIRD) });
  const { articleId } = await saveArticle(morning, db);
  const evening = makeSave({
    url,
    title: 'Bees return to the old orchard',
    text: textOf(
      'Eleven hives were carried up to the orchard on Tuesday, for the first time since the frost took the trees.',
      'The beekeeper expects to sell the first honey of this slope at the autumn market behind the town hall.',
    ),
  });
  expect(await findShownArticle(url, morning, db)).toMatchObject({ id: articleId });
  expect(await findShownArticle(url, makeSave({ text: textOf(FIRST, SECOND) }), db)).toMatchObject({
    id: articleId,
  });
  expect(await findShownArticle(url, evening, db)).toBeNull();
  const second = await saveArticle(evening, db);
  expect(await findShownArticle(url, evening, db)).toMatchObject({ id: second.articleId });
  expect(await findShownArticle(url, morning, db)).toMatchObject({ id: articleId });
});
