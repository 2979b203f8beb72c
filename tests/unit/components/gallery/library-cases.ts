import type { LibraryItem } from '../../../../components/library/ArticleItem.tsx';
import type { ArticleListProps } from '../../../../components/library/ArticleList.tsx';
import type { RailData } from '../../../../components/library/LibraryRail.tsx';
import {
  FIXED_SOURCES,
  type FixedSource,
  locationOfSource,
} from '../../../../utils/library/lists/library-location.ts';
import type { ArticleRow } from '../../../../utils/library/types.ts';
import type { QuoteInArticle } from '../../../../utils/library/view-types.ts';
import { idle, nothing } from './idle.ts';
import type { LibraryCaseProps } from './LibraryCase.tsx';
import { sampleQuote } from './samples.ts';

/** A saved article with everything a test does not care about filled in. */
export function sampleRow(row: Partial<ArticleRow> & Pick<ArticleRow, 'id' | 'title'>): ArticleRow {
  const url = `https://courier.example/${row.id}`;
  return {
    identity: url,
    addresses: [url],
    url,
    canonicalUrl: url,
    byline: null,
    siteName: 'The Nordholm Courier',
    host: 'courier.example',
    publishedAt: '2026-11-14',
    modifiedAt: null,
    lang: 'en',
    dir: 'ltr',
    excerpt: null,
    wordCount: 812,
    isPreview: false,
    savedFrom: 'page',
    savedAt: Date.UTC(2026, 10, 20),
    updatedAt: Date.UTC(2026, 10, 20),
    archivedAt: null,
    deletedAt: null,
    openedAt: null,
    pinnedAt: null,
    finishedAt: null,
    favourite: false,
    tags: [],
    listIds: [],
    hasText: true,
    publishedTime: Date.UTC(2026, 10, 14),
    speakerKeys: [],
    highlightCount: 0,
    noteCount: 0,
    progress: 0,
    imagesTotal: 0,
    imagesSaved: 0,
    imagesFailed: 0,
    leadImageId: null,
    quoteCount: 0,
    voices: [],
    textHash: '',
    versionCount: 0,
    searchDoc: 0,
    views: [],
    ...row,
  };
}

/** A quote as it stands in a saved article. */
export const sampleSaid = (
  article: ArticleRow,
  quote: Parameters<typeof sampleQuote>[0],
  more: Partial<QuoteInArticle['quote']> = {},
): QuoteInArticle => {
  const speakerKey = (quote.resolvedSpeaker ?? '').toLowerCase();
  const place = { articleId: article.id, index: 0, speakerKey, saidAt: article.publishedTime };
  return { article, quote: { ...sampleQuote(quote), ...place, ...more } };
};

const plain = (article: ArticleRow): LibraryItem => ({ article, titleHits: [], snippet: null });

const VOICES = [
  { name: 'Mirela Tandoori-Falk', role: 'harbour master', share: 0.7 },
  { name: 'Osric Vandermolen', role: 'Mayor', share: 0.2 },
  { name: 'Ilse Kwabena', role: null, share: 0.1 },
];

export const ROWS: ArticleRow[] = [
  sampleRow({
    id: 'ice',
    title: 'Ferry service to the outer islands suspended as early ice closes Nordholm harbour',
    excerpt:
      'With the last tug in dry dock and the northern basin freezing over, the harbour master says that the choice between the ferry and the grain ship is days away, and that nobody in the capital has asked her which.',
    quoteCount: 6,
    voices: VOICES,
    leadImageId: 'blue',
    imagesTotal: 4,
    imagesSaved: 4,
    progress: 0.45,
  }),
  sampleRow({
    id: 'light',
    title: 'What the lighthouse keepers wrote down',
    siteName: 'Saltwater Quarterly',
    publishedAt: '2026-10',
    excerpt: 'A hundred and forty years of weather, by hand, and what it says about the ice.',
    wordCount: 5240,
    quoteCount: 2,
    voices: VOICES.slice(1, 2),
    favourite: true,
    leadImageId: 'sand',
    imagesTotal: 10,
    imagesSaved: 8,
    imagesFailed: 2,
  }),
  sampleRow({
    id: 'tug',
    title: 'Council votes on second tug',
    siteName: null,
    publishedAt: null,
    wordCount: 180,
    isPreview: true,
  }),
  sampleRow({
    id: 'rtl',
    title: 'توقف خدمة العبّارات إلى الجزر البعيدة بعد أن أغلق الجليد الميناء',
    siteName: 'بريد الميناء',
    excerpt: 'قالت مديرة الميناء إن الجليد جاء قبل موعده بستة أسابيع.',
    lang: 'ar',
    dir: 'rtl',
    quoteCount: 1,
    voices: [{ name: 'ليلى منصور', role: null, share: 1 }],
  }),
  sampleRow({
    id: 'done',
    title: 'Grain ship turned back at the skerries',
    excerpt: 'The captain waited nineteen hours for a pilot who was on the other side of the ice.',
    progress: 1,
    leadImageId: 'green',
  }),
];

const COLOURS: Record<string, string> = { blue: '#41678f', sand: '#c2a878', green: '#4f7a62' };

/** A plain picture instead of a photograph. */
export async function samplePicture(id: string): Promise<Blob> {
  const colour = COLOURS[id] ?? '#888888';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="750"><rect width="1200" height="750" fill="${colour}"/><path d="M0 520l300-180 260 150 280-230 360 260v230H0z" fill="#00000030"/><circle cx="900" cy="180" r="70" fill="#ffffff66"/></svg>`;
  return new Blob([svg], { type: 'image/svg+xml' });
}

function rail(counts: Partial<Record<FixedSource, number>>): RailData {
  const list = (id: string, name: string, parentId: string | null) => ({
    id,
    name,
    parentId,
    position: 0,
    createdAt: 0,
  });
  return {
    counts: Object.fromEntries(
      FIXED_SOURCES.map((source) => [source, counts[source] ?? 0]),
    ) as RailData['counts'],
    lists: [
      { list: list('train', 'To read on the train', null), depth: 0, count: 12 },
      { list: list('short', 'Short ones', 'train'), depth: 1, count: 4 },
    ],
    smartLists: [
      {
        id: 'long',
        name: 'Long and unread',
        query: 'is:unread min:20',
        sort: { by: 'saved', reversed: false },
        position: 0,
        createdAt: 0,
        updatedAt: 0,
        count: 31,
      },
    ],
    tags: [
      { tag: 'harbour', count: 20 },
      { tag: 'far north', count: 7 },
    ],
  };
}

const COUNTS = { inbox: 5, archive: 1204, favourites: 1 };

/** A library whose buttons do nothing. `items` are the rows of its list. */
export function libraryProps(
  change: Partial<ArticleListProps> & {
    items?: readonly LibraryItem[];
    shell?: Partial<LibraryCaseProps['shell']>;
  } = {},
): LibraryCaseProps {
  const { items = ROWS.map(plain), shell = {}, ...list } = change;
  const rows = new Map(items.map((item) => [item.article.id, item]));
  return {
    shell: {
      place: list.query === undefined ? locationOfSource('inbox') : null,
      data: rail(COUNTS),
      undo: null,
      ...idle('onUndo onDismissUndo onOpenOptions onAddLinks'),
      isDraggingLinks: false,
      onGo: nothing,
      hrefOfPlace: () => '#',
      ...idle('onCreateList onRenameList onMoveList onRemoveList onRenameSmartList onChangeSearch'),
      ...idle('onRemoveSmartList onDrop'),
      ...shell,
    },
    list: {
      source: 'inbox',
      name: 'Inbox',
      ids: [...rows.keys()],
      itemOf: (id) => rows.get(id) ?? null,
      onRange: nothing,
      total: items.length,
      query: '',
      sort: null,
      reading: null,
      onReading: nothing,
      isCompact: false,
      onCompact: nothing,
      isGrouped: false,
      onGrouped: nothing,
      groupOf: () => null,
      onAddLinks: nothing,
      errors: [],
      isApproximate: false,
      answeredQuery: '',
      onBeforeComplete: nothing,
      isBuilding: false,
      isFailed: false,
      hrefOf: (id) => `reader.html?id=${id}`,
      loadImage: samplePicture,
      ...idle(
        'onArchive onFavourite onDelete onDone onPin onDetails onNotThisStory onEdit onOpenPage onCopyLink onExport onDownload',
      ),
      downloadStateOf: () => null,
      remainingDownloads: 0,
      onDownloadAll: nothing,
      onStopDownloads: nothing,
      bulkActions: {
        ...idle('onArchive onFavourite onDone onPin onTag onList onNewList onRetry onExport onDelete'),
      },
      pickOptionsOf: () => ({
        tags: [
          { value: 'harbour', label: 'harbour', state: 'some' },
          { value: 'far north', label: 'far north', state: 'none' },
        ],
        lists: [{ value: 'train', label: 'To read on the train', state: 'all' }],
      }),
      suggestions: { recent: ['harbour ice', 'speaker:"Mirela Tandoori-Falk"'], onForget: nothing },
      complete: () => [],
      ...idle('onQueryChange onSort onSaveSearch'),
      onChangeSearch: null,
      suggestTags: async () => [],
      iconOf: () => null,
      ...list,
    },
  };
}

const [ice] = ROWS;

/** Addresses without a text. */
const LINKS: ArticleRow[] = ROWS.slice(0, 3).map((row, i) => ({
  ...row,
  ...{ id: `link${i}`, hasText: false, wordCount: 0, excerpt: null, leadImageId: null, progress: 0 },
  ...{ quoteCount: 0, voices: [], imagesFailed: 0, isPreview: false },
}));

export const LIBRARY_CASES: Record<string, LibraryCaseProps> = {
  inbox: libraryProps(),
  notDownloaded: libraryProps({
    source: 'links',
    name: 'Not downloaded',
    items: LINKS.map(plain),
    total: LINKS.length,
    downloadStateOf: (id) => (id === 'link1' ? 'waiting' : id === 'link2' ? 'needsLogin' : null),
    remainingDownloads: 1,
  }),
  undo: libraryProps({
    shell: {
      undo: { message: '“Council votes on second tug” deleted', onUndo: nothing, onMakePermanent: nothing },
    },
  }),
  search: libraryProps({
    query: 'ice',
    total: 1,
    items:
      ice === undefined
        ? []
        : [
            {
              article: ice,
              titleHits: [[54, 57]],
              snippet: {
                text: 'nobody who works on this water was surprised. The ice came six weeks early, and with it the end of the ferry season; the ice road is not open yet',
                hits: [
                  [50, 53],
                  [121, 124],
                ],
                cutBefore: true,
                cutAfter: true,
              },
            },
          ],
  }),
  searchNone: libraryProps({ query: 'submarine', answeredQuery: 'submarine', items: [], total: 0 }),
  searchError: libraryProps({
    query: 'is:unred ice',
    items: [],
    errors: [
      {
        code: 'unknownValue',
        start: 3,
        end: 8,
        text: 'unred',
        suggestion: 'unread',
        isSearchedAsText: false,
      },
    ],
  }),
  compact: libraryProps({ isCompact: true }),
  empty: libraryProps({ items: [], shell: { data: rail({}) } }),
  failed: libraryProps({ items: [], isFailed: true, shell: { data: null } }),
};
