import { beforeEach, describe, expect, it } from 'vitest';
import { deleteArticles, purgeArticles } from '../../../../utils/library/articles/delete-articles.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import type { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import {
  addToStory,
  mergeStories,
  removeFromStory,
  renameStory,
  splitStory,
  undoStoryDecision,
} from '../../../../utils/library/stories/decide-stories.ts';
import { articlesOfStory, listStories } from '../../../../utils/library/stories/list-stories.ts';
import { mergeDecisions } from '../../../../utils/library/stories/story-decisions.ts';
import type { StoryRow } from '../../../../utils/stories/story-types.ts';
import { freshLibrary } from '../fresh-library.ts';
import { makeSave } from '../make-article.ts';
import { groupByHand } from './group-by-hand.ts';

let db: LibraryDb;
let ids: string[];

async function save(paper: string, day: number): Promise<string> {
  const publishedAt = `2026-03-0${day}T08:00:00Z`;
  const url = `https://${paper}.example/wall`;
  const text = `The wall, by ${paper}.`;
  return (await saveArticle(makeSave({ url, title: `Wall in ${paper}`, text, publishedAt }), db)).articleId;
}

/** Stories by their articles, each with its title. */
const stories = async (): Promise<[string, string[]][]> =>
  (await listStories(undefined, db)).map(({ title, articleIds }) => [
    title,
    articleIds.map((id) => 'abcd'[ids.indexOf(id)] ?? '?'),
  ]);

beforeEach(async () => {
  db = freshLibrary();
  ids = [await save('a', 1), await save('b', 2), await save('c', 3), await save('d', 4)];
  await groupByHand(db, 'early', ids.slice(0, 2));
  await groupByHand(db, 'late', ids.slice(2));
});

const at = (index: number): string => ids[index] ?? '';

describe('a decision about a story', () => {
  it.each([
    [
      'a title',
      () => renameStory('early', ' The wall ', db),
      [
        ['Wall in c', ['c', 'd']],
        ['The wall', ['a', 'b']],
      ],
    ],
    ['an article that is not of it', () => removeFromStory([at(0)], db), [['Wall in c', ['c', 'd']]]],
    ['one more article', () => addToStory('early', [at(3)], db), [['Wall in a', ['a', 'b', 'd']]]],
    [
      'one story instead of two',
      () => mergeStories(['early', 'late'], db),
      [['Wall in a', ['a', 'b', 'c', 'd']]],
    ],
    ['a story of its own', () => splitStory([at(1), at(2)], db), [['Wall in b', ['b', 'c']]]],
  ])('is seen at once, is stored, and can be undone: %s', async (_, decide, expected) => {
    const before = await stories();
    const undo = await decide();
    expect(await stories()).toEqual(expected);
    expect(await db.stories.count()).toBeGreaterThan(0);
    await undoStoryDecision(undo, db);
    expect(await stories()).toEqual(before);
    expect(await db.stories.count()).toBe(0);
  });

  it('keeps its current articles, so that the story can be found again', async () => {
    await renameStory('early', 'The wall', db);
    expect((await db.stories.get('early'))?.members).toEqual({ [at(0)]: true, [at(1)]: true });
  });

  it('changes nothing for a story that does not exist', async () => {
    expect((await renameStory('nowhere', 'Title', db)).rows).toEqual([]);
    expect(await db.stories.count()).toBe(0);
  });

  it('lasts until a title is removed again', async () => {
    await renameStory('early', 'The wall', db);
    await renameStory('early', '', db);
    expect((await stories()).map(([title]) => title)).toEqual(['Wall in c', 'Wall in a']);
  });

  it('forgets an article that is permanently deleted, and goes with the last one', async () => {
    await renameStory('early', 'The wall', db);
    await deleteArticles([at(0)], db);
    await purgeArticles([at(0)], db);
    expect((await db.stories.get('early'))?.members).toEqual({ [at(1)]: true });
    await deleteArticles([at(1)], db);
    await purgeArticles([at(1)], db);
    expect(await db.stories.count()).toBe(0);
  });
});

describe('undoing a decision', () => {
  it('does not bring back an article that was permanently deleted since', async () => {
    await renameStory('early', 'The quay', db);
    const undo = await renameStory('early', 'The wall', db);
    await deleteArticles([at(0)], db);
    await purgeArticles([at(0)], db);
    await undoStoryDecision(undo, db);
    expect(await db.stories.toArray()).toMatchObject([{ title: 'The quay', members: { [at(1)]: true } }]);
    expect(Object.keys((await db.stories.get('early'))?.members ?? {})).toEqual([at(1)]);
  });
});

describe('rows of two devices', () => {
  const row = (id: string, members: StoryRow['members'], more: Partial<StoryRow> = {}): StoryRow => ({
    ...{ id, title: null, members, createdAt: 1, updatedAt: 1 },
    ...more,
  });

  it('are one story if they have an article in common', () => {
    const older = row('p', { a: true, b: true }, { title: 'The quay', createdAt: 5, updatedAt: 5 });
    const named = row('n', { b: true, c: true }, { title: 'The wall', createdAt: 7, updatedAt: 7 });
    const { rows, idOf } = mergeDecisions([named, older]);
    expect(rows).toMatchObject([{ id: 'p', title: 'The wall', members: { a: true, b: true, c: true } }]);
    expect(idOf.get('n')).toBe('p');
  });

  it('stay apart if one of them excludes an article of the other', () => {
    const rows = [row('p', { a: false, b: true }), row('n', { a: true, b: true })];
    expect(
      mergeDecisions(rows)
        .rows.map(({ id }) => id)
        .sort(),
    ).toEqual(['n', 'p']);
  });

  it('stay apart if one of them is an article that was split from the other', () => {
    const rows = [row('split', { a: true }, { updatedAt: 2 }), row('whole', { a: true, b: true })];
    expect(mergeDecisions(rows).rows).toHaveLength(2);
  });

  it('become one row with the next decision', async () => {
    const both = { [at(0)]: true, [at(1)]: true };
    await db.stories.bulkPut([row('p', both), row('n', both)]);
    await groupByHand(db, 'p', [at(0)]);
    await groupByHand(db, 'n', [at(1)]);
    await renameStory('p', 'The wall', db);
    expect(await db.stories.toArray()).toMatchObject([{ id: 'n', title: 'The wall', members: both }]);
    expect(await articlesOfStory('n', db)).toEqual([at(0), at(1)]);
  });
});

describe('“not this story”', () => {
  const rowOf = async (id: string): Promise<StoryRow['members'] | undefined> =>
    (await db.stories.get(id))?.members;

  it('outlasts a merge', async () => {
    await removeFromStory([at(3)], db);
    await mergeStories(['early', 'late'], db);
    expect(await rowOf('early')).toEqual({ [at(0)]: true, [at(1)]: true, [at(2)]: true, [at(3)]: false });
  });

  it('is said of a story that the user had decided about, when an article is split from it', async () => {
    await renameStory('early', 'The wall', db);
    await splitStory([at(1)], db);
    expect(await rowOf('early')).toEqual({ [at(0)]: true, [at(1)]: false });
  });
});

it('two stories stay two when devices put one article into both', () => {
  const row = (id: string, members: string[], updatedAt: number): StoryRow => ({
    ...{ id, title: id, createdAt: updatedAt, updatedAt },
    members: Object.fromEntries(members.map((one) => [one, true])),
  });
  const rows = [row('wall', ['a', 'b', 'c'], 1), row('mill', ['c', 'd', 'e'], 2)];
  expect(mergeDecisions(rows).rows.map(({ title }) => title)).toEqual(['wall', 'mill']);
});
