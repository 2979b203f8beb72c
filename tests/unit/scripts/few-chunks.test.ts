import { expect, it } from 'vitest';
import { chunkOf } from '../../../scripts/build/few-chunks.ts';

const PAGES = ['library', 'reader', 'popup', 'sidepanel', 'options', 'transfer', 'welcome', 'offscreen'];

/** Files that a module in one of them may need a module of. */
const MAY_NEED: Record<string, readonly string[]> = {
  frame: ['frame'],
  panel: ['panel', 'frame'],
  text: ['text', 'frame'],
  core: ['core', 'frame'],
  shelf: ['shelf', 'core', 'frame'],
};

/** Every set of pages. */
function* allSets(): Generator<Set<string>> {
  for (let bits = 0; bits < 2 ** PAGES.length; bits += 1) {
    yield new Set(PAGES.filter((_, i) => (bits >> i) & 1));
  }
}

it('never lets one file need another that needs it', () => {
  const sets = [...allSets()];
  for (const pages of sets) {
    const needed = MAY_NEED[chunkOf(pages) ?? ''];
    if (needed === undefined) continue;
    // What a module needs, all of its pages need.
    for (const more of sets.filter(
      (set) => set.size >= pages.size && [...pages].every((page) => set.has(page)),
    )) {
      const chunk = chunkOf(more);
      if (chunk !== null) expect(needed, `${[...pages]} need ${[...more]}`).toContain(chunk);
    }
  }
});

it('keeps the database out of the popup and the side panel', () => {
  for (const pages of allSets()) {
    const chunk = chunkOf(pages) ?? '';
    if (['core', 'shelf'].includes(chunk)) expect(pages.has('popup') || pages.has('sidepanel')).toBe(false);
  }
  expect(chunkOf(new Set(['library', 'reader', 'transfer', 'welcome']))).toBe('core');
});
