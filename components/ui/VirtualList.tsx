import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { afterPaint } from './base/after-paint.ts';

/** Rows drawn beyond what is in view, above and below. */
const OVERSCAN = 6;

/** Rows drawn the first time below what is in view. */
const FIRST_OVERSCAN = 2;

/**
 * Rows by which what is drawn moves on. A row takes some 2 ms of a frame's 16: of more at once the user sees that the
 * list halts, and drawing for every single one takes longer altogether.
 */
const STEP = 2;

/** Rows that must be drawn beyond what is in view, or it moves on. */
const MARGIN = OVERSCAN - STEP + 1;

interface Props {
  ids: readonly string[];
  label: string;
  class: string;
  /** Height of a row nobody has measured yet, in px. */
  estimate: number;
  list: RefObject<HTMLOListElement | null>;
  /** A row: an `li` with `data-id`. */
  row: (id: string, index: number) => ComponentChildren;
  /** What is drawn now, as indices; `to` is exclusive. */
  onRange: (from: number, to: number) => void;
}

interface Span {
  from: number;
  to: number;
}

/** Index of the last row that begins at or before a place. */
function rowAt(tops: Float64Array, place: number): number {
  let low = 0;
  let high = tops.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((tops[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** Rows in view, from the first to the one after the last. */
function inView(list: HTMLElement | null, tops: Float64Array): Span {
  const above = list === null ? 0 : Math.max(0, -list.getBoundingClientRect().top);
  const from = rowAt(tops, above);
  return { from, to: Math.min(tops.length - 1, rowAt(tops, above + window.innerHeight) + 1) };
}

/** What to draw around the rows in view. */
function around({ from, to }: Span, count: number): Span {
  return {
    from: Math.max(0, Math.floor((from - OVERSCAN) / STEP) * STEP),
    to: Math.min(count, Math.ceil((to + OVERSCAN) / STEP) * STEP),
  };
}

/** The first time only what is seen is drawn, so that it is seen soon; what is around it comes after that. */
function prefetch({ from, to }: Span, count: number): Span {
  return { from, to: Math.min(count, to + FIRST_OVERSCAN) };
}

/** Does what is drawn still reach far enough beyond what is in view? Then it stays: no going back and forth. */
function reaches(drawn: Span, shown: Span, count: number): boolean {
  return (
    drawn.from <= Math.max(0, shown.from - MARGIN) &&
    drawn.to >= Math.min(count, shown.to + MARGIN) &&
    drawn.to - drawn.from <= shown.to - shown.from + 4 * OVERSCAN
  );
}

/**
 * A long list in the page's own scrolling: only what is near the window is drawn, the rest is space. Rows may have
 * any height; it is measured as they come.
 */
export function VirtualList({ ids, label, class: className, estimate, list, row, onRange }: Props) {
  const heights = useRef(new Map<string, number>());
  const [measured, setMeasured] = useState(0);
  const tops = useMemo(() => {
    const sums = new Float64Array(ids.length + 1);
    for (const [i, id] of ids.entries()) sums[i + 1] = (sums[i] ?? 0) + (heights.current.get(id) ?? estimate);
    return sums;
  }, [ids, measured]);
  const [span, setSpan] = useState<Span>(() => prefetch(inView(null, tops), ids.length));
  const { from, to } =
    span.from < ids.length
      ? { from: span.from, to: Math.min(ids.length, Math.max(span.to, span.from + OVERSCAN)) }
      : around(inView(null, tops), ids.length);

  const latest = useRef(tops);
  latest.current = tops;
  const look = useRef<() => void>(() => undefined);

  useEffect(() => {
    let frame = 0;
    // Once a frame and never from within a drawing: what is drawn changes heights, and they what is to be drawn.
    const onMove = (): void => {
      if (frame !== 0) return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        const count = latest.current.length - 1;
        const shown = inView(list.current, latest.current);
        setSpan((drawn) => (reaches(drawn, shown, count) ? drawn : around(shown, count)));
      });
    };
    look.current = onMove;
    let width = list.current?.clientWidth ?? 0;
    const onResize = new ResizeObserver(() => {
      const now = list.current?.clientWidth ?? 0;
      if (now === width) return;
      width = now;
      // Every row may have another height now.
      heights.current.clear();
      setMeasured((count) => count + 1);
    });
    if (list.current !== null) onResize.observe(list.current);
    addEventListener('scroll', onMove, { passive: true });
    addEventListener('resize', onMove);
    return () => {
      cancelAnimationFrame(frame);
      onResize.disconnect();
      removeEventListener('scroll', onMove);
      removeEventListener('resize', onMove);
    };
  }, [list]);

  const [isSeen, setSeen] = useState(false);
  useEffect(() => afterPaint(() => setSeen(true)), []);

  useLayoutEffect(() => {
    // Measuring makes the browser lay everything out, and then once more: not before the first frame.
    if (!isSeen) return;
    let changed = false;
    for (const element of list.current?.children ?? []) {
      if (!(element instanceof HTMLElement) || element.dataset.id === undefined) continue;
      const { height } = element.getBoundingClientRect();
      // Without layout (in a test, in a hidden page) nothing is known.
      if (height === 0 || Math.abs((heights.current.get(element.dataset.id) ?? 0) - height) < 1) continue;
      heights.current.set(element.dataset.id, height);
      changed = true;
    }
    if (changed) setMeasured((count) => count + 1);
    look.current();
  });

  useEffect(() => onRange(from, to), [from, to, ids]);

  return (
    <ol
      class={className}
      ref={list}
      aria-label={label}
      style={{
        paddingTop: `${tops[from] ?? 0}px`,
        paddingBottom: `${(tops[ids.length] ?? 0) - (tops[to] ?? 0)}px`,
      }}
    >
      {ids.slice(from, to).map((id, i) => row(id, from + i))}
    </ol>
  );
}
