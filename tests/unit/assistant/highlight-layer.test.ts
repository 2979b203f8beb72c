// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { HighlightLayer } from '../../../entrypoints/assistant/highlights/highlight-layer.ts';

let roots: ShadowRoot[] = [];
let isForced = false;
/** How far the page has moved its text, in CSS px. */
let moved = 0;

beforeEach(() => {
  [roots, isForced, moved] = [[], false, 0];
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, options) {
    const root = attach.call(this, options);
    roots.push(root);
    return root;
  });
  vi.stubGlobal('matchMedia', () => ({ matches: isForced, addEventListener: () => undefined }));
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, 0));
  // jsdom lays nothing out: each letter is ten wide, on one line.
  Range.prototype.getClientRects = function (this: Range) {
    const rect = new DOMRect(10 * this.startOffset, 50 + moved, 10 * this.toString().length, 20);
    return [rect] as unknown as DOMRectList;
  };
  document.body.innerHTML = '<p>The boat is <b>late</b> again</p>';
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  document.body.innerHTML = '';
});

const boxes = (): HTMLElement[] => [...(roots[0]?.querySelectorAll<HTMLElement>('[data-colour]') ?? [])];
const placesOf = (): string[] => boxes().map(({ style: { left, top, width } }) => `${left} ${top} ${width}`);
const soon = () => new Promise((resolve) => setTimeout(resolve, 20));

async function highlight(): Promise<HighlightLayer> {
  const range = document.createRange();
  range.setStart(document.querySelector('p')?.firstChild as Text, 4);
  range.setEnd(document.querySelector('b')?.firstChild as Text, 4);
  const layer = new HighlightLayer();
  await layer.paint([{ range, colour: 'green' }], 'light');
  return layer;
}

it('draws a box over each stretch, in a root that is closed to the page', async () => {
  const layer = await highlight();
  expect(placesOf()).toEqual(['40px 50px 80px', '0px 50px 40px']);
  expect(boxes()[0]?.style.mixBlendMode).toBe('multiply');
  const host = document.documentElement.lastElementChild;
  expect([host?.shadowRoot, host?.textContent, host?.getAttribute('class')]).toEqual([null, '', null]);
  layer.clear();
  expect(document.documentElement.lastElementChild).toBe(document.body);
});

it('follows the text when a part of the page has scrolled', async () => {
  const layer = await highlight();
  const [before] = boxes();
  moved = 30;
  document.querySelector('p')?.dispatchEvent(new Event('scroll'));
  await soon();
  expect(placesOf()).toEqual(['40px 80px 80px', '0px 80px 40px']);
  // Moved boxes would be told to the page as layout shifts.
  expect(boxes()[0]).not.toBe(before);
  layer.clear();
});

it('is left out on paper, and has colours of the system where they are forced', async () => {
  isForced = true;
  const layer = await highlight();
  expect(boxes()[0]?.style.outline).toMatch(/highlight/i);
  expect(boxes()[0]?.style.background).toBe('');
  dispatchEvent(new Event('beforeprint'));
  expect(document.documentElement.lastElementChild).toBe(document.body);
  dispatchEvent(new Event('afterprint'));
  await soon();
  expect(boxes()).toHaveLength(2);
  layer.clear();
});
