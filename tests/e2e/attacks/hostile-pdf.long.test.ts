import { afterAll, beforeAll, expect, it } from 'vitest';
import { PAGE, writePdf } from '../../fixtures/pdf/write-pdf.ts';
import { giveFile } from '../harness/give-files.ts';
import { Session } from '../harness/session.ts';
import { waitFor } from '../harness/wait-for.ts';

let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
});
afterAll(() => session.close());

/** One path of ten thousand curves over all of a page. */
const TANGLE = `0 0 m ${Array.from({ length: 10_000 }, (_, n) =>
  [n * 7919, n * 104_729, n * 1301, n * 611_953, n * 15_485, n * 32_452]
    .map((number, at) => number % (at % 2 === 0 ? PAGE.width : PAGE.height))
    .join(' '),
).join(' c ')} c f*`;

/** What a page of ours may stand still on a machine that is busy, in ms: the drawing takes many times as long. */
const MAX_STILL_MS = 4000;

it('keeps the text of a PDF that takes for ever to draw, while our pages go on', async () => {
  const lines = [
    'The board voted to dredge the channel by the old mole.',
    '“We have waited,” said Ina Holm.',
  ];
  const bytes = writePdf([lines.map((text, at) => ({ x: 60, y: 80 + 20 * at, size: 11, text }))], {
    title: 'The channel',
    form: { content: TANGLE, times: 500 },
  });
  const screen = await session.screen('pdf.html');
  await screen.page.evaluate(() => {
    const world = globalThis as unknown as { still: number };
    world.still = 0;
    let last = performance.now();
    setInterval(() => {
      world.still = Math.max(world.still, performance.now() - last);
      last = performance.now();
      sessionStorage.setItem('still', String(world.still));
    }, 50);
  });
  await giveFile(screen, 'channel.pdf', new Blob([bytes]));
  // Asked of the page: Firefox does not report that an extension's page has gone on to another.
  await waitFor(
    'the reader',
    () => screen.page.evaluate(() => location.href.includes('reader.html')),
    90_000,
  );
  await screen.shows('voted to dredge the channel');
  const still = await screen.page.evaluate(() => Number(sessionStorage.getItem('still')));
  expect(still).toBeGreaterThan(0);
  expect(still).toBeLessThan(MAX_STILL_MS);
});
