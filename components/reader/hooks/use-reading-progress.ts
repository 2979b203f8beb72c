import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

/** Nothing is recorded before the user has scrolled or stayed this long, in ms: opening is not reading. */
const DWELL_MS = 4000;
/** Minimum time between two reports, in ms. */
const MIN_REPORT_INTERVAL_MS = 800;
/** Below and above these shares an article is opened at the top: it was only glanced at, or finished. */
const MIN_RESUME_PROGRESS = 0.02;
const MAX_RESUME_PROGRESS = 0.95;
/** Differences up to this share are the same position: rounding, or another window width. */
const PROGRESS_TOLERANCE = 0.01;
/** Number of own reports that the library may not have processed yet. */
const MAX_OWN_REPORTS = 4;
/** For this long after opening, the window follows another device's progress; later the user may be reading. In ms. */
const FOLLOW_MS = 10_000;
/** A press within this time after returning is the one that brought the window to the front, in ms. */
const IGNORE_PRESS_MS = 500;
/** Maximum time to wait for images above the position, in ms. */
const MAX_IMAGE_WAIT_MS = 1500;

async function waitForImages(article: HTMLElement): Promise<void> {
  const decoded = [...article.querySelectorAll('img')].map((image) => image.decode());
  const timeout = new Promise((resolve) => setTimeout(resolve, MAX_IMAGE_WAIT_MS));
  // An image that cannot be decoded takes its space as well.
  await Promise.race([Promise.allSettled(decoded), timeout]);
}

/** Where the user stopped reading. */
export interface ReadingStart {
  /** 0–1. */
  progress: number;
  /** More precise than `progress`; null if only that is known, as for an article from another browser. */
  place: ReadingPosition | null;
  /**
   * The user came for something else in the text, which the page scrolls to: `progress` is kept until they scroll
   * beyond it.
   */
  isElsewhere?: boolean;
}

interface Progress {
  /** 0–1. */
  progress: number;
  /** Call this when the window is scrolled for the user, which is not reading. */
  onJump: () => void;
  /** A position further on, read on another device, that the user may jump to; null if there is none. */
  further: FurtherProgress | null;
}

export interface FurtherProgress {
  onGo: () => void;
  onDismiss: () => void;
}

/**
 * Tracks the reading progress from the top to where the last line of the body is in view. Keeps the current paragraph
 * in place when the text is laid out again: an image loads, the font or the window changes.
 *
 * @param body the text's element once it is in the page
 * @param start where the user stopped the last time; the window is scrolled there
 * @param storedProgress the progress currently stored in the library, 0–1. If another device is ahead, the window follows; if
 * the user has already begun to read here, the position is offered
 * @param onProgress called now and then, and when the page is left, which allows nothing slow
 */
export function useReadingProgress(
  body: HTMLElement | null,
  start: ReadingStart,
  storedProgress: number,
  onProgress: (progress: number, place: ReadingPosition | null, isLeaving: boolean) => void,
): Progress {
  const [progress, setProgress] = useState(start.progress);
  const [further, setFurther] = useState<FurtherProgress | null>(null);
  const jumpRef = useRef<() => void>(() => undefined);
  const onJump = useCallback(() => jumpRef.current(), []);
  /**
   * The progress that looking at another position must not reduce; null if reading continues from the start position.
   */
  const furthest = useRef(start.isElsewhere === true ? start.progress : null);
  const report = useRef(onProgress);
  report.current = onProgress;
  const resumeAt = useRef<ReadingStart | null>(start);
  /** The last known progress when reading began here. */
  const initialProgress = useRef(start.progress);
  /** Progress values that the library reported or will report because of this page's own reports. */
  const knownProgress = useRef<readonly number[]>([start.progress, storedProgress]);
  /** The offered progress, kept when the body is replaced. */
  const offered = useRef<number | null>(null);
  const followRef = useRef<(share: number) => void>(() => undefined);
  useEffect(() => {
    if (body === null) return;
    // Includes the headline and lead image, since what loads late there moves the text too.
    const article = body.closest('article') ?? body;
    let now = 0;
    let reportedProgress = -1;
    let hasMoved = false;
    /** True after a while without any input, long enough to read what is in the window. */
    let hasStayed = false;
    /** When the page was opened or returned to; `isTouched`: with input since then. */
    let openedAt = performance.now();
    let isTouched = false;
    /** The start position has been restored. */
    let isRestored = false;
    /** Another device's progress, which may arrive before the text is laid out. */
    let remoteProgress: number | null = null;
    /** The scroll position when an offer was made, in px. */
    let offeredAt = 0;
    let place: ReadingPosition | null = null;
    /** The last scroll position set by this hook, and the article's height then. */
    let ownScrollY = -1;
    let height = article.offsetHeight;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const sendReport = (isLeaving = false): void => {
      timer = null;
      // A report now would be newer than the position still to be restored or offered.
      if (!isRestored || offered.current !== null || now === reportedProgress || !(hasMoved || hasStayed))
        return;
      // Unchanged: reporting it again would overrule another device that is ahead.
      if (!hasMoved && Math.abs(now - initialProgress.current) < PROGRESS_TOLERANCE) return;
      if (furthest.current !== null && now <= furthest.current) return;
      furthest.current = null;
      reportedProgress = now;
      initialProgress.current = now;
      knownProgress.current = [now, ...knownProgress.current].slice(0, MAX_OWN_REPORTS);
      report.current(now, place, isLeaving);
    };
    const measure = (): void => {
      now = measureProgress(body, hasMoved || hasStayed);
      setProgress(now);
      timer ??= setTimeout(() => sendReport(), MIN_REPORT_INTERVAL_MS);
    };
    const restorePosition = (): void => {
      if (place === null) return;
      scrollToPosition(body, place);
      ownScrollY = window.scrollY;
    };
    const markJump = (): void => {
      ownScrollY = window.scrollY;
      place = readPosition(body);
    };
    jumpRef.current = markJump;
    const goToShare = (share: number): void => {
      window.scrollTo({ top: scrollLimit(body) * share, behavior: 'instant' });
      ownScrollY = window.scrollY;
      // Used to restore the position when the font or the window changes.
      place = readPosition(body);
    };
    const followRemote = (share: number): void => {
      initialProgress.current = share;
      remoteProgress = share;
      hasMoved = false;
      goToShare(share);
      measure();
    };
    const endOffer = (): void => {
      offered.current = null;
      setFurther(null);
    };
    /** Moves the focus to the text, for screen readers and for the keyboard after the offer's button has gone. */
    const focusText = (): void => {
      const at = readPosition(body)?.block ?? 0;
      const block = getBlocks(body)[at];
      if (!(block instanceof HTMLElement)) return;
      block.tabIndex = -1;
      block.focus({ preventScroll: true });
    };
    const offer = (share: number): void => {
      offered.current = share;
      offeredAt = window.scrollY;
      const onDismiss = (): void => {
        endOffer();
        focusText();
      };
      const onGo = (): void => {
        endOffer();
        followRemote(share);
        focusText();
      };
      setFurther({ onGo, onDismiss });
    };
    followRef.current = (share) => {
      if (furthest.current !== null) return;
      if (knownProgress.current.some((known) => Math.abs(share - known) < PROGRESS_TOLERANCE)) return;
      knownProgress.current = [share];
      endOffer();
      if (share >= MAX_RESUME_PROGRESS) return;
      // Someone who reads without scrolling must not lose the line. In a hidden tab nobody reads.
      const isQuiet = !hasMoved && !isTouched && performance.now() - openedAt <= FOLLOW_MS;
      const mayRead = document.visibilityState !== 'hidden' && !isQuiet;
      if (!mayRead) followRemote(share);
      else if (share > now + PROGRESS_TOLERANCE) offer(share);
    };
    const onScroll = (): void => {
      // The window was scrolled by this hook, perhaps as far as a text without its images allows.
      if (Math.abs(window.scrollY - ownScrollY) < 1) return;
      ownScrollY = -1;
      hasMoved = true;
      // The user reads on, which dismisses the offer.
      const isFar = isRestored && Math.abs(window.scrollY - offeredAt) > window.innerHeight;
      if (offered.current !== null && isFar) endOffer();
      // Between a resize and restoring the position, another paragraph stands here.
      if (place === null || article.offsetHeight === height) place = readPosition(body);
      measure();
    };
    /** The same position is another share in a window of another size, which is no progress. */
    const keepPosition = (): void => {
      if (isRestored && !hasMoved && scrollLimit(body) > 0)
        initialProgress.current = measureProgress(body, hasStayed);
      measure();
    };
    const onResize = (): void => {
      height = article.offsetHeight;
      restorePosition();
      keepPosition();
    };
    const onTouch = (): void => {
      if (performance.now() - openedAt > IGNORE_PRESS_MS) isTouched = true;
    };
    const leave = (): void => {
      if (document.visibilityState === 'hidden') sendReport(true);
      else restart();
    };
    /** Reading starts anew, since it may have continued on another device. */
    const restart = (): void => {
      sendReport();
      hasMoved = false;
      hasStayed = false;
      isTouched = false;
      openedAt = performance.now();
      clearTimeout(dwell);
      dwell = setTimeout(onStay, DWELL_MS);
    };
    const resume = async (): Promise<void> => {
      const at = resumeAt.current;
      resumeAt.current = null;
      // May have been scrolled there earlier.
      if (at?.isElsewhere === true) markJump();
      else if (at !== null && at.progress < MAX_RESUME_PROGRESS) {
        place = at.place;
        if (place !== null) {
          restorePosition();
          if (scrollLimit(body) > 0) initialProgress.current = measureProgress(body, hasStayed);
        } else if (at.progress > MIN_RESUME_PROGRESS) {
          ownScrollY = window.scrollY;
          await waitForImages(article);
          const share = remoteProgress ?? at.progress;
          // The user has scrolled meanwhile.
          onScroll();
          if (!hasMoved) goToShare(share);
          measure();
          // Another device may have got further meanwhile; its position is offered.
          if (hasMoved && share > Math.max(now, offered.current ?? 0) + PROGRESS_TOLERANCE) offer(share);
        }
      }
      isRestored = true;
      if (offered.current !== null) offer(offered.current);
    };
    const onStay = (): void => {
      // Staying at a highlight is not reading on.
      hasStayed ||= furthest.current === null;
      measure();
    };
    let dwell = setTimeout(onStay, DWELL_MS);
    const observer = new ResizeObserver(onResize);
    observer.observe(article);
    const life = new AbortController();
    const { signal } = life;
    window.addEventListener('scroll', onScroll, { passive: true, signal });
    window.addEventListener('resize', keepPosition, { signal });
    window.addEventListener('pointerdown', onTouch, { capture: true, signal });
    window.addEventListener('keydown', onTouch, { capture: true, signal });
    window.addEventListener('focus', restart, { signal });
    document.addEventListener('visibilitychange', leave, { signal });
    resume().catch((error: unknown) => {
      // Progress from here on is recorded anyway.
      isRestored = true;
      console.warn('offprint: place not found', error);
    });
    return () => {
      sendReport();
      // The body may be replaced by one with images that this one lacked.
      resumeAt.current = { progress: now, place };
      observer.disconnect();
      clearTimeout(dwell);
      if (timer !== null) clearTimeout(timer);
      life.abort();
    };
  }, [body]);
  // May have arrived before there was a text to scroll.
  useEffect(() => followRef.current(storedProgress), [storedProgress, body]);
  return { progress, onJump, further };
}

/** A position in an article's text that does not depend on the font size: a block and the offset in it. */
export interface ReadingPosition {
  /** Index among the text's blocks. */
  block: number;
  /** Share of the block's height above the reference line, 0–1. */
  share: number;
}

/** The reference line at which a position is read, in px from the top of the window: just below the reader's bar. */
const REFERENCE_LINE_PX = 72;

/** The text's blocks, which are inside spreads if it is set in columns. */
function getBlocks(body: Element): Element[] {
  return [...body.children].flatMap((child) =>
    child.classList.contains('spread') ? [...child.children] : child,
  );
}

/** The current position, or null above the text's first block. */
function readPosition(body: Element): ReadingPosition | null {
  let place: ReadingPosition | null = null;
  for (const [block, element] of getBlocks(body).entries()) {
    const { top, height } = element.getBoundingClientRect();
    // In columns a later block may be as high as an earlier one, so the first that reaches the line counts.
    if (top > REFERENCE_LINE_PX) break;
    place = { block, share: height > 0 ? Math.min(1, (REFERENCE_LINE_PX - top) / height) : 0 };
    if (top + height > REFERENCE_LINE_PX) break;
  }
  return place;
}

/** Scrolls the window to a position; does nothing if the text has no such block. */
function scrollToPosition(body: Element, { block, share }: ReadingPosition): void {
  const element = getBlocks(body)[block];
  if (element === undefined) return;
  const { top, height } = element.getBoundingClientRect();
  const distance = top + height * share - REFERENCE_LINE_PX;
  // Less than a pixel is rounding, and scrolling for it would never end.
  if (Math.abs(distance) >= 1) window.scrollBy({ top: distance, behavior: 'instant' });
}

/** The scroll distance at which the body's last line is in view, in px. */
function scrollLimit(body: HTMLElement): number {
  const { top, height } = body.getBoundingClientRect();
  return top + window.scrollY + height - window.innerHeight;
}

/** The scroll progress in the body, 0–1. A body that fits into the window is read once the user has stayed with it. */
function measureProgress(body: HTMLElement, hasStayed: boolean): number {
  const limit = scrollLimit(body);
  if (limit <= 0) return hasStayed ? 1 : 0;
  return Math.min(1, Math.max(0, window.scrollY / limit));
}

/** The assumed height of the user's gaze in the window, as a share from the top. */
const GAZE_HEIGHT = 0.4;

/** Returns the block at a height of the window, or the nearest one. */
function findBlockAt(blocks: readonly Element[], y: number): Element | null {
  let nearest: Element | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const block of blocks) {
    const { top, bottom } = block.getBoundingClientRect();
    const away = y < top ? top - y : Math.max(0, y - bottom);
    if (away < least) {
      least = away;
      nearest = block;
    }
    if (top > y) break;
  }
  return nearest;
}

/**
 * Marks the paragraph being read with `is-focus`, so that the others can be dimmed.
 *
 * @param body the article's element once it is in the page
 * @param on false removes the mark
 */
export function useParagraphFocus(body: HTMLElement | null, on: boolean): void {
  useEffect(() => {
    if (body === null || !on) return;
    let current: Element | null = null;
    let frame = 0;
    const update = (): void => {
      frame = 0;
      const next = findBlockAt(getBlocks(body), innerHeight * GAZE_HEIGHT);
      if (next === current) return;
      current?.classList.remove('is-focus');
      next?.classList.add('is-focus');
      current = next;
    };
    const scheduleUpdate = (): void => {
      frame ||= requestAnimationFrame(update);
    };
    update();
    window.addEventListener('scroll', scheduleUpdate, { passive: true });
    window.addEventListener('resize', scheduleUpdate);
    return () => {
      cancelAnimationFrame(frame);
      current?.classList.remove('is-focus');
      window.removeEventListener('scroll', scheduleUpdate);
      window.removeEventListener('resize', scheduleUpdate);
    };
  }, [body, on]);
}
