// @vitest-environment jsdom

import { useEffect, useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type FurtherProgress,
  type ReadingStart,
  useReadingProgress,
} from '../../../../components/reader/hooks/use-reading-progress.ts';
import { show } from '../render.tsx';

const WINDOW = 800;
const BODY = 4800;

const PARAGRAPHS = [...new Array(8).keys()];

let at = 0;
/** Their size in px; a paragraph is forty times as high. */
let letters = 15;
/** What is above the text, in px. */
let above = 0;
/** Has the page look at the size of what it watches. */
let resize = (): void => undefined;
let watched: Element | null = null;

/** Scrolls the window, as a user or a script does. */
const scrollTo = (y: number): Promise<void> =>
  act(() => {
    at = y;
    window.dispatchEvent(new Event('scroll'));
  });

beforeEach(() => {
  vi.useFakeTimers();
  at = 0;
  letters = 15;
  above = 0;
  vi.spyOn(window, 'scrollBy').mockImplementation(((by: ScrollToOptions) => {
    at += by.top ?? 0;
  }) as typeof window.scrollBy);
  Object.defineProperty(window, 'scrollY', { configurable: true, get: () => at });
  vi.spyOn(window, 'scrollTo').mockImplementation(((to: ScrollToOptions) => {
    at = to.top ?? 0;
    setTimeout(() => window.dispatchEvent(new Event('scroll')));
  }) as typeof window.scrollTo);
  Object.defineProperty(window, 'innerHeight', { configurable: true, value: WINDOW });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The text has a picture that is not there before `draw` is called. */
function holdPictures(): { decoded: Promise<void>; draw: () => void } {
  let draw = (): void => undefined;
  const decoded = new Promise<void>((resolve) => {
    draw = resolve;
  });
  const image = { decode: () => decoded } as HTMLImageElement;
  vi.spyOn(HTMLElement.prototype, 'querySelectorAll').mockReturnValue([image] as never);
  return { decoded, draw };
}

class SizeWatch {
  constructor(onResize: () => void) {
    resize = onResize;
  }
  readonly observe = (element: Element): void => {
    watched = element;
  };
  readonly disconnect = (): undefined => undefined;
}

/**
 * An article that opens somewhere.
 *
 * @param library how far the library says that the user is, 0–1. `arrive` is what it says later
 */
async function openAt(start: ReadingStart, library = start.progress) {
  const told: number[] = [];
  let jumped = (): void => undefined;
  const report = (progress: number): void => void told.push(progress);
  let arrive = (_: number): void => undefined;
  let offered: FurtherProgress | null = null;
  function Article() {
    vi.stubGlobal('ResizeObserver', SizeWatch);
    const [kept, setKept] = useState(library);
    arrive = setKept;
    const [body, setBody] = useState<HTMLElement | null>(null);
    const { onJump, further } = useReadingProgress(body, start, kept, report);
    offered = further;
    useEffect(() => {
      jumped = onJump;
    }, [onJump]);
    return (
      <article>
        <div
          ref={(element) => {
            if (element === null) return;
            element.getBoundingClientRect = () => new DOMRect(0, above - at, 600, BODY);
            setBody(element);
          }}
        >
          {PARAGRAPHS.map((index) => (
            <p
              key={index}
              ref={(element) => {
                if (element === null) return;
                element.getBoundingClientRect = () =>
                  new DOMRect(0, above + index * letters * 40 - at, 600, letters * 40);
              }}
            />
          ))}
        </div>
      </article>
    );
  }
  await show(<Article />);
  return {
    told,
    wait: () => act(() => void vi.advanceTimersByTime(6000)),
    arrive: (share: number) => act(() => arrive(share)),
    jump: () => jumped(),
    offered: () => offered,
  };
}

/** The same, `onJump` called after a scroll to 200 px. */
async function open(start: ReadingStart) {
  const article = await openAt(start);
  await act(() => {
    at = 200;
    article.jump();
    window.dispatchEvent(new Event('scroll'));
  });
  return article;
}

it('a look at a highlight does not move the place where the user reads', async () => {
  const { told, wait } = await open({ progress: 0.6, place: null, isElsewhere: true });
  await wait();
  await scrollTo(400);
  await wait();
  expect(told).toEqual([]);
  await scrollTo(3000);
  await wait();
  expect(told).toEqual([0.75]);
});

it('keeps the paragraph where the picture above the text comes late', async () => {
  const { told, wait } = await openAt({ progress: 0.25, place: { block: 1, share: 0.5 } });
  expect(at).toBe(1.5 * 600 - 72);
  expect(watched?.localName).toBe('article');
  above = 300;
  await act(() => resize());
  expect(at).toBe(300 + 1.5 * 600 - 72);
  await wait();
  expect(told).toEqual([]);
});

it('in an article opened to be read, each place counts', async () => {
  const { told, wait } = await open({ progress: 0.01, place: null });
  await scrollTo(2000);
  await wait();
  await scrollTo(1000);
  await wait();
  expect(told).toEqual([0.5, 0.25]);
});

describe('read on another device', () => {
  const start = { progress: 0.25, place: null };

  it('goes on there where nothing was read here yet, and says nothing that would win over it', async () => {
    const { told, wait, arrive } = await openAt(start);
    await wait();
    await arrive(0.75);
    expect(at).toBe(3000);
    await wait();
    expect(told).toEqual([]);
    await scrollTo(3200);
    await wait();
    expect(told).toEqual([0.8]);
  });

  it('opening alone is no word of how far the user is', async () => {
    const { told, wait } = await openAt(start);
    await wait();
    await wait();
    expect(told).toEqual([]);
  });

  it('takes the last word of this device, which the library hears of late, for no other device’s', async () => {
    const { arrive } = await openAt({ progress: 0.25, place: null }, 0.1);
    expect(at).toBe(1000);
    // The paragraph is known better than the share.
    at = 1020;
    await arrive(0.25);
    expect(at).toBe(1020);
  });

  it('leaves the window alone where the user reads', async () => {
    const { wait, arrive } = await openAt(start);
    await scrollTo(2000);
    await wait();
    await arrive(0.75);
    expect(at).toBe(2000);
  });

  it('follows where the user comes back to a page that stayed open', async () => {
    const { wait, arrive } = await openAt(start);
    await scrollTo(2000);
    await wait();
    await act(() => void window.dispatchEvent(new Event('focus')));
    await arrive(0.75);
    expect(at).toBe(3000);
  });

  it('does not follow its own word that comes back from the library', async () => {
    const { wait, arrive } = await openAt(start);
    await scrollTo(2000);
    await wait();
    await act(() => void window.dispatchEvent(new Event('focus')));
    await arrive(0.5);
    expect(at).toBe(2000);
  });

  it('leaves the window alone where somebody may read without scrolling', async () => {
    const { wait, arrive } = await openAt(start);
    await wait();
    await act(() => void window.dispatchEvent(new Event('pointerdown')));
    await arrive(0.75);
    expect(at).toBe(1000);
    const late = await openAt(start);
    await late.wait();
    await late.wait();
    await late.arrive(0.75);
    expect(at).toBe(1000);
  });

  it('offers to go there where somebody may read here, and goes', async () => {
    const { told, wait, arrive, offered } = await openAt(start);
    await scrollTo(1600);
    await wait();
    expect(told).toEqual([0.4]);
    await arrive(0.75);
    expect(at).toBe(1600);
    await act(() => offered()?.onGo());
    expect(at).toBe(3000);
    expect(offered()).toBeNull();
    await wait();
    expect(told).toEqual([0.4]);
  });

  it('offers where the user stopped if they scroll before the pictures are there', async () => {
    const { decoded, draw } = holdPictures();
    const { told, wait, offered } = await openAt(start);
    await scrollTo(60);
    await act(() => void vi.advanceTimersByTime(1000));
    draw();
    await act(() => decoded);
    await act(async () => void (await vi.advanceTimersByTimeAsync(0)));
    expect(at).toBe(60);
    expect(offered()).not.toBeNull();
    await wait();
    expect(told).toEqual([]);
  });

  it('keeps the paragraph that the user has scrolled to before the pictures were there', async () => {
    const { draw } = holdPictures();
    await openAt(start);
    // Half of the fourth paragraph is above the line, which is 72 px from the top.
    await scrollTo(3.5 * 600 - 72);
    draw();
    await act(async () => void (await vi.advanceTimersByTimeAsync(0)));
    letters = 20;
    await act(() => resize());
    expect(at).toBe(3.5 * 800 - 72);
  });

  it('offers nothing that is behind, and no longer than until the user has read on', async () => {
    const { wait, arrive, offered } = await openAt(start);
    await scrollTo(1600);
    await wait();
    await arrive(0.3);
    expect(offered()).toBeNull();
    await arrive(0.9);
    expect(offered()).not.toBeNull();
    await scrollTo(2000);
    expect(offered()).not.toBeNull();
    await scrollTo(2500);
    expect(offered()).toBeNull();
  });

  it('takes none of its own words for another device’s, however late the library says them', async () => {
    const { wait, arrive, offered } = await openAt(start);
    for (const y of [2000, 2400, 1200]) {
      await scrollTo(y);
      await wait();
    }
    await arrive(0.6);
    expect(offered()).toBeNull();
  });

  it('a window of another size is no word of how far the user is', async () => {
    const { told, wait } = await openAt(start);
    await wait();
    await act(() => {
      Object.defineProperty(window, 'innerHeight', { configurable: true, value: 400 });
      window.dispatchEvent(new Event('resize'));
    });
    await wait();
    expect(told).toEqual([]);
  });
});
