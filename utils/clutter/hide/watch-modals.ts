import { findCloseButton, pressClose } from './close-button.ts';
import { conceal, type HiddenBlock, isGone, veil } from './hidden-blocks.ts';
import { type LockedPage, PageLock } from './page-lock.ts';
import { relockPage } from './scroll-lock.ts';
import { WorkBudget } from './work-budget.ts';

/** Two or three frames, in ms. */
const FRAMES_MS = 40;
/**
 * When a page is checked after a modal was hidden, in ms: after it has been painted without it, to avoid a second layout,
 * and later again, because libraries lock the page later or repeatedly.
 */
const CHECKS_MS = [FRAMES_MS, 300, 1200, 3000];
/** Minimum interval between schedules of later checks for the same modal. */
const PAUSE_MS = 250;
/** Budget of checks after other changes. */
const CHECKS_AT_ONCE = 20;
const CHECKS_PER_SECOND = 2;
/** When it is checked whether a modal has closed, in ms after its button was clicked: most have an animation. */
const CLOSE_CHECKS_MS = [0, 60, 250, 600, 1000];

export interface ModalWatch {
  /** Whether a layer is a wall that holds the page, whatever its words. */
  isWall(layer: Element): boolean;
  /** Called when a modal was hidden or the page changes a hidden one, to keep the page usable. */
  see(block: HiddenBlock): void;
  /** Called after a change that may block the page. */
  look(): void;
}

interface Options extends LockedPage {
  signal: AbortSignal;
  now: () => number;
  /** Shows a modal permanently, because the page can't be used without it. */
  leave: (block: HiddenBlock) => void;
}

/**
 * Keeps the page usable after a modal was hidden: its effects on the page's style are undone; if that is insufficient,
 * because its scripts block the page, it is closed by its own button; if it has none, it is shown again.
 */
export function watchModals(options: Options): ModalWatch {
  const { list, mayRepeat, now, signal, leave } = options;
  const lock = new PageLock(options);
  /** The modals being handled. */
  const busy = new Set<HiddenBlock>();
  const looks = new WorkBudget(CHECKS_AT_ONCE, CHECKS_PER_SECOND, now());
  /** Checks force layout, so on a page that changes all the time they wait for the next full pass. */
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
    for (const wait of CLOSE_CHECKS_MS) {
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
    // The modal has undone its own effects.
    if (block.unlocking !== null) relockPage(block.unlocking);
    block.unlocking = null;
    await lock.free(block, false);
  };

  const timers = new Map<HiddenBlock, { since: number; pending: ReturnType<typeof setTimeout>[] }>();
  const lookLater = (block: HiddenBlock): void => {
    const before = timers.get(block);
    // Animations change a modal in every frame.
    if (before !== undefined && now() - before.since < PAUSE_MS) return;
    for (const timer of before?.pending ?? []) clearTimeout(timer);
    const pending = CHECKS_MS.map((wait) => setTimeout(() => void check(block, wait !== FRAMES_MS), wait));
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
      if (looking === undefined && mayLook()) looking = setTimeout(lookAtLast, FRAMES_MS);
    },
  };
}
