// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { SingleKeysContext, useShortcuts } from '../../../components/use-shortcuts.ts';
import { show } from './render.tsx';

function Screen({ keys }: { keys: Record<string, () => void> }) {
  useShortcuts(keys);
  return <p>Screen</p>;
}

it('obeys single letters, figures and signs only where the reader has not switched them off', async () => {
  const run = vi.fn();
  const keys = Object.fromEntries(
    ['s', '?', '1', ' ', 'Escape', 'ArrowDown'].map((key) => [key, () => run(key)]),
  );
  const press = async (screen: Awaited<ReturnType<typeof show>>): Promise<unknown[]> => {
    run.mockClear();
    for (const key of Object.keys(keys)) await screen.press(key);
    return run.mock.calls.flat().sort();
  };
  const screen = await show(<Screen keys={keys} />);
  expect(await press(screen)).toEqual([' ', '1', '?', 'ArrowDown', 'Escape', 's']);
  await screen.again(
    <SingleKeysContext.Provider value={false}>
      <Screen keys={keys} />
    </SingleKeysContext.Provider>,
  );
  expect(await press(screen)).toEqual([' ', 'ArrowDown', 'Escape']);
});
