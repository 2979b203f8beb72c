import { describe, expect, it } from 'vitest';
import { changeTags } from '../../../utils/library/articles/change-articles.ts';
import { deleteArticles, purgeArticles } from '../../../utils/library/articles/delete-articles.ts';
import {
  addToStory,
  mergeStories,
  removeFromStory,
  renameStory,
  splitStory,
  undoStoryDecision,
} from '../../../utils/library/stories/decide-stories.ts';
import { placeStories } from '../../../utils/library/stories/place-stories.ts';
import { mergeDecisions } from '../../../utils/library/stories/story-decisions.ts';
import type { StoryRow } from '../../../utils/stories/story-types.ts';
import { groupByHand } from '../library/stories/group-by-hand.ts';
import { moment, saveHarbour, twoDevices } from './harbour.ts';
import { settle, type TestDevice } from './sync-devices.ts';

const PAPERS = ['north', 'south', 'east'];

/** Three articles, which both devices have, but under ids of their own. */
async function shared(): Promise<{ a: TestDevice; b: TestDevice }> {
  const { a, b } = await twoDevices();
  for (const paper of PAPERS) await saveHarbour(a, { url: `https://${paper}.example/harbour` });
  await settle([a, b]);
  return { a, b };
}

const idOn = async ({ db }: TestDevice, paper: string): Promise<string> =>
  (await db.articles.toArray()).find(({ host }) => host === `${paper}.example`)?.id ?? '';

async function group(device: TestDevice, storyId: string, papers: readonly string[]): Promise<void> {
  await groupByHand(device.db, storyId, await Promise.all(papers.map((paper) => idOn(device, paper))));
}

/** The user's decisions on a device, with papers instead of ids. */
async function decided({ db }: TestDevice): Promise<Partial<StoryRow>[]> {
  const papers = new Map((await db.articles.toArray()).map(({ id, host }) => [id, host.split('.')[0] ?? '']));
  return mergeDecisions(await db.stories.toArray()).rows.map(({ title, members }) => ({
    title,
    members: Object.fromEntries(
      Object.entries(members)
        .map(([id, isMember]) => [papers.get(id) ?? id, isMember] as const)
        .sort(),
    ),
  }));
}

describe('decisions about stories', () => {
  it('come to the other device, with its own ids of the articles', async () => {
    const { a, b } = await shared();
    await group(a, 'wall', ['north', 'south']);
    await renameStory('wall', 'The wall', a.db);
    await settle([a, b]);
    expect(await decided(b)).toEqual([{ title: 'The wall', members: { north: true, south: true } }]);
    expect(await b.db.storyQueue.count()).toBeGreaterThan(0);
  });

  it('of two devices about different articles of one story are both kept', async () => {
    const { a, b } = await shared();
    await group(a, 'wall', ['north', 'south']);
    await renameStory('wall', 'The wall', a.db);
    await settle([a, b]);
    await group(b, 'wall', ['north', 'south']);
    await removeFromStory([await idOn(a, 'south')], a.db);
    await addToStory('wall', [await idOn(b, 'east')], b.db);
    await settle([a, b]);
    const expected = [{ title: 'The wall', members: { east: true, north: true, south: false } }];
    expect(await decided(a)).toEqual(expected);
    expect(await decided(b)).toEqual(expected);
  });

  it('of two devices about one story with two ids are both kept', async () => {
    const { a, b } = await shared();
    await group(a, 'one', ['north', 'south']);
    await group(b, 'two', ['south', 'east']);
    await renameStory('one', 'The quay', a.db);
    await moment();
    await renameStory('two', 'The wall', b.db);
    await settle([a, b]);
    const expected = [{ title: 'The wall', members: { east: true, north: true, south: true } }];
    expect(await decided(a)).toEqual(expected);
    expect(await decided(b)).toEqual(expected);
  });

  it('of two devices that put one article into different stories: both have it in the later one', async () => {
    const { a, b } = await shared();
    for (const paper of ['west', 'port']) await saveHarbour(a, { url: `https://${paper}.example/harbour` });
    await group(a, 'wall', ['north', 'west']);
    await group(a, 'ferry', ['south', 'port']);
    await renameStory('wall', 'The wall', a.db);
    await renameStory('ferry', 'The ferry', a.db);
    await settle([a, b]);
    await addToStory('wall', [await idOn(a, 'east')], a.db);
    await moment();
    await addToStory('ferry', [await idOn(b, 'east')], b.db);
    await settle([a, b]);
    for (const device of [a, b]) {
      await placeStories(async () => undefined, device.db);
      expect((await device.db.storyArticles.get(await idOn(device, 'east')))?.storyId).toBe('ferry');
    }
    expect(await decided(a)).toEqual(await decided(b));
  });

  it.each(['the one that keeps it', 'the one that removes it'])(
    'of two devices about one article: %s holds, if it is the later one',
    async (later) => {
      const { a, b } = await shared();
      await group(a, 'wall', ['north', 'south']);
      await renameStory('wall', 'The wall', a.db);
      await settle([a, b]);
      await group(b, 'wall', ['north', 'south', 'east']);
      const isKept = later === 'the one that keeps it';
      const keep = async () => addToStory('wall', [await idOn(a, 'east')], a.db);
      const remove = async () => removeFromStory([await idOn(b, 'east')], b.db);
      await (isKept ? remove : keep)();
      await moment();
      await (isKept ? keep : remove)();
      await settle([a, b]);
      const expected = [{ title: 'The wall', members: { east: isKept, north: true, south: true } }];
      expect(await decided(a)).toEqual(expected);
      expect(await decided(b)).toEqual(expected);
    },
  );

  it('of two devices, one that merges two stories and one that splits them: both have the same ones', async () => {
    const { a, b } = await shared();
    await saveHarbour(a, { url: 'https://west.example/harbour' });
    await settle([a, b]);
    await group(a, 'wall', ['north', 'south']);
    await group(a, 'ferry', ['east', 'west']);
    await renameStory('wall', 'The wall', a.db);
    await renameStory('ferry', 'The ferry', a.db);
    await settle([a, b]);
    await group(b, 'wall', ['north', 'south']);
    await group(b, 'ferry', ['east', 'west']);
    await mergeStories(['wall', 'ferry'], a.db);
    await moment();
    await splitStory([await idOn(b, 'west')], b.db);
    await settle([a, b]);
    const storiesOn = async (device: TestDevice): Promise<(string | null | undefined)[]> => {
      await placeStories(async () => undefined, device.db);
      const papers = [...PAPERS, 'west'];
      const ids = await Promise.all(papers.map((paper) => idOn(device, paper)));
      return (await device.db.storyArticles.bulkGet(ids)).map((row) => row?.storyId);
    };
    const [north, south, east, west] = await storiesOn(a);
    expect(await storiesOn(b)).toEqual([north, south, east, west]);
    expect(await decided(b)).toEqual(await decided(a));
    expect([north, south]).toEqual(['wall', 'wall']);
    // It was split last.
    expect([north, south, east, null]).not.toContain(west);
  });

  it('are undone on the other device, too', async () => {
    const { a, b } = await shared();
    await group(a, 'wall', ['north', 'south']);
    await renameStory('wall', 'The wall', a.db);
    await settle([a, b]);
    const undo = await removeFromStory([await idOn(a, 'south')], a.db);
    await settle([a, b]);
    expect(await decided(b)).toMatchObject([{ members: { south: false } }]);
    await moment();
    await undoStoryDecision(undo, a.db);
    await settle([a, b]);
    expect(await decided(b)).toMatchObject([{ members: { north: true, south: true } }]);
  });

  it('wait for an article that has not arrived, and forget one that is deleted', async () => {
    const { a, b } = await shared();
    await group(a, 'wall', ['north', 'south']);
    await renameStory('wall', 'The wall', a.db);
    await settle([a, b]);
    const south = await idOn(b, 'south');
    const [row] = await b.db.stories.toArray();
    const name = (await b.db.syncRecords.where('local').equals(`article ${south}`).first())?.key ?? '';
    // As when the story came first.
    await b.db.stories.put({
      ...(row as StoryRow),
      members: { [name]: true, [await idOn(b, 'north')]: true },
    });
    await settle([a, b]);
    expect(await decided(b)).toMatchObject([{ members: { north: true, south: true } }]);
    expect(await decided(a)).toEqual(await decided(b));
    await deleteArticles([south], b.db);
    await purgeArticles([south], b.db);
    await settle([a, b]);
    expect(await decided(a)).toMatchObject([{ members: { north: true } }]);
    expect(JSON.stringify(await a.db.syncRecords.toArray())).not.toContain('south');
    await changeTags([await idOn(a, 'north')], { tagsToAdd: ['sea'] }, a.db);
    await settle([a, b]);
    expect(await decided(b)).toEqual(await decided(a));
  });
});
