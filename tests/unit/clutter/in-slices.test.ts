// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { PageChangedError, runInSlices } from '../../../utils/article/in-slices.ts';
import { modelInSteps, modelPage } from '../../../utils/clutter/page-model.ts';

/** Large enough for the walk to rest several times. */
const MANY = 900;

function largePage(): Document {
  const rows = Array.from(
    { length: MANY },
    (_, i) =>
      `<div class="row"><a href="/${i}">Harbour ${i}</a> <b>was built</b><p>Ferry ${i} is late.</p></div>`,
  );
  const html = `<main><article>${rows.join('')}</article><form class="newsletter"><input type="email">Get our newsletter</form></main>`;
  return new DOMParser().parseFromString(html, 'text/html');
}

const readSlowly = (body: HTMLElement, pause: () => Promise<void>) => {
  let ms = 0;
  return runInSlices(modelInSteps(body), { now: () => (ms += 100), pause });
};

describe('a survey in slices', () => {
  it('sees what a survey at once sees', async () => {
    const { body } = largePage();
    let pauses = 0;
    const model = await readSlowly(body, async () => {
      pauses += 1;
    });
    expect(pauses).toBeGreaterThan(3);
    expect(model).toEqual(modelPage(body));
  });

  it('does not go on from a place that is gone', async () => {
    const { body } = largePage();
    const read = readSlowly(body, async () => body.querySelector('article')?.replaceChildren());
    await expect(read).rejects.toThrow(PageChangedError);
  });
});
