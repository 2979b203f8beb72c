/** The library's other screens: people, tags, storage, and what it says where something is wrong. */
import type { JSX } from 'preact';
import {
  LossNotice,
  type LossNoticeProps,
  UnreadableNotice,
} from '../../../../components/library/LibraryNotices.tsx';
import { PrivateWindow } from '../../../../components/library/PrivateWindow.tsx';
import { StoragePage, type StorageReport } from '../../../../components/library/StoragePage.tsx';
import { TagsPage } from '../../../../components/library/TagsPage.tsx';
import { PeopleList } from '../../../../components/people/PeopleList.tsx';
import { PersonPage } from '../../../../components/people/PersonPage.tsx';
import type { LibraryLocation } from '../../../../utils/library/lists/library-location.ts';
import type { Person } from '../../../../utils/library/view-types.ts';
import { framed } from './framed.tsx';
import { idle, nothing } from './idle.ts';
import { ROWS, sampleSaid } from './library-cases.ts';
import { STORY } from './story-cases.tsx';

const PEOPLE_PLACE: LibraryLocation = { screen: 'people', person: null, filter: '' };
const TAGS_PLACE: LibraryLocation = { screen: 'tags' };
const STORAGE_PLACE: LibraryLocation = { screen: 'storage' };

const PEOPLE: Person[] = [
  ['Mirela Tandoori-Falk', 'harbour master of Nordholm', 41],
  ['Osric Vandermolen', 'Mayor', 12],
  ['Ilse Kwabena', 'chair of the dockers’ union', 3],
  ['ليلى منصور', 'مديرة الميناء', 1],
  ['Jean-Baptiste de La Rochefoucauld-Montmorency', null, 1],
].map(([name, role, articleCount]) => ({
  id: String(name),
  name: String(name),
  role: role === null ? null : String(role),
  keys: [String(name).toLowerCase()],
  articleCount: Number(articleCount),
}));

const SOURCES = ['The Nordholm Courier', 'Saltwater Quarterly', 'The Evening Lantern'];
const SAID = Array.from({ length: 60 }, (_, index) => ({
  saidAt: Date.UTC(2025, (index * 7) % 20, 1 + (index % 27)),
  source: SOURCES[index % 4 === 0 ? 1 : index % 7 === 0 ? 2 : 0] ?? '',
}));

const QUOTES = ROWS.slice(0, 4).map((article, index) => {
  const arabic = 'جاء الجليد قبل موعده بستة أسابيع';
  const english = 'We asked for a second tug in March. We were told to ask again in spring.';
  const quote = { text: index === 3 ? arabic : english, resolvedSpeaker: 'Mirela Tandoori-Falk' };
  return sampleSaid(article, quote, { index, saidAt: Date.UTC(2026, 10 - index, 14) });
});

export const FACTS: StorageReport = {
  usage: {
    texts: 41_000_000,
    images: 390_000_000,
    versions: 2_100_000,
    searchIndex: 28_000_000,
    articles: 1204,
    imageCount: 5120,
    versionCount: 31,
  },
  used: 470_000_000,
  quota: 60_000_000_000,
  isPersistent: false,
  oldArchived: 212,
  deleted: 3,
  log: { isAvailable: true, bytes: 64_000_000, maxBytes: 1e9, articles: 1204, isBehind: false, error: null },
};

const storage = (facts: StorageReport | null): JSX.Element => (
  <StoragePage
    report={facts}
    countProgress={{ done: 1500, total: 6355 }}
    {...idle('onPersist onDropVersions onShowOldArchived onDeleteForGood')}
  />
);

const people = (change: Partial<Parameters<typeof PeopleList>[0]> = {}): JSX.Element => (
  <PeopleList
    people={PEOPLE}
    total={PEOPLE.length}
    filter=""
    hrefOf={() => '#'}
    {...idle('onFilter onOpen onMerge onNotPerson')}
    removed={[]}
    onRestorePerson={nothing}
    onMore={nothing}
    {...change}
  />
);

function person(): JSX.Element {
  const [first, ...others] = PEOPLE;
  if (first === undefined) throw new Error('nobody');
  return (
    <PersonPage
      person={{ ...first, keys: ['mirela tandoori-falk', 'mirela falk'] }}
      statements={SAID.flatMap(({ saidAt, source }, index) => {
        const shown = QUOTES[index % QUOTES.length];
        if (shown === undefined) return [];
        const { article, quote } = shown;
        const mostComplete = {
          article: { ...article, siteName: source },
          quote: { ...quote, index, saidAt },
        };
        const repeats = index % 3 === 0 ? QUOTES.slice(0, 2) : [];
        return [{ mostComplete, repeats, firstPublishedAt: index % 6 === 0 ? saidAt - 9e8 : saidAt }];
      })}
      coQuoted={others.map(({ id, name }, index) => ({ id, name, sharedArticles: 9 - index }))}
      stories={[STORY]}
      hrefOfStory={() => '#'}
      hrefOfPerson={() => '#'}
      {...idle('onNotPerson onOpenPerson onExport')}
      hrefOf={() => '#'}
      {...idle('onOpenSpeakerSheet onBack onRename onSplit')}
    />
  );
}

const tags = (isEmpty: boolean): JSX.Element => (
  <TagsPage
    tags={
      isEmpty
        ? []
        : [
            { tag: 'harbour', count: 20 },
            { tag: 'far north', count: 7 },
            { tag: 'far-north', count: 1 },
          ]
    }
    suggestions={
      isEmpty
        ? []
        : [
            [
              { tag: 'far-north', count: 1 },
              { tag: 'far north', count: 7 },
            ],
          ]
    }
    hrefOf={() => '#'}
    onRename={nothing}
    onRemove={nothing}
  />
);

const lost = { articles: 312, at: Date.UTC(2026, 10, 14) };
const loss = (change: Partial<LossNoticeProps>): (() => JSX.Element) =>
  framed(
    people({ people: [], total: 0 }),
    PEOPLE_PLACE,
    <LossNotice lost={null} restored={null} onRestore={nothing} onDismiss={nothing} {...change} />,
  );

export const SHELF_CASES: Record<string, () => JSX.Element> = {
  people: framed(people(), PEOPLE_PLACE),
  nobody: framed(people({ people: [], total: 0 }), PEOPLE_PLACE),
  person: framed(person(), PEOPLE_PLACE),
  tags: framed(tags(false), TAGS_PLACE),
  noTags: framed(tags(true), TAGS_PLACE),
  storage: framed(storage(FACTS), STORAGE_PLACE),
  storageCounting: framed(storage(null), STORAGE_PLACE),
  storageTrouble: framed(
    storage({ ...FACTS, isPersistent: true, log: { ...FACTS.log, error: 'full', isBehind: true } }),
    STORAGE_PLACE,
  ),
  lost: loss({ lost }),
  puttingBack: loss({ lost, restored: { done: 120, total: 312, isFinished: false } }),
  putBack: loss({ lost, restored: { done: 300, total: 300, isFinished: true } }),
  unreadable: framed(
    people({ people: [], total: 0 }),
    PEOPLE_PLACE,
    <UnreadableNotice onRetry={nothing} onRestore={nothing} onRebuild={async () => undefined} />,
  ),
  privateWindow: () => <PrivateWindow onOpenNormalWindow={nothing} />,
};
