import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { afterPaint } from './base/after-paint.ts';

/** Number of rows rendered beyond the viewport, above and below. */
const OVERSCAN = 6;

/** Number of rows first rendered below the viewport. */
const INITIAL_OVERSCAN = 2;

/**
 * Number of rows by which the rendered range moves. A row takes about 2 ms of a frame's 16: with more at once the
 * list stutters, and rendering single rows takes longer in total.
 */
const STEP = 2;

/** Minimum number of rows beyond the viewport before the range moves. */
const MIN_OVERSCAN = OVERSCAN - STEP + 1;

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
  onRange: (from: number, to: number) => void;
}

interface RowRange {
  from: number;
  to: number;
}

/** Index of the last row that starts at or before a position. */
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

/** The range of rows in the viewport. */
function getVisibleRange(list: HTMLElement | null, tops: Float64Array): RowRange {
  const top = list === null ? 0 : Math.max(0, -list.getBoundingClientRect().top);
  const from = findRowAt(tops, top);
  return { from, to: Math.min(tops.length - 1, findRowAt(tops, top + window.innerHeight) + 1) };
}

/** The range to render around the rows in the viewport. */
function addOverscan({ from, to }: RowRange, count: number): RowRange {
  return {
    from: Math.max(0, Math.floor((from - OVERSCAN) / STEP) * STEP),
    to: Math.min(count, Math.ceil((to + OVERSCAN) / STEP) * STEP),
  };
}

/** At first only the visible rows are rendered, so that they appear soon; the rest follows. */
function addInitialOverscan({ from, to }: RowRange, count: number): RowRange {
  return { from, to: Math.min(count, to + INITIAL_OVERSCAN) };
}

/** Whether the rendered range still extends far enough beyond the viewport; if so it is kept, to avoid jitter. */
function isFarEnough(rendered: RowRange, shown: RowRange, count: number): boolean {
  return (
    rendered.from <= Math.max(0, shown.from - MIN_OVERSCAN) &&
    rendered.to >= Math.min(count, shown.to + MIN_OVERSCAN) &&
    rendered.to - rendered.from <= shown.to - shown.from + 4 * OVERSCAN
  );
}

/**
 * A long list that scrolls with the page: only rows near the viewport are rendered, with space for the rest. Rows may
 * have any height; they are measured when rendered.
 */
export function VirtualList({
  ids,
  label,
  class: className,
  estimatedHeight,
  list,
  renderRow,
  onRange,
}: Props) {
  const heights = useRef(new Map<string, number>());
  const [measured, setMeasured] = useState(0);
  const tops = useMemo(() => {
    const offsets = new Float64Array(ids.length + 1);
    for (const [i, id] of ids.entries())
      offsets[i + 1] = (offsets[i] ?? 0) + (heights.current.get(id) ?? estimatedHeight);
    return offsets;
  }, [ids, measured]);
  const [span, setSpan] = useState<RowRange>(() =>
    addInitialOverscan(getVisibleRange(null, tops), ids.length),
  );
  const { from, to } =
    span.from < ids.length
      ? { from: span.from, to: Math.min(ids.length, Math.max(span.to, span.from + OVERSCAN)) }
      : addOverscan(getVisibleRange(null, tops), ids.length);

  const latest = useRef(tops);
  latest.current = tops;
  const updateRange = useRef<() => void>(() => undefined);

  useEffect(() => {
    let frame = 0;
    // At most once per frame and never during rendering, because rendering changes heights and heights change the
    // range.
    const scheduleUpdate = (): void => {
      if (frame !== 0) return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        const count = latest.current.length - 1;
        const shown = getVisibleRange(list.current, latest.current);
        setSpan((rendered) => (isFarEnough(rendered, shown, count) ? rendered : addOverscan(shown, count)));
      });
    };
    updateRange.current = scheduleUpdate;
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
    addEventListener('scroll', scheduleUpdate, { passive: true });
    addEventListener('resize', scheduleUpdate);
    return () => {
      cancelAnimationFrame(frame);
      onResize.disconnect();
      removeEventListener('scroll', scheduleUpdate);
      removeEventListener('resize', scheduleUpdate);
    };
  }, [list]);

  const [isSeen, setSeen] = useState(false);
  useEffect(() => afterPaint(() => setSeen(true)), []);

  useLayoutEffect(() => {
    // Measuring forces layout, so it waits until after the first frame.
    if (!isSeen) return;
    let changed = false;
    for (const element of list.current?.children ?? []) {
      if (!(element instanceof HTMLElement) || element.dataset.id === undefined) continue;
      const { height } = element.getBoundingClientRect();
      // Without layout (in a test, in a hidden page) nothing can be measured.
      if (height === 0 || Math.abs((heights.current.get(element.dataset.id) ?? 0) - height) < 1) continue;
      heights.current.set(element.dataset.id, height);
      changed = true;
    }
    if (changed) setMeasured((count) => count + 1);
    updateRange.current();
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
      {ids.slice(from, to).map((id, i) => renderRow(id, from + i))}
    </ol>
  );
}
