// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import type { RailData } from '../../../components/library/LibraryRail.tsx';
import { useGoneShelf } from '../../../entrypoints/library/use-rail.ts';
import { type ArticleSource, placeOfSource } from '../../../utils/library/lists/library-place.ts';
import { libraryProps } from './gallery/library-cases.ts';
import { show } from './render.tsx';

const rail = libraryProps().shell.data as RailData;

it('leaves a list that is no more, and not one that the rail does not know yet', async () => {
  const onGone = vi.fn();
  function At({ source, known }: { source: ArticleSource; known: RailData | null }) {
    useGoneShelf(placeOfSource(source), known, onGone);
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
