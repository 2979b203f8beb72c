import { beforeEach, expect, it, vi } from 'vitest';
import { NoReceiverError } from '../../../utils/messaging/envelope.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../utils/settings/schema.ts';
import { ARTICLE } from './gallery/samples.ts';

// Who answers in the tab and in the background; nobody, until a test says otherwise.
const answers: Record<string, unknown> = {};
let settings: Settings = DEFAULT_SETTINGS;
let everywhere = true;

async function answer(type: string): Promise<unknown> {
  if (!(type in answers)) throw new NoReceiverError(type);
  return answers[type];
}

vi.mock('../../../utils/messaging/send.ts', () => ({
  sendToTab: (_tab: number, type: string) => answer(type),
  sendToBackground: (type: string) => answer(type),
}));
vi.mock('../../../utils/platform/settings-storage.ts', () => ({
  loadSettings: async () => settings,
  updateSettings: async (change: (changed: Settings) => void) => change(settings),
}));

vi.mock('../../../utils/platform/site-access.ts', () => ({ hasFullAccess: async () => everywhere }));

const { readPageState } = await import('../../../entrypoints/shared/read-page-state.ts');
const { addressesOfPage, changeSite } = await import('../../../entrypoints/shared/site-switches.ts');

const tab = { id: 1, windowId: 1, url: 'https://courier.example/ice', title: 'Ice', isPrivate: false };
const no = { isArticle: false, reason: 'frontPage', score: -2 };
const yes = { isArticle: true, reason: 'articleData', score: 3 };

beforeEach(() => {
  for (const type of Object.keys(answers)) delete answers[type];
  settings = DEFAULT_SETTINGS;
});

it('takes the assistant’s word first', async () => {
  answers['page/report'] = { state: 'article', article: ARTICLE, error: null };
  answers['gate/ask'] = { url: tab.url, verdict: no, ms: 1 };
  expect(await readPageState(tab)).toMatchObject({
    kind: 'article',
    article: { title: ARTICLE.title, quotes: [] },
  });
});

it('tells reading from failed', async () => {
  answers['page/report'] = { state: 'reading', article: null, error: null };
  expect(await readPageState(tab)).toMatchObject({ kind: 'reading' });
  const failed = { state: 'failed', article: null, error: 'There is no text here.' };
  answers['page/report'] = { ...failed, verdict: yes };
  expect(await readPageState(tab)).toMatchObject({
    kind: 'failed',
    message: 'There is no text here.',
    isUserDecision: false,
  });
  answers['page/report'] = { ...failed, verdict: { ...yes, reason: 'userSaysYes' } };
  expect(await readPageState(tab)).toMatchObject({ kind: 'failed', isUserDecision: true });
});

it('waits for the assistant where the gate says yes, and says why where it says no', async () => {
  answers['gate/ask'] = { url: tab.url, verdict: yes, ms: 1 };
  expect(await readPageState(tab)).toMatchObject({ kind: 'reading' });
  answers['gate/ask'] = { url: tab.url, verdict: no, ms: 1 };
  expect(await readPageState(tab)).toMatchObject({ kind: 'notArticle', verdict: { reason: 'frontPage' } });
});

it('has the gate put there where the user gave access on click only', async () => {
  answers['page/ask'] = { url: tab.url, verdict: no, ms: 1 };
  expect(await readPageState(tab)).toMatchObject({ kind: 'notArticle' });
});

it('puts the user’s word for a site above the gate’s', async () => {
  answers['gate/ask'] = { url: tab.url, verdict: yes, ms: 1 };
  settings = { ...DEFAULT_SETTINGS, sites: { 'courier.example': { off: true } } };
  expect(await readPageState(tab)).toMatchObject({ kind: 'siteOff' });
  settings = { ...DEFAULT_SETTINGS, sites: { 'courier.example': { treatAs: 'not-article' } } };
  expect(await readPageState(tab)).toMatchObject({ kind: 'notArticle', verdict: { reason: 'userSaysNo' } });
  answers['gate/ask'] = { url: tab.url, verdict: no, ms: 1 };
  settings = { ...DEFAULT_SETTINGS, sites: { 'courier.example': { treatAs: 'article' } } };
  expect(await readPageState(tab)).toMatchObject({ kind: 'reading' });
});

it('says that a site is off on its pages elsewhere, and not on those of others that name it', async () => {
  settings = { ...DEFAULT_SETTINGS, sites: { 'courier.example': { off: true } } };
  const canonicalUrl = tab.url;
  for (const [url, kind] of [
    ['https://m.courier.example/ice', 'siteOff'],
    ['https://probe.example/ice', 'reading'],
  ]) {
    answers['gate/ask'] = { url, verdict: yes, ms: 1, canonicalUrl };
    expect(await readPageState({ ...tab, url: url ?? '' })).toMatchObject({ kind });
  }
});

const offAt = (...hosts: string[]): Settings => ({
  ...structuredClone(DEFAULT_SETTINGS),
  sites: Object.fromEntries(hosts.map((host) => [host, { off: true }])),
});

it('lets nobody’s page have another owner’s site switched on', async () => {
  settings = offAt('probe.example', 'courier.example');
  const url = 'https://probe.example/ice';
  answers['gate/ask'] = { url, verdict: yes, ms: 1, canonicalUrl: tab.url };
  const page = await readPageState({ ...tab, url });
  expect(page).toMatchObject({ kind: 'siteOff', addresses: [url] });
  expect(addressesOfPage(page)).toEqual([url]);
  await changeSite(addressesOfPage(page), 'off', false);
  expect(settings.sites).toEqual({ 'courier.example': { off: true } });
});

it.each([
  [['courier.example'], ['https://courier.example/ice']],
  [['m.courier.example'], ['https://m.courier.example/ice']],
  [
    ['courier.example', 'm.courier.example'],
    ['https://m.courier.example/ice', 'https://courier.example/ice'],
  ],
])('names of one owner’s sites those that are off: %s', async (hosts, addresses) => {
  settings = offAt(...hosts);
  const url = 'https://m.courier.example/ice';
  answers['gate/ask'] = { url, verdict: yes, ms: 1, canonicalUrl: tab.url };
  expect(await readPageState({ ...tab, url })).toMatchObject({ kind: 'siteOff', addresses });
});

it.each([
  ['https://m.courier.example/ice?page=2', 2],
  ['https://probe.example/ice?page=2', 1],
])('switches an article where its tab asked, whatever it is filed under: %s', async (url, count) => {
  const article = { ...ARTICLE, url, canonicalUrl: url };
  answers['page/report'] = { state: 'article', url, article, error: null, canonicalUrl: tab.url };
  const page = await readPageState({ ...tab, url });
  expect(addressesOfPage(page)).toEqual([url, tab.url].slice(0, count));
});

it.each([
  ['https://courier.example/', 'notLoaded'],
  ['about:addons', 'browserPage'],
  ['', 'browserPage'],
  ['file:///home/ice.html', 'file'],
])('says why %s is closed: %s', async (url, reason) =>
  expect(await readPageState({ ...tab, url })).toMatchObject({ kind: 'noAccess', reason }),
);

it('says that a click is needed where access is given on click only', async () => {
  everywhere = false;
  expect(await readPageState({ ...tab, url: '' })).toMatchObject({ kind: 'noAccess', reason: 'onClick' });
  expect(await readPageState(tab)).toMatchObject({ kind: 'noAccess', reason: 'site' });
  everywhere = true;
});

it('does not take a failure for an absence', async () => {
  answers['page/report'] = Promise.reject(new Error('broken'));
  await expect(readPageState(tab)).rejects.toThrow('broken');
});
