import { lightDark } from '../../utils/look/palette.ts';
import { browser } from '../../utils/platform/browser.ts';
import { loadSettings } from '../../utils/platform/settings-storage.ts';
import { readMessage } from '../../utils/platform/strings.ts';
import type { Theme } from '../../utils/settings/schema.ts';
import { type Direction, directionOfLanguage } from '../../utils/text/text-direction.ts';

interface Toast {
  text: string;
  dir: Direction;
  theme: Theme;
  colours: Record<'ground' | 'ink' | 'quiet' | 'rule', string>;
  /** How long it stays, in ms. */
  stay: number;
}

/**
 * Runs in a tab, alone: shows a toast over the page, out of reach of its styles and scripts. A page's
 * policies refuse style sheets, so that each element has its own.
 */
function showInPage({ text, dir, theme, colours, stay }: Toast): void {
  // Read past the page: its elements may have the name of a property of the document, or of the global object.
  const make = (): HTMLDivElement => Document.prototype.createElement.call(document, 'div') as HTMLDivElement;
  const root = Reflect.get(Document.prototype, 'documentElement', document) as HTMLHtmlElement | null;
  const key = Symbol.for('offprintWord');
  const world = globalThis as unknown as Record<symbol, HTMLDivElement | undefined>;
  world[key]?.remove();
  const host = make();
  host.style.cssText =
    'all:initial!important;position:fixed!important;inset:0!important;width:auto!important;height:auto!important;' +
    'margin:0!important;padding:0!important;border:0!important;background:none!important;display:block!important;' +
    'overflow:visible!important;pointer-events:none!important;z-index:2147483647!important;';
  host.style.setProperty(
    'color-scheme',
    theme === 'dark' || theme === 'light' ? theme : 'light dark',
    'important',
  );
  const words = make();
  words.dir = dir;
  words.setAttribute('role', 'status');
  words.style.cssText =
    'position:fixed;inset-block-start:12px;inset-inline-end:12px;box-sizing:border-box;max-width:min(380px,calc(100vw - 24px));' +
    `padding:12px 16px;border-radius:10px;border:1px solid ${colours.rule};white-space:pre-line;overflow-wrap:anywhere;` +
    `background:${colours.ground};color:${colours.ink};` +
    'box-shadow:0 1px 2px rgb(0 0 0/.08),0 8px 28px rgb(0 0 0/.24);' +
    'font:500 14px/1.4 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;';
  const name = make();
  name.textContent = 'Offprint';
  name.style.cssText = `color:${colours.quiet};font-size:12px;font-weight:400;`;
  const said = make();
  words.append(name, said);
  host.attachShadow({ mode: 'closed' }).append(words);
  root?.append(host);
  // Above dialogs that are open already.
  host.popover = 'manual';
  host.showPopover();
  // Screen readers tell what comes into a place that they know already.
  setTimeout(() => {
    said.textContent = text;
  });
  setTimeout(() => host.remove(), stay);
  world[key] = host;
}

/** False where the user can't see the toolbar button: browsers keep it behind a puzzle piece until it is pinned. */
export async function isButtonSeen(): Promise<boolean> {
  const action = browser.action as { getUserSettings?(): Promise<{ isOnToolbar?: boolean }> };
  return (await action.getUserSettings?.())?.isOnToolbar !== false;
}

/** Shows a toast over the page in a tab for a while; where the browser lets no script in, nothing. */
export async function showToast(tabId: number, text: string, isBad: boolean, stay: number): Promise<void> {
  const { theme } = await loadSettings();
  const dir = directionOfLanguage(readMessage('localeTag'));
  const colours = {
    ground: lightDark('raised'),
    ink: lightDark(isBad ? 'danger' : 'ink'),
    quiet: lightDark('ink-2'),
    rule: lightDark('rule'),
  };
  try {
    await browser.scripting.executeScript({
      target: { tabId, frameIds: [0] },
      func: showInPage,
      args: [{ text, dir, theme, colours, stay }],
      injectImmediately: true,
    });
  } catch (error) {
    console.warn('offprint: no toast', error);
  }
}
