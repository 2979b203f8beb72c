// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createRule } from '../../../../utils/clutter/rules/user-rules.ts';
import { readSettings } from '../../../../utils/settings/read-settings.ts';
import { getSiteView } from '../../../../utils/settings/site-settings.ts';

const HERE = 'https://m.paper.example/ferry';
const HOME = 'https://paper.example/ferry';
/** What the page is on that names it as its home, as the background tells it. */
let offThere: { off?: true; clutterOff?: true } = {};

vi.mock('../../../../utils/messaging/tab-side.ts', () => ({
  notifyBackground: () => undefined,
  askBackground: async (type: string, place: { canonicalUrl: string } | null) => {
    if (type === 'page/loaded') return { keepsLoading: false };
    const box = document.querySelector('aside');
    const rules = box === null ? [] : [createRule(box, 'hide')];
    const site = { rules, ...(place?.canonicalUrl === HOME && offThere) };
    return { settings: getSiteView(readSettings({ sites: { 'm.paper.example': site } }), HERE) };
  },
}));

// jsdom animates nothing.
vi.mock('../../../../entrypoints/site/delay-paint.ts', () => ({ delayPaint: () => () => undefined }));

const { hideEarly } = await import('../../../../entrypoints/site/hide-early.ts');

const box = (): HTMLElement => document.querySelector('aside') as HTMLElement;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<main><p>The ferry is late.</p></main><aside class="letter-box">Letters</aside>';
});
afterEach(() => vi.useRealTimers());

it.each([
  ['stays hidden until the assistant comes', {}, 'absolute'],
  ['is shown again at once where the site is off at its home', { off: true }, ''],
  ['is shown again at once where nothing is cleared at its home', { clutterOff: true }, ''],
] as const)('a known block %s', async (_, off, position) => {
  offThere = off;
  const gate = {
    url: HERE,
    verdict: { isArticle: true, reason: 'articleData', score: 3 },
    ms: 1,
    canonicalUrl: HOME,
  } as const;
  hideEarly(document, HERE, { gate });
  // What comes is looked at, as when the page is parsed.
  document.body.append(box());
  await vi.advanceTimersByTimeAsync(10);
  expect(box().style.position).toBe('absolute');
  document.dispatchEvent(new Event('DOMContentLoaded'));
  await vi.advanceTimersByTimeAsync(200);
  expect(box().style.position).toBe(position);
  // A busy machine takes seconds for the assistant.
  await vi.advanceTimersByTimeAsync(5000);
  expect(box().style.position).toBe(position);
  await vi.advanceTimersByTimeAsync(4000);
  expect(box().style.position).toBe('');
});
