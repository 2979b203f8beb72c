/** Stories: the list, a story's page, and the line about the story of an article. */

import type { ComponentProps, JSX } from 'preact';
import { OnThisStory } from '../../../../components/stories/OnThisStory.tsx';
import { StoriesList } from '../../../../components/stories/StoriesList.tsx';
import { StoryPage } from '../../../../components/stories/StoryPage.tsx';
import { PageNotFound } from '../../../../components/ui/PageHead.tsx';
import type { LibraryLocation } from '../../../../utils/library/lists/library-location.ts';
import type {
  OnThisStory as Found,
  StoryPage as Story,
  StorySummary,
} from '../../../../utils/library/stories/story-views.ts';
import type { QuoteInArticle, Statement } from '../../../../utils/library/view-types.ts';
import { framed } from './framed.tsx';
import { idle, nothing } from './idle.ts';
import { sampleRow, sampleSaid } from './library-cases.ts';

const at = (day: number, hour = 0): number => new Date(2026, 10, day, hour).getTime();

const PAPERS = ['The Nordholm Courier', 'Saltwater Quarterly', 'Hafenblatt'];

const paper = (index: number, day: number, title: string) =>
  sampleRow({
    id: `s${index}`,
    title,
    siteName: PAPERS[index] ?? null,
    host: ['courier.example', 'saltwater.example', 'hafenblatt.example'][index] ?? '',
    lang: index === 2 ? 'de' : 'en',
    publishedTime: at(day),
  });

const COURIER = paper(0, 12, 'Ice closes Nordholm harbour for the first time since the war');
const SALTWATER = paper(1, 12, 'Three islands without a ferry as the last tug goes into dry dock');
const HAFENBLATT = paper(2, 14, 'Eis sperrt den Hafen von Nordholm: Bürgermeister verspricht zwei Schlepper');

const said = (
  article: ReturnType<typeof paper>,
  index: number,
  text: string,
  name: string,
  role: string,
): QuoteInArticle => sampleSaid(article, { text, resolvedSpeaker: name, role }, { index });

const FALK = ['Mirela Tandoori-Falk', 'harbour master of Nordholm'] as const;
const MAYOR = ['Osric Vandermolen', 'Mayor'] as const;
const EARLY = said(
  COURIER,
  0,
  'The ice came six weeks early, and nobody who works on this water was surprised by it except the people who plan it',
  ...FALK,
);
const EARLY_SHORT = said(SALTWATER, 0, 'The ice came six weeks early', ...FALK);
const EARLY_GERMAN = said(HAFENBLATT, 0, 'Das Eis kam sechs Wochen zu früh', ...FALK);
const TWO_TUGS = said(COURIER, 1, 'We will have two tugs here by Friday', ...MAYOR);
const THREE_TUGS = said(SALTWATER, 1, 'We will have three tugs here by Friday', ...MAYOR);
const EATS = said(SALTWATER, 2, 'Tell me which island eats', 'Ilse Kwabena', 'chair of the dockers’ union');

const statement = (fullest: QuoteInArticle, also: QuoteInArticle[] = []): Statement => ({
  mostComplete: fullest,
  repeats: also,
  firstPublishedAt: fullest.quote.saidAt,
});

export const STORY: StorySummary = {
  id: 'harbour',
  title: COURIER.title,
  articleIds: ['s0', 's1', 's2'],
  papers: PAPERS,
  from: at(12),
  to: at(14),
};

export const PAGE: Story = {
  story: STORY,
  days: [
    {
      day: at(12),
      events: [
        { kind: 'article', at: at(12, 8), article: COURIER, quote: EARLY.quote },
        { kind: 'article', at: at(12, 11), article: SALTWATER, quote: EATS.quote },
      ],
    },
    { day: at(13), events: [{ kind: 'change', at: at(13, 9), article: COURIER, before: at(13, 9) }] },
    { day: at(14), events: [{ kind: 'article', at: at(14, 7), article: HAFENBLATT, quote: null }] },
  ],
  voices: [
    {
      personId: 'falk',
      name: FALK[0],
      role: FALK[1],
      isProbable: false,
      papers: PAPERS,
      statements: [statement(EARLY, [EARLY_SHORT, EARLY_GERMAN])],
    },
    {
      personId: 'mayor',
      name: MAYOR[0],
      role: MAYOR[1],
      isProbable: false,
      papers: PAPERS.slice(0, 2),
      statements: [statement(TWO_TUGS), statement(THREE_TUGS)],
    },
    {
      personId: 'union',
      name: 'Ilse Kwabena',
      role: 'chair of the dockers’ union',
      isProbable: true,
      papers: PAPERS.slice(1, 2),
      statements: [statement(EATS)],
    },
  ],
};

const OTHER: StorySummary = {
  id: 'grain',
  title: 'سفينة الحبوب تنتظر أمام الميناء المتجمّد',
  articleIds: ['x', 'y'],
  papers: ['صدى الميناء', 'The Evening Lantern'],
  from: at(3),
  to: at(3),
};

export const FOUND: Found = {
  story: STORY,
  others: [HAFENBLATT, SALTWATER, COURIER],
  newQuotes: [true, false, true, false],
  newParagraphs: [false, true],
};

const LIST: LibraryLocation = { screen: 'stories', story: null };

export const storyPage = (change: Partial<ComponentProps<typeof StoryPage>> = {}): JSX.Element => (
  <StoryPage
    page={PAGE}
    hrefOf={(article, quote) => `#${article}-${quote ?? ''}`}
    {...idle('onBack onRename onRemove onSplit onAdd onMerge onVersions')}
    findArticles={async () => []}
    findStories={async () => []}
    {...change}
  />
);

export const storiesList = (change: Partial<ComponentProps<typeof StoriesList>> = {}): JSX.Element => (
  <StoriesList
    stories={[OTHER, STORY]}
    hrefOf={(id) => `#stories/${id}`}
    {...idle('onOpen')}
    initialFocusId={null}
    {...change}
  />
);

const manyPapers = Array.from({ length: 14 }, (_, index) => `${PAPERS[index % 3]} ${index + 1}`);

export const STORY_CASES: Record<string, () => JSX.Element> = {
  list: framed(storiesList(), LIST),
  none: framed(storiesList({ stories: [] }), LIST),
  gone: framed(
    <PageNotFound
      listTitle="libraryStories"
      message="storyGone"
      backLabel="storyGoneBack"
      onBack={nothing}
    />,
    LIST,
  ),
  page: framed(storyPage(), LIST),
  manyPapers: framed(
    storyPage({
      page: {
        ...PAGE,
        story: { ...STORY, papers: manyPapers },
        voices: PAGE.voices.map((voice, row) => ({ ...voice, papers: manyPapers.slice(row * 5) })),
      },
    }),
    LIST,
  ),
  onThisStory: () => (
    <div style={{ padding: '16px', maxWidth: '400px' }}>
      <OnThisStory found={FOUND} hrefOfStory={() => '#'} hrefOfArticle={() => '#'} />
    </div>
  ),
};
