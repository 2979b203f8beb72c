// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { showInPage } from '../../../entrypoints/toast/toast-in-page.ts';
import type { PageToast } from '../../../utils/messaging/protocol.ts';

const TOAST: PageToast = {
  text: 'Saved.',
  token: 'a',
  buttons: [
    { act: 'undoNewer', label: 'Undo' },
    { act: 'tags', label: 'Tags' },
  ],
  takesFocus: true,
  dir: 'ltr',
  theme: 'light',
  isBad: false,
  stay: 8000,
};

/** The toast's own tree, which the page can't see. */
let shadow: ShadowRoot;

beforeEach(() => {
  vi.useFakeTimers();
  HTMLElement.prototype.showPopover = () => undefined;
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function of(this: Element, init) {
    shadow = attach.call(this, init);
    return shadow;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

it('a key pressed blindly takes nothing back: another button has the focus', () => {
  showInPage(TOAST, new AbortController());
  expect(shadow.activeElement?.textContent).toBe('Tags');
  vi.advanceTimersByTime(60_000);
  expect(shadow.host.isConnected).toBe(true);
});

it('goes where it could not have the focus, as under a dialog of the page', () => {
  vi.spyOn(HTMLElement.prototype, 'focus').mockImplementation(() => undefined);
  showInPage(TOAST, new AbortController());
  expect(shadow.host.isConnected).toBe(true);
  vi.advanceTimersByTime(9000);
  expect(shadow.host.isConnected).toBe(false);
});
