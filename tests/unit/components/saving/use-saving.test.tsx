// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SaveActions } from '../../../../components/popup/SaveActions.tsx';
import type { PageInTab } from '../../../../entrypoints/shared/read-page-state.ts';
import { useSaving } from '../../../../entrypoints/shared/saving/use-saving.ts';
import type { SaveOutcome } from '../../../../utils/messaging/protocol.ts';
import { makeSave } from '../../library/make-article.ts';
import { makeReport } from '../../messaging/make-report.ts';
import { type Shown, show } from '../render.tsx';

/** What is in the library, by address, and how the background answers a save. */
const world = vi.hoisted(() => ({
  saved: new Map<string, { id: string; updatedAt: number; textHash: string }>(),
  answers: [] as ((outcome: SaveOutcome) => void)[],
  requests: [] as object[],
  /** The page shows another text than the saved one. */
  isChanged: false,
}));

vi.mock('../../../../utils/messaging/send.ts', () => ({
  sendToBackground: (_: string, request: object) => {
    world.requests.push(request);
    return new Promise((resolve) => world.answers.push(resolve));
  },
}));
vi.mock('../../../../utils/messaging/receive.ts', () => ({ listen: () => undefined }));
vi.mock('../../../../entrypoints/shared/saving/use-synced.ts', () => ({ useSynced: () => null }));
vi.mock('../../../../utils/library/schema/peek.ts', () => ({
  peekSaved: async (address: string) => world.saved.get(address) ?? null,
  watchPeekQuery: (query: () => Promise<unknown>, onAnswer: (answer: unknown) => void) =>
    setInterval(() => void query().then(onAnswer), 10),
}));
vi.mock('../../../../utils/library/articles/saved-pages.ts', () => ({ isSavedText: () => !world.isChanged }));

/** The page of an article in a tab. */
const pageOf = (id: number, url: string): PageInTab => ({
  kind: 'article',
  tab: { id, windowId: 1, url, title: '', isPrivate: false },
  ...makeReport(url),
  article: { ...makeSave({ url }).article, quotes: [], voices: [] },
  pendingQuotations: null,
  canonicalUrl: null,
});

const HARBOUR = pageOf(1, 'https://paper.example/harbour');
const MILL = pageOf(2, 'https://paper.example/mill');

const EDITED = { title: 'Edited', siteName: null, byline: null, publishedAt: null, lang: 'en' };

/** “Undo” stands there for as long as the save can be taken back. */
function Screen({ page }: { page: PageInTab }) {
  const { state, save, dismiss, former, pages } = useSaving(page);
  return (
    <>
      <SaveActions
        state={state}
        isPreview={false}
        hasQuotes={false}
        onSave={save}
        onCancelSave={dismiss}
        onRead={() => undefined}
        onAllQuotes={() => undefined}
      />
      <button type="button" onClick={() => save(false, EDITED)}>
        Edit and save
      </button>
      <button type="button" onClick={() => pages?.onDownloadAll()}>
        All pages
      </button>
      <p>{former !== null && `former by ${former}`}</p>
      <p>{state.kind === 'saved' && state.isJustSaved === true ? 'can be undone' : 'nothing to undo'}</p>
    </>
  );
}

let shown: Shown;

async function see(page: PageInTab, ms = 100): Promise<string> {
  await shown.again(<Screen page={page} />);
  await vi.advanceTimersByTimeAsync(ms);
  await shown.again(<Screen page={page} />);
  return shown.text();
}

function keep(url: string, articleId: string): void {
  world.saved.set(url, { id: articleId, updatedAt: 0, textHash: '' });
}

const savedAs = (articleId: string, more: object = {}): SaveOutcome => ({
  ok: true,
  articleId,
  updated: false,
  url: '',
  title: '',
  ...more,
});

beforeEach(async () => {
  vi.useFakeTimers();
  vi.stubGlobal('indexedDB', {});
  world.saved.clear();
  world.answers.length = 0;
  world.requests.length = 0;
  shown = await show(<Screen page={HARBOUR} />);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('offers to take a save back for a minute', async () => {
  await shown.click(/^Save/);
  keep('https://paper.example/harbour', 'harbour');
  world.answers[0]?.(savedAs('harbour'));
  expect(await see(HARBOUR)).toContain('can be undone');
  expect(await see(HARBOUR, 50_000)).toContain('can be undone');
  expect(await see(HARBOUR, 20_000)).toContain('nothing to undo');
});

it('a save that answers after the user went to another tab is not that tab’s', async () => {
  keep('https://paper.example/mill', 'mill');
  await shown.click(/^Save/);
  expect(await see(MILL)).toContain('Saved');
  world.answers[0]?.(savedAs('harbour'));
  // “Undo” would delete an article that nobody saved just now.
  expect(await see(MILL)).toContain('nothing to undo');
});

it('saves a changed page again without asking, says what changed, and can put the former text back', async () => {
  keep('https://paper.example/harbour', 'harbour');
  world.isChanged = true;
  await see(HARBOUR);
  await shown.click('Save again');
  await see(HARBOUR);
  world.isChanged = false;
  const changes = { title: false, added: 1, removed: 0, changed: 2 };
  const replaced = { articleId: 'harbour', savedAt: Date.UTC(2026, 0, 5), changes };
  world.answers[0]?.(savedAs('harbour', { updated: true, replaced, undo: 'token' }));
  const text = await see(HARBOUR);
  expect(text).toContain('1 paragraph added, 2 paragraphs changed');
  expect(text).toContain('former by token');
});

it('offers to restore the text that “All pages” has replaced', async () => {
  if (HARBOUR.kind !== 'article') throw new Error('no article');
  const pages = { page: 1, total: 3, first: null, next: null };
  await see({ ...HARBOUR, pages });
  await shown.click('All pages');
  keep('https://paper.example/harbour', 'harbour');
  const changes = { title: false, added: 1, removed: 0, changed: 2 };
  const replaced = { articleId: 'harbour', savedAt: Date.UTC(2026, 0, 5), changes };
  const outcome = {
    ...savedAs('harbour', { replaced, undo: 'token' }),
    from: 1,
    to: 3,
    total: 3,
    problem: null,
  };
  world.answers[0]?.(outcome);
  const text = await see({ ...HARBOUR, pages });
  expect(text).toContain('1 paragraph added, 2 paragraphs changed');
  expect(text).toContain('former by token');
});

it('confirms a save from a private window, where the library cannot be read', async () => {
  const page = pageOf(3, 'https://paper.example/quay');
  if (page.kind !== 'article') throw new Error('no article');
  const hidden: PageInTab = { ...page, tab: { ...page.tab, isPrivate: true } };
  await see(hidden);
  await shown.click(/^Save/);
  world.answers[0]?.({ ok: false, code: 'private', message: '' });
  await see(hidden);
  await shown.click('Save anyway');
  // The library's row never appears in this window.
  world.answers[1]?.(savedAs('quay'));
  expect(await see(hidden)).toContain('Saved in your library. Private windows cannot show it');
  expect(shown.control(/^Saved$/)).toBeTruthy();
  expect(shown.text()).toContain('nothing to undo');
  expect(await see(MILL)).not.toContain('Saved in your library');
});

it.each([
  ['Already saved.', { updated: true, isSame: true }],
  // Its address was imported, or its beginning was saved: the text is new.
  ['Saved again.', { updated: true }],
])('says “%s” according to the text, not to the address', async (words, how) => {
  keep('https://paper.example/harbour', 'harbour');
  await see(HARBOUR);
  await shown.click(/^Saved/);
  world.answers[0]?.(savedAs('harbour', how));
  await see(HARBOUR);
  expect(shown.announced()).toContain(words);
});

it('keeps the edited details while it asks about a private window, and only for that save', async () => {
  await shown.click('Edit and save');
  world.answers[0]?.({ ok: false, code: 'private', message: '' });
  await see(HARBOUR);
  await shown.click('Save anyway');
  world.answers[1]?.({ ok: false, code: 'failed', message: '' });
  await see(HARBOUR);
  await shown.click(/^Save$/);
  expect(world.requests.map((request) => 'details' in request && request.details)).toEqual([
    EDITED,
    EDITED,
    false,
  ]);
});
