import type { Session, Tab } from '../harness/session.ts';
import { waitFor } from '../harness/wait-for.ts';

/** How long a bar may take to come after a click that has hit, in ms. */
const BAR_MS = 5000;

/** Selects letters of a page from the first to the last of these; each stands in one text node. */
export function selectLetters(tab: Tab, from: string, to = from): Promise<void> {
  return tab.page.evaluate(
    (first, last) => {
      const walker = document.createTreeWalker(document.querySelector('article') ?? document.body, 4);
      const nodes: Text[] = [];
      while (walker.nextNode() !== null) nodes.push(walker.currentNode as Text);
      const begin = nodes.find(({ data }) => data.includes(first));
      const end = nodes.find(({ data }) => data.includes(last));
      if (begin === undefined || end === undefined) throw new Error(`“${first}” … “${last}” not in the page`);
      begin.parentElement?.scrollIntoView({ block: 'center' });
      getSelection()?.setBaseAndExtent(
        begin,
        begin.data.indexOf(first),
        end,
        end.data.indexOf(last) + last.length,
      );
    },
    from,
    to,
  );
}

/** Selects as a user does, who lets go of a key at the end: what a script selects is offered nothing. */
export async function selectByHand(tab: Tab, from: string, to = from): Promise<void> {
  await tab.page.bringToFront();
  await selectLetters(tab, from, to);
  await tab.page.keyboard.press('Shift');
}

/** How many things of ours stand over a page, as the page itself can tell. */
export function countOverPage(tab: Tab): Promise<number> {
  return tab.page.evaluate(
    () =>
      [...document.querySelectorAll('html > *, dialog > *')].filter(
        (element) => element instanceof HTMLElement && element.popover === 'manual',
      ).length,
  );
}

/** What is highlighted in a page, by colour: `yellow: some words`. */
export function drawnIn(tab: Tab): Promise<string[]> {
  return tab.page.evaluate(() =>
    [...CSS.highlights]
      .filter(([name]) => /^offprint-(?:yellow|green|blue|red)-/.test(name))
      .flatMap(([name, marks]) =>
        [...marks].map(
          (range) => `${name.split('-')[1]}: ${(range as Range).toString().replace(/\s+/g, ' ')}`,
        ),
      )
      .filter((line) => !line.endsWith(': ')),
  );
}

/** Waits until these are what is highlighted. */
export async function waitForDrawn(tab: Tab, ...wanted: string[]): Promise<void> {
  let last: string[] = [];
  await waitFor(`“${wanted.join('”, “')}” to be highlighted`, async () => {
    last = await drawnIn(tab);
    return last.length === wanted.length && wanted.every((one) => last.includes(one));
  }).catch((error: unknown) => {
    throw new Error(`highlighted: ${last.join(' | ') || 'nothing'}`, { cause: error });
  });
}

/** Clicks on the middle of what is highlighted in a colour, until the bar about it is there: the page may move before. */
export async function clickHighlight(session: Session, tab: Tab, colour: string): Promise<void> {
  await tab.page.bringToFront();
  await waitFor(`the bar about what is ${colour}`, async () => {
    await clickOnce(tab, colour);
    return waitFor('the bar', () => hasButton(session, tab, 'Delete'), BAR_MS);
  });
}

async function clickOnce(tab: Tab, colour: string): Promise<void> {
  const place = await tab.page.evaluate((colour_) => {
    const found = [...CSS.highlights].find(([name]) => name.startsWith(`offprint-${colour_}-`));
    const [range] = found === undefined ? [] : [...found[1]];
    (range as Range | undefined)?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    const rect = (range as Range | undefined)?.getClientRects()[0];
    if (rect === undefined) throw new Error(`nothing is ${colour_}`);
    getSelection()?.removeAllRanges();
    return { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
  }, colour);
  await tab.page.mouse.click(place.x, place.y);
}

/** Whether something of ours over the page has a button of this name. */
export async function hasButton(session: Session, tab: Tab, name: string): Promise<boolean> {
  return (await session.extension.readWordOverPage(tab.id)).includes(name);
}
