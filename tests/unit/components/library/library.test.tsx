// @vitest-environment jsdom

import { useRef, useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { ArticleDetailsSheet } from '../../../../components/library/ArticleDetailsSheet.tsx';
import { ArticleItem } from '../../../../components/library/ArticleItem.tsx';
import { ArticleList, type ArticleListProps } from '../../../../components/library/ArticleList.tsx';
import { describeDateError, maxDate, readDay } from '../../../../components/library/EditDetailsSheet.tsx';
import {
  LossNotice,
  type LossNoticeProps,
  UnreadableNotice,
} from '../../../../components/library/LibraryNotices.tsx';
import type { RailData } from '../../../../components/library/LibraryRail.tsx';
import { StoragePage } from '../../../../components/library/StoragePage.tsx';
import { QueryField } from '../../../../components/library/search/QueryField.tsx';
import { PeopleList } from '../../../../components/people/PeopleList.tsx';
import { createStrings, StringsContext } from '../../../../components/ui/base/strings.ts';
import { useLeaveDeletedList } from '../../../../entrypoints/library/use-rail.ts';
import { planListQuery } from '../../../../entrypoints/shared/plan-list-query.ts';
import { type ArticleSource, locationOfSource } from '../../../../utils/library/lists/library-location.ts';
import { completeQuery, NO_VOCABULARY } from '../../../../utils/library/search/query-completion.ts';
import { FIELD_NAMES } from '../../../../utils/library/search/query-fields.ts';
import type { CompletenessReport } from '../../../../utils/library/view-types.ts';
import { eventually } from '../../eventually.ts';
import { idle } from '../gallery/idle.ts';
import { LibraryCase } from '../gallery/LibraryCase.tsx';
import { LIBRARY_CASES, libraryProps, ROWS, sampleRow } from '../gallery/library-cases.ts';
import { FACTS } from '../gallery/shelf-cases.tsx';
import { show } from '../render.tsx';

const libraryWith = (...change: Parameters<typeof libraryProps>) => (
  <LibraryCase {...libraryProps(...change)} />
);

/** Two keys are meant as one only where the second comes soon: no time passes between those that are pressed here. */
const holdClockOfKeys = () => vi.spyOn(Event.prototype, 'timeStamp', 'get').mockReturnValue(0);

const focused = (): string => document.activeElement?.textContent ?? '';

it('lists what is saved with source, date, time, quoted people and what is missing', async () => {
  const library = await show(libraryWith());
  const [first, second, third] = [...library.root.querySelectorAll('.item')].map((row) =>
    (row.textContent ?? '').replace(/\s+/g, ' '),
  );
  expect(first).toContain('The Nordholm Courier');
  expect(first).toContain('14 November 2026');
  expect(first).toContain('3 min');
  expect(first).toContain('45% read');
  expect(first).toContain('6 quotes');
  expect(first).toContain('Mirela Tandoori-Falk');
  expect(second).toContain('2 images missing');
  expect(third).toContain('preview only');
  expect(library.root.querySelector('.item__link')?.getAttribute('href')).toBe('reader.html?id=ice');
  expect(library.text()).toContain('1,204');
});

it('says when an article was updated', async () => {
  const article = sampleRow({ id: 'quay', title: 'The quay explained', modifiedAt: '2026-11-20' });
  const items = [{ article, titleHits: [], snippet: null }];
  const library = await show(libraryWith({ items }));
  expect(library.root.querySelector('.item')?.textContent).toMatch(
    /14 November 2026.*updated 20 November 2026/,
  );
});

it('moves with j and k, stays at the ends', async () => {
  const library = await show(libraryWith());
  await library.press('j');
  expect(focused()).toMatch(/^Ferry service/);
  await library.press('k');
  expect(focused()).toMatch(/^Ferry service/);
  await library.press('j');
  expect(focused()).toMatch(/^What the lighthouse/);
});

it('archives, favours and deletes the row that has the focus', async () => {
  const onArchive = vi.fn();
  const onFavourite = vi.fn();
  const onDelete = vi.fn();
  const library = await show(libraryWith({ onArchive, onFavourite, onDelete }));
  await library.press('e');
  expect(onArchive).not.toHaveBeenCalled();
  await library.press('j');
  await library.press('e');
  expect(onArchive).toHaveBeenCalledWith(ROWS[0], true);
  await library.press('f');
  expect(onFavourite).toHaveBeenCalledWith(ROWS[0], true);
  await library.press('#');
  expect(onDelete).toHaveBeenCalledWith(ROWS[0]);
});

it('gives the focus to the next row when one has gone', async () => {
  const items = ROWS.map((article) => ({ article, titleHits: [], snippet: null }));
  const library = await show(libraryWith({ items }));
  await library.press('j');
  await library.press('j');
  await library.press('#');
  await library.again(libraryWith({ items: items.filter((item) => item.article.id !== 'light') }));
  expect(focused()).toMatch(/^Council votes/);
});

it('takes back what was done, by button and by key', async () => {
  const onUndo = vi.fn();
  const onMakePermanent = vi.fn();
  const undo = { message: '“Council votes on second tug” deleted', onUndo, onMakePermanent };
  const library = await show(libraryWith({ shell: { undo, onUndo } }));
  expect(library.text()).toContain('“Council votes on second tug” deleted');
  await library.click('Undo');
  expect(onUndo).toHaveBeenCalledTimes(1);
  await library.press('u');
  expect(onUndo).toHaveBeenCalledTimes(2);
  await library.click('Delete for good');
  expect(onMakePermanent).toHaveBeenCalledTimes(1);
});

it('lets the undo bar go after a while, but not while somebody is at it', async () => {
  vi.useFakeTimers();
  const onDismissUndo = vi.fn();
  const library = await show(
    libraryWith({
      shell: { onDismissUndo, undo: { message: 'deleted', onUndo: vi.fn(), onMakePermanent: null } },
    }),
  );
  library.control('Undo').focus();
  await library.press('Shift');
  await vi.advanceTimersByTimeAsync(30_000);
  expect(onDismissUndo).not.toHaveBeenCalled();
  library.control('Undo').blur();
  await library.press('Shift');
  await vi.advanceTimersByTimeAsync(30_000);
  expect(onDismissUndo).toHaveBeenCalled();
  vi.useRealTimers();
});

it('goes to the search with /, where letters are letters', async () => {
  const onQueryChange = vi.fn();
  const onArchive = vi.fn();
  const library = await show(libraryWith({ onQueryChange, onArchive }));
  await library.press('/');
  expect(document.activeElement).toBe(library.control('Search your library'));
  await library.press('e');
  expect(onArchive).not.toHaveBeenCalled();
  await library.type('Search your library', 'ice');
  expect(onQueryChange).toHaveBeenLastCalledWith('ice');
});

it('marks where the words were found', async () => {
  const props = LIBRARY_CASES.search;
  if (props === undefined) throw new Error('no case');
  const library = await show(<LibraryCase {...props} />);
  expect(library.text()).toContain('All saved articles');
  expect(library.text()).toContain('1 article found');
  expect(library.text()).toContain('…nobody who works');
  expect([...library.root.querySelectorAll('.item__excerpt mark')].map((mark) => mark.textContent)).toEqual([
    'ice',
    'ice',
  ]);
});

it.each([
  ['empty', 'Nothing to read yet'],
  ['searchNone', 'Nothing in your library contains “submarine”.'],
  ['failed', 'Your library could not be opened'],
])('when %s, says “%s”', async (name, words) => {
  const props = LIBRARY_CASES[name];
  if (props === undefined) throw new Error(name);
  const library = await show(<LibraryCase {...props} />);
  expect(library.text()).toContain(words);
});

it('says what was not found in one pair of quotation marks', async () => {
  const props = LIBRARY_CASES.searchNone;
  if (props === undefined) throw new Error('no case');
  const library = await show(
    <LibraryCase
      {...props}
      list={{ ...props.list, query: '"yellow submarine"', answeredQuery: '"yellow submarine"' }}
    />,
  );
  expect(library.text()).toContain('Nothing in your library contains “yellow submarine”.');
});

it('chooses with x and Shift, acts on all that is chosen, and lets go with Escape', async () => {
  const onArchive = vi.fn();
  const onTag = vi.fn();
  const props = libraryProps();
  const library = await show(
    <LibraryCase
      {...props}
      list={{ ...props.list, bulkActions: { ...props.list.bulkActions, onArchive, onTag } }}
    />,
  );
  await library.press('j');
  await library.press('x');
  await library.press('J');
  expect(library.text()).toContain('2 selected');
  await library.press('t');
  await library.type('Find or create a tag', 'new one');
  await library.click('New tag “new one”');
  expect(onTag).toHaveBeenCalledWith(['ice', 'light'], 'new one', true);
  library.control('Clear selection').focus();
  await library.press('e');
  expect(onArchive).toHaveBeenCalledWith(['ice', 'light'], true);
  await library.press('j');
  await library.press('x');
  expect(library.text()).toContain('1 selected');
  await library.press('Escape');
  expect(library.text()).not.toContain('selected');
});

it('shows what in a search was not understood, and offers what was perhaps meant', async () => {
  const onQueryChange = vi.fn();
  const { shell, list } = LIBRARY_CASES.searchError ?? libraryProps();
  const library = await show(<LibraryCase shell={shell} list={{ ...list, onQueryChange }} />);
  await eventually(() => expect(library.text()).toContain('After “is:” you can use unread'));
  await library.click('Did you mean “unread”?');
  expect(onQueryChange).toHaveBeenCalledWith('is:unread ice');
});

it('gives the focus back to what opened a field for a name', async () => {
  const library = await show(libraryWith());
  const name = (): string => document.activeElement?.getAttribute('aria-label') ?? '';
  library.control('New list').focus();
  await library.click('New list');
  expect(name()).toBe('Name of the list');
  await library.press('Escape');
  expect(name()).toBe('New list');
  await library.click('More options for “Short ones”');
  await library.click('Rename');
  expect(name()).toBe('Name of the list');
  await library.press('Escape');
  expect(name()).toBe('More options for “Short ones”');
});

it('says whom it looked for among the people, and brings the user back to the row they came from', async () => {
  const nothing = (): void => undefined;
  const person = (id: string) => ({ id, name: id, role: null, keys: [id], articleCount: 1 });
  const removing = { onNotPerson: nothing, removed: [], onRestorePerson: nothing };
  const opening = { hrefOf: (id: string) => `#${id}`, onFilter: nothing, onOpen: nothing, onMerge: nothing };
  const shown = { ...opening, ...removing };
  const list = await show(
    <PeopleList {...shown} people={[]} total={0} filter=" zeppelin " onMore={nothing} />,
  );
  expect(list.text()).toContain('Nobody called “zeppelin” is quoted.');
  await show(
    <PeopleList
      {...shown}
      people={[person('Ada Holm'), person('Tim Berg')]}
      total={2}
      filter=""
      initialFocusId="Tim Berg"
      onMore={nothing}
    />,
  );
  expect(focused()).toContain('Tim Berg');
});

it('goes elsewhere by two keys, and does not do to the row in focus what the second alone would', async () => {
  holdClockOfKeys();
  const onGo = vi.fn();
  const onPin = vi.fn();
  const onFavourite = vi.fn();
  const props = libraryProps({ onFavourite, shell: { onGo } });
  const many = { ...props.list.bulkActions, onPin };
  const library = await show(<LibraryCase {...props} list={{ ...props.list, bulkActions: many }} />);
  for (const key of ['j', 'g', 'p', 'g', 'f']) await library.press(key);
  expect(onGo.mock.calls.map(([{ screen, source }]) => source ?? screen)).toEqual(['people', 'favourites']);
  expect(onPin).not.toHaveBeenCalled();
  expect(onFavourite).not.toHaveBeenCalled();
  await library.press('p');
  expect(onPin).toHaveBeenCalledTimes(1);
});

it('opens the tags of the row that has the focus by t, and acts on that row alone', async () => {
  const onTag = vi.fn();
  const props = libraryProps();
  const many = { ...props.list.bulkActions, onTag };
  const library = await show(libraryWith({ bulkActions: many }));
  await library.press('j');
  await library.press('j');
  await library.press('t');
  expect(library.text()).not.toContain('selected');
  await library.click('far north');
  expect(onTag).toHaveBeenCalledWith(['light'], 'far north', true);
});

const STATED = { title: 'Ice', siteName: 'The Paper', byline: null, publishedAt: '2026-03-01', lang: 'en' };
const IDLE = {
  synced: null,
  compare: () => null,
  onRetry: vi.fn(),
  onFetchText: vi.fn(),
  onClose: vi.fn(),
  pageDetails: STATED,
  onEdit: vi.fn(),
};

const report = (text: CompletenessReport['text']): CompletenessReport => ({
  article: sampleRow({ id: 'ice', title: 'Ice' }),
  text,
  paragraphs: 0,
  lastWords: '',
  imagesTotal: 0,
  imagesSaved: 0,
  imageBytes: 0,
  missing: [],
  imagesOverLimit: 0,
  maxImages: 200,
  quotes: [],
  currentText: '',
  versions: [],
});

it('offers to fetch a text that is not whole, and says how that went', async () => {
  const onFetchText = vi.fn(async () => 'The site does not answer.');
  const rest = { ...IDLE, onFetchText };
  const details = await show(<ArticleDetailsSheet report={report('none')} {...rest} />);
  await details.click('Download the text again');
  await eventually(() => expect(details.text()).toContain('The site does not answer.'));
  expect(onFetchText).toHaveBeenCalledOnce();
  await details.again(<ArticleDetailsSheet report={report('whole')} {...rest} />);
  expect(details.has('Download the text again')).toBe(false);
});

it('says how many pictures were left out and why, and offers to try again only what could come', async () => {
  const image = { id: 'a', url: 'https://a.example/a.png', state: 'failed' as const };
  const final: CompletenessReport = {
    ...report('whole'),
    imagesTotal: 20_000,
    imagesOverLimit: 19_800,
    missing: [{ ...image, error: 'not-public', canRetry: false }],
  };
  const details = await show(<ArticleDetailsSheet report={final} {...IDLE} />);
  expect(details.text()).toContain('and 19,800 more: an article keeps up to 200 images');
  expect(details.text()).toContain('its address is on a local network');
  expect(details.has('Download missing images')).toBe(false);
  const again = { ...final, missing: [{ ...image, error: 'unreachable' as const, canRetry: true }] };
  await details.again(<ArticleDetailsSheet report={again} {...IDLE} />);
  expect(details.has('Download missing images')).toBe(true);
});

it('says what the page claims to be a copy of, and follows nothing', async () => {
  const claimedUrl = 'https://www.other-paper.example/2026/ice/?from=mail';
  const whole = report('whole');
  const claiming = { ...whole, article: { ...whole.article, claimedUrl } };
  const details = await show(<ArticleDetailsSheet report={claiming} {...IDLE} />);
  expect(details.text()).toContain('This page says it is a copy of other-paper.example/2026/ice.');
  expect(details.root.querySelector('a[href*="other-paper"]')).toBeNull();
});

it('shows the host beside whatever a site calls itself, and its end where it is long', async () => {
  const whole = report('whole');
  const host = `${'paper.example.'.repeat(9)}evil.example`;
  const forged = { ...whole.article, siteName: `The Paper ${'x'.repeat(90_000)}`, host };
  const details = await show(<ArticleDetailsSheet report={{ ...whole, article: forged }} {...IDLE} />);
  expect(details.root.querySelector('.source-name__host')?.textContent).toMatch(/^….*\.evil\.example$/);
  expect(details.root.querySelector('.source-name__site')?.textContent?.length).toBe(120);
});

it('opens as the form where that was asked for, with nothing in its place before', async () => {
  const details = await show(<ArticleDetailsSheet report={null} isEditing {...IDLE} />);
  expect(details.root.querySelector('dialog')).toBeNull();
  await details.again(<ArticleDetailsSheet report={report('whole')} isEditing {...IDLE} />);
  expect(details.text()).toContain('Edit details');
});

it('edits what the page states, puts it back, and takes no empty title', async () => {
  const onEdit = vi.fn();
  const onClose = vi.fn();
  const article = sampleRow({ id: 'ice', ...STATED, byline: 'Somebody' });
  const shown = { ...report('whole'), article };
  const details = await show(
    <ArticleDetailsSheet report={shown} {...IDLE} onEdit={onEdit} onClose={onClose} />,
  );
  await details.click('Edit details');
  expect(details.text()).toContain('Not stated on the page');
  await details.click('Restore the details from the page');
  expect(details.text()).not.toContain('On the page:');
  await details.type('Title', ' ');
  await details.click('Save');
  expect(details.text()).toContain('An article needs a title.');
  expect(onEdit).not.toHaveBeenCalled();
  await details.type('Title', 'Ice in the harbour');
  expect(details.text()).toContain('On the page: Ice');
  await details.click('Save');
  expect(onEdit).toHaveBeenCalledWith(expect.objectContaining({ title: 'Ice in the harbour', byline: null }));
  expect(onClose).toHaveBeenCalled();
});

it('shows a date as its day, and refuses what is no day of the past', () => {
  expect(readDay('2026-03-01')).toBe('2026-03-01');
  expect(readDay('2026-03')).toBe('');
  expect(readDay(new Date(2026, 2, 1, 23, 59).toISOString())).toBe('2026-03-01');
  expect(maxDate(new Date(2026, 11, 31))).toBe('2027-01-01');
  const fine = { badInput: false, rangeUnderflow: false, rangeOverflow: false };
  expect(describeDateError(fine)).toBeNull();
  expect(describeDateError({ ...fine, badInput: true })).toBe('detailsNoDate');
  expect(describeDateError({ ...fine, rangeOverflow: true })).toBe('detailsDateOutside');
});

const lost = { articles: 312, at: Date.UTC(2026, 10, 14) };

const loss = (changes: Partial<LossNoticeProps>): LossNoticeProps => ({
  lost: null,
  restored: null,
  onRestore: vi.fn(),
  onDismiss: vi.fn(),
  ...changes,
});

it('offers a backup only for what did not come back', async () => {
  const all = await show(
    <LossNotice {...loss({ lost, restored: { done: 312, total: 312, isFinished: true } })} />,
  );
  expect(all.text()).toContain('restored 312 articles');
  expect(all.text()).not.toContain('backup');
  const fewer = await show(
    <LossNotice {...loss({ lost, restored: { done: 300, total: 300, isFinished: true } })} />,
  );
  expect(fewer.text()).toContain('there were 312 articles');
  const props = loss({ lost });
  const nothing = await show(<LossNotice {...props} />);
  await nothing.click(/^Restore a backup$/);
  expect(props.onRestore).toHaveBeenCalledOnce();
});

it('deletes nothing that can’t be read before the user says so', async () => {
  const onMakeAnew = vi.fn(async () => undefined);
  const notice = await show(
    <UnreadableNotice onRetry={vi.fn()} onRestore={vi.fn()} onRebuild={onMakeAnew} />,
  );
  expect(onMakeAnew).not.toHaveBeenCalled();
  await notice.click(/^Rebuild/);
  expect(onMakeAnew).toHaveBeenCalledOnce();
});

it('says on the storage page what the background is at: the second copy, and articles read again', async () => {
  const facts = { ...FACTS, log: { ...FACTS.log, bytes: 2e6 } };
  const props = { ...idle('onPersist onDropVersions onShowOldArchived onDeleteForGood') };
  const fine = await show(<StoragePage countProgress={null} report={facts} {...props} />);
  expect(fine.text()).toContain('2 MB of at most 1 GB · up to date');
  const full = await show(
    <StoragePage
      countProgress={null}
      report={{ ...facts, log: { ...facts.log, isBehind: true, error: 'full' } }}
      {...props}
    />,
  );
  expect(full.text()).toContain('there was no space');
  expect(full.text()).not.toContain('up to date');
  expect(full.text()).not.toContain('Updating quotes');
  const reread = await show(
    <StoragePage
      countProgress={null}
      report={facts}
      rereadProgress={{ done: 120, total: 1900 }}
      {...props}
    />,
  );
  expect(reread.text()).toContain('Updating quotes in saved articles: 120 of 1,900');
});

function Search() {
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const complete = (typed: string, caret: number) => completeQuery(typed, caret, NO_VOCABULARY);
  return <QueryField {...{ input, query, complete }} label="Search" onQueryChange={setQuery} />;
}

it('tells in words what each field and each state asks for', async () => {
  const search = await show(<Search />);
  const offered = () =>
    [...search.root.querySelectorAll('[role="option"]')].map((option) => [
      option.querySelector('bdi')?.textContent,
      option.querySelector('span')?.textContent,
    ]);
  await search.click('Search');
  expect(offered()).toHaveLength(FIELD_NAMES.length);
  expect(offered()).toContainEqual(['author:', 'who wrote it']);
  for (const [name, words] of offered()) expect(words, name ?? '').toMatch(/\S/);

  await search.type('Search', 'is:');
  expect(offered()).toContainEqual(['finished', 'finished']);
  await search.type('Search', 'is:f');
  expect(offered()).toEqual([
    ['finished', 'finished'],
    ['favourite', 'favourites'],
    ['forgotten', 'archived over a year ago, not marked'],
  ]);
});

function Started({ recent, onForget }: { recent: string[]; onForget: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const complete = (typed: string, caret: number) => completeQuery(typed, caret, NO_VOCABULARY);
  const starters = { recent, onForget };
  return (
    <QueryField
      {...{ input, query, complete, suggestions: starters }}
      label="Search"
      onQueryChange={setQuery}
    />
  );
}

it('opens with recent searches and plain choices, and has the fields one step away', async () => {
  const onForget = vi.fn();
  const search = await show(<Started recent={['harbour ice']} onForget={onForget} />);
  const offered = () =>
    [...search.root.querySelectorAll('[role="option"]')].map(({ textContent }) => textContent);
  const field = search.control('Search') as HTMLInputElement;
  field.focus();
  await search.click('Search');
  expect(offered()).toEqual(
    expect.arrayContaining(['harbour ice', 'Unread', 'With quotes', 'This week', 'Search by field…']),
  );
  expect(offered().join(' ')).not.toContain('is:');
  await search.press('ArrowDown');
  await search.press('Enter');
  expect(field.value).toBe('harbour ice');

  await search.type('Search', '');
  await search.click('Search');
  for (const _ of offered()) await search.press('ArrowDown');
  await search.press('Enter');
  expect(offered()).toHaveLength(FIELD_NAMES.length);
  expect(field.value).toBe('');
});

it('the menu of a row edits the details, opens the page, copies its link and exports it', async () => {
  const props = LIBRARY_CASES.compact?.list;
  const [id = ''] = props?.ids ?? [];
  const item = props?.itemOf(id);
  if (props === undefined || item === null || item === undefined) throw new Error('no such case');
  const choice = { href: '#', isSelected: false, hasSelection: false };
  const chosen = { onEdit: vi.fn(), onOpenPage: vi.fn(), onCopyLink: vi.fn(), onExport: vi.fn() };
  const actions = { ...props, ...chosen, onOpenPicker: vi.fn(), onSelect: vi.fn(), onDrag: vi.fn() };
  const rest = {
    ...{ download: null, group: null, icon: null, index: 0, total: 1 },
    ...{ isCompact: true, isNarrow: false },
  };
  const shown = await show(<ArticleItem {...{ item, actions, ...choice, ...rest }} />);
  for (const label of ['Edit details', 'Open page', 'Copy link', 'Export…']) {
    await shown.click(/^More/);
    await shown.click(label);
  }
  for (const act of Object.values(chosen)) expect(act).toHaveBeenCalledWith(item.article);
  // A site without an icon has its initial, so that all titles begin at the same place.
  expect(shown.text()).toContain(item.article.siteName?.charAt(0) ?? '?');
  const rightToLeft = createStrings((key) => (key === 'localeTag' ? 'ar' : ''), 'ar');
  await shown.again(
    <StringsContext.Provider value={rightToLeft}>
      <ArticleItem {...{ item, actions, ...choice, ...rest }} />
    </StringsContext.Provider>,
  );
  expect(shown.root.querySelector('.item__icon')?.parentElement?.dir).toBe('rtl');
});

const rail = libraryProps().shell.data as RailData;

it('leaves a list that is no more, and not one that the rail does not know yet', async () => {
  const onGone = vi.fn();
  function At({ source, known }: { source: ArticleSource; known: RailData | null }) {
    useLeaveDeletedList(locationOfSource(source), known, onGone);
    return null;
  }
  const page = await show(<At source="inbox" known={null} />);
  await page.again(<At source="inbox" known={rail} />);
  await page.again(<At source="smart:made" known={rail} />);
  await page.again(<At source="list:train" known={rail} />);
  expect(onGone).not.toHaveBeenCalled();
  await page.again(<At source="list:train" known={{ ...rail, lists: [] }} />);
  expect(onGone).toHaveBeenCalledTimes(1);
  // An old address of a list that was deleted long since.
  await show(<At key="anew" source="list:winter" known={rail} />);
  expect(onGone).toHaveBeenCalledTimes(2);
});

it('lets what is typed find likenesses, and a smart list only what answers its search', () => {
  const smart = {
    id: 's',
    name: 'Tugs',
    query: '"no tug"',
    sort: { by: 'saved', reversed: false },
    position: 0,
    createdAt: 0,
    updatedAt: 0,
  } as const;
  expect(planListQuery('inbox', '"no tug"', null, null)).toMatchObject({ query: '"no tug"', isExact: false });
  expect(planListQuery('smart:s', '', null, smart)).toMatchObject({ query: '"no tug"', isExact: true });
  expect(planListQuery('smart:s', 'ice', null, smart, 'unread').isExact).toBe(true);
});

it('has in the menu of a row what has no button in a narrow window, also when it has just become narrow', async () => {
  const isWide = Object.assign(new EventTarget(), { media: '', matches: true });
  vi.stubGlobal('matchMedia', () => isWide);
  const list = await show(<ArticleList {...(LIBRARY_CASES.compact?.list as ArticleListProps)} />);
  const inMenu = async (): Promise<(string | null)[]> => {
    await list.click(/^More/);
    const items = [...list.root.querySelectorAll('[role=menuitem]')].map((item) => item.textContent);
    await list.press('Escape');
    return items;
  };
  expect(await inMenu()).not.toContain('Delete');
  await act(() => {
    isWide.matches = false;
    isWide.dispatchEvent(new Event('change'));
  });
  expect(await inMenu()).toContain('Delete');
  vi.unstubAllGlobals();
});
