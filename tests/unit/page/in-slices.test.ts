// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { extractArticle } from '../../../utils/article/extract-article.ts';
import { extractInSlices } from '../../../utils/article/extract-in-slices.ts';
import { ARTICLE_URL, makeArticle, paragraphs, parsePage, prose } from '../article/make-page.ts';

/** A clock on which every look takes longer than a slice: the work rests wherever it may. */
function slowClock(): () => number {
  let ms = 0;
  return () => (ms += 100);
}

const readSlowly = (page: Document, pause: () => Promise<void> = async () => undefined) =>
  extractInSlices(page, ARTICLE_URL, {}, { now: slowClock(), pause });

/** Long enough for the walk to rest in the midst of it. */
const LONG = 250;

it('reading in slices gives what reading at once gives', async () => {
  const page = parsePage(makeArticle({ body: paragraphs(LONG) }));
  let pauses = 0;
  const extraction = await readSlowly(page, async () => {
    pauses += 1;
  });
  expect(pauses).toBeGreaterThan(3);
  expect(extraction).toEqual(extractArticle(page, ARTICLE_URL));
});

it('reading in slices does not let go of a page that is read in one slice', async () => {
  const page = parsePage(makeArticle());
  const pause = () => Promise.reject(new Error('there is no need to rest'));
  const extraction = await extractInSlices(page, ARTICLE_URL, {}, { now: () => 0, pause });
  expect(extraction?.article.text).toBe(prose(5).join('\n\n'));
});

const changes: [string, (page: Document) => void][] = [
  ['lost a paragraph', (page) => page.querySelector('.article-body p')?.remove()],
  [
    'was put in anew',
    (page) => page.querySelector('main')?.replaceWith(page.querySelector('main')?.cloneNode(true) ?? ''),
  ],
  [
    'got a paragraph',
    (page) =>
      page
        .querySelector('.article-body')
        ?.append(Object.assign(page.createElement('p'), { textContent: prose(1)[0] })),
  ],
];
it.each(changes)('reading in slices reads anew what %s meanwhile', async (_, change) => {
  for (const at of [1, 3, 6]) {
    const page = parsePage(makeArticle({ body: paragraphs(LONG) }));
    let pauses = 0;
    const extraction = await readSlowly(page, async () => {
      if (++pauses === at) change(page);
    });
    expect(extraction, `pause ${at}`).toEqual(extractArticle(page, ARTICLE_URL));
  }
});

it('reading in slices takes no notice of what changes elsewhere', async () => {
  const page = parsePage(makeArticle({ body: paragraphs(LONG), after: '<div id="clock">12:00</div>' }));
  let pauses = 0;
  const extraction = await readSlowly(page, async () => {
    const clock = page.getElementById('clock');
    if (clock !== null) clock.textContent = `12:${++pauses}`;
  });
  expect(extraction?.article.text).toBe(prose(LONG).join('\n\n'));
});
