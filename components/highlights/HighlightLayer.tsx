import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { DEFAULT_COLOUR, type HighlightColour } from '../../utils/library/articles/highlight-colours.ts';
import { watchSelectionPrecision } from '../../utils/page/selection-precision.ts';
import { snapToWords } from '../../utils/text/segment-text.ts';
import { bufferKeys } from '../ui/hooks/key-buffer.ts';
import { useLazyModule } from '../ui/hooks/use-lazy-module.ts';
import { useShortcuts } from '../ui/hooks/use-shortcuts.ts';
import { type ReaderHighlight, useHighlightRanges } from './use-highlight-ranges.ts';
import { type TextOffsets, useSelection } from './use-selection.ts';

/** Changes to highlights. */
export interface HighlightActions {
  /** @returns the new highlight's id, or null if it could not be stored */
  onAdd: (offsets: TextOffsets, colour: HighlightColour) => Promise<string | null>;
  onChange: (id: string, change: { note?: string; colour?: HighlightColour }) => void;
  onDelete: (id: string) => void;
}

interface Props {
  body: HTMLElement | null;
  text: string;
  /** Any value that changes when the text's nodes have changed. */
  contentVersion: unknown;
  highlights: readonly ReaderHighlight[];
  /** Null if the article is not saved, so that highlights cannot be stored. */
  actions: HighlightActions | null;
  /** Id of the highlight whose note is open, or null. */
  openId: string | null;
  onOpen: (id: string | null) => void;
  /** Called after the window has been scrolled to the highlight in the URL. */
  onScrolledToHighlight: () => void;
  onCopyPassage: (offsets: TextOffsets) => Promise<boolean>;
}

/** Returns the id of the highlight in the page's URL (`#highlight-<id>`), or null. */
export function readHighlightFromUrl(): string | null {
  const [, id] = /^#highlight-([\w-]{1,200})$/.exec(location.hash) ?? [];
  return id ?? null;
}

/** Whether a range is outside the window, or too near its edges for the bar above and the popover below. */
function isOutOfView(range: Range): boolean {
  const { top, bottom } = range.getBoundingClientRect();
  return top < 60 || bottom > innerHeight - 120;
}

/** Paints the highlights of an article, adds them from selected text, and opens them on a click. */
export function HighlightLayer(props: Props) {
  const { body, text, highlights, actions, openId, onOpen } = props;
  const highlightRanges = useHighlightRanges(body, text, highlights, props.contentVersion);
  const selection = useSelection(body, text);
  const [colour, setColour] = useState(DEFAULT_COLOUR);

  const isPreciseSelection = useRef<() => boolean>(() => false);
  useEffect(() => {
    const controller = new AbortController();
    isPreciseSelection.current = watchSelectionPrecision(document, controller.signal);
    return () => controller.abort();
  }, []);
  // Determined when the selection changes, because pressing a button of the bar would reset it.
  const isExact = useMemo(() => selection !== null && isPreciseSelection.current(), [selection]);

  const addHighlight = async (newColour: HighlightColour, withNote: boolean): Promise<void> => {
    if (selection === null || actions === null) return;
    setColour(newColour);
    const discardKeys = withNote ? bufferKeys() : null;
    const lang = body?.closest('[lang]')?.getAttribute('lang') ?? null;
    const offsets = isExact ? selection.offsets : snapToWords(text, selection.offsets, lang);
    const id = await actions.onAdd(offsets, newColour);
    document.getSelection()?.removeAllRanges();
    if (withNote && id !== null) onOpen(id);
    else discardKeys?.();
  };
  useShortcuts(
    selection !== null && actions !== null
      ? { h: () => void addHighlight(colour, false), w: () => void addHighlight(colour, true) }
      : {},
  );

  useEffect(() => {
    if (body === null) return;
    const onClick = (event: MouseEvent): void => {
      if (document.getSelection()?.isCollapsed === false) return;
      const isControl = event.target instanceof Element && event.target.closest('a, .quoted, img') !== null;
      const id = isControl ? null : highlightRanges.findAt(event.clientX, event.clientY);
      if (id !== null) onOpen(id);
    };
    body.addEventListener('click', onClick);
    return () => body.removeEventListener('click', onClick);
  }, [body, onOpen, highlightRanges.ranges]);

  const requestedId = useRef(readHighlightFromUrl());
  useEffect(() => {
    const requestedRange =
      requestedId.current === null ? undefined : highlightRanges.ranges.get(requestedId.current);
    if (requestedRange === undefined) return;
    requestedId.current = null;
    requestedRange.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    props.onScrolledToHighlight();
    // After a reload, the article opens at the reading position again.
    history.replaceState(history.state, '', location.pathname + location.search);
  }, [highlightRanges.ranges]);

  const openHighlight = openId === null ? undefined : highlights.find(({ id }) => id === openId);
  const range = openHighlight === undefined ? null : (highlightRanges.ranges.get(openHighlight.id) ?? null);
  useEffect(() => {
    if (range === null || !isOutOfView(range)) return;
    range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  }, [range]);
  const HighlightBar = useLazyModule(selection !== null, () => import('./HighlightBar.tsx'))?.HighlightBar;
  const HighlightPopover = useLazyModule(
    openHighlight !== undefined,
    () => import('./HighlightPopover.tsx'),
  )?.HighlightPopover;
  return (
    <>
      {selection !== null && openHighlight === undefined && HighlightBar !== undefined && (
        <HighlightBar
          selection={selection}
          canHighlight={actions !== null}
          defaultColour={colour}
          onHighlight={(newColour) => void addHighlight(newColour, false)}
          onNote={() => void addHighlight(colour, true)}
          onCopy={() => props.onCopyPassage(selection.offsets)}
        />
      )}
      {openHighlight !== undefined && actions !== null && HighlightPopover !== undefined && (
        <HighlightPopover
          key={openHighlight.id}
          highlight={openHighlight}
          range={range}
          onChange={(change) => actions.onChange(openHighlight.id, change)}
          onDelete={() => {
            onOpen(null);
            actions.onDelete(openHighlight.id);
          }}
          onClose={() => onOpen(null)}
        />
      )}
    </>
  );
}
