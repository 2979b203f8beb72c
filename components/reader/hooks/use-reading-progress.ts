import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

/** Progress is recorded only after the user has scrolled, or stayed this long (ms), because opening is not reading. */
const DWELL_MS = 4000;
/** Minimum time between two reports. */
const MIN_REPORT_INTERVAL_MS = 800;
/** With less progress (0–1), an article is opened at the top, because it was only glanced at. */
const MIN_RESUME_PROGRESS = 0.02;
/** With at least this progress, an article is opened at the top, because it was finished. */
const MAX_RESUME_PROGRESS = 0.95;
/** Smaller differences of progress are ignored, because they result from rounding or another window width. */
const PROGRESS_TOLERANCE = 0.01;
/** Maximum number of own reports that the library may not have processed yet. */
const MAX_OWN_REPORTS = 4;
/** How long after opening the window follows the progress of another device; later, the user may be reading. */
const FOLLOW_MS = 10_000;
/** Input within this time after returning is ignored, because it may have brought the window to the front. */
const IGNORE_PRESS_MS = 500;
/** Maximum time to wait for images before restoring a position. */
const MAX_IMAGE_WAIT_MS = 1500;

async function waitForImages(article: HTMLElement): Promise<void> {
  const decoded = [...article.querySelectorAll('img')].map((image) => image.decode());
  const timeout = new Promise((resolve) => setTimeout(resolve, MAX_IMAGE_WAIT_MS));
  // Images that cannot be decoded take up their space, too.
  await Promise.race([Promise.allSettled(decoded), timeout]);
}

/** Where an article is opened. */
export interface ReadingStart {
  /** The progress at which the user stopped reading, 0–1. */
  progress: number;
  /** More precise than `progress`; null if only that is known, for example from another device. */
  position: ReadingPosition | null;
  /** The page scrolls to a highlight instead. `progress` is kept until the user scrolls beyond it. */
  isAtHighlight?: boolean;
}

interface Progress {
  /** The current progress, 0–1. */
  progress: number;
  /** Must be called after other code has scrolled the window, because that is not reading. */
  markOwnScroll: () => void;
  /** The offer to jump to a position reached on another device; null if there is none. */
  resumeOffer: ResumeOffer | null;
}

export interface ResumeOffer {
  onResume: () => void;
  onDismiss: () => void;
}

/**
 * Tracks the reading progress: 0 at the top, 1 when the last line of the body is in view. Keeps the current paragraph
 * in place when an image, the font or the size of the window changes the layout.
 *
 * @param body the article's element; null until it is in the page
 * @param start where the article is opened; the window is scrolled there
 * @param storedProgress the progress currently stored in the library, 0–1. If another device changes it, the window
 * follows, or offers the position if the user may already be reading
 * @param onProgress called at intervals, and with `isLeaving` when the page is left, when nothing slow is possible
 */
export function useReadingProgress(
  body: HTMLElement | null,
  start: ReadingStart,
  storedProgress: number,
  onProgress: (progress: number, position: ReadingPosition | null, isLeaving: boolean) => void,
): Progress {
  const [progress, setProgress] = useState(start.progress);
  const [resumeOffer, setResumeOffer] = useState<ResumeOffer | null>(null);
  const markOwnScrollRef = useRef<() => void>(() => undefined);
  const markOwnScroll = useCallback(() => markOwnScrollRef.current(), []);
  /** Progress up to this is not reported, because the article was opened at a highlight; null if all is reported. */
  const minProgress = useRef(start.isAtHighlight === true ? start.progress : null);
  const report = useRef(onProgress);
  report.current = onProgress;
  const pendingStart = useRef<ReadingStart | null>(start);
  /** The last progress that is known to the library or was reached without reading. */
  const initialProgress = useRef(start.progress);
  /** Progress values already processed: the initial ones, own reports, and the last one from another device. */
  const knownProgress = useRef<readonly number[]>([start.progress, storedProgress]);
  /** The progress offered to the user, which is kept when the body is replaced. */
  const offeredShare = useRef<number | null>(null);
  const followRef = useRef<(share: number) => void>(() => undefined);
  useEffect(() => {
    if (body === null) return;
    // Includes the headline and the lead image, which can move the text when they load late.
    const article = body.closest('article') ?? body;
    let currentProgress = 0;
    let reportedProgress = -1;
    let hasMoved = false;
    /** Whether the page has been open long enough to count as read without scrolling. */
    let hasStayed = false;
    /** When the page was opened or returned to. */
    let activeSince = performance.now();
    /** Whether there has been input since then. */
    let hasInput = false;
    /** Whether the start position has been restored. */
    let isRestored = false;
    /** The progress of another device, which can arrive before the text is laid out. */
    let remoteShare: number | null = null;
    /** The scroll position when an offer was made, in px. */
    let offeredScrollY = 0;
    let position: ReadingPosition | null = null;
    /** The last scroll position that did not come from the user, in px; -1 after the user has scrolled. */
    let ownScrollY = -1;
    /** The article's height at the last resize, in px. */
    let height = article.offsetHeight;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const sendReport = (isLeaving = false): void => {
      timer = null;
      // A report now would overwrite the position that is still to be restored or offered.
      if (
        !isRestored ||
        offeredShare.current !== null ||
        currentProgress === reportedProgress ||
        !(hasMoved || hasStayed)
      )
        return;
      // Reporting unchanged progress would overwrite that of another device that is ahead.
      if (!hasMoved && Math.abs(currentProgress - initialProgress.current) < PROGRESS_TOLERANCE) return;
      if (minProgress.current !== null && currentProgress <= minProgress.current) return;
      minProgress.current = null;
      reportedProgress = currentProgress;
      initialProgress.current = currentProgress;
      knownProgress.current = [currentProgress, ...knownProgress.current].slice(0, MAX_OWN_REPORTS);
      report.current(currentProgress, position, isLeaving);
    };
    const measure = (): void => {
      currentProgress = measureProgress(body, hasMoved || hasStayed);
      setProgress(currentProgress);
      timer ??= setTimeout(() => sendReport(), MIN_REPORT_INTERVAL_MS);
    };
    const restorePosition = (): void => {
      if (position === null) return;
      scrollToPosition(body, position);
      ownScrollY = window.scrollY;
    };
    const recordOwnScroll = (): void => {
      ownScrollY = window.scrollY;
      position = readPosition(body);
    };
    markOwnScrollRef.current = recordOwnScroll;
    const goToShare = (share: number): void => {
      window.scrollTo({ top: maxScrollDistance(body) * share, behavior: 'instant' });
      ownScrollY = window.scrollY;
      // Used to restore the position when the font or the window changes.
      position = readPosition(body);
    };
    const followRemote = (share: number): void => {
      initialProgress.current = share;
      remoteShare = share;
      hasMoved = false;
      goToShare(share);
      measure();
    };
    const endOffer = (): void => {
      offeredShare.current = null;
      setResumeOffer(null);
    };
    /** Moves the focus to the text, because the offer's button is removed. */
    const focusText = (): void => {
      const index = readPosition(body)?.block ?? 0;
      const block = body.children[index];
      if (!(block instanceof HTMLElement)) return;
      block.tabIndex = -1;
      block.focus({ preventScroll: true });
    };
    const offer = (share: number): void => {
      offeredShare.current = share;
      offeredScrollY = window.scrollY;
      const onDismiss = (): void => {
        endOffer();
        focusText();
      };
      const onResume = (): void => {
        endOffer();
        followRemote(share);
        focusText();
      };
      setResumeOffer({ onResume, onDismiss });
    };
    followRef.current = (share) => {
      if (minProgress.current !== null) return;
      if (knownProgress.current.some((knownShare) => Math.abs(share - knownShare) < PROGRESS_TOLERANCE))
        return;
      knownProgress.current = [share];
      endOffer();
      if (share >= MAX_RESUME_PROGRESS) return;
      // A user who reads without scrolling must not lose the line, but a hidden tab is not being read.
      const isUndisturbed = !hasMoved && !hasInput && performance.now() - activeSince <= FOLLOW_MS;
      const mayBeReading = document.visibilityState !== 'hidden' && !isUndisturbed;
      if (!mayBeReading) followRemote(share);
      else if (share > currentProgress + PROGRESS_TOLERANCE) offer(share);
    };
    const onScroll = (): void => {
      // The window was not scrolled by the user.
      if (Math.abs(window.scrollY - ownScrollY) < 1) return;
      ownScrollY = -1;
      hasMoved = true;
      // If the user reads on, the offer is withdrawn.
      const isFarFromOffer = isRestored && Math.abs(window.scrollY - offeredScrollY) > window.innerHeight;
      if (offeredShare.current !== null && isFarFromOffer) endOffer();
      // After a resize, the position must first be restored, because another paragraph is in its place.
      if (position === null || article.offsetHeight === height) position = readPosition(body);
      measure();
    };
    /** Updates the initial progress, because the same position is another share in a window of another size. */
    const updateInitialProgress = (): void => {
      if (isRestored && !hasMoved && maxScrollDistance(body) > 0)
        initialProgress.current = measureProgress(body, hasStayed);
      measure();
    };
    const onResize = (): void => {
      height = article.offsetHeight;
      restorePosition();
      updateInitialProgress();
    };
    const onInput = (): void => {
      if (performance.now() - activeSince > IGNORE_PRESS_MS) hasInput = true;
    };
    const onVisibilityChange = (): void => {
      if (document.visibilityState === 'hidden') sendReport(true);
      else restart();
    };
    /** Starts over when the user returns, because reading may have continued on another device. */
    const restart = (): void => {
      sendReport();
      hasMoved = false;
      hasStayed = false;
      hasInput = false;
      activeSince = performance.now();
      clearTimeout(dwell);
      dwell = setTimeout(onStay, DWELL_MS);
    };
    const resume = async (): Promise<void> => {
      const target = pendingStart.current;
      pendingStart.current = null;
      // The window may already have been scrolled to the highlight.
      if (target?.isAtHighlight === true) recordOwnScroll();
      else if (target !== null && target.progress < MAX_RESUME_PROGRESS) {
        position = target.position;
        if (position !== null) {
          restorePosition();
          if (maxScrollDistance(body) > 0) initialProgress.current = measureProgress(body, hasStayed);
        } else if (target.progress > MIN_RESUME_PROGRESS) {
          ownScrollY = window.scrollY;
          await waitForImages(article);
          const share = remoteShare ?? target.progress;
          // Detects whether the user has scrolled meanwhile.
          onScroll();
          if (!hasMoved) goToShare(share);
          measure();
          // If another device is ahead, its position is offered.
          if (hasMoved && share > Math.max(currentProgress, offeredShare.current ?? 0) + PROGRESS_TOLERANCE)
            offer(share);
        }
      }
      isRestored = true;
      if (offeredShare.current !== null) offer(offeredShare.current);
    };
    const onStay = (): void => {
      // Staying at a highlight does not count as reading.
      hasStayed ||= minProgress.current === null;
      measure();
    };
    let dwell = setTimeout(onStay, DWELL_MS);
    const observer = new ResizeObserver(onResize);
    observer.observe(article);
    const controller = new AbortController();
    const { signal } = controller;
    window.addEventListener('scroll', onScroll, { passive: true, signal });
    window.addEventListener('resize', updateInitialProgress, { signal });
    window.addEventListener('pointerdown', onInput, { capture: true, signal });
    window.addEventListener('keydown', onInput, { capture: true, signal });
    window.addEventListener('focus', restart, { signal });
    document.addEventListener('visibilitychange', onVisibilityChange, { signal });
    resume().catch((error: unknown) => {
      // Progress is recorded from here on anyway.
      isRestored = true;
      console.warn('offprint: reading position not restored', error);
    });
    return () => {
      sendReport();
      // The body may be replaced by one with more images.
      pendingStart.current = { progress: currentProgress, position };
      observer.disconnect();
      clearTimeout(dwell);
      if (timer !== null) clearTimeout(timer);
      controller.abort();
    };
  }, [body]);
  // Runs again with the body, because the progress may have arrived before the text.
  useEffect(() => followRef.current(storedProgress), [storedProgress, body]);
  return { progress, markOwnScroll, resumeOffer };
}

/** A position in an article's text that does not depend on the layout: a block and an offset in it. */
export interface ReadingPosition {
  /** Index of the block. */
  block: number;
  /** Share of the block's height above the reference line, 0–1. */
  share: number;
}

/** Distance of the reference line for positions from the top of the window: just below the reader's bar. */
const REFERENCE_LINE_PX = 72;

/** Returns the position at the reference line, or null above the first block. */
function readPosition(body: Element): ReadingPosition | null {
  let position: ReadingPosition | null = null;
  for (const [block, element] of [...body.children].entries()) {
    const { top, height } = element.getBoundingClientRect();
    if (top > REFERENCE_LINE_PX) break;
    position = { block, share: height > 0 ? Math.min(1, (REFERENCE_LINE_PX - top) / height) : 0 };
    if (top + height > REFERENCE_LINE_PX) break;
  }
  return position;
}

/** Scrolls the window to a position; does nothing if the text has no such block. */
function scrollToPosition(body: Element, { block, share }: ReadingPosition): void {
  const element = body.children[block];
  if (element === undefined) return;
  const { top, height } = element.getBoundingClientRect();
  const distance = top + height * share - REFERENCE_LINE_PX;
  // Scrolling by less than a pixel, which results from rounding, would never end.
  if (Math.abs(distance) >= 1) window.scrollBy({ top: distance, behavior: 'instant' });
}

/** Returns the scroll distance at which the last line of the body is in view, in px. */
function maxScrollDistance(body: HTMLElement): number {
  const { top, height } = body.getBoundingClientRect();
  return top + window.scrollY + height - window.innerHeight;
}

/** Returns the scroll progress, 0–1. A body that fits in the window is read once the user has stayed. */
function measureProgress(body: HTMLElement, hasStayed: boolean): number {
  const maxScroll = maxScrollDistance(body);
  if (maxScroll <= 0) return hasStayed ? 1 : 0;
  return Math.min(1, Math.max(0, window.scrollY / maxScroll));
}

/** The assumed vertical position of the user's gaze, as a share of the window's height from the top. */
const GAZE_POSITION = 0.4;

/** Returns the block at a vertical position in the window (px), or the nearest one. */
function findBlockAt(blocks: readonly Element[], y: number): Element | null {
  let nearest: Element | null = null;
  let minDistance = Number.POSITIVE_INFINITY;
  for (const block of blocks) {
    const { top, bottom } = block.getBoundingClientRect();
    const distance = y < top ? top - y : Math.max(0, y - bottom);
    if (distance < minDistance) {
      minDistance = distance;
      nearest = block;
    }
    if (top > y) break;
  }
  return nearest;
}

/**
 * Marks the paragraph being read with `is-focus`, so that the others can be dimmed.
 *
 * @param body the article's element; null until it is in the page
 * @param isOn the user's setting
 */
export function useParagraphFocus(body: HTMLElement | null, isOn: boolean): void {
  useEffect(() => {
    if (body === null || !isOn) return;
    let current: Element | null = null;
    let frame = 0;
    const update = (): void => {
      frame = 0;
      const next = findBlockAt([...body.children], innerHeight * GAZE_POSITION);
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
  }, [body, isOn]);
}
