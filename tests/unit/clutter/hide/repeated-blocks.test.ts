// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest';
import { type Clearing, startClearing } from '../../../../utils/clutter/hide/start-clearing.ts';
import { eventually } from '../../eventually.ts';
import { articlePage, DEFAULT_KINDS, visibleText } from '../article-page.ts';

const BOX =
  '<aside class="newsletter-box"><h3>Sign up for our newsletter</h3><form><input type="email"><button>Sign up</button></form></aside>';

let controller = new AbortController();
afterEach(() => controller.abort());

function clear(html: string): Clearing {
  controller = new AbortController();
  document.body.innerHTML = html;
  return startClearing(document, {
    kinds: DEFAULT_KINDS,
    getExtracted: () => [...document.querySelectorAll('.story-text > p, h1')],
    onChange: () => undefined,
    signal: controller.signal,
  });
}

const boxes = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.newsletter-box')];
const countSeen = (): number => visibleText(document.body).split('Sign up for our newsletter').length - 1;

/** A page that puts its box in again each time it is hidden, until it is there so many times. */
async function putInAgain(times: number): Promise<void> {
  const observer = new MutationObserver(() => {
    const isHidden = boxes().every((box) => box.style.display === 'none');
    if (isHidden && boxes().length < times) document.body.insertAdjacentHTML('beforeend', BOX);
  });
  observer.observe(document.body, { attributes: true, childList: true, subtree: true });
  document.body.insertAdjacentHTML('beforeend', BOX);
  await eventually(() => {
    expect(boxes()).toHaveLength(times);
    expect(countSeen()).toBe(0);
  });
  observer.disconnect();
}

it('lists a box once that the page puts in again whenever it is hidden, with how often it did', async () => {
  const clearing = clear(articlePage({ after: BOX }));
  await putInAgain(12);
  expect(clearing.items()).toEqual([
    expect.objectContaining({ kind: 'newsletter-form', hidden: true, copies: 12 }),
  ]);
});

it('shows and hides all of them together, and all of them at the end', async () => {
  const clearing = clear(articlePage());
  await putInAgain(4);
  const [item] = clearing.items();
  clearing.setHidden(item?.id ?? 0, false);
  expect(countSeen()).toBe(4);
  expect(clearing.items()).toEqual([expect.objectContaining({ hidden: false, copies: 4 })]);
  clearing.setHidden(item?.id ?? 0, true);
  expect(countSeen()).toBe(0);
  clearing.setHidden('all', false);
  expect(countSeen()).toBe(4);
  clearing.setHidden('newsletter-form', true);
  expect(countSeen()).toBe(0);
  controller.abort();
  expect(countSeen()).toBe(4);
});

it('does not hide another one that the page puts in after the user has brought the box back', async () => {
  const clearing = clear(articlePage());
  await putInAgain(2);
  clearing.setHidden('all', false);
  document.body.insertAdjacentHTML('beforeend', BOX);
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(countSeen()).toBe(3);
  expect(clearing.items()).toHaveLength(1);
});

it('finds a box that is still there for an entry of which the page has taken some away', async () => {
  const clearing = clear(articlePage());
  await putInAgain(3);
  const [item] = clearing.items();
  boxes()[0]?.remove();
  expect(clearing.elementOf(item?.id ?? 0)).toBe(boxes()[0]);
  expect(clearing.positionOf(item?.id ?? 0)).not.toBeNull();
});

it('lists boxes that the page has from the start one by one', () => {
  const clearing = clear(articlePage({ before: BOX, after: BOX }));
  expect(clearing.items().map(({ copies }) => copies)).toEqual([undefined, undefined]);
});
