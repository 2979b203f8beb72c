import { afterAll, beforeAll, expect, it } from 'vitest';
import { SPEAKER_COLOURS } from '../../utils/look/speaker-colours.ts';
import { COURIER } from '../fixtures/sites.ts';
import { itLong } from '../long.ts';
import type { Screen } from './harness/screen.ts';
import { Session, type Tab } from './harness/session.ts';
import { readVisibleText } from './harness/visible-text.ts';
import { waitFor } from './harness/wait-for.ts';

const VOTE = `${COURIER}/harbour/breakwater-vote`;
const LOCK = `${COURIER}/harbour/lock-closed`;
const BOX = 'Get the harbour news first';

let session: Session;
let welcome: Screen;

beforeAll(async () => {
  session = await Session.borrow({ keepsWelcome: true });
  welcome = await session.openedPage(/welcome\.html/);
});
afterAll(() => session.close());

/** Waits until the browser has been told to look at no page: settings are shown a moment before they are acted on. */
async function gateIsAway(): Promise<void> {
  await waitFor('the gate to be taken away', async () => {
    const scripts = await session.extension.call<{ id: string }[]>('scripting.getRegisteredContentScripts');
    return scripts.every(({ id }) => id !== 'gate');
  });
}

/** Loads a page in a new tab and gives the gate the time it takes. */
async function look(url: string): Promise<Tab> {
  const tab = await session.visit(url);
  await new Promise((resolve) => setTimeout(resolve, 400));
  return tab;
}

it('shows the main job on an example once installed: boxes gone, quotes with speakers, saved and read', async () => {
  await welcome.shows('Mira Holtby, captain of the ferry');
  await welcome.hides('The Post in your inbox');
  await welcome.click('button', /^Show all$/);
  await welcome.shows('The Post in your inbox');
  await welcome.click('button', /^Hide all$/);
  await welcome.hides('The Post in your inbox');

  // As in any page: a quote is marked while it is pointed at in the list, and none is before.
  const marked = () =>
    welcome.page.$$eval('mark', (quotes) =>
      quotes
        .filter((quote) => getComputedStyle(quote).backgroundColor !== 'rgba(0, 0, 0, 0)')
        .map((quote) => quote.textContent),
    );
  expect(await marked()).toEqual([]);
  await welcome.page.bringToFront();
  // The list may move under the pointer as it is drawn.
  await waitFor('the quote to be marked', async () => {
    await (await welcome.find('button', /^People ask what the boat costs/)).hover();
    return (await marked()).join().startsWith('People ask what the boat costs');
  });

  await welcome.click('button', /^Save$/);
  await welcome.find('button', /^Saved$/);
  await welcome.click('button', /^Read$/);
  const reader = await session.openedPage(/reader\.html/);
  await reader.shows('The first boat leaves on Monday at six.');
  await reader.page.close();
  await welcome.click('button', /^Remove it from the library$/);
  await welcome.find('button', /^Save$/);
  const library = await session.screen('library.html');
  await library.shows('Nothing to read yet');
  await library.page.close();
});

itLong('looks at nothing before a click, at chosen sites only, or at all, as the user says', async () => {
  await welcome.click('radio', /^Only when you click/);
  await gateIsAway();
  const left = await look(VOTE);
  expect(await session.extension.askTab(left.id, 'gate/ask', null)).toBeNull();
  expect(await readVisibleText(left.page)).toContain(BOX);

  await welcome.click('radio', /^On sites you choose/);
  await welcome.shows('None yet.');
  await welcome.type('textbox', /^Add a site$/, VOTE);
  await welcome.click('button', /^Add a site$/);
  await welcome.shows(new URL(VOTE).host.replace(/^www\./, ''));
  // The page that is open already is looked at too.
  await session.waitUntilHidden(left, BOX);

  await welcome.click('button', /^Stop reading/);
  await welcome.shows('None yet.');
  await gateIsAway();
  await left.page.reload();
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(await session.extension.askTab(left.id, 'gate/ask', null)).toBeNull();

  await welcome.click('radio', /^On all sites/);
  await session.waitUntilHidden(left, BOX);
  await left.page.close();
});

/** The words that are underlined in a page, by the name of their colour. */
const underlined = (tab: Tab): Promise<[colour: string, words: string][]> =>
  tab.page.evaluate(() =>
    [...CSS.highlights].flatMap(([name, ranges]) =>
      name.startsWith('offprint-voice')
        ? [...ranges].map((range): [string, string] => [name, String(range).replace(/\s+/g, ' ')])
        : [],
    ),
  );

/** Pixels of a colour in what the user sees of a page. */
async function countPixels(tab: Tab, colour: string): Promise<number> {
  await tab.page.bringToFront();
  const picture = await tab.page.screenshot({ encoding: 'base64' });
  return welcome.page.evaluate(
    async (data, wanted) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? [];
      const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(wanted.slice(at, at + 2), 16));
      let count = 0;
      for (let at = 0; at < pixels.length; at += 4) {
        if (pixels[at] === red && pixels[at + 1] === green && pixels[at + 2] === blue) count += 1;
      }
      return count;
    },
    picture,
    colour,
  );
}

const choose = async (name: RegExp): Promise<void> => {
  await welcome.page.bringToFront();
  await welcome.click('radio', name);
};

it('underlines the quotes while the popup shows them, each speaker in a colour, and takes all away again', async () => {
  const tab = await session.visit(VOTE);
  const { quotes } = await session.report(tab, (report) => report.quotes.length > 0);
  expect(await underlined(tab)).toEqual([]);

  const popup = await session.popup(tab);
  const marks = await waitFor('quotes to be underlined', async () => {
    const found = await underlined(tab);
    return found.length > 0 && found;
  });
  expect(marks.map(([, words]) => words).sort()).toEqual(
    quotes.map(({ text }) => text.replace(/\s+/g, ' ')).sort(),
  );
  const colours = new Map<string, Set<string>>();
  for (const [colour, words] of marks) {
    const said = quotes.find(({ text }) => text.replace(/\s+/g, ' ') === words);
    const speaker = said?.resolvedSpeaker ?? 'unclear';
    colours.set(speaker, (colours.get(speaker) ?? new Set()).add(colour));
  }
  expect([...colours.values()].every(({ size }) => size === 1)).toBe(true);
  expect(new Set([...colours.values()].flatMap((names) => [...names])).size).toBe(colours.size);

  // The lines are seen, in the colour of whoever is quoted first in the page.
  const [first] = quotes;
  const [name = ''] = marks.find(([, words]) => words === first?.text.replace(/\s+/g, ' ')) ?? [];
  const [light = ''] = SPEAKER_COLOURS[Number(/\d+/.exec(name)?.[0])] ?? [];
  await tab.page.evaluate((highlight) => {
    const [range] = CSS.highlights.get(highlight) ?? [];
    (range as Range | undefined)?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  }, name);
  await waitFor('the lines to be drawn', async () => (await countPixels(tab, light)) > 100);

  await popup.page.close();
  await waitFor('the lines to be gone', async () => (await underlined(tab)).length === 0);
  await waitFor('nothing of them to be seen', async () => (await countPixels(tab, light)) === 0);
  await tab.page.close();
});

itLong('underlines them always where the welcome page is told so, never where it is told that', async () => {
  await welcome.shows('Underline quotes in articles');
  await choose(/^Always$/);
  const tab = await session.visit(LOCK);
  const marks = await waitFor('quotes to be underlined by themselves', async () => {
    const found = await underlined(tab);
    return found.length > 0 && found;
  });
  expect(marks.map(([, words]) => words).join()).toContain('You do not hurry a door');

  // What the popup knows stays when it is closed.
  const popup = await session.popup(tab);
  await popup.page.close();
  await new Promise((resolve) => setTimeout(resolve, 800));
  // Drawn anew at that moment they are gone for as long.
  await waitFor('all lines to be there', async () => (await underlined(tab)).length === marks.length);

  // A page that draws its text anew has its lines again.
  await tab.page.evaluate(() => {
    for (const paragraph of document.querySelectorAll('p')) paragraph.replaceWith(paragraph.cloneNode(true));
  });
  await waitFor('the lines to be back', async () => {
    const found = await underlined(tab);
    return found.length === marks.length && found.every(([, words]) => words !== '');
  });

  await choose(/^Never$/);
  await waitFor('all to be taken away', async () => (await underlined(tab)).length === 0);
  await tab.page.bringToFront();
  const quiet = await session.popup(tab);
  await quiet.shows('Wenna Trask');
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(await underlined(tab)).toEqual([]);
  await quiet.page.close();
  await choose(/^While Offprint is open$/);
  await tab.page.close();
});
