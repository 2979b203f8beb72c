import { beforeEach, describe, expect, it } from 'vitest';
import { changeDetails } from '../../../../utils/library/articles/change-details.ts';
import {
  deleteArticles,
  purgeArticles,
  restoreArticles,
} from '../../../../utils/library/articles/delete-articles.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import { updateLog } from '../../../../utils/library/log/maintain-log.ts';
import { restoreLostLogs } from '../../../../utils/library/log/restore-lost.ts';
import { correctSpeaker } from '../../../../utils/library/people/correct-speaker.ts';
import type { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import {
  addToStory,
  mergeStories,
  removeFromStory,
  renameStory,
  splitStory,
} from '../../../../utils/library/stories/decide-stories.ts';
import { listStories } from '../../../../utils/library/stories/list-stories.ts';
import { onThisStory } from '../../../../utils/library/stories/on-this-story.ts';
import { placeStories } from '../../../../utils/library/stories/place-stories.ts';
import { readStoryLink } from '../../../../utils/library/stories/read-story-link.ts';
import { groupStories } from '../../../../utils/stories/group-stories.ts';
import { inventLibrary, inventProfile } from '../../stories/invented-news.ts';
import { freshLibrary } from '../fresh-library.ts';
import { makeQuote, makeSave } from '../make-article.ts';
import { MemoryPlace } from '../memory-place.ts';

const DEMAND = 'We have waited eleven years for this wall, and nobody in Norhaven will wait another winter';

const REPORTS = {
  north: {
    title: 'Norhaven council votes to rebuild harbour wall',
    text: `The council of Norhaven voted on Monday to rebuild the harbour wall that the storm Ingeborg broke in January. Mayor Ada Holm welcomed the vote.\n\n“${DEMAND},” Holm said.\n\nEngineer Ove Lindqvist of Karsten Marine will lead the work on the harbour wall.`,
  },
  south: {
    title: 'Harbour wall in Norhaven to be rebuilt after storm Ingeborg',
    text: `Norhaven will rebuild its harbour wall, which the storm Ingeborg broke. The council voted for it on Monday evening, and Mayor Ada Holm promised an early start.\n\n“${DEMAND},” Ada Holm said.\n\nKarsten Marine has measured the cracks, engineer Ove Lindqvist said.`,
  },
  east: {
    title: 'Orchestra of Velby plays in the rain',
    text: 'Some nine hundred listeners heard the orchestra of Velby under umbrellas on Sunday. Conductor Mira Sand chose a suite about the sea and two waltzes.\n\n“The clarinets drowned, but nobody went home before the last waltz was over,” Sand said.',
  },
};

const DETAILS = { siteName: 'east', byline: null, publishedAt: null, lang: 'en' };

type Paper = keyof typeof REPORTS;

let db: LibraryDb;

async function save(paper: Paper, day = 2, more = ''): Promise<string> {
  const { title, text } = REPORTS[paper];
  const at = text.indexOf(DEMAND);
  const quotes = at < 0 ? [] : [makeQuote(DEMAND, 'Ada Holm', at)];
  const publishedAt = `2026-03-0${day}T08:00:00Z`;
  const url = `https://${paper}.example/news`;
  const article = { url, title, text: text + more, publishedAt, siteName: paper };
  return (await saveArticle(makeSave(article, { quotes }), db)).articleId;
}

const noRest = async (): Promise<void> => undefined;
const place = (): Promise<void> => placeStories(noRest, db);
const due = async (): Promise<string[]> => db.storyQueue.toCollection().primaryKeys();

/** The papers of each story. */
async function stories(): Promise<string[][]> {
  await place();
  return (await listStories(undefined, db)).map(({ papers }) => papers.toSorted());
}

beforeEach(() => {
  db = freshLibrary();
});

describe('articles that report the same event', () => {
  it('are one story soon after they were saved, and others stand alone', async () => {
    for (const paper of ['north', 'south', 'east'] as const) await save(paper);
    expect(await stories()).toEqual([['north', 'south']]);
    expect(await due()).toEqual([]);
  });

  it.each([
    ['its text', () => save('east', 2, ' And more.')],
    ['its headline', (id: string) => changeDetails(id, { ...DETAILS, title: 'Rain' }, db)],
    ['a speaker', (id: string) => correctSpeaker(id, { indices: [0], speaker: 'Bo Li' }, db)],
  ])('are looked for again after a change of %s', async (what, change) => {
    const id = what === 'a speaker' ? await save('north') : await save('east');
    await place();
    expect(await due()).toEqual([]);
    await change(id);
    expect(await due()).toEqual([id]);
    await place();
    expect(await due()).toEqual([]);
  });

  it('leave their story with deletion, and are back after an undo', async () => {
    const [north] = [await save('north'), await save('south')];
    await place();
    await deleteArticles([north], db);
    expect(await stories()).toEqual([]);
    await restoreArticles([north], db);
    expect(await stories()).toEqual([['north', 'south']]);
    await deleteArticles([north], db);
    await purgeArticles([north], db);
    expect(await stories()).toEqual([]);
    expect(await db.storyProfiles.count()).toBe(1);
  });

  it('are found again after an update of the profiles, under the same ids', async () => {
    for (const paper of ['north', 'south'] as const) await save(paper);
    await place();
    const [before] = await listStories(undefined, db);
    await db.storyProfiles.clear();
    await db.meta.put({ key: 'storyProfiles', value: 0 });
    expect(await stories()).toEqual([['north', 'south']]);
    expect((await listStories(undefined, db))[0]?.id).toBe(before?.id);
    expect(await db.storyProfiles.count()).toBe(2);
  });
});

it('groups a whole library if many articles are due, and leaves the others where they are', async () => {
  const profiles = inventLibrary(150, 4).map(inventProfile);
  await db.storyProfiles.bulkPut(profiles);
  await db.storyQueue.bulkPut(
    profiles.map(({ articleId, publishedAt }) => ({ articleId, step: 'place', publishedAt, mark: 0 })),
  );
  expect(profiles.length).toBeGreaterThan(300);
  await place();
  const placed = (await db.storyArticles.toArray()).map(({ articleId, storyId }) => [articleId, storyId]);
  const expected = groupStories(profiles, new Map(), []).map(({ articleId, storyId }) => [
    articleId,
    storyId,
  ]);
  expect(new Map(placed as [string, string][])).toEqual(new Map(expected as [string, string][]));
  expect(await due()).toEqual([]);
});

describe('a decision of the user', () => {
  it.each([
    ['keeps an article out', async () => removeFromStory([await save('south')], db), []],
    [
      'joins what grouping does not',
      async () => {
        const [north, east] = [await save('north'), await save('east')];
        await splitStory([north], db);
        await splitStory([east], db);
        const ids = (await db.stories.toArray()).map(({ id }) => id);
        return mergeStories(ids, db);
      },
      [['east', 'north']],
    ],
  ])('holds when everything is grouped anew: %s', async (what, decide, expected) => {
    await save('north');
    if (what !== 'joins what grouping does not') await save('south');
    await place();
    await decide();
    await db.storyArticles.clear();
    await db.storyProfiles.clear();
    await db.meta.delete('storyProfiles');
    expect(await stories()).toEqual(expected);
  });

  it('holds for articles that were published months apart, when one of them changes', async () => {
    const [north, east] = [await save('north'), await save('east')];
    await save('south');
    const later = { ...DETAILS, title: REPORTS.east.title, publishedAt: '2026-11-20T08:00:00Z' };
    await changeDetails(east, later, db);
    await place();
    const id = (await listStories(undefined, db))[0]?.id ?? '';
    await addToStory(id, [east], db);
    expect(await stories()).toEqual([['east', 'north', 'south']]);
    await changeDetails(east, { ...later, title: 'Rain' }, db);
    await changeDetails(north, { ...DETAILS, siteName: 'north', title: 'Harbour wall in Norhaven' }, db);
    expect(await stories()).toEqual([['east', 'north', 'south']]);
  });

  it('survives the loss of the database', async () => {
    const place_ = new MemoryPlace();
    db = freshLibrary(place_);
    for (const paper of ['north', 'south'] as const) await save(paper);
    await place();
    await renameStory((await listStories(undefined, db))[0]?.id ?? '', 'The wall', db);
    await updateLog(db, place_);
    const lost = freshLibrary(place_);
    await restoreLostLogs(lost, place_);
    await placeStories(noRest, lost);
    expect((await listStories(undefined, lost)).map(({ title }) => title)).toEqual(['The wall']);
  });
});

describe('the story of a page', () => {
  const page = (paper: Paper) => ({
    ...REPORTS[paper],
    lang: 'en',
    url: `https://${paper}.example/live`,
    publishedAt: '2026-03-03T08:00:00Z',
    quotes: REPORTS[paper].text.includes(DEMAND) ? [makeQuote(DEMAND, 'Ada Holm')] : [],
  });

  it('is found although the page is not saved, with what is new in it', async () => {
    await save('north');
    await place();
    const found = await onThisStory(page('south'), db);
    expect(found?.others.map(({ siteName }) => siteName)).toEqual(['north']);
    expect(found?.newQuotes).toEqual([false]);
    expect(found?.newParagraphs[0]).toBe(false);
    expect(await onThisStory(page('east'), db)).toBeNull();
    expect(await db.storyArticles.count()).toBe(1);
  });

  it('is counted without comparing articles as it is with comparing them', async () => {
    const [north, south, east] = [await save('north'), await save('south'), await save('east')];
    await place();
    const story = await onThisStory(north, db);
    expect(await readStoryLink(north, db)).toEqual({ id: story?.story.id, otherCount: 1 });
    expect([await readStoryLink(east, db), await readStoryLink('nobody', db)]).toEqual([null, null]);
    await deleteArticles([south], db);
    expect([await readStoryLink(north, db), await onThisStory(north, db)]).toEqual([null, null]);
  });

  it('is the same right after the page was saved, before the article is placed', async () => {
    await save('north');
    await place();
    await save('south');
    const open = { ...page('south'), url: 'https://south.example/news' };
    expect((await onThisStory(open, db))?.others.map(({ siteName }) => siteName)).toEqual(['north']);
    await place();
    expect((await onThisStory(open, db))?.others.map(({ siteName }) => siteName)).toEqual(['north']);
  });

  it('is that of the saved article', async () => {
    const [north] = [await save('north'), await save('south')];
    await place();
    expect((await onThisStory(north, db))?.others.map(({ siteName }) => siteName)).toEqual(['south']);
    const open = { ...page('north'), url: 'https://north.example/news' };
    expect((await onThisStory(open, db))?.story.articleIds).toHaveLength(2);
  });
});
