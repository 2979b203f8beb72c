import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageReport, SaveOutcome } from '../../utils/messaging/protocol.ts';
import type { Way } from '../fixtures/living/application.ts';
import { SOUNDER } from '../fixtures/living/site.ts';
import { STORIES, type StoryName } from '../fixtures/living/stories.ts';
import { readSaved, saveNow } from './harness/saves.ts';
import { Session, type Tab } from './harness/session.ts';
import { waitFor } from './harness/wait-for.ts';

let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
});
afterAll(() => session.close());

/** The story that a text is of; null where it has words of more than one, or of none. */
function storyIn(text: string): StoryName | null {
  const names = (Object.keys(STORIES) as StoryName[]).filter((name) =>
    STORIES[name].paragraphs.some((paragraph) => text.includes(paragraph.slice(0, 60))),
  );
  return names.length === 1 ? (names[0] ?? null) : null;
}

const isOf = (address: string, story: StoryName | null): boolean => story !== null && address.endsWith(story);

/** Whether headline, text and address of a report belong together, or it says that they do not. */
function isTrue({ article, isStale }: PageReport): boolean {
  if (article === null || isStale === true) return true;
  const story = storyIn(article.text);
  return isOf(article.url, story) && story !== null && article.title === STORIES[story].title;
}

const move = (tab: Tab, name: StoryName, late: number, way: Way): Promise<unknown> =>
  tab.page.evaluate(`go('${name}', ${late}, '${way}')`);

const openStory = async (address: string, title: string): Promise<Tab> => {
  const tab = await session.visit(address);
  await session.report(tab, ({ article }) => article?.title === title);
  return tab;
};

describe('an application whose address and text change at different times', () => {
  const CASES: readonly (readonly [Way, number])[] = [
    ['keep', 300],
    ['keep', 3000],
    // An address is waited for no longer than ten seconds, and the clocks of pages at the back are slow by one.
    ['keep', 8000],
    ['blank', 3000],
    ['head', 3000],
    ['part', 3000],
    ['first', 900],
  ];
  let tabs: Tab[];

  it('is never said to show one story under the address of another', async () => {
    tabs = [];
    for (const _ of CASES) tabs.push(await openStory(`${SOUNDER}/app/lantern`, STORIES.lantern.title));
    const follow = async (tab: Tab, way: Way, late: number): Promise<string[]> => {
      const wrong: string[] = [];
      await move(tab, 'orchard', late, way);
      const arrived = (report: PageReport | null): boolean =>
        report?.isStale !== true && report?.article?.title === STORIES.orchard.title;
      await waitFor(`“${way}” after ${late} ms to be read`, async () => {
        const report = await session.extension.askTab(tab.id, 'page/report', { html: false, isFresh: true });
        if (report !== null && !isTrue(report))
          wrong.push(`${way} ${late}: ${report.article?.url} ${report.article?.title}`);
        return arrived(report) && isOf(report?.url ?? '', 'orchard') && report?.article?.url === report?.url;
      });
      return wrong;
    };
    const found = await Promise.all(
      tabs.map((tab, at) => follow(tab, CASES[at]?.[0] ?? 'keep', CASES[at]?.[1] ?? 0)),
    );
    expect(found.flat()).toEqual([]);
  });

  it('is saved as what it shows, or not at all', async () => {
    const before = await saveNow(session, tabs[0] as Tab);
    expect(before).toMatchObject({ ok: true, url: `${SOUNDER}/app/orchard` });
    const ways: readonly (readonly [Way, number])[] = [
      ['keep', 300],
      ['keep', 7000],
      ['head', 2000],
      ['part', 2000],
      ['blank', 2000],
      ['first', 600],
    ];
    const outcomes = await Promise.all(
      ways.map(async ([way, late], at): Promise<SaveOutcome> => {
        const tab = tabs[at] as Tab;
        await move(tab, 'ferry', late, way);
        return saveNow(session, tab);
      }),
    );
    for (const [at, outcome] of outcomes.entries()) {
      const way = ways[at]?.join(' ');
      if (!outcome.ok) expect([way, outcome.code]).toEqual([way, 'stillLoading']);
      else {
        const text = await readSaved(session, outcome);
        expect([way, isOf(outcome.url, storyIn(text)), outcome.isSeparate]).toEqual([way, true, undefined]);
      }
    }
    // What was saved before is as it was.
    expect(storyIn(await readSaved(session, before))).toBe('orchard');
  });
});

describe('an application that keeps its address behind #', () => {
  it('has each story saved under its own address', async () => {
    const tab = await openStory(`${SOUNDER}/hash#/lantern`, STORIES.lantern.title);
    const first = await saveNow(session, tab);
    expect(first).toMatchObject({ ok: true, url: `${SOUNDER}/hash#/lantern` });
    await move(tab, 'ferry', 2000, 'keep');
    // A save waits for the text, but not for long; a user who is told that it is still loading asks again.
    const second = await waitFor('the story to be saved', async () => {
      const outcome = await saveNow(session, tab);
      return (outcome.ok || outcome.code !== 'stillLoading') && outcome;
    });
    expect(second).toMatchObject({ ok: true, updated: false, url: `${SOUNDER}/hash#/ferry` });
    expect(storyIn(await readSaved(session, first))).toBe('lantern');
    expect(storyIn(await readSaved(session, second))).toBe('ferry');
    const popup = await session.popup(tab);
    await popup.find('button', /^Saved$/);
    await popup.page.close();
  });
});
