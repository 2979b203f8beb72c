import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';

/** Height of a row nobody has measured yet, in px. */
const ESTIMATE = 148;

/** Rows drawn beyond what is in sight, above and below. */
const OVERSCAN = 6;

/** Rows by which what is drawn moves on: drawing for every single row would be no faster. */
const STEP = 4;

interface Props {
  ids: readonly string[];
  label: string;
  class: string;
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

function spanOf(list: HTMLElement | null, tops: Float64Array): Span {
  const count = tops.length - 1;
  const above = list === null ? 0 : -list.getBoundingClientRect().top;
  const first = rowAt(tops, Math.max(0, above));
  const last = rowAt(tops, Math.max(0, above) + window.innerHeight);
  return {
    from: Math.max(0, Math.floor((first - OVERSCAN) / STEP) * STEP),
    to: Math.min(count, Math.ceil((last + 1 + OVERSCAN) / STEP) * STEP),
  };
}

/**
 * A long list in the page's own scrolling: only what is near the window is drawn, the rest is space. Rows may have
 * any height; it is measured as they come.
 */
export function VirtualList({ ids, label, class: className, list, row, onRange }: Props) {
  const heights = useRef(new Map<string, number>());
  const [measured, setMeasured] = useState(0);
  const tops = useMemo(() => {
    const sums = new Float64Array(ids.length + 1);
    for (const [i, id] of ids.entries()) sums[i + 1] = (sums[i] ?? 0) + (heights.current.get(id) ?? ESTIMATE);
    return sums;
  }, [ids, measured]);
  const [span, setSpan] = useState<Span>(() => spanOf(null, tops));
  const { from, to } =
    span.from < ids.length ? { ...span, to: Math.min(span.to, ids.length) } : spanOf(null, tops);

  const latest = useRef(tops);
  latest.current = tops;
  const look = useRef<() => void>(() => undefined);
  look.current = () => {
    const next = spanOf(list.current, latest.current);
    setSpan((before) => (before.from === next.from && before.to === next.to ? before : next));
  };

  useEffect(() => {
    let frame = 0;
    const onMove = (): void => {
      if (frame !== 0) return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        look.current();
      });
    };
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

  useLayoutEffect(() => {
    let changed = false;
    for (const element of list.current?.children ?? []) {
      if (!(element instanceof HTMLElement) || element.dataset.id === undefined) continue;
      const { height } = element.getBoundingClientRect();
      // Without layout (in a test, in a hidden page) nothing is known.
      if (height === 0 || heights.current.get(element.dataset.id) === height) continue;
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
      style={{ paddingTop: tops[from] ?? 0, paddingBottom: (tops[ids.length] ?? 0) - (tops[to] ?? 0) }}
    >
      {ids.slice(from, to).map((id, i) => row(id, from + i))}
    </ol>
  );
}
