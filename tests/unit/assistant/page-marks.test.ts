// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { PassageMarks } from '../../../entrypoints/assistant/page-marks.ts';
import type { Extraction } from '../../../utils/article/types.ts';
import type { LiveAnchors } from '../../../utils/quotes/anchoring/live-anchors.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('the place that the user was taken to is marked for a while, and not until they go', () => {
  vi.useFakeTimers();
  const highlights = new Map<string, unknown>();
  vi.stubGlobal('CSS', { highlights });
  vi.stubGlobal('Highlight', class {});
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  document.body.innerHTML = '<p>“The channel is dredged at last,” she said.</p>';
  const range = document.createRange();
  range.selectNodeContents(document.querySelector('p') ?? document.body);
  const rect = { top: 10, bottom: 30, height: 20 };
  Object.assign(range, { getClientRects: () => [rect], getBoundingClientRect: () => rect });
  const anchors = { locate: () => range } as unknown as LiveAnchors;
  const marks = new PassageMarks(document, anchors);
  const extraction = { root: document.body, article: { text: '' } } as unknown as Extraction;
  marks.jumpTo(extraction, { start: 0, end: 10, text: '' } as Parameters<PassageMarks['jumpTo']>[1]);
  vi.advanceTimersByTime(15_000);
  expect(highlights.size).toBe(1);
  vi.advanceTimersByTime(10_000);
  expect(highlights.size).toBe(0);
});
