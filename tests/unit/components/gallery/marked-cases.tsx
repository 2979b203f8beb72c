/** The library's highlights: the feed, and the note of one in a popup. */
import type { JSX } from 'preact';
import { HighlightNote } from '../../../../components/highlights/HighlightNote.tsx';
import {
  type FeedItem,
  HighlightFeed,
  type HighlightFeedProps,
} from '../../../../components/library/highlights/HighlightFeed.tsx';
import { DEFAULT_HIGHLIGHT_FILTER } from '../../../../utils/library/lists/library-location.ts';
import { framed } from './framed.tsx';
import { idle, nothing } from './idle.ts';
import { ROWS } from './library-cases.ts';

const PASSAGES = [
  ['We asked for a second tug in March. We were told to ask again in spring.', 'Which spring?', 'yellow'],
  [
    'The ice came six weeks before its time, and with it the question that nobody on the quay had wanted to put: ' +
      'who pays for a harbour that is shut for half of the year?',
    '',
    'green',
  ],
  ['', 'For the chapter on harbours.', 'yellow'],
  ['جاء الجليد قبل موعده بستة أسابيع', 'اسأل مديرة الميناء.', 'blue'],
  ['Nordholmer-Hafenbetriebsgesellschaftsverwaltungsratsvorsitzende', '', 'red'],
] as const;

const ITEMS: FeedItem[] = PASSAGES.flatMap(([text, note, colour], index) => {
  const article = ROWS[index < 2 ? 0 : index - 1];
  if (article === undefined) return [];
  const createdAt = Date.UTC(2026, 10, 14 - index);
  return [{ article, highlight: { id: `h${index}`, text, note, colour, createdAt } }];
});

function feed(change: Partial<HighlightFeedProps> = {}): () => JSX.Element {
  const filter = { ...DEFAULT_HIGHLIGHT_FILTER, ...change.filter };
  return framed(
    <HighlightFeed
      page={{ items: ITEMS, total: 214, articles: 31, isAny: true }}
      tags={['harbour', 'far north']}
      lists={[{ id: 'a', name: 'For the weekend' }]}
      hrefOf={() => '#'}
      onFilter={nothing}
      onCopy={async () => true}
      {...idle('onDelete onExport onMore')}
      {...change}
      filter={filter}
    />,
    { screen: 'highlights', filter },
  );
}

const note = (isGone: boolean): (() => JSX.Element) => {
  const [text, written, colour] = PASSAGES[0];
  return () => (
    <HighlightNote
      highlight={isGone ? null : { text, note: written, colour }}
      {...idle('onColour onNote onDelete onClose')}
    />
  );
};

const NONE = { items: [], total: 0, articles: 0 };

export const MARKED_CASES: Record<string, () => JSX.Element> = {
  feed: feed(),
  stream: feed({
    filter: { ...DEFAULT_HIGHLIGHT_FILTER, grouped: false, colour: 'green', words: 'harbour' },
  }),
  nothing: feed({ filter: { ...DEFAULT_HIGHLIGHT_FILTER, tag: 'harbour' }, page: { ...NONE, isAny: true } }),
  none: feed({ page: { ...NONE, isAny: false } }),
  note: note(false),
  noteGone: note(true),
};
