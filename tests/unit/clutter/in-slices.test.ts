// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { findClutter, findInSlices } from '../../../utils/clutter/find/find-clutter.ts';

/** Large enough for the walk to rest several times. */
const MANY = 900;

function largePage(text = 'Ferry'): Document {
  const rows = Array.from(
    { length: MANY },
    (_, i) =>
      `<div class="row"><a href="/${i}">Harbour ${i}</a> <b>was built</b><p>${text} ${i} is late.</p></div>`,
  );
  const html = `<main><article>${rows.join('')}</article><form class="newsletter"><input type="email">Get our newsletter</form></main>`;
  return new DOMParser().parseFromString(html, 'text/html');
}

describe('a look for clutter in slices', () => {
  const TEXT =
    'After a long night on the outer pier, in the rain and without any coffee, the crew said that ferry';
  const lookSlowly = (page: Document, pause: () => Promise<void>) => {
    let ms = 0;
    return findInSlices(page, {}, { now: () => (ms += 100), pause });
  };

  it('finds what a look at once finds', async () => {
    const page = largePage(TEXT);
    let pauses = 0;
    const found = await lookSlowly(page, async () => {
      pauses += 1;
    });
    expect(found.map(({ element }) => element.className)).toEqual(['newsletter']);
    expect(found).toEqual(findClutter(page));
    // It rests while it reads the page, guards the article, and marks what is off limits.
    expect(pauses).toBeGreaterThan(15);
  });

  it('leaves a block alone that became something else meanwhile', async () => {
    for (const at of [12, 16, 18]) {
      const page = largePage(TEXT);
      let pauses = 0;
      const found = await lookSlowly(page, async () => {
        if (++pauses === at)
          page.querySelector('form')?.replaceChildren('Ferry 900 is late, said the captain.');
      });
      expect(pauses, 'the look was long enough').toBeGreaterThan(at);
      expect(found, `pause ${at}`).toEqual([]);
    }
  });
});
