// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Clearing, startClearing } from '../../../../utils/clutter/hide/start-clearing.ts';
import { eventually } from '../../eventually.ts';
import { articlePage, DEFAULT_KINDS, PARAGRAPHS } from '../article-page.ts';

const PLEA = `<h2>Sign up for our newsletter</h2><p>The harbour news in your inbox each morning.</p>
  <form><input type="email"><button>Sign up</button></form>`;
const WALL = `<div class="paywall"><h2>Subscribe to continue reading</h2><p>Already a subscriber? Log in.</p>
  <form><input type="email"><button>Continue</button></form></div>`;
const STORY = `<p>${PARAGRAPHS.join('</p><p>')}</p>${PLEA}`;

let controller = new AbortController();
let clearing: Clearing;

beforeEach(() => {
  document.body.innerHTML = articlePage();
  controller = new AbortController();
  clearing = startClearing(document, {
    kinds: DEFAULT_KINDS,
    getExtracted: () => [...document.querySelectorAll('.story-text > p, h1')],
    onChange: () => undefined,
    signal: controller.signal,
  });
});
afterEach(() => controller.abort());

/** Puts a frame into the page as scripts of sign-up kits do. */
function putFrame(html: string): HTMLIFrameElement {
  const layer = document.createElement('div');
  layer.style.cssText = 'position:fixed;inset:0;z-index:9999';
  const frame = document.createElement('iframe');
  layer.append(frame);
  document.body.append(layer);
  frame.contentDocument?.write(html);
  frame.contentDocument?.close();
  return frame;
}

it('hides an overlay in a frame that a script of the page writes, and shows it again', async () => {
  const frame = putFrame(PLEA);
  await eventually(() => expect(isHidden(frame)).toBe(true));
  expect(clearing.items()).toMatchObject([{ kind: 'newsletter-form', hidden: true }]);
  controller.abort();
  expect(isHidden(frame)).toBe(false);
});

it.each([
  ['a wall', WALL],
  ['an article with a form', STORY],
  ['something else', '<p>The ferry timetable of this week, with all stops.</p>'],
])('leaves a frame with %s', async (_, html) => {
  const frame = putFrame(html);
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(isHidden(frame)).toBe(false);
});

function isHidden(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = at.parentElement)
    if (getComputedStyle(at).display === 'none') return true;
  return false;
}
