// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { Popup } from '../../../components/popup/Popup.tsx';
import { Reader } from '../../../components/reader/Reader.tsx';
import { SingleKeysContext, useShortcuts } from '../../../components/ui/hooks/use-shortcuts.ts';
import { LibraryCase } from './gallery/LibraryCase.tsx';
import { libraryProps } from './gallery/library-cases.ts';
import { popupProps } from './gallery/popup-cases.ts';
import { readerProps } from './gallery/reader-cases.ts';
import { show } from './render.tsx';

function Screen({ keys }: { keys: Record<string, () => void> }) {
  useShortcuts(keys);
  return <p>Screen</p>;
}

it('obeys single letters, digits and symbols only where the user has not switched them off', async () => {
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

it('names single keys on the controls only where they work', async () => {
  const named = (root: HTMLElement): string[] => {
    const titles = [...root.querySelectorAll<HTMLElement>('[title]')].map(({ title }) => title);
    const keys = [...root.querySelectorAll('[aria-keyshortcuts]')].map((element) => element.className);
    return [...titles.filter((title) => / \(.\)$/.test(title)), ...keys];
  };
  for (const screen of [
    <Popup {...popupProps()} />,
    <Reader {...readerProps()} />,
    <LibraryCase {...libraryProps()} />,
  ]) {
    const shown = await show(screen);
    expect(named(shown.root).length).toBeGreaterThan(3);
    await shown.again(<SingleKeysContext.Provider value={false}>{screen}</SingleKeysContext.Provider>);
    expect(named(shown.root)).toEqual([]);
  }
});

it('obeys the keys where they stand, on keyboards without Latin letters', async () => {
  // Two keys are meant as one only where the second comes soon.
  vi.spyOn(Event.prototype, 'timeStamp', 'get').mockReturnValue(0);
  const run = vi.fn();
  const keys = Object.fromEntries(
    ['j', 'g i', 'G', '[', '.', '1', '/', 'q'].map((key) => [key, () => run(key)]),
  );
  await show(<Screen keys={keys} />);
  const press = (key: string, code: string, shiftKey = false): void => {
    const init = { key, code, shiftKey, bubbles: true, cancelable: true };
    document.body.dispatchEvent(new KeyboardEvent('keydown', init));
  };
  const pressed = (): unknown[] => run.mock.calls.splice(0).flat();
  // Cyrillic, with its signs; Greek; Arabic, with its digits.
  press('о', 'KeyJ');
  press('п', 'KeyG');
  press('ш', 'KeyI');
  press('П', 'KeyG', true);
  press('х', 'BracketLeft');
  press('ξ', 'KeyJ');
  press('ت', 'KeyJ');
  press('١', 'Digit1');
  expect(pressed()).toEqual(['j', 'g i', 'G', '[', 'j', 'j', '1']);
  // The full stop of a Cyrillic keyboard is where others have the slash; a letter of Dvorak is where it is written.
  press('.', 'Slash');
  press('j', 'KeyC');
  press("'", 'KeyQ');
  expect(pressed()).toEqual(['.', 'j']);
});
