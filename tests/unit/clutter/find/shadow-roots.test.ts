// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest';
import { setClosedRootReader } from '../../../../utils/clutter/find/shadow-roots.ts';
import { startClearing } from '../../../../utils/clutter/hide/start-clearing.ts';
import { eventually } from '../../eventually.ts';
import { articlePage, DEFAULT_KINDS, PARAGRAPHS } from '../article-page.ts';

const ASKS =
  '<div class="box"><h3>Sign up for our newsletter</h3><input type="email"><button>Sign up</button></div>';

let controller = new AbortController();
const roots = new WeakMap<Element, ShadowRoot>();

function attach(host: Element | null, html: string): ShadowRoot {
  if (host === null) throw new Error('no host');
  const root = host.attachShadow({ mode: 'closed' });
  root.innerHTML = html;
  roots.set(host, root);
  return root;
}

function clear(): void {
  controller = new AbortController();
  setClosedRootReader((element) => roots.get(element) ?? null);
  startClearing(document, {
    kinds: DEFAULT_KINDS,
    getExtracted: () => [...document.querySelectorAll('.story-text > p, h1')],
    onChange: () => undefined,
    signal: controller.signal,
  });
}

/** Whether nothing in a shadow tree is hidden, nor its host. */
const isShown = (root: ShadowRoot): boolean =>
  [root.host, ...root.querySelectorAll('*')].every((element) => getComputedStyle(element).display !== 'none');

afterEach(() => {
  controller.abort();
  setClosedRootReader(() => null);
});

it('takes a box in a closed root whose host says nothing, and leaves the text in another', () => {
  document.body.innerHTML = articlePage({ after: '<pier-island></pier-island><pier-story></pier-story>' });
  const box = attach(document.querySelector('pier-island'), ASKS);
  const story = attach(document.querySelector('pier-story'), PARAGRAPHS.map((p) => `<p>${p}</p>`).join(''));
  clear();
  expect(isShown(box)).toBe(false);
  expect(isShown(story)).toBe(true);
  controller.abort();
  expect(isShown(box)).toBe(true);
});

it('takes a box that a kit puts late into a closed root at the end of the page', async () => {
  document.body.innerHTML = articlePage();
  clear();
  const host = document.createElement('div');
  const root = attach(host, ASKS);
  document.body.append(host);
  await eventually(() => expect(isShown(root)).toBe(false));
});

it('sees what is put later into a closed root', async () => {
  document.body.innerHTML = articlePage({ after: '<pier-island></pier-island>' });
  const root = attach(document.querySelector('pier-island'), '<p>…</p>');
  clear();
  root.innerHTML = ASKS;
  await eventually(() => expect(isShown(root)).toBe(false));
});
