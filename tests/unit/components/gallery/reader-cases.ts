import type { ReaderProps } from '../../../../components/reader/reader-props.ts';
import type { Quote } from '../../../../utils/quotes/types.ts';
import { DEFAULT_PREFS } from '../../../../utils/settings/reader-prefs.ts';
import { idle, nothing } from './idle.ts';
import { ARTICLE, QUOTES, VOICES } from './samples.ts';
import { FOUND } from './story-cases.tsx';

const PARAGRAPHS: readonly string[] = [
  'The ferry to the outer islands did not sail on Friday, and the harbour office in Nordholm does not say when it will sail again. By noon the ice had reached the second mole; by four it had closed the basin.',
  '“The ice came six weeks early, and nobody who works on this water was surprised by it except the people who plan it,” said Mirela Tandoori-Falk, harbour master of Nordholm, on the quay where the last tug lies in dry dock.',
  'She has kept the log for eleven years. “We asked for a second tug in March. We were told to ask again in spring.” The letter, which this paper has seen, is dated the ninth of April and is two lines long.',
  'The town hall is up the hill and looks over the roofs to the water. Osric Vandermolen, Mayor since the last flood, counts on his fingers. “There is money for one more ship. There is no money for one more winter like this.”',
  'The dockers will work, their union said, but “not a single hour of overtime”, according to the office of Ilse Kwabena, its chair. On the quay nobody had heard of it.',
  '“You cannot tow a ferry with a press release,” one captain said, and went below.',
  'What the islands have is eleven days of flour, a doctor on the middle island, and a road across the ice that is not open yet. The road opens when the ice is forty centimetres thick. On Friday it was nineteen.',
  '“If the northern basin freezes over as well, and there is every sign that it will, then we shall have to choose between the ferry and the grain, and whichever of the two we choose, somebody on one of these islands will be without bread or without a doctor before the month is out; I do not want to be the one who chooses, but I would rather it were somebody who has stood on the ice than somebody who has read about it.”',
];

const TEXT = PARAGRAPHS.join('\n\n');

/** The sample quotes at their places in the sample text. */
const PLACED: Quote[] = QUOTES.map((quote) => {
  const start = TEXT.indexOf(quote.text.slice(0, 30));
  const end = start + quote.text.length;
  return { ...quote, start, end, text: TEXT.slice(start, end) };
});

const picture = (colour: string): string =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="640"><rect width="1200" height="640" fill="${colour}"/><path d="M0 460l300-180 260 150 280-230 360 260v180H0z" fill="#00000030"/></svg>`)}`;

function body(): DocumentFragment {
  const html = PARAGRAPHS.map((paragraph, index) => {
    if (index === 2) {
      return `<figure><img src="${picture('#41678f')}" alt=""><figcaption>The basin on Friday morning. The ice is nineteen centimetres thick.</figcaption></figure><p>${paragraph}</p>`;
    }
    if (index === 4) return `<h2>What the islands have</h2><p>${paragraph}</p>`;
    if (index === 6) {
      return `<p>${paragraph}</p><p><span class="missing-image" role="img" aria-label="This image is gone from the site" data-caption="This image is gone from the site"></span></p><ul><li>Flour for eleven days</li><li>One <a href="https://courier.example/doctor">doctor</a></li></ul><table><tr><th>Island</th><th>Flour, days</th><th>Doctor</th></tr><tr><td>Outer</td><td>11</td><td>no</td></tr><tr><td>Middle</td><td>14</td><td>yes</td></tr></table>`;
    }
    return `<p>${paragraph}</p>`;
  }).join('');
  return document.createRange().createContextualFragment(html);
}

/** A reader whose buttons do nothing. */
export const readerProps = (change: Partial<ReaderProps> = {}): ReaderProps => ({
  article: {
    ...ARTICLE,
    host: 'courier.example',
    excerpt: 'The harbour master asked for a second tug in March. Now the islands count their flour.',
  },
  body: body(),
  text: TEXT,
  quotes: PLACED,
  voices: VOICES,
  leadImageUrl: null,
  saved: {
    savedAt: Date.UTC(2026, 10, 20),
    isFavourite: true,
    isArchived: false,
    imagesTotal: 2,
    imagesSaved: 1,
    imagesFailed: 1,
  },
  prefs: DEFAULT_PREFS,
  startAt: { progress: 0, position: null },
  storedProgress: 0,
  lastSpokenSentence: null,
  libraryHref: '#',
  next: { title: 'Grain ship turned back at the skerries', href: '#' },
  saveError: null,
  undo: null,
  ...idle('onPrefsChange onProgress onSentenceSpoken'),
  highlights: [],
  highlightActions: { onAdd: async () => 'new', onChange: nothing, onDelete: nothing },
  storyLink: null,
  story: null,
  onCopyHighlights: async () => true,
  onCopyPassage: async () => true,
  onFavourite: nothing,
  onArchive: nothing,
  tagsAndLists: {
    tags: ['Harbour', 'Winter on the islands'],
    lists: [],
    options: { tags: [], lists: [], suggested: [] },
    open: null,
    ...idle('onOpen onTag onList onNewList'),
  },
  ...idle('onEditDetails onExport onDelete onSave onRetryImages'),
  onCopy: async () => true,
  onCopyPicture: async () => true,
  onSavePicture: nothing,
  onCorrect: async () => true,
  ...change,
});

export const READER_CASES: Record<string, ReaderProps> =
  typeof document === 'undefined'
    ? {}
    : {
        article: readerProps(),
        story: readerProps({
          storyLink: { href: '#', otherCount: 2 },
          story: { found: FOUND, hrefOfStory: () => '#', hrefOfArticle: () => '#', onNotThisStory: nothing },
        }),
        unsaved: readerProps({ saved: null, tagsAndLists: null }),
        plain: readerProps({
          quotes: [],
          voices: [],
          prefs: { ...DEFAULT_PREFS, size: 22, width: 'narrow' },
        }),
      };
