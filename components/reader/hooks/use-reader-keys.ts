import { stepSize } from '../../../utils/settings/reader-prefs.ts';
import type { Shelf } from '../../library/ShelfPicker.tsx';
import { stepRate } from '../../read-aloud/pace.ts';
import type { ReadAloud } from '../../read-aloud/use-read-aloud.ts';
import { useShortcuts } from '../../ui/hooks/use-shortcuts.ts';
import type { ShortcutLine } from '../../ui/ShortcutSheet.tsx';
import type { ReaderProps } from '../reader-props.ts';
import type { useQuoteSteps } from './use-quote-steps.ts';

/** What stands beside the text. */
export type Aside = 'voices' | 'highlights';

/** The reader's keys, as its sheet lists them. */
export const READER_KEYS: readonly ShortcutLine[] = [
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

interface Keyed {
  reader: ReaderProps;
  onShelf: (shelf: Shelf) => void;
  aloud: ReadAloud;
  steps: ReturnType<typeof useQuoteSteps>;
  aside: Aside | null;
  onAside: (aside: Aside | null) => void;
  onSheet: () => void;
}

/** Lets keys work the reader. */
export function useReaderKeys({ reader, onShelf, aloud, steps, aside, onAside, onSheet }: Keyed): void {
  const { article, prefs, quotes, saved, onPrefs } = reader;
  const toggle = (which: Aside): void => onAside(aside === which ? null : which);
  const grow = (by: 1 | -1): void => onPrefs({ ...prefs, size: stepSize(prefs.size, by) });
  const pace = (by: 1 | -1): void =>
    onPrefs({ ...prefs, speech: { ...prefs.speech, rate: stepRate(prefs.speech.rate, by) } });
  useShortcuts({
    j: () => reader.next !== null && location.assign(reader.next.href),
    n: () => steps.step(1),
    p: () => steps.step(-1),
    v: () => quotes.length > 0 && toggle('voices'),
    m: () => saved !== null && toggle('highlights'),
    '+': () => grow(1),
    '=': () => grow(1),
    '-': () => grow(-1),
    e: () => saved !== null && reader.onArchive(),
    f: () => saved !== null && reader.onFavourite(),
    t: () => onShelf('tags'),
    l: () => onShelf('lists'),
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
