import { beforeEach, expect, it, vi } from 'vitest';

const FERRY = 'https://paper.example/ferry';

const world = vi.hoisted(() => ({
  changed: [] as unknown[],
  deleted: [] as string[],
  toasts: 0,
  deletedAt: null as number | null,
}));

vi.mock('../../../utils/platform/browser.ts', () => ({
  browser: { tabs: { get: async () => ({ url: 'https://other.example/' }) } },
}));
vi.mock('../../../utils/messaging/send.ts', async () => {
  const { NoReceiverError } = await import('../../../utils/messaging/envelope.ts');
  return {
    sendToTab: async () => {
      throw new NoReceiverError('the page was left');
    },
  };
});
vi.mock('../../../utils/platform/optional-apis.ts', () => ({ menusApi: () => undefined }));
vi.mock('../../../utils/platform/settings-storage.ts', () => ({}));
vi.mock('../../../entrypoints/background/save/toast-actions.ts', () => ({
  storeToastSubject: async () => 'token',
  createUiStrings: () => ({ t: (name: string) => name }),
}));
vi.mock('../../../entrypoints/background/toast.ts', () => ({
  showToast: async () => {
    world.toasts += 1;
  },
}));
vi.mock('../../../utils/library/articles/articles.ts', () => ({
  findSaved: async () => null,
  getArticles: async () => [
    {
      id: 'article',
      deletedAt: world.deletedAt,
      addresses: ['paper.example/ferry'],
      url: 'https://paper.example/ferry',
    },
  ],
}));
vi.mock('../../../utils/library/articles/find-shown-article.ts', () => ({}));
vi.mock('../../../utils/library/articles/highlights.ts', () => ({
  getHighlight: async (id: string) => ({ id, articleId: 'article' }),
}));
vi.mock('../../../utils/library/articles/change-highlights.ts', () => ({
  changeHighlight: async (id: string, change: object) => world.changed.push({ id, ...change }),
  deleteHighlight: async (id: string) => world.deleted.push(id),
}));

const { colourHighlight, removeHighlight } = await import(
  '../../../entrypoints/background/highlights/page-highlights.ts'
);

const from = (url: string) => ({ tabId: 7, url, incognito: false });

beforeEach(() => Object.assign(world, { changed: [], deleted: [], toasts: 0, deletedAt: null }));

it('changes a highlight although its page was left before that could be asked', async () => {
  await colourHighlight({ id: 'mark', colour: 'blue' }, from(`${FERRY}?utm_source=letter`));
  expect(world.changed).toEqual([{ id: 'mark', colour: 'blue' }]);
  await removeHighlight({ id: 'mark' }, from(FERRY));
  expect(world.deleted).toEqual(['mark']);
  expect(world.toasts).toBe(1);
});

it('changes one whose application has gone on, having begun with another article', async () => {
  await colourHighlight({ id: 'mark', colour: 'red' }, from('https://paper.example/orchard'));
  expect(world.changed).toEqual([{ id: 'mark', colour: 'red' }]);
});

it('changes none of another page’s, or of an article that was deleted', async () => {
  await colourHighlight({ id: 'mark', colour: 'blue' }, from('https://other.example/story'));
  world.deletedAt = 1;
  await removeHighlight({ id: 'mark' }, from(FERRY));
  expect([...world.changed, ...world.deleted]).toEqual([]);
});
