// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { hidePending, undoInlineChange } from '../../../../utils/clutter/hide/hide-element.ts';
import { findEarlyBlocks, mayContainArticle } from '../../../../utils/clutter/rules/early-blocks.ts';
import { createRule } from '../../../../utils/clutter/rules/user-rules.ts';

const CAM = '<aside class="harbour-cam"><h3>Watch the harbour</h3></aside>';
const LETTER = '<div class="tide-letter is-open"><p>Sign up</p></div>';

function page(html: string): HTMLElement {
  document.body.innerHTML = `<main id="main"><p>Three boats came in.</p></main>${html}`;
  return document.body;
}
const find = (selector: string): Element => {
  const element = document.querySelector(selector);
  if (element === null) throw new Error(selector);
  return element;
};

it('finds what a rule hides, in all that was put in or as it alone', () => {
  page(CAM + LETTER);
  const rules = [createRule(find('aside'), 'hide'), createRule(find('.tide-letter'), 'hide')];
  page(`<div id="late">${CAM}${LETTER.replace('is-open', 'is-shut')}</div>`);
  expect(findEarlyBlocks(find('#late'), rules)).toEqual([find('aside'), find('.tide-letter')]);
  expect(findEarlyBlocks(find('aside'), rules)).toEqual([find('aside')]);
  expect(findEarlyBlocks(find('main'), rules)).toEqual([]);
});

it('leaves what needs words, what the user keeps, and what holds the page', () => {
  page(CAM + CAM.replace('Watch', 'Hear'));
  const wordy = createRule(find('aside'), 'hide');
  expect(wordy.text).toBe('alike');
  expect(findEarlyBlocks(document.body, [wordy])).toEqual([]);

  page(CAM);
  const hide = createRule(find('aside'), 'hide');
  const keep = createRule(find('aside'), 'keep');
  expect(findEarlyBlocks(document.body, [hide])).toHaveLength(1);
  expect(findEarlyBlocks(document.body, [hide, keep])).toEqual([]);

  page(`<aside class="harbour-cam"><h1>Three boats came in</h1></aside>`);
  expect(findEarlyBlocks(document.body, [hide])).toEqual([]);
  page(`<aside class="harbour-cam">${'Three boats came in. '.repeat(100)}</aside>`);
  expect(mayContainArticle(find('aside'))).toBe(true);
  expect(findEarlyBlocks(document.body, [hide])).toEqual([]);
});

it('takes out of sight without hiding, and leaves the style as it was, byte for byte', () => {
  page(
    '<aside class="harbour-cam" style="margin:1px;  padding : 2px">x</aside><aside class="other">y</aside>',
  );
  for (const element of document.querySelectorAll('aside')) {
    const before = element.getAttribute('style');
    const change = hidePending(element);
    expect(element.getAttribute('style')).toContain('position: absolute !important');
    // Whoever reads the page by its styles takes it for visible.
    expect(element.getAttribute('style')).not.toMatch(/display|visibility/);
    if (change !== null) undoInlineChange(change);
    expect(element.getAttribute('style')).toBe(before);
  }
});
