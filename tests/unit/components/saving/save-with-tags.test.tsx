// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import {
  type AfterSaveProps,
  SaveActions,
  type SaveState,
} from '../../../../components/popup/SaveActions.tsx';
import { show } from '../render.tsx';

it('one press saves and opens the tags', async () => {
  const [onSave, onOpen] = [vi.fn(), vi.fn()];
  const idle = (): void => undefined;
  const afterSave: AfterSaveProps = {
    ...{ details: null, open: null, onOpen, onUndo: null, onTag: idle, onList: idle, onNewList: idle },
    ...{ onNote: idle, onDraft: idle, onRead: idle },
  };
  const actions = (state: SaveState) => (
    <SaveActions
      {...{
        state,
        onSave,
        isPreview: false,
        hasQuotes: false,
        onDontSave: idle,
        onRead: idle,
        onAllQuotes: idle,
      }}
      afterSave={state.kind === 'saved' ? afterSave : null}
    />
  );
  const shown = await show(actions({ kind: 'unsaved' }));
  await shown.click('Save with tags');
  expect(onSave).toHaveBeenCalledWith(false);
  await shown.again(actions({ kind: 'saving' }));
  expect(onOpen).not.toHaveBeenCalled();
  await shown.again(actions({ kind: 'saved', articleId: 'a', savedAt: 0 }));
  expect(onOpen).toHaveBeenCalledExactlyOnceWith('tags');
  // A later save by another button opens nothing.
  await shown.again(actions({ kind: 'unsaved' }));
  await shown.again(actions({ kind: 'saved', articleId: 'a', savedAt: 0 }));
  expect(onOpen).toHaveBeenCalledOnce();
});
