// @vitest-environment jsdom
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { AfterSave } from '../../../../components/popup/AfterSave.tsx';
import { UndoBar } from '../../../../components/ui/UndoBar.tsx';
import { useAfterSave } from '../../../../entrypoints/shared/saving/use-after-save.ts';
import { useUndo } from '../../../../entrypoints/shared/use-undo.ts';
import type { FormerArticle } from '../../../../utils/library/articles/former-article.ts';
import { type Shown, show } from '../render.tsx';

const filed = vi.hoisted(() => ({
  here: new Set<string>(),
  notes: new Map<string, string>(),
  /** Reading how an article is filed waits for these. */
  slow: new Map<string, Promise<void>>(),
  former: null as FormerArticle | null,
  back: [] as unknown[],
}));

vi.mock('../../../../entrypoints/shared/saving/file-article.ts', () => ({
  readFiling: async (id: string) => {
    await filed.slow.get(id);
    return { tags: [], suggestedTags: [], lists: [], note: filed.notes.get(id) ?? '' };
  },
  filing: {
    note: async (id: string, note: string) => filed.notes.set(id, note),
    noteIfThere: async (id: string, note: string) => filed.notes.set(id, note),
    putBackFormer: async (former: unknown) => filed.back.push(former) > 0,
    undoSave: async (id: string) => filed.here.delete(id),
    redoSave: async (id: string) => filed.here.add(id).has(id),
  },
}));

beforeEach(() => {
  filed.here = new Set(['harbour', 'mill']);
  filed.notes.clear();
  filed.slow.clear();
  filed.former = null;
  filed.back = [];
  localStorage.clear();
});

function Screen({ articleId }: { articleId: string }) {
  const undo = useUndo();
  const [isSettled, setSettled] = useState(false);
  const fresh = isSettled ? null : { undo, settle: () => setSettled(true), former: filed.former };
  const after = useAfterSave(articleId, fresh, () => undefined);
  return (
    <>
      {after !== null && <AfterSave {...after} />}
      {undo.undo !== null && <UndoBar {...undo.undo} onDismiss={undo.dismiss} />}
    </>
  );
}

const settled = (condition: () => boolean): Promise<void> => vi.waitFor(() => expect(condition()).toBe(true));

it('a save that was taken back can be had again', async () => {
  const page = await show(<Screen articleId="harbour" />);
  await page.click('Undo');
  await settled(() => page.text().includes('Taken out of your library again.'));
  expect([...filed.here]).toEqual(['mill']);
  await page.click('Undo');
  await settled(() => filed.here.has('harbour'));
});

it('no single key deletes what was saved: “u” is there for the undo bar', async () => {
  const page = await show(<Screen articleId="harbour" />);
  await page.press('u');
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
  expect(filed.here.has('harbour')).toBe(true);
});

const field = (page: Shown) => page.root.querySelector('textarea');

async function write(page: Shown, words: string): Promise<void> {
  await page.click('Note');
  await settled(() => field(page) !== null);
  await act(() => {
    const area = field(page);
    if (area === null) return;
    area.value = words;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

it.each<[string, (page: Shown) => Promise<void>]>([
  ['by “Save”', (page) => page.click('Save')],
  ['by Escape', (page) => page.press('Escape')],
  ['by another button', (page) => page.click('Tags')],
  ['for another tab', (page) => page.again(<Screen articleId="mill" />)],
])('a note stays that was being written, and with its article, when it is left %s', async (_, leave) => {
  const page = await show(<Screen articleId="harbour" />);
  await write(page, 'Ask the pilot.');
  await leave(page);
  await settled(() => filed.notes.size > 0);
  expect([...filed.notes]).toEqual([['harbour', 'Ask the pilot.']]);
  await settled(() => page.announced() !== '');
});

it('shows no note of an article that the user has left, however late it is read', async () => {
  filed.notes.set('harbour', 'Ask the pilot.');
  let answer = (): void => undefined;
  filed.slow.set(
    'harbour',
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  filed.slow.set('mill', new Promise(() => undefined));
  const page = await show(<Screen articleId="harbour" />);
  await page.click('Note');
  await page.again(<Screen articleId="mill" />);
  answer();
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
  await page.again(<Screen articleId="mill" />);
  expect(field(page)).toBeNull();
});

const pressCtrlZ = (): Promise<void> =>
  act(() => {
    const init = { key: 'z', ctrlKey: true, bubbles: true, cancelable: true };
    document.body.dispatchEvent(new KeyboardEvent('keydown', init));
  });

it('takes a save back by Ctrl and Z, once', async () => {
  const page = await show(<Screen articleId="harbour" />);
  await pressCtrlZ();
  await settled(() => !filed.here.has('harbour'));
  await settled(() => page.text().includes('Undone: Saved'));
  await pressCtrlZ();
  expect([...filed.here]).toEqual(['mill']);
});

it('puts the former text back after a newer one was saved, by one click', async () => {
  filed.former = { article: { id: 'harbour' } } as FormerArticle;
  const page = await show(<Screen articleId="harbour" />);
  await page.click('Undo');
  await settled(() => page.text().includes('The former text is back.'));
  expect(filed.back).toEqual([filed.former]);
  expect(filed.here.has('harbour')).toBe(true);
});

it('keeps a note that was being written when the popup was closed by a click beside it', async () => {
  const page = await show(<Screen articleId="harbour" />);
  await write(page, 'Ask the');
  // While the user writes on, it is in the library already.
  await settled(() => filed.notes.get('harbour') === 'Ask the');
  await act(() => {
    const area = field(page);
    if (area === null) return;
    area.value = 'Ask the pilot.';
    area.dispatchEvent(new Event('input', { bubbles: true }));
  });
  // Gone with all its timers, as a closed popup is.
  const draft = localStorage.getItem('noteDraft') ?? '';
  await page.again(null);
  filed.notes.clear();
  localStorage.setItem('noteDraft', draft);
  await show(<Screen articleId="mill" />);
  await settled(() => filed.notes.get('harbour') === 'Ask the pilot.');
  await settled(() => localStorage.getItem('noteDraft') === null);
});
