// @vitest-environment jsdom
import { useRef, useState } from 'preact/hooks';
import { expect, it, vi } from 'vitest';
import { QueryField } from '../../../components/library/search/QueryField.tsx';
import { completeQuery, NO_VOCABULARY } from '../../../utils/library/search/query-completion.ts';
import { FIELD_NAMES } from '../../../utils/library/search/query-fields.ts';
import { show } from './render.tsx';

function Search() {
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const complete = (typed: string, caret: number) => completeQuery(typed, caret, NO_VOCABULARY);
  return <QueryField {...{ input, query, complete }} label="Search" onQuery={setQuery} />;
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
    <QueryField {...{ input, query, complete, suggestions: starters }} label="Search" onQuery={setQuery} />
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
