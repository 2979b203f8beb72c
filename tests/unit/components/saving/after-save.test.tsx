// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { AfterSave } from '../../../../components/popup/AfterSave.tsx';
import { UndoBar } from '../../../../components/ui/UndoBar.tsx';
import { useAfterSave } from '../../../../entrypoints/shared/use-after-save.ts';
import { useUndo } from '../../../../entrypoints/shared/use-undo.ts';
import { show } from '../render.tsx';

const filed = vi.hoisted(() => ({ here: new Set<string>() }));

vi.mock('../../../../entrypoints/shared/file-article.ts', () => ({
  filing: {
    undoSave: async (id: string) => filed.here.delete(id),
    redoSave: async (id: string) => filed.here.add(id).has(id),
  },
}));

beforeEach(() => {
  filed.here = new Set(['harbour', 'mill']);
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
