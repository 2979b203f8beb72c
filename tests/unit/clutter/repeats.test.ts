// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { findClutter } from '../../../utils/clutter/find/find-clutter.ts';
import { articlePage, PARAGRAPHS } from './article-page.ts';

// Named for what it is, without a word that says it: a point short of being clutter by the page alone.
const WEAK = '<div class="newsletter-note overlay"><p>From the harbour office, every Friday.</p></div>';
const hidden = (repeats?: (element: Element) => number): string[] => {
  document.body.innerHTML = articlePage({ after: WEAK });
  const found = findClutter(document, {
    kept: () => [...document.querySelectorAll('.story-text > p, h1')],
    ...(repeats === undefined ? {} : { repeats }),
  });
  return found.map(({ element }) => element.className);
};

it('decides by other pages of the site where the page itself falls just short', () => {
  expect(hidden()).toEqual([]);
  expect(hidden(() => 1)).toEqual([]);
  expect(hidden((element) => (element.classList.contains('overlay') ? 2 : 0))).toEqual([
    'newsletter-note overlay',
  ]);
});

it('hides no word of the article, however often it was met', () => {
  hidden(() => 50);
  const found = findClutter(document, { repeats: () => 50 });
  for (const { element } of found) {
    for (const paragraph of PARAGRAPHS) expect(element.textContent).not.toContain(paragraph);
  }
});
