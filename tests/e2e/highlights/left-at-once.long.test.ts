import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Way } from '../../fixtures/living/application.ts';
import { SOUNDER } from '../../fixtures/living/site.ts';
import { STORIES, type StoryName } from '../../fixtures/living/stories.ts';
import { Session, type Tab } from '../harness/session.ts';
import { clickInToast } from '../harness/toast.ts';
import { waitFor } from '../harness/wait-for.ts';
import { selectByHand } from './in-page.ts';

let session: Session;
let tab: Tab;

beforeAll(async () => {
  session = await Session.borrow();
  tab = await session.visit(`${SOUNDER}/app/orchard`);
  await session.report(tab, shows('orchard'));
  await session.save(tab);
  // From here on it is one document.
  await goTo('lantern');
  await session.save(tab);
});
afterAll(() => session.close());

type Report = Awaited<ReturnType<Session['report']>>;

const shows =
  (name: StoryName) =>
  ({ article, isStale, url }: Report): boolean =>
    isStale !== true && article?.title === STORIES[name].title && url.endsWith(name);

async function goTo(name: StoryName): Promise<void> {
  await tab.page.evaluate(`go('${name}', 0, 'first')`);
  await session.report(tab, shows(name));
}

/** Has the application go on so many ms after the next event of a type, whatever that is meant for; 0: at once. */
const goOnAfter = (type: 'pointerdown' | 'click', ms: number, go: string): Promise<unknown> =>
  tab.page.evaluate(
    `addEventListener('${type}', () => ${ms === 0 ? go : `setTimeout(() => ${go}, ${ms})`}, { capture: true, once: true })`,
  );

/** All highlights there are: `title: words`. */
async function highlights(): Promise<string[]> {
  const library = await session.screen('library.html');
  const found = await library.page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('offprint');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const asking = opening.result.transaction(['articles', 'highlights']);
          const articles = asking.objectStore('articles').getAll();
          const rows = asking.objectStore('highlights').getAll();
          asking.oncomplete = () => {
            opening.result.close();
            const titleOf = (id: string): string =>
              (articles.result as { id: string; title: string }[]).find((one) => one.id === id)?.title ?? '';
            resolve(
              (rows.result as { articleId: string; text: string }[]).map(
                ({ articleId, text }) => `${titleOf(articleId)}: ${text}`,
              ),
            );
          };
        };
      }),
  );
  await library.page.close();
  await tab.page.bringToFront();
  return found.sort();
}

const CASES: readonly (readonly [words: string, ms: number, late: number, way: Way])[] = [
  ['harbour office', 1, 3000, 'keep'],
  ['Four volunteers', 20, 0, 'first'],
  ['first appointment', 60, 300, 'blank'],
  ['bank of shingle', 150, 3000, 'head'],
  ['two museums', 400, 300, 'part'],
];

it('a highlight stays with its article when the application goes on right after it', async () => {
  const wanted = CASES.map(([words]) => `${STORIES.lantern.title}: ${words}`).sort();
  for (const [words, ms, late, way] of CASES) {
    await selectByHand(tab, words);
    await goOnAfter('click', ms, `go('orchard', ${late}, '${way}')`);
    await clickInToast(session, tab, 'Highlight in green');
    await session.report(tab, shows('orchard'));
    await goTo('lantern');
  }
  let kept: string[] = [];
  await waitFor('all of them', async () => {
    kept = await highlights();
    return kept.length >= wanted.length;
  }).catch(() => null);
  expect(kept).toEqual(wanted);
});

it.each(['orchard', 'ferry'] as const)(
  'nor has the next story, “%s”, words that were pressed as it came',
  async (next) => {
    const before = await highlights();
    for (const [type, late, way] of [
      ['pointerdown', 3000, 'keep'],
      ['click', 0, 'keep'],
      ['click', 0, 'first'],
    ] as const) {
      await selectByHand(tab, 'retired postman');
      await goOnAfter(type, 0, `go('${next}', ${late}, '${way}')`);
      await clickInToast(session, tab, 'Highlight in green');
      await session.report(tab, shows(next));
      await goTo('lantern');
    }
    // What is kept, is kept by then.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const made = (await highlights()).filter((one) => !before.includes(one));
    expect(made.filter((one) => !one.startsWith(STORIES.lantern.title))).toEqual([]);
  },
);
