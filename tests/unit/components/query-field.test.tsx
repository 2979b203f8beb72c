// @vitest-environment jsdom
import { useRef, useState } from 'preact/hooks';
import { expect, it } from 'vitest';
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
