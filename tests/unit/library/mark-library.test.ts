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
const { forgetLoss, markLibrary } = await import('../../../entrypoints/shared/mark-library.ts');
const { makeSave } = await import('./make-article.ts');

beforeEach(async () => {
  delete stored.libraryMark;
  await library.delete({ disableAutoOpen: false });
});

it('says nothing of a library that is new, grows, or was emptied by the reader', async () => {
  expect(await markLibrary()).toBeNull();
  await saveArticle(makeSave());
  expect(await markLibrary()).toBeNull();
  await library.articles.clear();
  await library.counts.clear();
  expect(await markLibrary()).toBeNull();
});

it('says so when the browser deleted the database, until the reader has seen it', async () => {
  await saveArticle(makeSave());
  const at = Date.now() - 60_000;
  await library.meta.put({ key: 'createdAt', value: at - 1 });
  await markLibrary(at);
  await library.delete({ disableAutoOpen: false });
  expect(await markLibrary()).toEqual({ articles: 1, at });
  expect(await markLibrary()).toEqual({ articles: 1, at });
  await forgetLoss();
  expect(await markLibrary()).toBeNull();
});
