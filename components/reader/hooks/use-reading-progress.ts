import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { measureProgress, scrollLimit } from './measure-progress.ts';
import { blocksOf, type ReadingPlace, readPlace, scrollToPlace } from './reading-place.ts';

/** Nothing is kept before the user has moved or stayed so long, in ms: opening is not reading. */
const DWELL_MS = 4000;
/** The shortest time between two reports, in ms. */
const REPORT_MS = 800;
/** Only looked at, or read to the end: the next time begins at the top. */
const RESUME_FROM = 0.02;
const RESUME_TO = 0.95;
/** Shares of the text that are the same place: what rounding and another width of the window make of it. */
const SAME_PLACE = 0.01;
/** How many of its own last words the library may not have heard of. */
const OWN_WORDS = 4;
/** So long after the user has come the window goes along with another device; later they may be reading. In ms. */
const ARRIVES_MS = 10_000;
/** A press that comes with coming back is the one that brought the window to the front, in ms. */
const COMES_MS = 500;
/** How long to wait for pictures above the place, in ms. */
const PICTURES_MS = 1500;

async function picturesIn(article: HTMLElement): Promise<void> {
  const decoded = [...article.querySelectorAll('img')].map((image) => image.decode());
  const late = new Promise((resolve) => setTimeout(resolve, PICTURES_MS));
  // A picture that can't be decoded has its place as well.
  await Promise.race([Promise.allSettled(decoded), late]);
}

/** Where the user stopped. */
export interface ReadingStart {
  /** 0–1. */
  progress: number;
  /** More exactly; null where only the share is known, as in an article that came from another browser. */
  place: ReadingPlace | null;
  /**
   * The user came for something else in the text, which a screen scrolls to: `progress` is kept as it is until they
   * have scrolled on beyond it.
   */
  isElsewhere?: boolean;
}

interface Progress {
  /** 0–1. */
  progress: number;
  /** To be called when the window was scrolled for the user: that is not their reading. */
  onJump: () => void;
  /** They have read further elsewhere, and may be reading here: it is theirs to go there. Null where there is none. */
  further: Further | null;
}

export interface Further {
  onGo: () => void;
  onDismiss: () => void;
}

/**
 * How far the user has got on the way from the top to where the last line of the body is in view. The paragraph
 * that is being read stays where it is when the text around it changes its size: a picture comes, other letters are
 * chosen, the window is made narrower.
 *
 * @param body the text's element once it is in the page
 * @param start where the user stopped the last time; the window is scrolled there
 * @param kept how far the library says at this moment that they are, 0–1. Where it is another device that has got on
 *   with it, the window goes along; where the user has begun to read here, it is offered
 * @param onProgress called now and then, and when the page is left, which gives no time for anything slow
 */
export function useReadingProgress(
  body: HTMLElement | null,
  start: ReadingStart,
  kept: number,
  onProgress: (progress: number, place: ReadingPlace | null, isLeaving: boolean) => void,
): Progress {
  const [progress, setProgress] = useState(start.progress);
  const [further, setFurther] = useState<Further | null>(null);
  const jumped = useRef<() => void>(() => undefined);
  const onJump = useCallback(() => jumped.current(), []);
  /** What a look at another place does not take back; null where reading goes on from where it was. */
  const furthest = useRef(start.isElsewhere === true ? start.progress : null);
  const report = useRef(onProgress);
  report.current = onProgress;
  const resumeAt = useRef<ReadingStart | null>(start);
  /** Where reading here has begun, by what is known of it. */
  const begun = useRef(start.progress);
  /** What the library says, as far as that is known here, and what it is yet to say of the last time. */
  const heard = useRef<readonly number[]>([start.progress, kept]);
  /** The share that is offered, also while another body comes. */
  const offered = useRef<number | null>(null);
  const goOnAt = useRef<(share: number) => void>(() => undefined);
  useEffect(() => {
    if (body === null) return;
    // With its headline, and the picture above the text: what comes late there moves the text as well.
    const article = body.closest('article') ?? body;
    let now = 0;
    let told = -1;
    let hasMoved = false;
    /** Nothing was done for as long as it takes to read what is in the window. */
    let hasStayed = false;
    /** When the user opened it or came back, and whether they have touched it since. */
    let cameAt = performance.now();
    let isTouched = false;
    /** It has been scrolled to where the user stopped. */
    let isBack = false;
    /** Where another device is, which may be heard of while the text is still being laid out. */
    let arrived: number | null = null;
    /** Where the window was when a place further on was offered, in px. */
    let offeredAt = 0;
    let place: ReadingPlace | null = null;
    /** Where we have scrolled to ourselves, and the article's height then. */
    let ours = -1;
    let height = article.offsetHeight;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const tell = (isLeaving = false): void => {
      timer = null;
      // Whatever was said here would be later than the place that is still to come, or to be offered.
      if (!isBack || offered.current !== null || now === told || !(hasMoved || hasStayed)) return;
      // Nothing new, and said again it would win over what another device says that has got further.
      if (!hasMoved && Math.abs(now - begun.current) < SAME_PLACE) return;
      if (furthest.current !== null && now <= furthest.current) return;
      furthest.current = null;
      told = now;
      begun.current = now;
      heard.current = [now, ...heard.current].slice(0, OWN_WORDS);
      report.current(now, place, isLeaving);
    };
    const look = (): void => {
      now = measureProgress(body, hasMoved || hasStayed);
      setProgress(now);
      timer ??= setTimeout(() => tell(), REPORT_MS);
    };
    const goBack = (): void => {
      if (place === null) return;
      scrollToPlace(body, place);
      ours = window.scrollY;
    };
    const jump = (): void => {
      ours = window.scrollY;
      place = readPlace(body);
    };
    jumped.current = jump;
    const goToShare = (share: number): void => {
      window.scrollTo({ top: scrollLimit(body) * share, behavior: 'instant' });
      ours = window.scrollY;
      // By which it is found again when the letters or the window change their size.
      place = readPlace(body);
    };
    const goAlong = (share: number): void => {
      begun.current = share;
      arrived = share;
      hasMoved = false;
      goToShare(share);
      look();
    };
    const endOffer = (): void => {
      offered.current = null;
      setFurther(null);
    };
    /** Screen readers, and the keyboard after the offer's button is gone, go on at the text. */
    const focusText = (): void => {
      const at = readPlace(body)?.block ?? 0;
      const block = blocksOf(body)[at];
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
        goAlong(share);
        focusText();
      };
      setFurther({ onGo, onDismiss });
    };
    goOnAt.current = (share) => {
      if (furthest.current !== null) return;
      if (heard.current.some((known) => Math.abs(share - known) < SAME_PLACE)) return;
      heard.current = [share];
      endOffer();
      if (share >= RESUME_TO) return;
      // Whoever reads without scrolling must not lose the line. In a tab that is not seen nobody reads.
      const isQuiet = !hasMoved && !isTouched && performance.now() - cameAt <= ARRIVES_MS;
      const mayRead = document.visibilityState !== 'hidden' && !isQuiet;
      if (!mayRead) goAlong(share);
      else if (share > now + SAME_PLACE) offer(share);
    };
    const onScroll = (): void => {
      // Our own, perhaps as far as a text without its pictures goes: the user has not moved.
      if (Math.abs(window.scrollY - ours) < 1) return;
      ours = -1;
      hasMoved = true;
      // Whoever reads on has answered.
      const isFar = isBack && Math.abs(window.scrollY - offeredAt) > window.innerHeight;
      if (offered.current !== null && isFar) endOffer();
      // Between a change of size and our going back to a place, somebody else's paragraph stands here.
      if (place === null || article.offsetHeight === height) place = readPlace(body);
      look();
    };
    /** The same place is another share in a window of another size: nobody has read on. */
    const keepPlace = (): void => {
      if (isBack && !hasMoved && scrollLimit(body) > 0) begun.current = measureProgress(body, hasStayed);
      look();
    };
    const onResize = (): void => {
      height = article.offsetHeight;
      goBack();
      keepPlace();
    };
    const onTouch = (): void => {
      if (performance.now() - cameAt > COMES_MS) isTouched = true;
    };
    const leave = (): void => {
      if (document.visibilityState === 'hidden') tell(true);
      else comeBack();
    };
    /** Reading begins anew: perhaps it went on elsewhere meanwhile. */
    const comeBack = (): void => {
      tell();
      hasMoved = false;
      hasStayed = false;
      isTouched = false;
      cameAt = performance.now();
      clearTimeout(dwell);
      dwell = setTimeout(stay, DWELL_MS);
    };
    const resume = async (): Promise<void> => {
      const at = resumeAt.current;
      resumeAt.current = null;
      // It may have been scrolled to before this.
      if (at?.isElsewhere === true) jump();
      else if (at !== null && at.progress < RESUME_TO) {
        place = at.place;
        if (place !== null) {
          goBack();
          if (scrollLimit(body) > 0) begun.current = measureProgress(body, hasStayed);
        } else if (at.progress > RESUME_FROM) {
          ours = window.scrollY;
          await picturesIn(article);
          const share = arrived ?? at.progress;
          // Whoever has scrolled meanwhile is reading.
          onScroll();
          if (!hasMoved) goToShare(share);
          look();
          // Another device may have got further meanwhile, and be offered.
          if (hasMoved && share > Math.max(now, offered.current ?? 0) + SAME_PLACE) offer(share);
        }
      }
      isBack = true;
      if (offered.current !== null) offer(offered.current);
    };
    const stay = (): void => {
      // To stay at a highlight is not to read on.
      hasStayed ||= furthest.current === null;
      look();
    };
    let dwell = setTimeout(stay, DWELL_MS);
    const watch = new ResizeObserver(onResize);
    watch.observe(article);
    window.addEventListener('scroll', onScroll, { passive: true });
    window.addEventListener('resize', keepPlace);
    window.addEventListener('pointerdown', onTouch, true);
    window.addEventListener('keydown', onTouch, true);
    window.addEventListener('focus', comeBack);
    document.addEventListener('visibilitychange', leave);
    resume().catch((error: unknown) => {
      // What is read from here on is kept all the same.
      isBack = true;
      console.warn('offprint: place not found', error);
    });
    return () => {
      tell();
      // Another body may come for the same article, with pictures that this one lacked.
      resumeAt.current = { progress: now, place };
      watch.disconnect();
      clearTimeout(dwell);
      if (timer !== null) clearTimeout(timer);
      window.removeEventListener('scroll', onScroll);
      window.removeEventListener('resize', keepPlace);
      window.removeEventListener('pointerdown', onTouch, true);
      window.removeEventListener('keydown', onTouch, true);
      window.removeEventListener('focus', comeBack);
      document.removeEventListener('visibilitychange', leave);
    };
  }, [body]);
  // It may have arrived before there was a text to scroll.
  useEffect(() => goOnAt.current(kept), [kept, body]);
  return { progress, onJump, further };
}
