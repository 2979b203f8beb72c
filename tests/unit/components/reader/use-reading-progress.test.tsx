// @vitest-environment jsdom

import { useEffect, useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  type ReadingStart,
  type ResumeOffer,
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
  const { promise: decoded, resolve: draw } = Promise.withResolvers<void>();
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
  let offered: ResumeOffer | null = null;
  function Article() {
    vi.stubGlobal('ResizeObserver', SizeWatch);
    const [kept, setKept] = useState(library);
    arrive = setKept;
    const [body, setBody] = useState<HTMLElement | null>(null);
    const { markOwnScroll, resumeOffer } = useReadingProgress(body, start, kept, report);
    offered = resumeOffer;
    useEffect(() => {
      jumped = markOwnScroll;
    }, [markOwnScroll]);
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

type Article = Awaited<ReturnType<typeof openAt>>;

/** What happens, and what must be so afterwards: where the window is, what was told, whether something is offered. */
const STEPS: Record<string, (article: Article, value: number) => unknown> = {
  scroll: (_, y) => scrollTo(y),
  wait: ({ wait }) => wait(),
  // By the user who comes back, presses somewhere, or looks at a highlight.
  focus: () => act(() => void window.dispatchEvent(new Event('focus'))),
  press: () => act(() => void window.dispatchEvent(new Event('pointerdown'))),
  jump: ({ jump }) =>
    act(() => {
      at = 200;
      jump();
      window.dispatchEvent(new Event('scroll'));
    }),
  arrive: ({ arrive }, share) => arrive(share),
  go: ({ offered }) => act(() => offered()?.onResume()),
  shrink: () =>
    act(() => {
      Object.defineProperty(window, 'innerHeight', { configurable: true, value: 400 });
      window.dispatchEvent(new Event('resize'));
    }),
  at: (_, y) => expect(at).toBe(y),
  told: ({ told }, share) => expect(told.splice(0)).toEqual(Number.isNaN(share) ? [] : [share]),
  offered: ({ offered }, is) => expect(offered() === null ? 0 : 1).toBe(is),
};

/** Takes steps as `scroll 2000, wait, told 0.5`; `told` alone is nothing. */
async function follow(article: Article, steps: string): Promise<void> {
  for (const step of steps.split(', ')) {
    const [name = '', value] = step.split(' ');
    await STEPS[name]?.(article, Number(value));
  }
}

const start = { progress: 0.25, position: null };

it.each<[string, ReadingStart, string]>([
  [
    'a look at a highlight does not move the place where the user reads',
    { progress: 0.6, position: null, isAtHighlight: true },
    'jump, wait, scroll 400, wait, told, scroll 3000, wait, told 0.75',
  ],
  [
    'in an article opened to be read, each place counts',
    { progress: 0.01, position: null },
    'jump, scroll 2000, wait, told 0.5, scroll 1000, wait, told 0.25',
  ],
  [
    'goes on where another device was if nothing was read here yet, and says nothing that would win over it',
    start,
    'wait, arrive 0.75, at 3000, wait, told, scroll 3200, wait, told 0.8',
  ],
  ['opening alone is no word of how far the user is', start, 'wait, wait, told'],
  ['leaves the window alone where the user reads', start, 'scroll 2000, wait, arrive 0.75, at 2000'],
  [
    'follows where the user comes back to a page that stayed open',
    start,
    'scroll 2000, wait, focus, arrive 0.75, at 3000',
  ],
  ['does not follow its own word that comes back', start, 'scroll 2000, wait, focus, arrive 0.5, at 2000'],
  [
    'leaves the window alone where the user has pressed something',
    start,
    'wait, press, arrive 0.75, at 1000',
  ],
  [
    'leaves the window alone where somebody may read without scrolling',
    start,
    'wait, wait, arrive 0.75, at 1000',
  ],
  [
    'offers to go there where somebody may read here, and goes',
    start,
    'scroll 1600, wait, told 0.4, arrive 0.75, at 1600, offered 1, go, at 3000, offered 0, wait, told',
  ],
  [
    'offers nothing that is behind, and no longer than until the user has read on',
    start,
    'scroll 1600, wait, arrive 0.3, offered 0, arrive 0.9, offered 1, scroll 2000, offered 1, scroll 2500, offered 0',
  ],
  [
    'takes none of its own words for another device’s, however late the library says them',
    start,
    'scroll 2000, wait, scroll 2400, wait, scroll 1200, wait, arrive 0.6, offered 0',
  ],
  ['a window of another size is no word of how far the user is', start, 'wait, shrink, wait, told'],
])('%s', async (_, from, steps) => follow(await openAt(from), steps));

it('keeps the paragraph where the picture above the text comes late', async () => {
  const article = await openAt({ progress: 0.25, position: { block: 1, share: 0.5 } });
  expect(at).toBe(1.5 * 600 - 72);
  expect(watched?.localName).toBe('article');
  above = 300;
  await act(() => resize());
  expect(at).toBe(300 + 1.5 * 600 - 72);
  await follow(article, 'wait, told');
});

it('takes the last word of this device, which the library hears of late, for no other device’s', async () => {
  const article = await openAt(start, 0.1);
  expect(at).toBe(1000);
  // The paragraph is known better than the share.
  at = 1020;
  await follow(article, 'arrive 0.25, at 1020');
});

it('offers where the user stopped if they scroll before the pictures are there', async () => {
  const { decoded, draw } = holdPictures();
  const article = await openAt(start);
  await scrollTo(60);
  await act(() => void vi.advanceTimersByTime(1000));
  draw();
  await act(() => decoded);
  await act(async () => void (await vi.advanceTimersByTimeAsync(0)));
  await follow(article, 'at 60, offered 1, wait, told');
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
