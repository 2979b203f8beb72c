import { closeModalBy, findCloseButton } from './close-button.ts';
import { type HiddenBlock, hideBlock, isClosedByPage, makeInvisible } from './hidden-blocks.ts';
import { type LockContext, PageLock } from './page-lock.ts';
import { relockPage } from './scroll-lock.ts';
import { WorkBudget } from './work-budget.ts';

/** Delay of two or three frames, in ms. */
const FRAMES_MS = 40;
/**
 * Delays (ms) of the checks after a modal was hidden. The first check comes after the next paint, to avoid a second layout;
 * the others are needed because libraries lock the page later or repeatedly.
 */
const CHECK_DELAYS_MS = [FRAMES_MS, 300, 1200, 3000];
/** Minimum time before checks of the same modal are scheduled again, in ms. */
const MIN_SCHEDULE_INTERVAL_MS = 250;
/** Budget of checks after other changes of the page. */
const MAX_CHECKS_AT_ONCE = 20;
const CHECKS_PER_SECOND = 2;
/** Delays (ms) between the checks whether a modal has closed after its button was clicked. Most have an animation. */
const CLOSE_CHECK_DELAYS_MS = [0, 60, 250, 600, 1000];

export interface ModalWatch {
  /** Whether a layer is a wall that locks the page, whatever its words. */
  isWall(layer: Element): boolean;
  /** Schedules checks, after a modal was hidden or the page has changed a hidden one. */
  watch(block: HiddenBlock): void;
  /** Schedules a check, after a change that may lock the page. */
  scheduleCheck(): void;
}

interface Options extends LockContext {
  signal: AbortSignal;
  now: () => number;
  /** Shows a modal and exempts it, because the page can't be used without it. */
  showForUse: (block: HiddenBlock) => void;
}

/**
 * Keeps the page usable after a modal was hidden. Undoes its effects on the page's styles. If that is not enough, because a
 * script locks the page, closes the modal with its own button or Escape. If that fails, shows it again.
 */
export function watchModals(options: Options): ModalWatch {
  const { list, canRepeat, now, signal, showForUse } = options;
  const lock = new PageLock(options);
  /** The modals that are being checked. */
  const blocksInCheck = new Set<HiddenBlock>();
  const budget = new WorkBudget(MAX_CHECKS_AT_ONCE, CHECKS_PER_SECOND, now());
  /** Limits checks on pages that change all the time, because each one forces layout. */
  const spendCheck = (): boolean => {
    if (!budget.has(now())) return false;
    budget.spend(1, now());
    return true;
  };
  const isDone = (block: HiddenBlock): boolean => signal.aborted || !block.item.hidden;

  const check = async (block: HiddenBlock, canTestScripts: boolean): Promise<void> => {
    if (isDone(block) || blocksInCheck.has(block)) return;
    blocksInCheck.add(block);
    try {
      if ((await lock.release(block, canTestScripts)) === 'locked' && !isDone(block)) await close(block);
    } finally {
      blocksInCheck.delete(block);
    }
  };

  const hasClosed = async (block: HiddenBlock): Promise<boolean> => {
    for (const delay of CLOSE_CHECK_DELAYS_MS) {
      await new Promise((resolve) => setTimeout(resolve, delay));
      if (isDone(block) || isClosedByPage(block, options.view)) return true;
      if (!lock.isLocked() && !lock.isLockedByScript(block)) return true;
    }
    return false;
  };

  const close = async (block: HiddenBlock): Promise<void> => {
    if (!canRepeat(`closing ${block.fingerprint}`)) return showForUse(block);
    const button = findCloseButton(block.element);
    makeInvisible(block);
    closeModalBy(block.element, button);
    let isClosed = await hasClosed(block);
    if (!isClosed && button !== null) {
      closeModalBy(block.element, null);
      isClosed = await hasClosed(block);
    }
    if (isDone(block)) return;
    if (!isClosed) return showForUse(block);
    hideBlock(block);
    block.item.wasClosed = true;
    // The modal has undone its own effects.
    if (block.unlockChanges !== null) relockPage(block.unlockChanges);
    block.unlockChanges = null;
    await lock.release(block, false);
  };

  const timers = new Map<HiddenBlock, { since: number; pending: ReturnType<typeof setTimeout>[] }>();
  const scheduleChecks = (block: HiddenBlock): void => {
    const earlier = timers.get(block);
    // An animation may change a modal in every frame.
    if (earlier !== undefined && now() - earlier.since < MIN_SCHEDULE_INTERVAL_MS) return;
    for (const timer of earlier?.pending ?? []) clearTimeout(timer);
    const pending = CHECK_DELAYS_MS.map((delay) =>
      setTimeout(() => void check(block, delay !== FRAMES_MS), delay),
    );
    timers.set(block, { since: now(), pending });
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const checkLastModal = (): void => {
    timer = undefined;
    const modal = list.findLast(({ item, state }) => item.hidden && state.isModal);
    if (modal !== undefined) void check(modal, false);
  };
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    for (const { pending } of timers.values()) for (const timer of pending) clearTimeout(timer);
  });

  return {
    isWall: (layer) => lock.isWall(layer),
    watch(block) {
      if (!isDone(block)) scheduleChecks(block);
    },
    scheduleCheck() {
      if (timer === undefined && spendCheck()) timer = setTimeout(checkLastModal, FRAMES_MS);
    },
  };
}
