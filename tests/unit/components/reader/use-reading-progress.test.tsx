// @vitest-environment jsdom

import { useEffect, useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  type ReadingStart,
  useReadingProgress,
} from '../../../../components/reader/hooks/use-reading-progress.ts';
import { show } from '../render.tsx';

const WINDOW = 800;
const BODY = 4800;

let at = 0;

/** Scrolls the window, as a user or a script does. */
const scrollTo = (y: number): Promise<void> =>
  act(() => {
    at = y;
    window.dispatchEvent(new Event('scroll'));
  });

beforeEach(() => {
  vi.useFakeTimers();
  at = 0;
  Object.defineProperty(window, 'scrollY', { configurable: true, get: () => at });
  Object.defineProperty(window, 'innerHeight', { configurable: true, value: WINDOW });
});
afterEach(() => {
  vi.useRealTimers();
});

/** An article that opens somewhere, `onJump` called after a scroll to 200 px. */
async function open(start: ReadingStart) {
  const told: number[] = [];
  let jumped = (): void => undefined;
  const report = (progress: number): void => void told.push(progress);
  function Article() {
    const [body, setBody] = useState<HTMLElement | null>(null);
    const { onJump } = useReadingProgress(body, start, report);
    useEffect(() => {
      jumped = onJump;
    }, [onJump]);
    return (
      <div
        ref={(element) => {
          if (element === null) return;
          element.getBoundingClientRect = () => new DOMRect(0, -at, 600, BODY);
          setBody(element);
        }}
      />
    );
  }
  await show(<Article />);
  await act(() => {
    at = 200;
    jumped();
    window.dispatchEvent(new Event('scroll'));
  });
  return { told, wait: () => act(() => void vi.advanceTimersByTime(6000)) };
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

it('nor is a scroll to it taken for reading in an article that nobody has begun', async () => {
  const { told, wait } = await open({ progress: 0, place: null, isElsewhere: true });
  await wait();
  expect(told).toEqual([]);
  await scrollTo(400);
  await wait();
  expect(told).toEqual([0.1]);
});

it('in an article opened to be read, each place counts', async () => {
  const { told, wait } = await open({ progress: 0.01, place: null });
  await scrollTo(2000);
  await wait();
  await scrollTo(1000);
  await wait();
  expect(told).toEqual([0.5, 0.25]);
});
