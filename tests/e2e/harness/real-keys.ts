import { inFirefoxWindow } from './firefox-window.ts';
import type { Session, Tab } from './session.ts';

/**
 * Presses a combination such as `Alt+Shift+2` as the keyboard does: the browser itself looks first whether it is a
 * shortcut of its own, the access key of a menu or a command of an extension.
 *
 * @param shortcut modifiers and a digit or a capital letter, joined by `+`
 */
export async function pressRealKeys(session: Session, tab: Tab, shortcut: string): Promise<void> {
  const names = shortcut.split('+');
  const key = names.pop() ?? '';
  const code = /\d/.test(key) ? `Digit${key}` : `Key${key}`;
  const keyCode = key.charCodeAt(0);
  await tab.page.bringToFront();
  if (session.kind === 'chromium') {
    const bits: Record<string, number> = { Alt: 1, Ctrl: 2, Shift: 8 };
    const modifiers = names.reduce((sum, name) => sum | (bits[name] ?? 0), 0);
    const devtools = await tab.page.createCDPSession();
    // Without a text: a key that writes something goes to the page alone.
    for (const type of ['rawKeyDown', 'keyUp'] as const)
      await devtools.send('Input.dispatchKeyEvent', {
        type,
        modifiers,
        windowsVirtualKeyCode: keyCode,
        // Without this one, Chromium keeps the key from its own shortcuts.
        nativeVirtualKeyCode: keyCode,
        code,
        key,
      });
    await devtools.detach();
    return;
  }
  await inFirefoxWindow(
    session,
    `(() => {
      window.focus();
      gBrowser.selectedBrowser.focus();
      const keyboard = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
      keyboard.beginInputTransactionForTests(window);
      const codes = { Alt: 18, Ctrl: 17, Shift: 16 };
      const names = { Ctrl: 'Control' };
      const held = ${JSON.stringify(names)}.map((name) =>
        new KeyboardEvent('', { key: names[name] ?? name, code: (names[name] ?? name) + 'Left', keyCode: codes[name] }));
      const key = new KeyboardEvent('', { key: '${key}', code: '${code}', keyCode: ${keyCode} });
      for (const each of [...held, key]) keyboard.keydown(each);
      for (const each of [key, ...held.reverse()]) keyboard.keyup(each);
    })()`,
  );
}

/** Names of Firefox's menus that are open; other browsers have no menu bar. */
export async function openMenus(session: Session): Promise<string[]> {
  if (session.kind === 'chromium') return [];
  const names = await inFirefoxWindow<string>(
    session,
    "[...document.querySelectorAll('#main-menubar > menu')].filter((menu) => menu.open).map((menu) => menu.id).join()",
  );
  return names === '' ? [] : names.split(',');
}
