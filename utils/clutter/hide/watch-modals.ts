import { findCloseButton, pressClose } from './close-button.ts';
import { conceal, type HiddenBlock, isGone, veil } from './hidden-blocks.ts';
import { type LockedPage, PageLock } from './page-lock.ts';
import { relockPage } from './scroll-lock.ts';
import { WorkBudget } from './work-budget.ts';

/** Two frames or three, in ms. */
const DRAWN = 40;
/**
 * When a page is looked at after a modal was hidden, in ms: once it has been drawn without it, since what is asked
 * before that has the page laid out twice; and again, since libraries lock it a little later, and some anew.
 */
const LOOKS = [DRAWN, 300, 1200, 3000];
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
  /** Those that are being seen to. */
  const busy = new Set<HiddenBlock>();
  const looks = new WorkBudget(LOOKS_AT_ONCE, LOOKS_PER_SECOND, now());
  /** It asks for layout: a page that never rests waits for the next look at the whole of it. */
  const mayLook = (): boolean => {
    if (!looks.has(now())) return false;
    looks.spend(1, now());
    return true;
  };
  const isOver = (block: HiddenBlock): boolean => signal.aborted || !block.item.hidden;

  const check = async (block: HiddenBlock, mayAsk: boolean): Promise<void> => {
    if (isOver(block) || busy.has(block)) return;
    busy.add(block);
    try {
      if ((await lock.free(block, mayAsk)) === 'held' && !isOver(block)) await close(block);
    } finally {
      busy.delete(block);
    }
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
    await lock.free(block, false);
  };

  const timers = new Map<HiddenBlock, { since: number; pending: ReturnType<typeof setTimeout>[] }>();
  const lookLater = (block: HiddenBlock): void => {
    const before = timers.get(block);
    // An animation changes its modal with each frame.
    if (before !== undefined && now() - before.since < PAUSE) return;
    for (const timer of before?.pending ?? []) clearTimeout(timer);
    const pending = LOOKS.map((wait) => setTimeout(() => void check(block, wait !== DRAWN), wait));
    timers.set(block, { since: now(), pending });
  };
  let looking: ReturnType<typeof setTimeout> | undefined;
  const lookAtLast = (): void => {
    looking = undefined;
    const modal = list.findLast(({ item, standing }) => item.hidden && standing.modal);
    if (modal !== undefined) void check(modal, false);
  };
  signal.addEventListener('abort', () => {
    clearTimeout(looking);
    for (const { pending } of timers.values()) for (const timer of pending) clearTimeout(timer);
  });

  return {
    isWall: (layer) => lock.isWall(layer),
    see(block) {
      if (!isOver(block)) lookLater(block);
    },
    look() {
      if (looking === undefined && mayLook()) looking = setTimeout(lookAtLast, DRAWN);
    },
  };
}
