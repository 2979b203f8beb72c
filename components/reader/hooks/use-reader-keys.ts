import { useCallback, useEffect, useState } from 'preact/hooks';
import { nextTextSize } from '../../../utils/settings/reader-prefs.ts';
import type { PickerKind } from '../../library/TagListPicker.tsx';
import { type ReadAloud, stepRate } from '../../read-aloud/use-read-aloud.ts';
import { useShortcuts } from '../../ui/hooks/use-shortcuts.ts';
import type { ShortcutRow } from '../../ui/ShortcutSheet.tsx';
import type { ReaderProps } from '../reader-props.ts';

/** The panels that can be opened beside the text. */
export type ReaderPanelName = 'speakers' | 'highlights';

/** The rows of the sheet of shortcuts. */
export const READER_SHORTCUTS: readonly ShortcutRow[] = [
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
  navigation: ReturnType<typeof useQuoteNavigation>;
  panel: ReaderPanelName | null;
  onPanelChange: (panel: ReaderPanelName | null) => void;
  onShowShortcuts: () => void;
}

/** Registers the reader's shortcuts. */
export function useReaderKeys({
  reader,
  onOpenPicker,
  aloud,
  navigation,
  panel,
  onPanelChange,
  onShowShortcuts,
}: ReaderKeysOptions): void {
  const { article, prefs, quotes, saved, onPrefsChange } = reader;
  const toggle = (name: ReaderPanelName): void => onPanelChange(panel === name ? null : name);
  const changeSize = (by: 1 | -1): void => onPrefsChange({ ...prefs, size: nextTextSize(prefs.size, by) });
  const changeRate = (by: 1 | -1): void =>
    onPrefsChange({ ...prefs, speech: { ...prefs.speech, rate: stepRate(prefs.speech.rate, by) } });
  useShortcuts({
    j: () => reader.next !== null && location.assign(reader.next.href),
    n: () => navigation.step(1),
    p: () => navigation.step(-1),
    v: () => quotes.length > 0 && toggle('speakers'),
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
      '[': () => changeRate(-1),
      ']': () => changeRate(1),
    }),
    '?': onShowShortcuts,
    Escape: () => {
      if (navigation.selectedIndex !== null) navigation.close();
      else if (panel !== null) onPanelChange(null);
      else aloud.close();
    },
  });
}

/**
 * Stores the selected quote of an article, and moves to the next or previous one.
 *
 * @param quoteElements the elements of each quote by its index, in text order
 * @param onStep called with the index of the quote when `step` has moved to it
 */
export function useQuoteNavigation(
  quoteElements: ReadonlyMap<number, HTMLElement[]>,
  onStep: (index: number) => void,
) {
  const [selectedIndex, setSelectedIndex] = useState<number | null>(null);
  const highlightQuote = (index: number | null): void => {
    for (const [quote, elements] of quoteElements) {
      for (const element of elements) element.classList.toggle('is-lit', quote === index);
    }
  };
  const selectQuote = (index: number): void => {
    highlightQuote(index);
    setSelectedIndex(index);
  };
  const goTo = (index: number): boolean => {
    const first = quoteElements.get(index)?.[0];
    if (first === undefined) return false;
    first.scrollIntoView({ block: 'center' });
    selectQuote(index);
    return true;
  };
  useEffect(() => {
    if (selectedIndex === null) highlightQuote(null);
  }, [selectedIndex]);
  return {
    selectedIndex,
    highlightQuote,
    selectQuote,
    goTo,
    close: useCallback(() => setSelectedIndex(null), []),
    step(by: 1 | -1): void {
      const order = [...quoteElements.keys()];
      const position = selectedIndex === null ? -1 : order.indexOf(selectedIndex);
      const next = order[position < 0 ? (by === 1 ? 0 : order.length - 1) : position + by];
      if (next !== undefined && goTo(next)) onStep(next);
    },
  };
}
