import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';

const stored: Record<string, unknown> = {};
vi.mock('../../../utils/platform/browser.ts', () => ({
  browser: {
    storage: {
      local: {
        get: async (key: string) => ({ [key]: stored[key] }),
        set: async (values: Record<string, unknown>) => Object.assign(stored, structuredClone(values)),
      },
    },
  },
}));

const { library } = await import('../../../utils/library/db.ts');
const { saveArticle } = await import('../../../utils/library/articles/save-article.ts');
const { dismissLoss, checkForLoss } = await import('../../../entrypoints/shared/check-for-loss.ts');
const { makeSave } = await import('./make-article.ts');

beforeEach(async () => {
  delete stored.libraryMark;
  await library.delete({ disableAutoOpen: false });
});

it('says nothing of a library that is new, grows, or was emptied by the user', async () => {
  expect(await checkForLoss()).toBeNull();
  await saveArticle(makeSave());
  expect(await checkForLoss()).toBeNull();
  await library.articles.clear();
  await library.counts.clear();
  expect(await checkForLoss()).toBeNull();
});

it('says so when the browser deleted the database, until the user has seen it', async () => {
  await saveArticle(makeSave());
  const at = Date.now() - 60_000;
  await library.meta.put({ key: 'createdAt', value: at - 1 });
  await checkForLoss(at);
  await library.delete({ disableAutoOpen: false });
  expect(await checkForLoss()).toEqual({ articles: 1, at });
  expect(await checkForLoss()).toEqual({ articles: 1, at });
  await dismissLoss();
  expect(await checkForLoss()).toBeNull();
});
