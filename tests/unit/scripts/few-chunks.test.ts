import { expect, it } from 'vitest';
import { chunkOf } from '../../../scripts/build/few-chunks.ts';

const PAGES = [
  ...['library', 'reader', 'popup', 'sidepanel', 'options', 'transfer', 'welcome', 'pdf', 'privacy'],
  'offscreen',
];

/** Each may need a module of itself and of those before it. */
const ORDER = ['frame', 'panel', 'base', 'text', 'core', 'shelf', 'choices', 'saving', 'intake'];

/** Every set of pages. */
function* allSets(): Generator<Set<string>> {
  for (let bits = 0; bits < 2 ** PAGES.length; bits += 1) {
    yield new Set(PAGES.filter((_, i) => (bits >> i) & 1));
  }
}

it('never lets one file need another that needs it', () => {
  const sets = [...allSets()].map((pages) => ({
    pages,
    place: ORDER.indexOf(chunkOf(pages) ?? 'the page itself'),
  }));
  for (const { pages, place } of sets.filter((set) => set.pages.size > 1)) {
    expect(place, `${[...pages]}`).toBeGreaterThanOrEqual(0);
    // What a module needs, all of its pages need.
    for (const more of sets)
      if (more.place > place && [...pages].every((page) => more.pages.has(page)))
        expect.fail(`${[...pages]} need ${[...more.pages]}`);
  }
});

it('leaves nothing that two pages share to the bundler, which cuts it differently from run to run', () => {
  for (const pages of allSets()) expect(chunkOf(pages) === null, `${[...pages]}`).toBe(pages.size < 2);
});

it('keeps what imports files out of the screens that import none', () => {
  for (const page of ['library', 'reader', 'popup', 'sidepanel', 'options', 'welcome'])
    for (const pages of allSets()) if (pages.has(page)) expect(chunkOf(pages)).not.toBe('intake');
});

it('keeps the database out of the popup and the side panel', () => {
  for (const pages of allSets()) {
    const chunk = chunkOf(pages) ?? '';
    if (['base', 'core', 'shelf'].includes(chunk))
      expect(pages.has('popup') || pages.has('sidepanel')).toBe(false);
  }
  expect(chunkOf(new Set(['library', 'reader', 'transfer', 'welcome']))).toBe('core');
});
