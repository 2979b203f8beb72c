import type { Page } from 'puppeteer-core';
import { waitFor } from './wait-for.ts';

/** Looks at what a user would notice of a page that is held by something. Runs in the page. */
function findFaults(): string[] {
  const faults: string[] = [];
  const say = (isFault: boolean, fault: string): void => {
    if (isFault) faults.push(fault);
  };
  const link = document.querySelector('#inside');
  if (!(link instanceof HTMLElement)) return ['the article is gone'];
  for (let at: Element | null = link; at !== null; at = at.parentElement) {
    const style = getComputedStyle(at);
    const name = at.id === '' ? at.localName : `#${at.id}`;
    say(style.filter !== 'none', `${name} is blurred`);
    say(Number(style.opacity) < 1, `${name} is faded`);
    say(style.pointerEvents === 'none', `${name} takes no pointer`);
    say(!/^(auto|manipulation|pan-y)$/.test(style.touchAction), `${name} takes no touch`);
    say(at.hasAttribute('inert'), `${name} is inert`);
    say(at.getAttribute('aria-hidden') === 'true', `${name} is hidden from screen readers`);
  }
  link.scrollIntoView({ block: 'center' });
  const { left, top } = link.getBoundingClientRect();
  const hit = document.elementFromPoint(left + 4, top + 4);
  say(hit !== link, `over the link is ${hit?.localName}.${hit?.className}`);
  const active = document.activeElement;
  link.focus();
  say(document.activeElement !== link, 'the link takes no focus');
  link.blur();
  if (active instanceof HTMLElement && active !== document.body) active.focus();
  const isKept = (event: Event): boolean => !link.dispatchEvent(event);
  const common = { bubbles: true, cancelable: true, composed: true };
  say(isKept(new WheelEvent('wheel', { ...common, deltaY: 8 })), 'the wheel is off');
  say(isKept(new KeyboardEvent('keydown', { ...common, key: 'Tab' })), 'the Tab key is off');
  say(isKept(new KeyboardEvent('keydown', { ...common, key: 'PageDown' })), 'the Page Down key is off');
  if ('TouchEvent' in window) {
    const touch = new Touch({ identifier: 1, target: link, clientX: left, clientY: top });
    say(isKept(new TouchEvent('touchmove', { ...common, touches: [touch] })), 'touch is off');
  }
  return faults;
}

/**
 * What keeps a user from using a page; nothing where it is as it should be. Turns the wheel in the middle of the window.
 *
 * @param scrollMs how long it may take to scroll
 */
export async function faultsOf(page: Page, scrollMs = 1500): Promise<string[]> {
  await page.bringToFront();
  const faults = await page.evaluate(findFaults);
  const lineAt = () => page.$eval('#inside', (line) => line.getBoundingClientRect().top);
  const before = await lineAt();
  await page.mouse.move(500, 400);
  await page.mouse.wheel({ deltaY: 120 });
  const isMoved = await waitFor(
    'the page to scroll',
    async () => (await lineAt()) < before - 20,
    scrollMs,
  ).catch(() => false);
  return isMoved ? faults : [...faults, 'the wheel moves nothing'];
}

/** Waits until nothing keeps a user from using a page. */
export async function expectUsable(page: Page, what: string): Promise<void> {
  let faults: string[] = [];
  const look = async (): Promise<boolean> => {
    faults = await faultsOf(page);
    return faults.length === 0;
  };
  await waitFor(`${what} to be usable`, look).catch((cause: unknown) => {
    throw new Error(`${what}: ${faults.join('; ')}`, { cause });
  });
}
