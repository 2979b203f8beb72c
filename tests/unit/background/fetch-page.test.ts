import { beforeEach, expect, it, vi } from 'vitest';
import { makeSave } from '../library/make-article.ts';

const URL_OF = (name: string): string => `https://paper.example/${name}`;

const world = vi.hoisted(() => ({
  contentType: '',
  body: '',
  /** What the context with a DOM answers. */
  answer: null as unknown,
  tasks: [] as { kind: string }[],
  limits: [] as number[],
}));

vi.mock('../../../utils/platform/browser.ts', () => ({ browser: {} }));
vi.mock('../../../utils/platform/fetch-public-url.ts', () => ({
  fetchPublicUrl: async (url: string, { bytes }: { bytes: number }) => {
    world.limits.push(bytes);
    return { bytes: new TextEncoder().encode(world.body), contentType: world.contentType, url };
  },
}));
vi.mock('../../../utils/platform/stash-file.ts', () => ({ stashFile: async () => 'key' }));
vi.mock('../../../utils/platform/dom-tasks.ts', () => ({
  TaskTimeoutError: class TaskTimeoutError extends Error {},
  runDomTask: async (task: { kind: string }) => {
    world.tasks.push(task);
    return world.answer;
  },
}));

const { fetchPageOrPdf } = await import('../../../entrypoints/background/save/fetch-page.ts');
const { explainFetchError } = await import('../../../entrypoints/background/save/fetch-page.ts');

/** Reads what an address answers. */
async function read(name: string, contentType: string, body: string): Promise<string | undefined> {
  Object.assign(world, { contentType, body });
  await fetchPageOrPdf(URL_OF(name));
  return world.tasks.at(-1)?.kind;
}

beforeEach(() => {
  const { article } = makeSave();
  Object.assign(world, { tasks: [], limits: [] });
  world.answer = { article, quotes: [], voices: [], html: article.html, images: [] };
});

it.each([
  ['locks.pdf', 'application/pdf', '%PDF-1.7', 'pdf'],
  ['download?id=7', 'application/pdf; charset=binary', '%PDF-1.7', 'pdf'],
  ['download?id=7', 'application/octet-stream', '%PDF-1.7', 'pdf'],
  ['download?id=7', '', '%PDF-1.7', 'pdf'],
  ['a', 'text/html', '<p>How to read %PDF-1.7</p>', 'page'],
  // A page that asks for a login.
  ['locks.pdf', 'text/html; charset=utf-8', '<p>Log in</p>', 'page'],
])('%s sent as “%s” is read as a PDF or a page', async (name, type, body, kind) =>
  expect(await read(name, type, body)).toBe(kind),
);

it('reads nothing else', async () => {
  await expect(read('a.zip', 'application/zip', 'PK')).rejects.toMatchObject({ name: 'NoArticleError' });
  await expect(read('a', 'application/octet-stream', 'PK')).rejects.toMatchObject({ name: 'NoArticleError' });
  expect(world.tasks).toEqual([]);
});

it('takes more bytes of what looks like a PDF than of a page', async () => {
  await read('a', 'text/html', '');
  await read('locks.pdf', 'application/pdf', '%PDF-1.7');
  expect(world.limits.map((bytes) => bytes / 2 ** 20)).toEqual([12, 60]);
});

it.each([
  ['noText', 'noArticle'],
  ['locked', 'noArticle'],
  ['tooBig', 'tooBig'],
  ['tooSlow', 'tooSlow'],
])('says why a PDF could not be read: %s', async (answer, reason) => {
  world.answer = answer;
  const error = await read('locks.pdf', 'application/pdf', '%PDF-1.7').catch((reason: unknown) => reason);
  expect(explainFetchError(error)).toMatchObject({ reason, mayRetry: false });
});
