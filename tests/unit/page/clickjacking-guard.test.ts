// @vitest-environment jsdom
// @apart: the DOM is captured with what jsdom lacks.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

/** What a browser would know of the page, and jsdom does not. */
let topmost: (x: number, y: number) => Element;
let inTopLayer: Element[];
let isOpen: boolean;
let inTransition: Element | null;
let pseudoContent: string;
let rect: DOMRect;

const box = (left: number, top: number): DOMRect =>
  ({ left, top, right: left + 300, bottom: top + 80, width: 300, height: 80 }) as DOMRect;

const { matches } = Element.prototype;
const { querySelectorAll } = Document.prototype;
Element.prototype.matches = function of(this: Element, selector: string) {
  if (selector.includes(':active-view-transition')) return this === inTransition;
  return selector === ':popover-open' ? isOpen : matches.call(this, selector);
} as typeof matches;
const { getComputedStyle } = window;
window.getComputedStyle = (element, pseudo) =>
  pseudo ? ({ content: pseudoContent } as CSSStyleDeclaration) : getComputedStyle.call(window, element);
Element.prototype.getBoundingClientRect = () => rect;
Document.prototype.elementsFromPoint = (x, y) => [topmost(x, y)];
Document.prototype.querySelectorAll = function of(this: Document, selector: string) {
  return selector.includes(':modal') ? inTopLayer : querySelectorAll.call(this, selector);
} as typeof querySelectorAll;

const { ClickjackingGuard } = await import('../../../utils/page/clickjacking-guard.ts');

/** What the user sees of the viewport; jsdom has no such thing. */
const seen = { scale: 1, offsetLeft: 0, offsetTop: 0, width: 1024, height: 768 };
vi.stubGlobal('visualViewport', seen);

let host: HTMLElement;
let button: HTMLButtonElement;
let life: AbortController;
let watch: InstanceType<typeof ClickjackingGuard>;

beforeEach(() => {
  vi.useFakeTimers();
  host = document.createElement('div');
  host.style.cssText = 'position: fixed !important';
  document.documentElement.append(host);
  [topmost, inTopLayer, isOpen, rect] = [() => host, [host], true, box(700, 12)];
  life = new AbortController();
  inTransition = null;
  pseudoContent = 'none';
  document.documentElement.removeAttribute('style');
  Object.assign(seen, { scale: 1, offsetLeft: 0, offsetTop: 0, width: 1024, height: 768 });
  vi.stubGlobal('screenX', 0);
  const shown = document.createElement('div');
  Object.defineProperty(shown, 'offsetWidth', { value: 300 });
  button = document.createElement('button');
  shown.append(button);
  host.attachShadow({ mode: 'closed' }).append(shown);
  watch = new ClickjackingGuard(host, shown, ({ top }) => top === 12, life.signal);
});
afterEach(() => {
  life.abort();
  host.remove();
  vi.useRealTimers();
});

const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

it('answers once it has been visible as designed for half a second', async () => {
  await pass(350);
  expect(watch.isSafeToClick(button)).toBe(false);
  await pass(400);
  expect(watch.isSafeToClick(button)).toBe(true);
});

const OTHER = document.createElement('dialog');

it.each<[string, () => void]>([
  ['makes it transparent', () => host.style.setProperty('opacity', '0.02', 'important')],
  ['moves it by a transform', () => host.style.setProperty('transform', 'scale(3)', 'important')],
  ['clips it', () => host.style.setProperty('clip-path', 'inset(0 0 0 90%)', 'important')],
  [
    'makes it transparent by a style sheet',
    () => {
      const style = document.createElement('style');
      style.textContent = 'html > div { opacity: 0.02 !important }';
      host.append(style);
    },
  ],
  ['gives it another style that does nothing to it', () => host.style.setProperty('color', 'red')],
  [
    'takes it from the top layer',
    () => {
      isOpen = false;
    },
  ],
  ['puts it into an element of its own', () => document.body.append(host)],
  ['takes it out of the page', () => host.remove()],
  [
    'brings it under the pointer',
    () => {
      rect = box(300, 200);
    },
  ],
  [
    'pushes it half out of the window',
    () => {
      rect = box(900, 12);
    },
  ],
  [
    'shrinks it by a zoom',
    () => {
      rect = { ...box(955, 12), right: 1000, bottom: 24, width: 45, height: 12 };
    },
  ],
  ['shrinks it by a viewport of thousands of pixels', () => Object.assign(seen, { scale: 0.1 })],
  [
    'shows a piece of one button, larger than the screen',
    () => Object.assign(seen, { scale: 10, offsetLeft: 800, offsetTop: 40, width: 102, height: 76 }),
  ],
  ['moves its window, a pop-up', () => vi.stubGlobal('screenX', 400)],
  [
    'covers a corner of it',
    () => {
      topmost = (x, y) => (x > 990 && y > 80 ? document.body : host);
    },
  ],
  [
    'shows a snapshot of itself from before it, in a view transition',
    () => {
      inTransition = document.documentElement;
    },
  ],
  [
    'starts a view transition of it alone',
    () => {
      inTransition = host;
    },
  ],
  [
    'draws a pseudo-element of it over it',
    () => {
      pseudoContent = '""';
    },
  ],
  ...['opacity(0)', 'invert(0.5)', 'invert(1) brightness(50)', 'url("#a")'].map(
    (filter): [string, () => void] => [
      `filters all of the viewport: ${filter}`,
      () => document.documentElement.style.setProperty('filter', filter),
    ],
  ),
  ['puts something over it that lets the pointer through', () => inTopLayer.push(OTHER)],
])('does not answer when the page %s', async (_, trick) => {
  await pass(800);
  trick();
  expect(watch.isSafeToClick(button)).toBe(false);
});

it.each<[string, () => void]>([
  [
    'a site that zooms itself a little',
    () => {
      rect = { ...box(744, 12), right: 1000, width: 256 };
    },
  ],
  [
    'a user who has zoomed in',
    () => Object.assign(seen, { scale: 3, offsetLeft: 683, width: 341, height: 256 }),
  ],
  ['a phone that shows a page made for a desktop', () => Object.assign(seen, { scale: 0.37 })],
  [
    'a page in a dark mode',
    () => document.documentElement.style.setProperty('filter', 'invert(1) hue-rotate(180deg)'),
  ],
  ['a window that was moved', () => vi.stubGlobal('screenX', 400)],
])('answers to %s, after half a second', async (_, change) => {
  change();
  await pass(800);
  expect(watch.isSafeToClick(button)).toBe(true);
});

it('does not answer to a click for which the page shows it for a moment', async () => {
  topmost = () => document.body;
  await pass(800);
  topmost = () => host;
  expect(watch.isSafeToClick(button)).toBe(false);
  await pass(300);
  expect(watch.isSafeToClick(button)).toBe(false);
  await pass(400);
  expect(watch.isSafeToClick(button)).toBe(true);
});

it('does not answer to a click for which the page ends a view transition', async () => {
  inTransition = document.documentElement;
  await pass(800);
  inTransition = null;
  expect(watch.isSafeToClick(button)).toBe(false);
  await pass(300);
  expect(watch.isSafeToClick(button)).toBe(false);
  await pass(400);
  expect(watch.isSafeToClick(button)).toBe(true);
});

it('notices a style that the page takes back before the click', async () => {
  await pass(800);
  host.style.setProperty('opacity', '0', 'important');
  host.style.removeProperty('opacity');
  await pass(0);
  expect(watch.isSafeToClick(button)).toBe(false);
});
