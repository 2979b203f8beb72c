// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { AfterSave } from '../../../../components/popup/AfterSave.tsx';
import { UndoBar } from '../../../../components/ui/UndoBar.tsx';
import { useAfterSave } from '../../../../entrypoints/shared/saving/use-after-save.ts';
import { useUndo } from '../../../../entrypoints/shared/use-undo.ts';
import { type Shown, show } from '../render.tsx';

const filed = vi.hoisted(() => ({
  here: new Set<string>(),
  notes: new Map<string, string>(),
  /** Reading how an article is filed waits for these. */
  slow: new Map<string, Promise<void>>(),
}));

vi.mock('../../../../entrypoints/shared/saving/file-article.ts', () => ({
  readFiling: async (id: string) => {
    await filed.slow.get(id);
    return { tags: [], suggestedTags: [], lists: [], note: filed.notes.get(id) ?? '' };
  },
  filing: {
    note: async (id: string, note: string) => filed.notes.set(id, note),
    undoSave: async (id: string) => filed.here.delete(id),
    redoSave: async (id: string) => filed.here.add(id).has(id),
  },
}));

beforeEach(() => {
  filed.here = new Set(['harbour', 'mill']);
  filed.notes.clear();
  filed.slow.clear();
});

function Screen({ articleId }: { articleId: string }) {
  const undo = useUndo();
  const after = useAfterSave(articleId, undo.undo === null ? undo.act : null, () => undefined);
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
  ['by “Keep”', (page) => page.click('Keep')],
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
