import { findCloseButton, pressClose } from './close-button.ts';
import { conceal, type HiddenBlock, isGone, veil } from './hidden-blocks.ts';
import { type LockedPage, PageLock } from './page-lock.ts';
import { relockPage } from './scroll-lock.ts';
import { WorkBudget } from './work-budget.ts';

/** When a page is looked at again after a modal was hidden, in ms: libraries lock it a little later, and some anew. */
const LOOKS = [300, 1200, 3000];
/** Between two times that later looks are planned for the same modal, in ms. */
const PAUSE = 250;
/** Looks for what changes on the page. */
const LOOKS_AT_ONCE = 20;
const LOOKS_PER_SECOND = 2;
/** When it is seen whether a modal has closed, in ms after its button was pressed: most have an animation first. */
const CLOSING = [0, 60, 250, 600, 1000];

export interface ModalWatch {
  /** Whether a layer is a wall that holds the page, whatever its words. */
  isWall(layer: Element): boolean;
  /** A modal was hidden, or the page does something with a hidden one: it must not keep the user from the page. */
  see(block: HiddenBlock): void;
  /** Something has changed that may hold the page. */
  look(): void;
}

interface Options extends LockedPage {
  signal: AbortSignal;
  now: () => number;
  /** The modal is not to be hidden: the page can't be used without it. */
  leave: (block: HiddenBlock) => void;
}

/**
 * Gives the page back whole when a modal is hidden: what it does to the style of the page is undone; where that is not
 * enough, as with listeners of its scripts, it is closed by its own button; and where it has none, it is left.
 */
export function watchModals(options: Options): ModalWatch {
  const { list, mayRepeat, now, signal, leave } = options;
  const lock = new PageLock(options);
  const closing = new Set<HiddenBlock>();
  const looks = new WorkBudget(LOOKS_AT_ONCE, LOOKS_PER_SECOND, now());
  /** It asks for layout: a page that never rests waits for the next look at the whole of it. */
  const mayLook = (): boolean => {
    if (!looks.has(now())) return false;
    looks.spend(1, now());
    return true;
  };
  const isOver = (block: HiddenBlock): boolean => signal.aborted || !block.item.hidden;

  const check = (block: HiddenBlock, mayAsk: boolean): void => {
    if (isOver(block) || closing.has(block)) return;
    if (lock.free(block, mayAsk) === 'held') void close(block);
  };

  const hasClosed = async (block: HiddenBlock): Promise<boolean> => {
    for (const wait of CLOSING) {
      await new Promise((resolve) => setTimeout(resolve, wait));
      if (isOver(block) || isGone(block, options.view)) return true;
      if (!lock.isLocked() && !lock.isHeldByScript(block)) return true;
    }
    return false;
  };

  const close = async (block: HiddenBlock): Promise<void> => {
    if (!mayRepeat(`closing ${block.fingerprint}`)) return leave(block);
    closing.add(block);
    try {
      const button = findCloseButton(block.element);
      veil(block);
      pressClose(block.element, button);
      let isClosed = await hasClosed(block);
      if (!isClosed && button !== null) {
        pressClose(block.element, null);
        isClosed = await hasClosed(block);
      }
      if (isOver(block)) return;
      if (!isClosed) return leave(block);
      conceal(block);
      block.item.wasClosed = true;
      // It has taken back what it had done itself.
      if (block.unlocking !== null) relockPage(block.unlocking);
      block.unlocking = null;
    } finally {
      closing.delete(block);
    }
    if (!isOver(block)) lock.free(block, false);
  };

  const timers = new Map<HiddenBlock, { since: number; pending: ReturnType<typeof setTimeout>[] }>();
  const lookLater = (block: HiddenBlock): void => {
    const before = timers.get(block);
    // An animation changes its modal with each frame.
    if (before !== undefined && now() - before.since < PAUSE) return;
    for (const timer of before?.pending ?? []) clearTimeout(timer);
    const pending = LOOKS.map((wait) => setTimeout(() => check(block, true), wait));
    timers.set(block, { since: now(), pending });
  };
  signal.addEventListener('abort', () => {
    for (const { pending } of timers.values()) for (const timer of pending) clearTimeout(timer);
  });

  return {
    isWall: (layer) => lock.isWall(layer),
    see(block) {
      if (mayLook()) check(block, false);
      if (!isOver(block)) lookLater(block);
    },
    look() {
      if (!mayLook()) return;
      const modal = list.findLast(({ item, standing }) => item.hidden && standing.modal);
      if (modal === undefined) return;
      check(modal, false);
    },
  };
}
