import { beforeEach, expect, it, vi } from 'vitest';

const stored = vi.hoisted(() => new Map<string, unknown>());
const opened = vi.hoisted((): string[] => []);

vi.mock('../../../utils/platform/open-page.ts', () => ({
  openReader: async (id: string) => opened.push(id),
}));

vi.mock('../../../utils/platform/browser.ts', () => ({
  browser: {
    storage: {
      session: {
        get: async (key: string) => ({ [key]: stored.get(key) }),
        set: async (items: object) => {
          for (const [key, value] of Object.entries(items)) stored.set(key, value);
        },
        remove: async (key: string) => stored.delete(key),
      },
    },
    tabs: { get: async () => ({ windowId: 3 }) },
    i18n: { getMessage: (name: string) => name, getUILanguage: () => 'en' },
  },
}));

const { handleToastAction, storeToastSubject } = await import(
  '../../../entrypoints/background/save/toast-actions.ts'
);

beforeEach(() => stored.clear());

it('answers once, and only to who knows the toast', async () => {
  const token = await storeToastSubject(7, { articleId: 'harbour' });
  const sender = { tabId: 7, url: 'https://paper.example/', incognito: false };
  await handleToastAction({ token: 'made up', act: 'open' }, sender);
  expect(opened).toEqual([]);
  await handleToastAction({ token, act: 'open' }, sender);
  await handleToastAction({ token, act: 'open' }, sender);
  expect(opened).toEqual(['harbour']);
});
