// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { PeopleList } from '../../../components/people/PeopleList.tsx';
import { eventually } from '../eventually.ts';
import { LibraryCase } from './gallery/LibraryCase.tsx';
import { LIBRARY_CASES, libraryProps, ROWS, sampleRow } from './gallery/library-cases.ts';
import { show } from './render.tsx';

/** Two keys are meant as one only where the second comes soon: no time passes between those that are pressed here. */
const holdClockOfKeys = () => vi.spyOn(Event.prototype, 'timeStamp', 'get').mockReturnValue(0);

const focused = (): string => document.activeElement?.textContent ?? '';

it('lists what is saved with source, date, time, quoted people and what is missing', async () => {
  const library = await show(<LibraryCase {...libraryProps()} />);
  const [first, second, third] = [...library.root.querySelectorAll('.item')].map((row) =>
    (row.textContent ?? '').replace(/\s+/g, ' '),
  );
  expect(first).toContain('The Nordholm Courier');
  expect(first).toContain('14 November 2026');
  expect(first).toContain('3 min');
  expect(first).toContain('45% read');
  expect(first).toContain('6 quotes');
  expect(first).toContain('Mirela Tandoori-Falk');
  expect(second).toContain('2 pictures missing');
  expect(third).toContain('preview only');
  expect(library.root.querySelector('.item__link')?.getAttribute('href')).toBe('reader.html?id=ice');
  expect(library.text()).toContain('1,204');
});

it('says when an article was updated', async () => {
  const article = sampleRow({ id: 'quay', title: 'The quay explained', modifiedAt: '2026-11-20' });
  const items = [{ article, titleHits: [], snippet: null }];
  const library = await show(<LibraryCase {...libraryProps({ items })} />);
  expect(library.root.querySelector('.item')?.textContent).toMatch(
    /14 November 2026.*updated 20 November 2026/,
  );
});

it('moves with j and k, stays at the ends', async () => {
  const library = await show(<LibraryCase {...libraryProps()} />);
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
  const library = await show(<LibraryCase {...libraryProps({ onArchive, onFavourite, onDelete })} />);
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
  const library = await show(<LibraryCase {...libraryProps({ items })} />);
  await library.press('j');
  await library.press('j');
  await library.press('#');
  await library.again(
    <LibraryCase {...libraryProps({ items: items.filter((item) => item.article.id !== 'light') })} />,
  );
  expect(focused()).toMatch(/^Council votes/);
});

it('takes back what was done, by button and by key', async () => {
  const onUndo = vi.fn();
  const onMakePermanent = vi.fn();
  const undo = { message: '“Council votes on second tug” deleted', onUndo, onMakePermanent };
  const library = await show(<LibraryCase {...libraryProps({ shell: { undo, onUndo } })} />);
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
    <LibraryCase
      {...libraryProps({
        shell: { onDismissUndo, undo: { message: 'deleted', onUndo: vi.fn(), onMakePermanent: null } },
      })}
    />,
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
  const onQuery = vi.fn();
  const onArchive = vi.fn();
  const library = await show(<LibraryCase {...libraryProps({ onQuery, onArchive })} />);
  await library.press('/');
  expect(document.activeElement).toBe(library.control('Search your library'));
  await library.press('e');
  expect(onArchive).not.toHaveBeenCalled();
  await library.type('Search your library', 'ice');
  expect(onQuery).toHaveBeenLastCalledWith('ice');
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
  const onQuery = vi.fn();
  const { shell, list } = LIBRARY_CASES.searchError ?? libraryProps();
  const library = await show(<LibraryCase shell={shell} list={{ ...list, onQuery }} />);
  await eventually(() => expect(library.text()).toContain('After “is:” you can use unread'));
  await library.click('Did you mean “unread”?');
  expect(onQuery).toHaveBeenCalledWith('is:unread ice');
});

it('gives the focus back to what opened a field for a name', async () => {
  const library = await show(<LibraryCase {...libraryProps()} />);
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
  const person = (id: string) => ({ id, name: id, role: null, keys: [id], articles: 1 });
  const removing = { onNotPerson: nothing, removed: [], onPerson: nothing };
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
      from="Tim Berg"
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
  const library = await show(<LibraryCase {...libraryProps({ bulkActions: many })} />);
  await library.press('j');
  await library.press('j');
  await library.press('t');
  expect(library.text()).not.toContain('selected');
  await library.click('far north');
  expect(onTag).toHaveBeenCalledWith(['light'], 'far north', true);
});
