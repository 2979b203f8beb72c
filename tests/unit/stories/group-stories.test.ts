import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runInSlices } from '../../../utils/page/in-slices.ts';
import { MAX_STORY_ARTICLES } from '../../../utils/stories/cluster.ts';
import {
  groupStories,
  placeArticles,
  placeInSteps,
  storyTitle,
} from '../../../utils/stories/group-stories.ts';
import { profileArticle } from '../../../utils/stories/profile.ts';
import { MAX_PAIR_DAYS } from '../../../utils/stories/story-index.ts';
import type { StoryPlacement, StoryProfile, StoryRow } from '../../../utils/stories/story-types.ts';
import { LONG } from '../../long.ts';
import { DAY, inventLibrary, inventProfile, inventWord } from './invented-news.ts';

const RUNS = { numRuns: LONG ? 200 : 6 };
const NONE: ReadonlyMap<string, string | null> = new Map();

const toMap = (placements: readonly StoryPlacement[]): Map<string, string | null> =>
  new Map(placements.map(({ articleId, storyId }) => [articleId, storyId]));

const row = (id: string, members: Record<string, boolean>, updatedAt = 1): StoryRow => ({
  ...{ id, title: null, members, createdAt: 1, updatedAt },
});

/** Saves articles one after the other. */
function save(profiles: readonly StoryProfile[], rows: readonly StoryRow[] = []): Map<string, string | null> {
  const stories = new Map<string, string | null>();
  for (const [at, { articleId }] of profiles.entries())
    for (const placed of placeArticles([articleId], profiles.slice(0, at + 1), stories, rows))
      stories.set(placed.articleId, placed.storyId);
  return stories;
}

/** Whether each pair of articles is together, as text, whatever the ids of the stories. */
function partition(stories: ReadonlyMap<string, string | null>): string[] {
  const members = new Map<string, string[]>();
  for (const [id, story] of stories) {
    const key = story ?? `alone ${id}`;
    members.set(key, [...(members.get(key) ?? []), id]);
  }
  return [...members.values()].map((ids) => ids.sort().join(' ')).sort();
}

const library = fc.integer({ min: 0, max: 10_000 }).map((seed) => inventLibrary(25, seed));

describe('grouping', () => {
  it('finds the articles of an event, and leaves the others alone', () => {
    const articles = inventLibrary(60, 3);
    const stories = toMap(groupStories(articles.map(inventProfile), NONE, []));
    let [found, all] = [0, 0];
    for (const a of articles)
      for (const b of articles) {
        if (a.id >= b.id) continue;
        const isTogether = stories.get(a.id) !== null && stories.get(a.id) === stories.get(b.id);
        if (a.event !== b.event) expect(isTogether, `${a.id} ${b.id}`).toBe(false);
        else [found, all] = [found + Number(isTogether), all + 1];
      }
    expect(found / all).toBeGreaterThan(0.9);
  });

  it('finds the articles of an event if all articles have the same date', () => {
    const articles = inventLibrary(60, 3).map((one) => ({ ...one, day: 0 }));
    const profiles = articles.map(inventProfile);
    const stories = toMap(groupStories(profiles, NONE, []));
    const together = articles.filter(
      ({ id, event }) =>
        stories.get(id) !== null && articles.some((one) => one.event === event && one.id !== id),
    );
    const members = articles.filter(({ id, event }) =>
      articles.some((one) => one.event === event && one.id !== id),
    );
    expect(together.length / members.length).toBeGreaterThan(0.9);
    for (const [a, b] of together.map((one) => [one, together.find(({ id }) => id === stories.get(one.id))]))
      expect(b?.event).toBe(a?.event);
  });

  it('does not depend on the order of the articles', () => {
    fc.assert(
      fc.property(library, fc.infiniteStream(fc.nat()), (articles, numbers) => {
        const profiles = articles.map(inventProfile);
        const shuffled = profiles
          .map((profile) => [numbers.next().value, profile] as const)
          .sort(([x], [y]) => x - y)
          .map(([, profile]) => profile);
        const inOrder = toMap(groupStories(profiles, NONE, []));
        expect(new Map([...toMap(groupStories(shuffled, NONE, []))].sort())).toEqual(
          new Map([...inOrder].sort()),
        );
      }),
      RUNS,
    );
  });

  it('depends on the order of saving only in the ids, and for at most one article in ten', () => {
    fc.assert(
      fc.property(library, (articles) => {
        const profiles = articles.map(inventProfile);
        const forwards = partition(save(profiles));
        const backwards = partition(save(profiles.toReversed()));
        const moved = forwards
          .filter((group) => !backwards.includes(group))
          .flatMap((group) => group.split(' '));
        expect(moved.length).toBeLessThanOrEqual(profiles.length / 10);
      }),
      { numRuns: LONG ? 50 : 2 },
    );
  });

  it('moves no article of another story if one is deleted', () => {
    fc.assert(
      fc.property(library, fc.nat(), (articles, number) => {
        const profiles = articles.map(inventProfile);
        const stories = toMap(groupStories(profiles, NONE, []));
        const gone = articles[number % articles.length]?.id ?? '';
        const kept = profiles.filter(({ articleId }) => articleId !== gone);
        const moved = placeArticles([gone], kept, stories, []);
        for (const { articleId } of moved) expect(stories.get(articleId)).toBe(stories.get(gone));
      }),
      RUNS,
    );
  });

  it('keeps the id of a story when an earlier article comes to it', () => {
    const two = [1, 2].map((i) => inventProfile({ id: `late-${i}`, event: 1, day: 5 }));
    const rest = inventLibrary(20, 1).map((one) => inventProfile({ ...one, event: one.event + 10 }));
    const before = toMap(groupStories([...rest, ...two], NONE, []));
    expect(before.get('late-2')).toBe('late-1');
    const early = inventProfile({ id: 'early', event: 1, day: 4 });
    const after = placeArticles(['early'], [...rest, ...two, early], before, []);
    expect(after).toEqual([expect.objectContaining({ articleId: 'early', storyId: 'late-1' })]);
    expect(after[0]?.confidence).toBeGreaterThan(0.8);
  });

  it('makes no story of a topic that goes on for two months', () => {
    // Each day has half of its words in common with the day before.
    const topic = Array.from({ length: 60 }, (_, day) => {
      const own = (): string =>
        `${inventWord(3000 + 8 * day)} ${inventWord(3004 + 8 * day)} ${inventWord(3008 + 8 * day)} ${inventWord(3012 + 8 * day)}`;
      return profileArticle({
        ...{
          id: `t${String(day).padStart(2, '0')}`,
          title: own(),
          text: `${own()} ${own()} ${own()}`,
          lang: 'en',
        },
        ...{ publishedTime: day * DAY, addresses: [], linkedAddresses: [], quotes: [] },
      });
    });
    const rest = inventLibrary(40, 2).map(inventProfile);
    const days = new Map<string, number[]>();
    for (const { articleId, storyId } of groupStories([...topic, ...rest], NONE, []))
      if (storyId !== null && articleId.startsWith('t'))
        days.set(storyId, [...(days.get(storyId) ?? []), Number(articleId.slice(1))]);
    for (const some of days.values())
      expect(Math.max(...some) - Math.min(...some)).toBeLessThanOrEqual(MAX_PAIR_DAYS);
  });

  it('groups articles in two scripts by their names', () => {
    const english =
      'Today the mayor Ines Calloway met Viktor Dragunov and Boris Petrenko near Zagrodina about 4711 cranes.';
    const russian =
      'Сегодня мэр Инес Каллоуэй встретила Виктора Драгунова и Бориса Петренко в городе Загродина, 4711 кранов.';
    const write = (id: string, lang: string, text: string): StoryProfile =>
      profileArticle({
        ...{ id, title: null, text, lang, publishedTime: Date.parse('2026-03-05') },
        ...{ addresses: [], linkedAddresses: [], quotes: [] },
      });
    const two = [write('en', 'en', english), write('ru', 'ru', russian)];
    const rest = inventLibrary(60, 4).map((one) =>
      inventProfile({ ...one, lang: one.event % 2 ? 'ru' : 'en' }),
    );
    const stories = toMap(groupStories([...rest, ...two], NONE, []));
    expect(stories.get('en')).toBe(stories.get('ru'));
    expect(stories.get('en')).toBe('en');
  });

  it('is the same in slices, and can be stopped', async () => {
    const profiles = inventLibrary(30, 5).map(inventProfile);
    const changed = profiles.map(({ articleId }) => articleId);
    let pauses = 0;
    const inSlices = await runInSlices(placeInSteps(changed, profiles, NONE, []), {
      now: () => pauses * 1000 + performance.now() * 50,
      pause: async () => {
        pauses += 1;
      },
    });
    expect(toMap(inSlices)).toEqual(toMap(groupStories(profiles, NONE, [])));
    expect(pauses).toBeGreaterThan(1);
    const stop = (): Promise<void> => Promise.reject(new Error('stopped'));
    await expect(
      runInSlices(placeInSteps(changed, profiles, NONE, []), {
        now: () => performance.now() * 50,
        pause: stop,
      }),
    ).rejects.toThrow('stopped');
  });

  it('limits a story of one page that was saved many times', () => {
    const copies = Array.from({ length: 100 }, (_, i) => ({
      ...inventProfile({ id: 'copy', event: 1, day: 1 }),
      articleId: `copy-${i}`,
    }));
    const rest = inventLibrary(60, 6).map((one) => inventProfile({ ...one, event: one.event + 10 }));
    const sizes = new Map<string, number>();
    for (const { storyId } of groupStories([...copies, ...rest], NONE, []))
      if (storyId !== null) sizes.set(storyId, (sizes.get(storyId) ?? 0) + 1);
    expect(Math.max(...sizes.values())).toBeLessThanOrEqual(MAX_STORY_ARTICLES);
  });

  it.each([
    ['no articles', []],
    ['one article', [inventProfile({ id: 'a', event: 1, day: 1 })]],
    [
      'two empty articles',
      ['a', 'b'].map((id) =>
        profileArticle({
          id,
          title: '',
          text: '',
          lang: null,
          publishedTime: 0,
          addresses: [],
          linkedAddresses: [],
          quotes: [],
        }),
      ),
    ],
  ])('leaves %s alone', (_, profiles) => {
    for (const { storyId } of groupStories(profiles, NONE, [])) expect(storyId).toBeNull();
    expect(placeArticles(['gone'], profiles, NONE, [])).toEqual([]);
  });
});

describe('decisions of the user', () => {
  const decisions = fc.array(
    fc.record({
      id: fc.constantFrom('e0-0', 'e1-0', 'e2-0', 'own-1', 'own-2'),
      members: fc.dictionary(
        fc.constantFrom('e0-0', 'e0-1', 'e1-0', 'e1-1', 'e2-0', 'e2-1', 'e3-0'),
        fc.boolean(),
      ),
      updatedAt: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 5 },
  );
  const uniqueRows = (
    given: { id: string; members: Record<string, boolean>; updatedAt: number }[],
  ): StoryRow[] =>
    [...new Map(given.map((one) => [one.id, one])).values()].map(({ id, members, updatedAt }) =>
      row(id, members, updatedAt),
    );

  /** The story in which a user keeps an article: of several, the one decided last, then the one with the larger id. */
  const keptIn = (articleId: string, rows: readonly StoryRow[]): string | undefined =>
    rows
      .filter(({ members }) => members[articleId] === true)
      .sort((x, y) => y.updatedAt - x.updatedAt || (x.id < y.id ? 1 : -1))[0]?.id;

  function expectHeld(stories: ReadonlyMap<string, string | null>, rows: readonly StoryRow[]): void {
    for (const [articleId, storyId] of stories) {
      const kept = keptIn(articleId, rows);
      if (kept !== undefined) expect(storyId, articleId).toBe(kept);
      else
        for (const { id, members } of rows)
          if (members[articleId] === false) expect(storyId, articleId).not.toBe(id);
    }
  }

  it('always hold in a whole library', () => {
    fc.assert(
      fc.property(library, decisions, (articles, given) => {
        const rows = uniqueRows(given);
        const profiles = articles.map(inventProfile);
        expectHeld(toMap(groupStories(profiles, NONE, rows)), rows);
        expectHeld(toMap(groupStories(profiles, toMap(groupStories(profiles, NONE, [])), rows)), rows);
      }),
      RUNS,
    );
  });

  it('always hold when single articles are placed', () => {
    fc.assert(
      fc.property(library, decisions, (articles, given) => {
        const rows = uniqueRows(given);
        const profiles = articles.map(inventProfile);
        const stories = toMap(groupStories(profiles, NONE, []));
        const changed = rows.flatMap(({ members }) => Object.keys(members));
        for (const { articleId, storyId } of placeArticles(changed, profiles, stories, rows))
          stories.set(articleId, storyId);
        const decided = new Map([...stories].filter(([id]) => changed.includes(id)));
        expectHeld(decided, rows);
      }),
      RUNS,
    );
  });

  const rest = inventLibrary(30, 8).map((one) => inventProfile({ ...one, event: one.event + 10 }));
  const event = [0, 1, 2].map((i) => inventProfile({ id: `q${i}`, event: 1, day: 5 }));
  const other = inventProfile({ id: 'other', event: 2, day: 5 });
  const all = [...rest, ...event, other];
  const before = toMap(groupStories(all, NONE, []));

  it.each<[string, StoryRow[], Record<string, string | null>]>([
    [
      'add an article to a story',
      [row('q0', { other: true })],
      { q0: 'q0', q1: 'q0', q2: 'q0', other: 'q0' },
    ],
    ['remove one', [row('q0', { q1: false })], { q0: 'q0', q1: null, q2: 'q0', other: null }],
    ['remove the first one', [row('q0', { q0: false })], { q0: null, q1: 'q0', q2: 'q0' }],
    [
      'split it',
      [row('mine', { q1: true, q2: true }), row('q0', { q1: false, q2: false })],
      { q1: 'mine', q2: 'mine' },
    ],
    ['keep one that stands alone', [row('mine', { other: true })], { other: 'mine', q0: 'q0' }],
    [
      'decide on two devices: the later decision counts',
      [row('mine', { q1: true }, 5), row('q0', { q1: true }, 4)],
      { q0: 'q0', q1: 'mine', q2: 'q0' },
    ],
  ])('%s', (_, rows, expected) => {
    const whole = toMap(groupStories(all, before, rows));
    const placed = new Map(before);
    const changed = rows.flatMap(({ members }) => Object.keys(members));
    for (const { articleId, storyId } of placeArticles(changed, all, before, rows))
      placed.set(articleId, storyId);
    for (const [id, story] of Object.entries(expected)) {
      expect(whole.get(id), id).toBe(story);
      expect(placed.get(id), id).toBe(story);
    }
  });
});

describe('the title', () => {
  it.each([
    ['', []],
    ['Breakwater vote', ['Breakwater vote']],
    [
      'Council votes for breakwater',
      [
        'What a night',
        'Council votes for breakwater',
        'Breakwater: council votes in favour of it after a long night of talks',
      ],
    ],
    ['Ferry sinks', [' ', 'Ferry sinks', 'Nine rescued']],
  ])('chooses “%s”', (title, titles) => {
    expect(storyTitle(titles)).toBe(title);
  });
});
