// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { Library } from '../../../components/Library.tsx';
import { LIBRARY_CASES, libraryProps, ROWS } from './gallery/library-cases.ts';
import { show } from './render.tsx';

const focused = (): string => document.activeElement?.textContent ?? '';

it('lists what is saved with source, date, time, quoted people and what is missing', async () => {
  const library = await show(<Library {...libraryProps()} />);
  const [first, second, third] = [...library.root.querySelectorAll('.item')].map((row) =>
    (row.textContent ?? '').replace(/\s+/g, ' '),
  );
  expect(first).toContain('The Nordholm Courier');
  expect(first).toContain('14 November 2026');
  expect(first).toContain('3 min');
  expect(first).toContain('45% read');
  expect(first).toContain('6 quotes');
  expect(first).toContain('Mirela Tandoori-Falk');
  expect(second).toContain('pictures 8 of 10');
  expect(third).toContain('preview only');
  expect(library.root.querySelector('.item__link')?.getAttribute('href')).toBe('reader.html?id=ice');
  expect(library.text()).toContain('1,204');
});

it('moves with j and k, stays at the ends', async () => {
  const library = await show(<Library {...libraryProps()} />);
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
  const library = await show(<Library {...libraryProps({ onArchive, onFavourite, onDelete })} />);
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
  const items = libraryProps().items ?? [];
  const library = await show(<Library {...libraryProps({ items })} />);
  await library.press('j');
  await library.press('j');
  await library.press('#');
  await library.again(
    <Library {...libraryProps({ items: items.filter((item) => item.article.id !== 'light') })} />,
  );
  expect(focused()).toMatch(/^Council votes/);
});

it('takes back what was done, by button and by key', async () => {
  const onUndo = vi.fn();
  const undo = { sentence: '“Council votes on second tug” deleted', onUndo };
  const library = await show(<Library {...libraryProps({ undo })} />);
  expect(library.text()).toContain('“Council votes on second tug” deleted');
  await library.click('Undo');
  await library.press('u');
  expect(onUndo).toHaveBeenCalledTimes(2);
});

it('lets the undo bar go after a while, but not while somebody is at it', async () => {
  vi.useFakeTimers();
  const onDismissUndo = vi.fn();
  const library = await show(
    <Library {...libraryProps({ onDismissUndo, undo: { sentence: 'deleted', onUndo: vi.fn() } })} />,
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
  const library = await show(<Library {...libraryProps({ onQuery, onArchive })} />);
  await library.press('/');
  expect(document.activeElement).toBe(library.control('Search everything saved'));
  await library.press('e');
  expect(onArchive).not.toHaveBeenCalled();
  await library.type('Search everything saved', 'ice');
  expect(onQuery).toHaveBeenLastCalledWith('ice');
});

it('marks where the words were found', async () => {
  const props = LIBRARY_CASES.search;
  if (props === undefined) throw new Error('no case');
  const library = await show(<Library {...props} />);
  expect(library.text()).toContain('Everything saved');
  expect(library.text()).toContain('1 article found');
  expect(library.text()).toContain('…nobody who works');
  expect([...library.root.querySelectorAll('.item__excerpt mark')].map((mark) => mark.textContent)).toEqual([
    'ice',
    'ice',
  ]);
});

it('goes to a list with two keys', async () => {
  const onView = vi.fn();
  const library = await show(<Library {...libraryProps({ onView })} />);
  await library.press('g');
  await library.press('a');
  expect(onView).toHaveBeenCalledWith('archive');
});

it('shows its keys on ?', async () => {
  const library = await show(<Library {...libraryProps()} />);
  await library.press('?');
  expect(library.root.querySelector('dialog')?.open).toBe(true);
  expect(library.text()).toContain('Archive, or back to inbox');
});

it.each([
  ['empty', 'Nothing to read yet'],
  ['searchNone', 'Nothing saved has “submarine” in it.'],
  ['failed', 'The library cannot be opened'],
])('when %s, says “%s”', async (name, words) => {
  const props = LIBRARY_CASES[name];
  if (props === undefined) throw new Error(name);
  const library = await show(<Library {...props} />);
  expect(library.text()).toContain(words);
});
