import { useEffect, useRef, useState } from 'preact/hooks';

/** Nothing is kept before the reader has moved or stayed so long, in ms: opening is not reading. */
const DWELL_MS = 4000;
/** The shortest time between two reports, in ms. */
const REPORT_MS = 800;
/** Only looked at, or read to the end: the next time begins at the top. */
const RESUME_FROM = 0.02;
const RESUME_TO = 0.95;
/** How long to wait for pictures above the place, in ms. */
const PICTURES_MS = 1500;

/** How far the window can be scrolled until the body's last line is in sight, in px. */
function scrollLimit(body: HTMLElement): number {
  const { top, height } = body.getBoundingClientRect();
  return top + window.scrollY + height - window.innerHeight;
}

/** 0–1; a body that fits into the window is read when the reader has stayed with it. */
function measure(body: HTMLElement, hasStayed: boolean): number {
  const limit = scrollLimit(body);
  if (limit <= 0) return hasStayed ? 1 : 0;
  return Math.min(1, Math.max(0, window.scrollY / limit));
}

async function picturesIn(body: HTMLElement): Promise<void> {
  const decoded = [...body.querySelectorAll('img')].map((image) => image.decode());
  const late = new Promise((resolve) => setTimeout(resolve, PICTURES_MS));
  // A picture that can't be decoded has its place as well.
  await Promise.race([Promise.allSettled(decoded), late]);
}

/**
 * How far the reader has got on the way from the top to where the last line of the body is in sight.
 *
 * @param body the article's element once it is in the page
 * @param start where the reader stopped the last time, 0–1; the window is scrolled there
 * @param onProgress called now and then, and when the page is left
 */
export function useReadingProgress(
  body: HTMLElement | null,
  start: number,
  onProgress: (progress: number) => void,
): number {
  const [progress, setProgress] = useState(start);
  const report = useRef(onProgress);
  report.current = onProgress;
  const resumeAt = useRef(start);
  useEffect(() => {
    if (body === null) return;
    let now = 0;
    let told = -1;
    let hasMoved = false;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const tell = (): void => {
      timer = null;
      if (!hasMoved || now === told) return;
      told = now;
      report.current(now);
    };
    const look = (): void => {
      now = measure(body, hasMoved);
      setProgress(now);
      timer ??= setTimeout(tell, REPORT_MS);
    };
    const onScroll = (): void => {
      hasMoved = true;
      look();
    };
    const leave = (): void => {
      if (document.visibilityState === 'hidden') tell();
    };
    const resume = async (): Promise<void> => {
      const at = resumeAt.current;
      resumeAt.current = 0;
      if (at > RESUME_FROM && at < RESUME_TO) {
        await picturesIn(body);
        const { top, height } = body.getBoundingClientRect();
        window.scrollTo({
          top: window.scrollY + top + height * at - window.innerHeight,
          behavior: 'instant',
        });
      }
      window.addEventListener('scroll', onScroll, { passive: true });
    };
    const dwell = setTimeout(() => {
      hasMoved = true;
      look();
    }, DWELL_MS);
    const watch = new ResizeObserver(look);
    watch.observe(body);
    window.addEventListener('resize', look);
    document.addEventListener('visibilitychange', leave);
    resume().catch((error: unknown) => console.warn('offprint: place not found', error));
    return () => {
      tell();
      watch.disconnect();
      clearTimeout(dwell);
      if (timer !== null) clearTimeout(timer);
      window.removeEventListener('scroll', onScroll);
      window.removeEventListener('resize', look);
      document.removeEventListener('visibilitychange', leave);
    };
  }, [body]);
  return progress;
}
