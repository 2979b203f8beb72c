// @vitest-environment jsdom

import { createRef } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Popup } from '../../../../components/popup/Popup.tsx';
import { QuoteMenu } from '../../../../components/quotes/QuoteMenu.tsx';
import { Reader } from '../../../../components/reader/Reader.tsx';
import { Announcer, useAnnouncedCount } from '../../../../components/ui/announcer.tsx';
import { useSelectionKeys } from '../../../../components/ui/hooks/use-row-selection.ts';
import { SingleKeysContext, useShortcuts } from '../../../../components/ui/hooks/use-shortcuts.ts';
import { ActionMenu } from '../../../../components/ui/menus/ActionMenu.tsx';
import { Sheet } from '../../../../components/ui/Sheet.tsx';
import { VirtualList } from '../../../../components/ui/VirtualList.tsx';
import { LibraryCase } from '../gallery/LibraryCase.tsx';
import { libraryProps } from '../gallery/library-cases.ts';
import { popupProps } from '../gallery/popup-cases.ts';
import { readerProps } from '../gallery/reader-cases.ts';
import { show } from '../render.tsx';

const Search = ({ query }: { query: string }) => {
  useAnnouncedCount(query, '10 articles found');
  return null;
};

it('an announcement does not stay where the screen is read line by line', async () => {
  vi.useFakeTimers();
  const screen = (query: string) => (
    <Announcer>
      <Search query={query} />
    </Announcer>
  );
  const shown = await show(screen('tide'));
  await vi.advanceTimersByTimeAsync(1000);
  await shown.again(screen(''));
  expect(shown.root.textContent).toContain('10 articles found');
  await vi.advanceTimersByTimeAsync(15_000);
  await shown.again(screen(''));
  expect(shown.root.textContent).not.toContain('10 articles found');
  vi.useRealTimers();
});

describe('menus', () => {
  const MENUS = {
    'a row’s menu': (
      <ActionMenu label="More" actions={[{ label: 'Archive', onChoose: () => undefined }]}>
        …
      </ActionMenu>
    ),
    'a quote’s menu': (
      <QuoteMenu
        textId="quote"
        onCopyAs={async () => true}
        onCreatePicture={() => undefined}
        explanation={{ label: 'Why this name?', onShow: () => undefined }}
      />
    ),
  };

  afterEach(() => vi.restoreAllMocks());

  const scrolls = (): Promise<void> => act(() => void document.dispatchEvent(new Event('scroll')));

  it.each(Object.entries(MENUS))(
    '%s stays for a scroll event that comes late, and closes when scrolled away',
    async (_, menu) => {
      const screen = await show(menu);
      await screen.click(/^More/);
      const isOpen = (): boolean => screen.root.querySelector('[role="menu"]') !== null;
      expect(document.activeElement?.getAttribute('role')).toBe('menuitem');
      await scrolls();
      expect(isOpen()).toBe(true);
      vi.spyOn(HTMLButtonElement.prototype, 'getBoundingClientRect').mockReturnValue(
        new DOMRect(0, -40, 24, 24),
      );
      await scrolls();
      expect(isOpen()).toBe(false);
    },
  );
});

it('chooses all with Ctrl and A on every keyboard', async () => {
  let count = 0;
  function Screen() {
    useSelectionKeys(
      () => count++,
      () => () => undefined,
    );
    return null;
  }
  await show(<Screen />);
  const press = (key: string, code: string): void => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code, ctrlKey: true, bubbles: true }));
  };
  for (const [key, code] of [
    ['a', 'KeyA'],
    ['a', 'KeyQ'],
    ['ф', 'KeyA'],
    ['ش', 'KeyA'],
  ] as const)
    press(key, code);
  expect(count).toBe(4);
  press('q', 'KeyA');
  press('й', 'KeyQ');
  expect(count).toBe(4);
});

it('takes the scroll bar away, which no backdrop covers, and keeps its width until the window is closed', async () => {
  const root = document.documentElement;
  Object.defineProperty(root, 'clientWidth', { configurable: true, value: window.innerWidth - 15 });
  const screen = await show(
    <Sheet title="About" onClose={() => undefined}>
      {() => <p>Words</p>}
    </Sheet>,
  );
  expect(root.dataset.modal).toBe('');
  expect(root.style.getPropertyValue('--scroll-bar')).toBe('15px');
  await screen.again(<p>The page</p>);
  expect(root.dataset.modal).toBeUndefined();
  expect(root.style.getPropertyValue('--scroll-bar')).toBe('');
});

it('draws what is near the window, and leaves room for all the rest', async () => {
  const ids = Array.from({ length: 10_000 }, (_, i) => `row ${i}`);
  const list = createRef<HTMLOListElement>();
  await show(
    <VirtualList
      ids={ids}
      label="Rows"
      class="items"
      estimatedHeight={148}
      list={list}
      onRangeChange={() => undefined}
      renderRow={(id) => (
        <li key={id} data-id={id}>
          {id}
        </li>
      )}
    />,
  );
  const drawn = list.current?.children.length ?? 0;
  expect(drawn).toBeGreaterThan(5);
  expect(drawn).toBeLessThan(60);
  const room = Number.parseFloat(list.current?.style.paddingBottom ?? '');
  expect(Math.abs(room - (10_000 - drawn) * 148)).toBeLessThan(10);
});

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
