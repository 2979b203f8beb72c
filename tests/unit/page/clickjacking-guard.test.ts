// @vitest-environment jsdom
// @apart: the DOM is captured with what jsdom lacks.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

/** What a browser would know of the page, and jsdom does not. */
let topmost: (x: number, y: number) => Element;
let inTopLayer: Element[];
let isOpen: boolean;
let rect: DOMRect;

const box = (left: number, top: number): DOMRect =>
  ({ left, top, right: left + 300, bottom: top + 80, width: 300, height: 80 }) as DOMRect;

const { matches } = Element.prototype;
const { querySelectorAll } = Document.prototype;
Element.prototype.matches = function of(this: Element, selector: string) {
  return selector === ':popover-open' ? isOpen : matches.call(this, selector);
} as typeof matches;
Element.prototype.getBoundingClientRect = () => rect;
Document.prototype.elementsFromPoint = (x, y) => [topmost(x, y)];
Document.prototype.querySelectorAll = function of(this: Document, selector: string) {
  return selector.includes(':modal') ? inTopLayer : querySelectorAll.call(this, selector);
} as typeof querySelectorAll;

const { ClickjackingGuard } = await import('../../../utils/page/clickjacking-guard.ts');

let host: HTMLElement;
let life: AbortController;
let watch: InstanceType<typeof ClickjackingGuard>;

beforeEach(() => {
  vi.useFakeTimers();
  host = document.createElement('div');
  host.style.cssText = 'position: fixed !important';
  document.documentElement.append(host);
  [topmost, inTopLayer, isOpen, rect] = [() => host, [host], true, box(700, 12)];
  life = new AbortController();
  const shown = document.createElement('div');
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
  expect(watch.isSafeToClick).toBe(false);
  await pass(400);
  expect(watch.isSafeToClick).toBe(true);
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
    'covers a corner of it',
    () => {
      topmost = (x, y) => (x > 990 && y > 80 ? document.body : host);
    },
  ],
  ['puts something over it that lets the pointer through', () => inTopLayer.push(OTHER)],
])('does not answer when the page %s', async (_, trick) => {
  await pass(800);
  trick();
  expect(watch.isSafeToClick).toBe(false);
});

it('does not answer to a click for which the page shows it for a moment', async () => {
  topmost = () => document.body;
  await pass(800);
  topmost = () => host;
  expect(watch.isSafeToClick).toBe(false);
  await pass(300);
  expect(watch.isSafeToClick).toBe(false);
  await pass(400);
  expect(watch.isSafeToClick).toBe(true);
});

it('notices a style that the page takes back before the click', async () => {
  await pass(800);
  host.style.setProperty('opacity', '0', 'important');
  host.style.removeProperty('opacity');
  await pass(0);
  expect(watch.isSafeToClick).toBe(false);
});
