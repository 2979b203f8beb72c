import type { LibraryItem } from '../../../../components/ArticleItem.tsx';
import type { LibraryProps } from '../../../../components/Library.tsx';
import type { ArticleRow } from '../../../../utils/library/types.ts';

const nothing = (): void => undefined;

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

/** A library whose buttons do nothing. */
export function libraryProps(change: Partial<LibraryProps> = {}): LibraryProps {
  return {
    view: 'inbox',
    counts: { inbox: 5, archive: 1204, favourites: 1 },
    items: ROWS.map(plain),
    total: 5,
    query: '',
    isForgiving: false,
    isFailed: false,
    undo: null,
    hrefOf: (id) => `reader.html?id=${id}`,
    loadImage: samplePicture,
    onArchive: nothing,
    onFavourite: nothing,
    onDelete: nothing,
    onView: nothing,
    onQuery: nothing,
    onMore: nothing,
    onDismissUndo: nothing,
    onOpenOptions: nothing,
    ...change,
  };
}

const [ice] = ROWS;

export const LIBRARY_CASES: Record<string, LibraryProps> = {
  inbox: libraryProps(),
  undo: libraryProps({ undo: { sentence: '“Council votes on second tug” deleted', onUndo: nothing } }),
  search: libraryProps({
    query: 'ice',
    total: 1,
    items:
      ice === undefined
        ? []
        : [
            {
              article: ice,
              titleHits: [[57, 60]],
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
  searchNone: libraryProps({ query: 'submarine', items: [], total: 0 }),
  empty: libraryProps({ items: [], total: 0, counts: { inbox: 0, archive: 0, favourites: 0 } }),
  failed: libraryProps({ items: [], total: 0, counts: null, isFailed: true }),
};
