import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { DEFAULT_COLOUR, type HighlightColour } from '../../utils/library/articles/highlight-colours.ts';
import { watchSelectionPrecision } from '../../utils/page/selection-precision.ts';
import { snapToWords } from '../../utils/text/segment-text.ts';
import { bufferKeys } from '../ui/hooks/key-buffer.ts';
import { useLazyModule } from '../ui/hooks/use-lazy-module.ts';
import { useShortcuts } from '../ui/hooks/use-shortcuts.ts';
import { type ReaderHighlight, useHighlightRanges } from './use-highlight-ranges.ts';
import { type TextPlace, useSelection } from './use-selection.ts';

/** Changes to highlights; each resolves once the library has stored it. */
export interface HighlightActions {
  /** @returns the new one's id, or null if it could not be stored */
  onAdd: (place: TextPlace, colour: HighlightColour) => Promise<string | null>;
  onChange: (id: string, change: { note?: string; colour?: HighlightColour }) => void;
  onDelete: (id: string) => void;
}

interface Props {
  body: HTMLElement | null;
  text: string;
  /** Changes when the text's nodes have changed. */
  ready: unknown;
  highlights: readonly ReaderHighlight[];
  /** Null if highlights cannot be stored because the article is not saved. */
  actions: HighlightActions | null;
  /** The highlight whose note is open, or null. */
  open: string | null;
  onOpen: (id: string | null) => void;
  /** Called when the window was scrolled to the highlight in the address. */
  onJump: () => void;
  onCopyWords: (place: TextPlace) => Promise<boolean>;
}

/** The highlight in the address (`#highlight-<id>`), or null. */
export function highlightInAddress(): string | null {
  const [, id] = /^#highlight-([\w-]{1,200})$/.exec(location.hash) ?? [];
  return id ?? null;
}

function isOutOfView(range: Range): boolean {
  const { top, bottom } = range.getBoundingClientRect();
  return top < 60 || bottom > innerHeight - 120;
}

/** Highlights in the text of an article: painted, created from selected words, opened by a click. */
export function HighlightLayer(props: Props) {
  const { body, text, highlights, actions, open, onOpen } = props;
  const marks = useHighlightRanges(body, text, highlights, props.ready);
  const selected = useSelection(body, text);
  const [colour, setColour] = useState(DEFAULT_COLOUR);

  const manner = useRef<() => boolean>(() => false);
  useEffect(() => {
    const life = new AbortController();
    manner.current = watchSelectionPrecision(document, life.signal);
    return () => life.abort();
  }, []);
  // Remembered from the selection, since a press on the bar does not tell.
  const isExact = useMemo(() => selected !== null && manner.current(), [selected]);

  const mark = async (chosen: HighlightColour, withNote: boolean): Promise<void> => {
    if (selected === null || actions === null) return;
    setColour(chosen);
    const letKeysGo = withNote ? bufferKeys() : null;
    const lang = body?.closest('[lang]')?.getAttribute('lang') ?? null;
    const place = isExact ? selected.place : snapToWords(text, selected.place, lang);
    const id = await actions.onAdd(place, chosen);
    document.getSelection()?.removeAllRanges();
    if (withNote && id !== null) onOpen(id);
    else letKeysGo?.();
  };
  useShortcuts(
    selected !== null && actions !== null
      ? { h: () => void mark(colour, false), w: () => void mark(colour, true) }
      : {},
  );

  useEffect(() => {
    if (body === null) return;
    const onClick = (event: MouseEvent): void => {
      if (document.getSelection()?.isCollapsed === false) return;
      const isControl = event.target instanceof Element && event.target.closest('a, .quoted, img') !== null;
      const id = isControl ? null : marks.at(event.clientX, event.clientY);
      if (id !== null) onOpen(id);
    };
    body.addEventListener('click', onClick);
    return () => body.removeEventListener('click', onClick);
  }, [body, onOpen, marks.ranges]);

  const asked = useRef(highlightInAddress());
  useEffect(() => {
    const there = asked.current === null ? undefined : marks.ranges.get(asked.current);
    if (there === undefined) return;
    asked.current = null;
    there.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    props.onJump();
    // Only once: after a reload the page opens at the reading position.
    history.replaceState(history.state, '', location.pathname + location.search);
  }, [marks.ranges]);

  const opened = open === null ? undefined : highlights.find((one) => one.id === open);
  const range = opened === undefined ? null : (marks.ranges.get(opened.id) ?? null);
  useEffect(() => {
    if (range === null || !isOutOfView(range)) return;
    range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  }, [range]);
  const HighlightBar = useLazyModule(selected !== null, () => import('./HighlightBar.tsx'))?.HighlightBar;
  const HighlightPopover = useLazyModule(
    opened !== undefined,
    () => import('./HighlightPopover.tsx'),
  )?.HighlightPopover;
  return (
    <>
      {selected !== null && opened === undefined && HighlightBar !== undefined && (
        <HighlightBar
          selected={selected}
          canHighlight={actions !== null}
          defaultColour={colour}
          onHighlight={(chosen) => void mark(chosen, false)}
          onNote={() => void mark(colour, true)}
          onCopy={() => props.onCopyWords(selected.place)}
        />
      )}
      {opened !== undefined && actions !== null && HighlightPopover !== undefined && (
        <HighlightPopover
          key={opened.id}
          highlight={opened}
          range={range}
          onChange={(change) => actions.onChange(opened.id, change)}
          onDelete={() => {
            onOpen(null);
            actions.onDelete(opened.id);
          }}
          onClose={() => onOpen(null)}
        />
      )}
    </>
  );
}
