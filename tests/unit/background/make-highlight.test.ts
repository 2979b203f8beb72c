import { beforeEach, expect, it, vi } from 'vitest';
import { NoReceiverError } from '../../../utils/messaging/envelope.ts';
import type { SaveOutcome } from '../../../utils/messaging/protocol.ts';

const FERRY = 'https://paper.example/app/ferry';
const ORCHARD = 'https://paper.example/app/orchard';

const world = vi.hoisted(() => ({
  url: '',
  save: async (): Promise<unknown> => null,
  saved: null as unknown,
  added: [] as string[],
  deleted: [] as string[],
  said: [] as string[],
  told: [] as string[],
  toast: null as unknown,
  before: null as unknown,
  /** Saved from an address, whatever is in the tab. */
  savedAt: null as unknown,
  start: 0 as number | null,
}));

vi.mock('../../../utils/platform/browser.ts', () => ({
  browser: {
    storage: { session: { set: async () => undefined, get: async () => ({}) } },
    tabs: { get: async () => ({ url: world.url, incognito: false }) },
  },
}));
vi.mock('../../../utils/messaging/send.ts', () => ({
  sendToTab: async (_: number, type: string) => {
    world.told.push(type);
    return null;
  },
}));
vi.mock('../../../utils/library/articles/change-highlights.ts', () => ({
  addHighlightFromPage: async (articleId: string, _: unknown, { requiresMatch = false }) => {
    if (requiresMatch && world.start === null) return null;
    world.added.push(articleId);
    return { row: { id: 'words', start: world.start, colour: 'red' }, before: world.before };
  },
}));
vi.mock('../../../utils/library/articles/articles.ts', () => ({ findSaved: async () => world.savedAt }));
vi.mock('../../../utils/library/articles/delete-articles.ts', () => ({
  deleteArticles: async (ids: string[]) => world.deleted.push(...ids),
}));
vi.mock('../../../entrypoints/background/article-tabs.ts', () => ({
  notifyHighlightsChanged: async () => world.told.push('highlights/changed'),
}));
vi.mock('../../../entrypoints/background/save/save.ts', () => ({
  explainSaveError: (error: unknown) => ({ message: String(error) }),
  saveFailure: (code: string) => ({ ok: false, code, message: code }),
}));
vi.mock('../../../entrypoints/background/save/save-open-tab.ts', () => ({ saveOpenTab: () => world.save() }));
vi.mock('../../../entrypoints/background/save/toast-actions.ts', () => ({
  buttonsAfterHighlight: () => [],
  storeToastSubject: async (_: number, about: { highlight: unknown }) => {
    world.toast = about.highlight;
    return 'token';
  },
  createUiStrings: () => ({ t: (name: string) => name, count: (name: string) => name, locale: 'en' }),
}));
vi.mock('../../../entrypoints/background/status-badge.ts', () => ({
  showSavedBadge: async () => undefined,
  showStatus: async (_: number, { title }: { title: string }) => world.said.push(title),
}));
vi.mock('../../../entrypoints/background/highlights/page-highlights.ts', () => ({
  findSavedInTab: async () => {
    if (world.saved instanceof Error) throw world.saved;
    return world.saved;
  },
}));

const { addHighlightFromTab } = await import('../../../entrypoints/background/highlights/make-highlight.ts');

const outcomeAt = (url: string): SaveOutcome =>
  ({ ok: true, articleId: url, updated: false, url, title: 'A story' }) as SaveOutcome;
const add = (from = FERRY, incognito = false): Promise<void> =>
  addHighlightFromTab(
    { url: FERRY, words: { text: 'ferry', prefix: '', suffix: '', start: 0, end: 5 }, colour: 'red' },
    { tabId: 4, url: from, incognito },
  );

beforeEach(() =>
  Object.assign(world, {
    url: FERRY,
    saved: null,
    added: [],
    deleted: [],
    said: [],
    told: [],
    toast: null,
    before: null,
    savedAt: null,
    start: 0,
  }),
);

it('words go to no other page that the tab shows when the message arrives', async () => {
  world.url = ORCHARD;
  world.saved = { id: 'orchard', addresses: [] };
  await add();
  expect(world).toMatchObject({ added: [], said: ['changed'] });
});

it('nor to one that came while the article was saved, which is not kept either', async () => {
  world.save = async () => outcomeAt(ORCHARD);
  await add();
  expect(world).toMatchObject({ added: [], deleted: [ORCHARD], said: ['changed'] });
});

it('they are kept where the tab went on only after the article was saved', async () => {
  world.save = async () => {
    world.url = ORCHARD;
    return outcomeAt(FERRY);
  };
  await add();
  expect(world).toMatchObject({ added: [FERRY], deleted: [] });
});

it('“Undo” gives a highlight that was there already back as it was', async () => {
  world.save = async () => outcomeAt(FERRY);
  await add();
  expect(world.toast).toMatchObject({ row: { colour: 'red' }, isNew: true });
  world.before = { id: 'words', start: 0, colour: 'green', note: 'ask the pilot' };
  await add();
  expect(world.toast).toMatchObject({ row: { colour: 'green' }, isNew: false });
});

it('the page is saved again where the saved text lacks the words, and it says what changed', async () => {
  Object.assign(world, { saved: { id: FERRY, addresses: ['paper.example/app/ferry'] }, start: null });
  const changes = { title: false, added: 2, removed: 0, changed: 0 };
  const replaced = { articleId: FERRY, savedAt: 0, changes };
  world.save = async () => ({ ...outcomeAt(FERRY), updated: true, replaced });
  await add();
  expect(world).toMatchObject({ added: [FERRY], said: ['newerSince'], toast: { isNew: true } });
});

it('they are kept where their page was left right after the press, and the article is saved', async () => {
  world.savedAt = { id: 'ferry' };
  world.url = ORCHARD;
  await add();
  world.url = FERRY;
  world.saved = new NoReceiverError('it is being left');
  world.told = [];
  await add();
  expect(world).toMatchObject({ added: ['ferry', 'ferry'], said: [] });
  // It is loaded anew, perhaps, and has asked already.
  expect(world.told).toEqual(['highlights/changed']);
});

it('also where an application had gone on to it from another article', async () => {
  Object.assign(world, { savedAt: { id: 'ferry' }, url: ORCHARD });
  await add(ORCHARD);
  expect(world).toMatchObject({ added: ['ferry'], said: [] });
});

it('but not in an article that was saved there with other words', async () => {
  Object.assign(world, { savedAt: { id: 'ferry' }, start: null, url: ORCHARD });
  world.saved = { id: 'orchard', addresses: [] };
  await add();
  expect(world).toMatchObject({ added: [], said: ['changed'] });
});

it('nor for a page of another site, nor for a private window', async () => {
  Object.assign(world, { savedAt: { id: 'ferry' }, url: ORCHARD });
  world.saved = { id: 'orchard', addresses: [] };
  await add('https://other.example/app/ferry');
  await add(FERRY, true);
  expect(world).toMatchObject({ added: [], said: ['changed', 'changed'] });
});

it('they are kept in their article where an application went on while it was asked for its text', async () => {
  const leave = async (outcome: SaveOutcome): Promise<SaveOutcome> => {
    world.url = ORCHARD;
    return outcome;
  };
  world.savedAt = { id: 'ferry' };
  world.save = () => leave(outcomeAt(ORCHARD));
  await add();
  world.url = FERRY;
  world.save = () => leave({ ok: false, code: 'stillLoading', message: 'stillLoading' });
  await add();
  expect(world).toMatchObject({ added: ['ferry', 'ferry'], deleted: [ORCHARD], said: [] });
});
