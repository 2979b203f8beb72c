import { beforeEach, expect, it, vi } from 'vitest';

const stored = vi.hoisted(() => new Map<string, unknown>());

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

const { handleToastAction, rememberToast } = await import(
  '../../../entrypoints/background/save/toast-actions.ts'
);

beforeEach(() => stored.clear());

it('“Save newer version” is of the tab and the article that it asks about, not of what is in front', async () => {
  const saveNewer = vi.fn(async () => undefined);
  const token = await rememberToast(7, { articleId: 'harbour', link: null, source: 12 });
  const sender = { tabId: 7, url: 'https://paper.example/', incognito: false };
  await handleToastAction({ token: 'made up', act: 'newer' }, sender, saveNewer);
  expect(saveNewer).not.toHaveBeenCalled();
  await handleToastAction({ token, act: 'newer' }, sender, saveNewer);
  expect(saveNewer).toHaveBeenCalledWith(expect.objectContaining({ articleId: 'harbour', source: 12 }), 3);
});
