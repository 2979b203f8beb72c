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

/** What is highlighted in a page, by colour: `yellow: some words`; by what our boxes stand over. */
export async function drawnIn(session: Session, tab: Tab): Promise<string[]> {
  const boxes = await session.extension.readBoxesOverPage(tab.id);
  return tab.page.evaluate((all) => {
    const found: { colour: string; words: string }[] = [];
    const walker = document.createTreeWalker(document.body, 4);
    const range = document.createRange();
    for (let before = ''; all.length > 0 && walker.nextNode() !== null; ) {
      const { data } = walker.currentNode as Text;
      for (let at = 0; at < data.length; at++) {
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + 1);
        const { left, top, width, height } = range.getBoundingClientRect();
        const [x, y] = [left + scrollX + width / 2, top + scrollY + height / 2];
        const box =
          width === 0
            ? undefined
            : all.find(
                (one) =>
                  one.left <= x && x <= one.left + one.width && one.top <= y && y <= one.top + one.height,
              );
        if (width === 0 && data[at]?.trim() === '') {
          const last = found.at(-1);
          if (last !== undefined && before !== '') last.words += ' ';
          continue;
        }
        const colour = box?.colour ?? '';
        if (colour !== '' && colour !== before) found.push({ colour, words: '' });
        const last = found.at(-1);
        if (colour !== '' && last !== undefined) last.words += data[at];
        before = colour;
      }
    }
    return found.map(({ colour, words }) => `${colour}: ${words.replace(/\s+/g, ' ').trim()}`);
  }, boxes);
}

/** Waits until these are what is highlighted. */
export async function waitForDrawn(session: Session, tab: Tab, ...wanted: string[]): Promise<void> {
  let last: string[] = [];
  await waitFor(`“${wanted.join('”, “')}” to be highlighted`, async () => {
    last = await drawnIn(session, tab);
    return last.length === wanted.length && wanted.every((one) => last.includes(one));
  }).catch((error: unknown) => {
    throw new Error(`highlighted: ${last.join(' | ') || 'nothing'}`, { cause: error });
  });
}

/** Clicks on the middle of what is highlighted in a colour, until the bar about it is there: the page may move before. */
export async function clickHighlight(session: Session, tab: Tab, colour: string): Promise<void> {
  await tab.page.bringToFront();
  await waitFor(`the bar about what is ${colour}`, async () => {
    await clickOnce(session, tab, colour);
    return waitFor('the bar', () => hasButton(session, tab, 'Delete'), BAR_MS);
  });
}

async function clickOnce(session: Session, tab: Tab, colour: string): Promise<void> {
  const boxes = await session.extension.readBoxesOverPage(tab.id);
  const box = boxes.find((one) => one.colour === colour);
  if (box === undefined) throw new Error(`nothing is ${colour}`);
  const place = await tab.page.evaluate(({ left, top, width, height }) => {
    scrollTo(0, top - innerHeight / 2);
    getSelection()?.removeAllRanges();
    return { x: left - scrollX + width / 2, y: top - scrollY + height / 2 };
  }, box);
  await tab.page.mouse.click(place.x, place.y);
}

/** Whether something of ours over the page has a button of this name. */
export async function hasButton(session: Session, tab: Tab, name: string): Promise<boolean> {
  return (await session.extension.readWordOverPage(tab.id)).includes(name);
}
