// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { mount } from '../../../entrypoints/shared/mount.tsx';

vi.mock('../../../utils/platform/strings.ts', () => ({ readMessage: () => 'en', uiLocale: () => 'en' }));
vi.mock('../../../utils/platform/phone.ts', () => ({ isPhone: () => false }));
vi.mock('../../../utils/platform/settings-storage.ts', () => ({ followSettings: async () => undefined }));

const scrolled = vi.fn();

/** Moves the focus to the screen's button with the Tab key. */
function tabTo(button: HTMLElement): void {
  button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
  button.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
}

beforeEach(() => {
  scrolled.mockClear();
  Element.prototype.scrollIntoView = scrolled;
  document.body.innerHTML = '<main id="root"></main>';
});

it('keeps the focus in view while the screen is open, and stops when it is closed', async () => {
  await act(() => mount(() => <button type="button">Save</button>));
  const root = document.querySelector('#root') as HTMLElement;
  tabTo(root.querySelector('button') as HTMLElement);
  expect(scrolled).toHaveBeenCalledOnce();
  await act(() => render(null, root));
  document.body.innerHTML = '<button>Another screen’s</button>';
  tabTo(document.querySelector('button') as HTMLElement);
  expect(scrolled).toHaveBeenCalledOnce();
});
