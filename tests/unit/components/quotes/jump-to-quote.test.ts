import { beforeEach, expect, it, vi } from 'vitest';

let isFound = true;
const sendToTab = vi.fn(async () => ({ found: isFound }));
const activateTab = vi.fn(async () => undefined);
let sidebar: object | undefined;

vi.mock('../../../../utils/messaging/send.ts', () => ({ sendToTab }));
vi.mock('../../../../utils/platform/active-tab.ts', () => ({ activateTab }));
vi.mock('../../../../utils/platform/browser.ts', () => ({ browser: {} }));
vi.mock('../../../../utils/platform/optional-apis.ts', () => ({ sidebarApi: () => sidebar }));
const { jumpToQuote } = await import('../../../../entrypoints/shared/quotes/jump-to-quote.ts');

const tab = { id: 7, windowId: 1, url: 'https://courier.example/ice', title: 'Ice', isPrivate: false };
const quote = { start: 0, end: 3, text: 'Ice' };

beforeEach(() => {
  vi.clearAllMocks();
  sidebar = undefined;
  isFound = true;
});

it('brings the article to the front where the quotes cover it, as on a phone', async () => {
  expect(await jumpToQuote(tab, quote)).toBe(true);
  expect(activateTab).toHaveBeenCalledWith(7);
});

it('stays on the quotes beside which the article is seen, or when the quote is not found', async () => {
  sidebar = {};
  expect(await jumpToQuote(tab, quote)).toBe(true);
  sidebar = undefined;
  isFound = false;
  expect(await jumpToQuote(tab, quote)).toBe(false);
  expect(activateTab).not.toHaveBeenCalled();
});
