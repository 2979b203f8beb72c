import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { afterPaint } from './base/after-paint.ts';

/** Number of rows rendered beyond the viewport, above and below. */
const OVERSCAN = 6;

/** Number of rows rendered below the viewport in the first frame. */
const INITIAL_OVERSCAN = 2;

/**
 * The rendered range moves in steps of this many rows. A row takes about 2 ms of a 16 ms frame: larger steps stutter, and
 * single rows take longer in total.
 */
const RANGE_STEP = 2;

/** The range moves when fewer rows than this are rendered beyond the viewport. */
const MIN_OVERSCAN = OVERSCAN - RANGE_STEP + 1;

interface Props {
  ids: readonly string[];
  label: string;
  class: string;
  /** Estimated height of a row that has not been measured, in px. */
  estimatedHeight: number;
  list: RefObject<HTMLOListElement | null>;
  /** Renders a row: an `li` with `data-id`. */
  renderRow: (id: string, index: number) => ComponentChildren;
  /** Called with the rendered range of indices; `to` is exclusive. */
  onRangeChange: (from: number, to: number) => void;
}

interface RowRange {
  from: number;
  to: number;
}

/** Returns the index of the last row that starts at or before a position (px from the top of the list). */
function findRowAt(tops: Float64Array, position: number): number {
  let low = 0;
  let high = tops.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((tops[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** Returns the range of rows in the viewport. */
function getVisibleRange(list: HTMLElement | null, tops: Float64Array): RowRange {
  const top = list === null ? 0 : Math.max(0, -list.getBoundingClientRect().top);
  const from = findRowAt(tops, top);
  return { from, to: Math.min(tops.length - 1, findRowAt(tops, top + window.innerHeight) + 1) };
}

/** Extends the visible range by `OVERSCAN` rows, aligned to steps. */
function addOverscan({ from, to }: RowRange, count: number): RowRange {
  return {
    from: Math.max(0, Math.floor((from - OVERSCAN) / RANGE_STEP) * RANGE_STEP),
    to: Math.min(count, Math.ceil((to + OVERSCAN) / RANGE_STEP) * RANGE_STEP),
  };
}

/** Extends the visible range by only a few rows, so that the first frame appears sooner. */
function addInitialOverscan({ from, to }: RowRange, count: number): RowRange {
  return { from, to: Math.min(count, to + INITIAL_OVERSCAN) };
}

/** Whether the rendered range extends far enough beyond the viewport (but not too far) to be kept, which avoids jitter. */
function isRangeSufficient(rendered: RowRange, visible: RowRange, count: number): boolean {
  return (
    rendered.from <= Math.max(0, visible.from - MIN_OVERSCAN) &&
    rendered.to >= Math.min(count, visible.to + MIN_OVERSCAN) &&
    rendered.to - rendered.from <= visible.to - visible.from + 4 * OVERSCAN
  );
}

/**
 * A virtual list that scrolls with the page. Only rows near the viewport are rendered; padding stands in for the others.
 * Rows can differ in height and are measured after rendering.
 */
export function VirtualList({
  ids,
  label,
  class: className,
  estimatedHeight,
  list,
  renderRow,
  onRangeChange,
}: Props) {
  const heights = useRef(new Map<string, number>());
  const [measureCount, setMeasureCount] = useState(0);
  const rowTops = useMemo(() => {
    const tops = new Float64Array(ids.length + 1);
    for (const [i, id] of ids.entries())
      tops[i + 1] = (tops[i] ?? 0) + (heights.current.get(id) ?? estimatedHeight);
    return tops;
  }, [ids, measureCount]);
  const [range, setRange] = useState<RowRange>(() =>
    addInitialOverscan(getVisibleRange(null, rowTops), ids.length),
  );
  const { from, to } =
    range.from < ids.length
      ? { from: range.from, to: Math.min(ids.length, Math.max(range.to, range.from + OVERSCAN)) }
      : addOverscan(getVisibleRange(null, rowTops), ids.length);

  const latestRowTops = useRef(rowTops);
  latestRowTops.current = rowTops;
  const updateRange = useRef<() => void>(() => undefined);

  useEffect(() => {
    let frame = 0;
    // At most once per frame and never during rendering, because rendering changes heights and heights change the
    // range.
    const scheduleUpdate = (): void => {
      if (frame !== 0) return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        const count = latestRowTops.current.length - 1;
        const visible = getVisibleRange(list.current, latestRowTops.current);
        setRange((rendered) =>
          isRangeSufficient(rendered, visible, count) ? rendered : addOverscan(visible, count),
        );
      });
    };
    updateRange.current = scheduleUpdate;
    let width = list.current?.clientWidth ?? 0;
    const resizeObserver = new ResizeObserver(() => {
      const newWidth = list.current?.clientWidth ?? 0;
      if (newWidth === width) return;
      width = newWidth;
      // The height of every row depends on the width.
      heights.current.clear();
      setMeasureCount((count) => count + 1);
    });
    if (list.current !== null) resizeObserver.observe(list.current);
    addEventListener('scroll', scheduleUpdate, { passive: true });
    addEventListener('resize', scheduleUpdate);
    return () => {
      cancelAnimationFrame(frame);
      resizeObserver.disconnect();
      removeEventListener('scroll', scheduleUpdate);
      removeEventListener('resize', scheduleUpdate);
    };
  }, [list]);

  const [isPainted, setPainted] = useState(false);
  useEffect(() => afterPaint(() => setPainted(true)), []);

  useLayoutEffect(() => {
    // Measuring forces a layout, so it waits until after the first frame.
    if (!isPainted) return;
    let hasChanged = false;
    for (const element of list.current?.children ?? []) {
      if (!(element instanceof HTMLElement) || element.dataset.id === undefined) continue;
      const { height } = element.getBoundingClientRect();
      // Without layout, as in unit tests and hidden pages, every height is 0.
      if (height === 0 || Math.abs((heights.current.get(element.dataset.id) ?? 0) - height) < 1) continue;
      heights.current.set(element.dataset.id, height);
      hasChanged = true;
    }
    if (hasChanged) setMeasureCount((count) => count + 1);
    updateRange.current();
  });

  useEffect(() => onRangeChange(from, to), [from, to, ids]);

  return (
    <ol
      class={className}
      ref={list}
      aria-label={label}
      style={{
        paddingTop: `${rowTops[from] ?? 0}px`,
        paddingBottom: `${(rowTops[ids.length] ?? 0) - (rowTops[to] ?? 0)}px`,
      }}
    >
      {ids.slice(from, to).map((id, i) => renderRow(id, from + i))}
    </ol>
  );
}
