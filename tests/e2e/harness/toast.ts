import type { Session, Tab } from './session.ts';
import { waitFor } from './wait-for.ts';

interface ShownButton {
  name: string;
  /** The middle, in CSS pixels of the window. */
  x: number;
  y: number;
}

/** What Offprint shows over a page. */
interface Shown {
  /** The words of a toast; empty in a bar, which has none. */
  text: string;
  buttons: ShownButton[];
}

/** Runs in a tab. Reads past the page, whose elements may have the names of what is looked up. */
function readShown(): Shown[] {
  type Look = (element: Element) => ShadowRoot | null;
  const { chrome } = globalThis as unknown as { chrome: { dom?: { openOrClosedShadowRoot?: Look } } };
  const hosts = Document.prototype.querySelectorAll.call(document, 'html > *, dialog > *');
  return [...hosts].flatMap((host) => {
    const { openOrClosedShadowRoot: own } = host as { openOrClosedShadowRoot?: ShadowRoot | null };
    const root = own ?? (host instanceof HTMLElement ? chrome.dom?.openOrClosedShadowRoot?.(host) : null);
    if (!root) return [];
    const buttons = [...root.querySelectorAll('button')].map((button) => {
      const { left, top, width, height } = button.getBoundingClientRect();
      const name = button.getAttribute('aria-label') ?? button.textContent ?? '';
      return { name, x: left + width / 2, y: top + height / 2 };
    });
    return [{ text: root.querySelector('[role="status"]')?.textContent ?? '', buttons }];
  });
}

const read = (session: Session, tab: Tab): Promise<Shown[]> =>
  session.extension.runInTab<Shown[]>(tab.id, readShown, []);

/** Clicks a button of a toast or a bar over a tab's page, with the mouse. */
export async function clickInToast(
  session: Session,
  tab: Tab,
  label: string,
  limitMs?: number,
): Promise<void> {
  await tab.page.bringToFront();
  let last: ShownButton | undefined;
  // It may still move into its place.
  const place = await waitFor(`“${label}” at rest over the page`, async () => {
    const shown = await read(session, tab);
    const found = shown.flatMap(({ buttons }) => buttons).find(({ name }) => name === label);
    const isAtRest = found !== undefined && found.x === last?.x && found.y === last.y;
    last = found;
    return isAtRest && found;
  });
  // It answers only once it has been seen for a moment.
  await waitFor(
    `“${label}” over the page to answer`,
    async () => {
      await tab.page.mouse.click(place.x, place.y);
      const shown = await read(session, tab);
      const isThere = ({ name, x, y }: ShownButton): boolean =>
        name === label && x === place.x && y === place.y;
      return !shown.flatMap(({ buttons }) => buttons).some(isThere);
    },
    limitMs,
  );
}

/**
 * Waits until a toast over a tab's page says these words. In the test build it stays until another takes its place.
 *
 * @param words of the toast; a pattern is matched against them and the names of its buttons after them
 */
export async function waitForToast(session: Session, tab: Tab, words: string | RegExp): Promise<void> {
  let last: string[] = [];
  await waitFor(`“${words}” in a toast`, async () => {
    const toasts = (await read(session, tab)).filter(({ text }) => text !== '');
    last = toasts.map(({ text, buttons }) => [text, ...buttons.map(({ name }) => name)].join(' '));
    return last.some((said) => (typeof words === 'string' ? said.includes(words) : words.test(said)));
  }).catch((cause: unknown) => {
    throw new Error(`no “${words}” in a toast, but ${last.join(' | ') || 'nothing'}`, { cause });
  });
}
