// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { SaveActions, type SaveState } from '../../../../components/popup/SaveActions.tsx';
import { idle } from '../gallery/idle.ts';
import { show } from '../render.tsx';

const READY = 'Ready for your other devices';
const WAITING = 'Not on your other devices yet';

const textOf = async (state: SaveState): Promise<string> => {
  const screen = await show(
    <SaveActions
      state={state}
      isPreview={false}
      hasQuotes={false}
      {...idle('onSave onDontSave onRead onAllQuotes')}
    />,
  );
  return screen.text();
};
const saved = { kind: 'saved', articleId: 'a', savedAt: 0 } as const;

it('says in words whether a save is ready for the other devices', async () => {
  expect(await textOf({ ...saved, synced: 'there' })).toContain(READY);
  expect(await textOf({ ...saved, synced: 'waiting' })).toContain(WAITING);
  expect(await textOf({ ...saved, kind: 'changed', synced: 'there' })).toContain(READY);
});

it('says nothing of that where sync is not set up, or nothing is saved', async () => {
  for (const state of [saved, { ...saved, synced: null }, { kind: 'unsaved' } as const])
    expect(await textOf(state)).not.toContain('other devices');
});
