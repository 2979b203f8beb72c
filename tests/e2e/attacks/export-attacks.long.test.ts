import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ZipArchive } from '../../../utils/transfer/zip/zip-reader.ts';
import { allNasty } from '../../unit/transfer/nasty-articles.ts';
import { openTab } from '../harness/open-pages.ts';
import { seedArticles } from '../harness/seed-articles.ts';
import { Session } from '../harness/session.ts';
import { watchDownloads } from '../harness/watch-downloads.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'offprint-attacks-'));
const articles = allNasty();
let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
  const screen = await session.screen('transfer.html');
  await screen.shows(/Import/);
  await seedArticles(screen.page, articles);
  await screen.page.close();
});
afterAll(async () => {
  await session.close();
  rmSync(folder, { recursive: true });
});

/** What the button "Export" saves of the whole library. */
async function exportAll(format: RegExp, name: RegExp): Promise<Blob> {
  const screen = await session.screen('transfer.html');
  const saved = await watchDownloads(screen);
  await screen.click('radio', format);
  await screen.click('button', new RegExp(`^Export ${articles.length} articles$`));
  const file = await saved(name);
  await screen.page.close();
  return file;
}

function write(name: string, content: string | Uint8Array): string {
  const place = path.join(folder, name);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, content);
  return place;
}

/** Opens files from the disk as the user would, and tells what ran, asked or was fetched. */
async function openAll(places: readonly string[]): Promise<string[]> {
  const happened: string[] = [];
  const page = await openTab(session.launched);
  page.on('dialog', (dialog) => {
    happened.push(`asked: ${dialog.message()}`);
    dialog.dismiss().catch((error: unknown) => happened.push(String(error)));
  });
  session.network.forget();
  for (const place of places) {
    await page.goto(pathToFileURL(place).href);
    const { ran, title, at } = await page.evaluate(() => ({
      ran: 'ran' in globalThis,
      title: document.title,
      at: location.href,
    }));
    if (ran || title === 'ran') happened.push(`ran: ${place}`);
    if (!at.startsWith('file:')) happened.push(`went to ${at}: ${place}`);
  }
  // What a page starts late, it starts now.
  await new Promise((resolve) => setTimeout(resolve, 500));
  await page.close();
  const asked = session.network.seen.filter(({ url }) => /attack|paper|img\.example/.test(url));
  return [...happened, ...asked.map(({ url }) => `fetched ${url}`)];
}

it('notices what runs: the probe itself', async () => {
  const place = write(
    'probe.html',
    '<script>globalThis.ran=1;new Image().src="http://attack.example/ran"</script>',
  );
  const happened = await openAll([place]);
  expect(happened).toContain(`ran: ${place}`);
  expect(happened).toContainEqual(expect.stringMatching(/^fetched https?:\/\/attack\.example/));
});

it('web pages of hostile articles run, ask and fetch nothing when they are opened from the disk', async () => {
  const zip = await ZipArchive.open(await exportAll(/^Web page/, /\.zip$/));
  expect(zip.entries).toHaveLength(articles.length);
  const places: string[] = [];
  let drawings = 0;
  for (const entry of zip.entries) {
    const text = await zip.text(entry);
    places.push(write(`html/${entry.name}`, text));
    // A picture that is saved out of the page is opened alone.
    const drawing = /data:image\/svg\+xml;base64,([^"]+)/.exec(text)?.[1];
    if (drawing === undefined || drawings > 2) continue;
    drawings += 1;
    places.push(write(`html/${drawings}.svg`, Buffer.from(drawing, 'base64')));
  }
  expect(drawings).toBeGreaterThan(0);
  expect(await openAll(places)).toEqual([]);
});

it('neither do the chapters of a book that is unpacked', async () => {
  const zip = await ZipArchive.open(await exportAll(/^EPUB/, /\.epub$/));
  const places: string[] = [];
  for (const entry of zip.entries) {
    const place = write(`book/${entry.name}`, await zip.bytes(entry));
    if (/\.(?:xhtml|svg|opf|xml)$/.test(entry.name)) places.push(place);
  }
  expect(places.filter((place) => place.endsWith('.xhtml'))).toHaveLength(articles.length + 1);
  expect(await openAll(places.filter((place) => !place.endsWith('.opf')))).toEqual([]);
});

it('nor a file of bookmarks', async () => {
  const file = await exportAll(/^Bookmarks/, /\.html$/);
  expect(await openAll([write('bookmarks.html', new Uint8Array(await file.arrayBuffer()))])).toEqual([]);
});
