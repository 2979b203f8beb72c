import { afterAll, beforeAll, expect, it } from 'vitest';
import { COURIER } from '../fixtures/sites.ts';
import { itLong } from '../long.ts';
import { waitForFrames } from './harness/drawn-frames.ts';
import { hears, lendVoice } from './harness/lent-voice.ts';
import type { Screen } from './harness/screen.ts';
import { Session } from './harness/session.ts';
import { waitFor } from './harness/wait-for.ts';

const TITLE = /Saltmere council backs £41m breakwater/;
const WORDS = '620 metres long';
/** In the text of the article. */
const PICTURES = 2;

let session: Session;
let address: string;
let id: string;

/** Opens the saved article and waits until it stands. */
async function openReader(): Promise<Screen> {
  const reader = await session.screen(address);
  await reader.find('heading', TITLE);
  await reader.shows('The council meets again');
  // Quotes are marked a moment after the text is there, and what points into the text comes after that.
  await waitFor('the quotes to be marked', () =>
    reader.page.evaluate(() => document.querySelector('.quoted') !== null),
  );
  // Letters and pictures that come later would move what is read, hit or measured.
  await waitFor('the letters and the pictures to be there', () =>
    reader.page.evaluate((pictures) => {
      const all = [...document.querySelectorAll<HTMLImageElement>('.reader__body img')];
      const areThere = all.filter(({ complete, naturalWidth }) => complete && naturalWidth > 0);
      return document.fonts.status === 'loaded' && areThere.length === pictures;
    }, PICTURES),
  );
  // Reading begins anew with the focus, which may come a while after the page is in front.
  await waitFor('the page to have the focus', async () => {
    await reader.page.bringToFront();
    return reader.page.evaluate(() => document.hasFocus());
  });
  await waitForFrames(reader.page, 2);
  return reader;
}

/** How far the text is scrolled, 0–1. */
function shownProgress(reader: Screen): Promise<number> {
  return reader.page.evaluate(() => {
    const body = document.querySelector('.reader__body')?.getBoundingClientRect() ?? new DOMRect();
    return scrollY / (body.bottom + scrollY - innerHeight);
  });
}

/** Selects words of the text as a user does with the mouse. */
async function select(reader: Screen, words: string): Promise<void> {
  await reader.page.bringToFront();
  const ends = await reader.page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let node = walker.nextNode();
    while (node !== null && !(node.textContent ?? '').includes(wanted)) node = walker.nextNode();
    if (node === null) throw new Error(`“${wanted}” is not on the screen`);
    node.parentElement?.scrollIntoView({ block: 'center' });
    const range = document.createRange();
    const at = (node.textContent ?? '').indexOf(wanted);
    range.setStart(node, at);
    range.setEnd(node, at + wanted.length);
    const rects = [...range.getClientRects()];
    const first = rects[0];
    const last = rects.at(-1);
    if (first === undefined || last === undefined) throw new Error('the words take no room');
    return {
      from: { x: first.left + 1, y: first.top + first.height / 2 },
      to: { x: last.right - 1, y: last.top + last.height / 2 },
    };
  }, words);
  const { mouse } = reader.page;
  await mouse.move(ends.from.x, ends.from.y);
  await mouse.down();
  await mouse.move(ends.to.x, ends.to.y, { steps: 4 });
  await mouse.up();
}

/** Waits until the control has the keyboard's focus. */
async function holdsFocus(reader: Screen, label: string): Promise<void> {
  await waitFor(`“${label}” to have the focus`, () =>
    reader.page.evaluate((wanted) => document.activeElement?.getAttribute('aria-label') === wanted, label),
  );
}

/** The paragraph under the reader's bar. */
function reading(reader: Screen): Promise<string> {
  return reader.page.evaluate(() => {
    const paragraphs = [...document.querySelectorAll('.reader__body p')];
    const under = paragraphs.find((paragraph) => paragraph.getBoundingClientRect().bottom > 72);
    return under?.textContent ?? '';
  });
}

/** What the library has of the article. */
function kept(library: Screen, id: string): Promise<{ progress: number; imagesSaved: number }> {
  return library.page.evaluate(
    (articleId) =>
      new Promise<{ progress: number; imagesSaved: number }>((resolve, reject) => {
        const opening = indexedDB.open('offprint');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('articles').objectStore('articles').get(articleId);
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result);
          };
        };
      }),
    id,
  );
}

/** Scrolls until a paragraph stays under the reader's bar: what comes into the text meanwhile has it put back. */
async function readTo(reader: Screen, index: number): Promise<string> {
  const words = await reader.page.evaluate(
    (wanted) => [...document.querySelectorAll('.reader__body p')][wanted]?.textContent ?? '',
    index,
  );
  await waitFor('the paragraph to be at the top', async () => {
    await reader.page.evaluate((wanted) => {
      const paragraph = [...document.querySelectorAll('.reader__body p')][wanted];
      window.scrollBy(0, (paragraph?.getBoundingClientRect().top ?? 0) - 40);
    }, index);
    // Pages hear of it in the next frame.
    await waitForFrames(reader.page, 2);
    return (await reading(reader)) === words;
  });
  return words;
}

beforeAll(async () => {
  session = await Session.borrow();
  const tab = await session.visit(`${COURIER}/harbour/breakwater-vote`);
  await session.save(tab);
  await tab.page.close();
  const library = await session.screen('library.html');
  await library.find('row', TITLE);
  address = await library.page.evaluate(
    () =>
      document.querySelector('a[href*="reader.html?id="]')?.getAttribute('href')?.replace(/^\//, '') ?? '',
  );
  id = new URLSearchParams(address.split('?')[1]).get('id') ?? '';
  // Once the last picture has come, an open reader sets the text anew.
  await waitFor('the pictures to be kept', async () => (await kept(library, id)).imagesSaved === PICTURES);
  await library.page.close();
});
afterAll(() => session.close());

it('highlights words with a note that is there the next time, is found by search, and can be taken back', async () => {
  const reader = await openReader();
  await select(reader, WORDS);
  await reader.click('button', /^Note$/);
  await waitFor('the note to be asked for', () =>
    reader.page.evaluate(() => document.activeElement instanceof HTMLTextAreaElement),
  );
  await reader.write('Longer than the old one?');
  await reader.press('Escape');
  await waitFor('the note to be kept', async () => {
    await reader.press('m');
    const isThere = (await reader.text()).includes('Longer than the old one?');
    if (!isThere) await reader.press('m');
    return isThere;
  });
  await reader.page.close();

  const library = await session.screen('library.html');
  await library.find('row', TITLE);
  await library.type('searchbox', /Search your library/, 'longer than the old');
  await library.find('row', TITLE);
  await library.page.close();
  const highlights = await session.screen('library.html#highlights');
  await highlights.shows(WORDS);
  await highlights.shows('Longer than the old one?');
  await highlights.page.close();

  const again = await openReader();
  await again.press('m');
  await again.find('button', new RegExp(WORDS));
  await again.click('button', /^Delete highlight$/);
  await again.shows('Select text to highlight it');
  await again.click('button', /^Undo$/);
  await again.find('button', new RegExp(WORDS));
  await again.page.close();
});

it('takes the user’s word for who said a quote, and back', async () => {
  const reader = await openReader();
  await reader.press('v');
  await reader.shows('Tobias Renn');
  await reader.click('button', /^More for this quote$/);
  await reader.press('ArrowUp');
  await reader.click('button', /^Correct the speaker/);
  await reader.click('radio', /^Someone else$/);
  await waitFor('the name to be asked for', () =>
    reader.page.evaluate(
      () => document.activeElement instanceof HTMLInputElement && document.activeElement.type === 'text',
    ),
  );
  await reader.write('Wilma Astor');
  await reader.press('Tab');
  await reader.write('harbour master');
  await reader.press('Enter');
  await reader.shows('Speakers of 2 quotes corrected');
  // The quote has moved to another name's; the keyboard goes with it.
  await holdsFocus(reader, 'More for this quote');
  await reader.page.close();

  const again = await openReader();
  await again.press('v');
  await again.shows(/Wilma Astor\s*harbour master/);
  await again.page.close();
});

it('reads aloud sentence by sentence with the word marked, by keys, and goes on where it stopped', async () => {
  const reader = await openReader();
  await reader.page.evaluate(() => scrollTo(0, 0));
  await lendVoice(reader);
  await reader.press('a');
  expect((await hears(reader, TITLE)).word).toBe('Saltmere');
  // A headline's lines stand close: a mark behind one would cover the letters of the line above.
  const painted = await reader.page.$eval('h1', (headline) =>
    ['spoken-sentence', 'spoken-word'].map(
      (name) => getComputedStyle(headline, `::highlight(${name})`).backgroundColor,
    ),
  );
  expect(painted).toEqual(['rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0)']);
  await reader.press('.');
  const { spoken } = await hears(reader, /^(?!Saltmere council backs)/);
  await reader.press(' ');
  await hears(reader, null);
  await reader.press('Escape');
  await waitFor('the marks to go', async () => (await hears(reader, null)).sentence === '');
  await reader.page.close();

  const again = await openReader();
  await lendVoice(again);
  await again.press('a');
  expect((await hears(again, /./)).spoken).toBe(spoken);
  await again.page.close();
});

itLong('keeps the user’s paragraph: in larger letters, and the next time', async () => {
  const first = await openReader();
  const wanted = await readTo(first, 4);
  const height = (): Promise<number> => first.page.evaluate(() => document.body.scrollHeight);
  const before = await height();
  for (const _ of '123') await first.page.keyboard.press('+');
  await waitFor('the letters to be larger', async () => (await height()) > before + 100);
  await waitFor('the paragraph to be at the top again', async () => (await reading(first)) === wanted);
  // Closed that moment: there is no time to keep the place in.
  await first.page.close();

  const again = await openReader();
  await waitFor('the paragraph to be there again', async () => (await reading(again)) === wanted);
  for (const _ of '123') await again.press('-');
  await waitFor('the letters to be as before', () =>
    again.page.evaluate((size) => document.body.scrollHeight < size + 100, before),
  );
  await waitFor('the paragraph to stay', async () => (await reading(again)) === wanted);
  await again.page.close();
});

itLong('offers to go where the user has read on on another device while they read here', async () => {
  const reader = await openReader();
  const words = await readTo(reader, 2);
  // What is said here after the other device's word would be the later of the two.
  await waitFor(
    'the library to hear of it',
    async () => Math.abs((await kept(reader, id)).progress - (await shownProgress(reader))) < 0.01,
  );
  await session.extension.call('runtime.sendMessage', {
    offprint: 'background',
    type: 'article/keepProgress',
    data: { articleId: id, progress: 0.88, at: Date.now() },
  });
  await reader.shows('You have read further on another device');
  expect(await reading(reader)).toBe(words);
  await reader.click('button', /^Go there$/);
  await waitFor('the text to be there', async () => Math.abs((await shownProgress(reader)) - 0.88) < 0.02);
  await waitFor('the offer to go', async () => !(await reader.text()).includes('Go there'));
  await reader.page.close();
});

itLong('shows a picture large, and gives the focus back to it', async () => {
  const reader = await openReader();
  await waitFor('a picture that can be enlarged', () =>
    reader.page.evaluate(() => document.querySelector('.can-zoom') !== null),
  );
  await reader.page.evaluate(() => document.querySelector<HTMLElement>('.can-zoom')?.focus());
  await reader.press('Enter');
  await reader.find('dialog', /./);
  await reader.press('Escape');
  await waitFor('the focus to be back', () =>
    reader.page.evaluate(() => document.activeElement?.classList.contains('can-zoom') === true),
  );
  await reader.page.close();
});

it('makes a picture of a quote that can be saved', async () => {
  const reader = await openReader();
  await reader.press('v');
  await reader.click('button', /^More for this quote$/);
  await reader.click('button', /^As an image/);
  await reader.find('dialog', /Quote as an image/);
  const painted = await waitFor('the card to be drawn', () =>
    reader.page.evaluate(() => {
      const canvas = document.querySelector('canvas');
      const context = canvas?.getContext('2d');
      if (!canvas || !context) return false;
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      const shades = new Set<number>();
      for (let at = 0; at < data.length; at += 4000) shades.add((data[at] ?? 0) + 256 * (data[at + 2] ?? 0));
      return canvas.width > 300 && shades.size > 3 && { width: canvas.width, height: canvas.height };
    }),
  );
  expect(painted).toEqual({ width: 1080, height: 1080 });
  // What is said behind a modal sheet is not heard: it is said in it.
  await reader.click('button', /^Copy image$/);
  await waitFor('the sheet to say how it went', () =>
    reader.page.evaluate(() =>
      /^Image copied|clipboard/.test(document.querySelector('dialog [role="status"]')?.textContent ?? ''),
    ),
  );
  await reader.press('Escape');
  await holdsFocus(reader, 'More for this quote');
  await reader.page.close();
});
