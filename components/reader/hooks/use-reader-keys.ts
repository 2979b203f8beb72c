import { useCallback, useEffect, useState } from 'preact/hooks';
import { nextTextSize } from '../../../utils/settings/reader-prefs.ts';
import type { PickerKind } from '../../library/TagListPicker.tsx';
import { type ReadAloud, stepRate } from '../../read-aloud/use-read-aloud.ts';
import { useShortcuts } from '../../ui/hooks/use-shortcuts.ts';
import type { ShortcutRow } from '../../ui/ShortcutSheet.tsx';
import type { ReaderProps } from '../reader-props.ts';

/** The panel beside the text. */
export type Aside = 'voices' | 'highlights';

/** The reader's shortcuts for the list of shortcuts. */
export const READER_KEYS: readonly ShortcutRow[] = [
  [['j'], 'readerNext'],
  [['n'], 'shortcutNextQuote'],
  [['p'], 'shortcutPreviousQuote'],
  [['v'], 'shortcutVoices'],
  [['c'], 'shortcutOutline'],
  [['h'], 'shortcutHighlight'],
  [['w'], 'shortcutNote'],
  [['m'], 'shortcutHighlights'],
  [['a'], 'shortcutReadAloud'],
  [[',', '.'], 'shortcutSentence'],
  [['[', ']'], 'shortcutPace'],
  [['+'], 'shortcutBigger'],
  [['-'], 'shortcutSmaller'],
  [['e'], 'shortcutArchive'],
  [['f'], 'shortcutFavourite'],
  [['t'], 'shortcutTags'],
  [['l'], 'shortcutLists'],
  [['#'], 'shortcutDelete'],
  [['Ctrl z'], 'shortcutUndo'],
  [['o'], 'shortcutSource'],
  [['u'], 'shortcutBack'],
  [['?'], 'shortcutHelp'],
];

interface ReaderKeysOptions {
  reader: ReaderProps;
  onOpenPicker: (kind: PickerKind) => void;
  aloud: ReadAloud;
  steps: ReturnType<typeof useQuoteSteps>;
  aside: Aside | null;
  onAside: (aside: Aside | null) => void;
  onSheet: () => void;
}

/** Handles the reader's shortcuts. */
export function useReaderKeys({
  reader,
  onOpenPicker,
  aloud,
  steps,
  aside,
  onAside,
  onSheet,
}: ReaderKeysOptions): void {
  const { article, prefs, quotes, saved, onPrefs } = reader;
  const toggle = (panel: Aside): void => onAside(aside === panel ? null : panel);
  const changeSize = (by: 1 | -1): void => onPrefs({ ...prefs, size: nextTextSize(prefs.size, by) });
  const pace = (by: 1 | -1): void =>
    onPrefs({ ...prefs, speech: { ...prefs.speech, rate: stepRate(prefs.speech.rate, by) } });
  useShortcuts({
    j: () => reader.next !== null && location.assign(reader.next.href),
    n: () => steps.step(1),
    p: () => steps.step(-1),
    v: () => quotes.length > 0 && toggle('voices'),
    m: () => saved !== null && toggle('highlights'),
    '+': () => changeSize(1),
    '=': () => changeSize(1),
    '-': () => changeSize(-1),
    e: () => saved !== null && reader.onArchive(),
    f: () => saved !== null && reader.onFavourite(),
    t: () => onOpenPicker('tags'),
    l: () => onOpenPicker('lists'),
    '#': () => saved !== null && reader.onDelete(),
    o: () => {
      if (/^https?:/i.test(article.url)) window.open(article.url, '_blank', 'noreferrer');
    },
    u: () => location.assign(reader.libraryHref),
    a: aloud.toggle,
    ...(aloud.state !== null && {
      ' ': aloud.toggle,
      ',': () => aloud.step(-1),
      '.': () => aloud.step(1),
      '[': () => pace(-1),
      ']': () => pace(1),
    }),
    '?': onSheet,
    Escape: () => {
      if (steps.current !== null) steps.close();
      else if (aside !== null) onAside(null);
      else aloud.close();
    },
  });
}

/**
 * Keeps the selected quote of a text, and moves to the next or previous one.
 *
 * @param pieces the elements of each quote in the text, by its index and in order of the text
 * @param onStep called for each quote that a key moves to
 */
export function useQuoteSteps(pieces: ReadonlyMap<number, HTMLElement[]>, onStep: (index: number) => void) {
  const [current, setCurrent] = useState<number | null>(null);
  const highlightQuote = (index: number | null): void => {
    for (const [quote, parts] of pieces) {
      for (const part of parts) part.classList.toggle('is-lit', quote === index);
    }
  };
  const selectQuote = (index: number): void => {
    highlightQuote(index);
    setCurrent(index);
  };
  const goTo = (index: number): boolean => {
    const first = pieces.get(index)?.[0];
    if (first === undefined) return false;
    first.scrollIntoView({ block: 'center' });
    selectQuote(index);
    return true;
  };
  useEffect(() => {
    if (current === null) highlightQuote(null);
  }, [current]);
  return {
    current,
    highlightQuote,
    selectQuote,
    goTo,
    close: useCallback(() => setCurrent(null), []),
    step(by: 1 | -1): void {
      const order = [...pieces.keys()];
      const at = current === null ? -1 : order.indexOf(current);
      const next = order[at < 0 ? (by === 1 ? 0 : order.length - 1) : at + by];
      if (next !== undefined && goTo(next)) onStep(next);
    },
  };
}
