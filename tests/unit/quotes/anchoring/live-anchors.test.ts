// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { LiveAnchors } from '../../../../utils/quotes/anchoring/live-anchors.ts';

const text =
  'The pier stays closed this winter.\n\n“Nobody walks out there until the planks are safe,” said Mara Lindqvist.\n\n“We wait for the moon and for the tide,” said Tomas Berg.\n\nThe ferry runs again on Friday.';
const paragraphs = text.split('\n\n');

function quote(words: string): { start: number; end: number } {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

const NOBODY = quote('Nobody walks out there until the planks are safe');
const MOON = quote('We wait for the moon and for the tide');

let root: HTMLElement;
let anchors: LiveAnchors;

beforeEach(() => {
  vi.restoreAllMocks();
  document.body.innerHTML = `<nav>Home</nav><main>${paragraphs.map((words) => `<p>${words}</p>`).join('')}</main>`;
  root = document.querySelector('main') ?? document.body;
  anchors = new LiveAnchors();
});

function locate(words: { start: number; end: number }): string | undefined {
  return anchors.locate([root, document.body], text, words)?.toString();
}

test('all quotes of a page that stays as it is share one reading', () => {
  // A reading is watched from when it was made.
  const watch = vi.spyOn(MutationObserver.prototype, 'observe');
  for (let i = 0; i < 20; i++) {
    expect(locate(NOBODY)).toBe('Nobody walks out there until the planks are safe');
    expect(locate(MOON)).toBe('We wait for the moon and for the tide');
  }
  expect(watch).toHaveBeenCalledTimes(1);
});

test('a quote is found where it stands after the page has changed, at once and later', async () => {
  expect(locate(MOON)).toBeDefined();
  const advert = document.createElement('aside');
  advert.textContent = 'We wait for the moon, the shop of the same name, opens today.';
  root.prepend(advert);
  expect(locate(MOON)).toBe('We wait for the moon and for the tide');
  const [, first] = root.querySelectorAll('p');
  first?.replaceChildren(
    '“Nobody walks ',
    document.createElement('b'),
    'out there until the planks are safe,” said Lindqvist.',
  );
  await Promise.resolve();
  expect(locate(NOBODY)).toBe('Nobody walks out there until the planks are safe');
  const range = anchors.locate([root], text, MOON);
  expect(range?.startContainer.parentElement?.tagName).toBe('P');
});

test('a quote that was taken away is not found, and found again when it is back', () => {
  const paragraph = root.querySelectorAll('p')[2];
  expect(locate(MOON)).toBeDefined();
  paragraph?.remove();
  expect(locate(MOON)).toBeUndefined();
  root.append(paragraph ?? '');
  expect(locate(MOON)).toBe('We wait for the moon and for the tide');
});

test('a quote that was hidden is not found', () => {
  expect(locate(MOON)).toBeDefined();
  root.querySelectorAll('p')[2]?.setAttribute('hidden', '');
  expect(locate(MOON)).toBeUndefined();
});

test('looks in the whole page when the article was moved elsewhere', () => {
  expect(locate(MOON)).toBeDefined();
  const moved = document.createElement('section');
  moved.append(...root.children);
  root.remove();
  document.body.append(moved);
  expect(locate(MOON)).toBe('We wait for the moon and for the tide');
});
