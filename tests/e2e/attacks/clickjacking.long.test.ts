import { afterAll, beforeAll, expect, it } from 'vitest';
import { HOSTILE } from '../../fixtures/sites.ts';
import { pressCommand, waitForSign } from '../harness/browser-controls.ts';
import { Session, type Tab } from '../harness/session.ts';
import { clickInToast, waitForToast } from '../harness/toast.ts';

let session: Session;
let tab: Tab;

beforeAll(async () => {
  session = await Session.borrow();
  tab = await session.visit(`${HOSTILE}/watching`);
});
afterAll(() => session.close());

/** What the page does to the toast from the moment it comes, until it is told to stop. */
function deceive(trick: string): void {
  const world = globalThis as unknown as { stop?: () => void; presses: number };
  world.presses = 0;
  const style = document.createElement('style');
  style.textContent =
    {
      'covered by a snapshot':
        '::view-transition, ::view-transition-group(*) { pointer-events: none; animation-duration: 60s }' +
        '::view-transition-old(*) { animation: none } ::view-transition-new(*) { display: none }',
      'covered by a pseudo-element of it':
        'html > div::after { content: ""; position: fixed; inset: 0; z-index: 1; background: #fff; pointer-events: none }',
    }[trick] ?? '';
  document.head.append(style);
  const transition = trick === 'covered by a snapshot' ? document.startViewTransition() : undefined;
  const cover = document.createElement('div');
  cover.popover = 'manual';
  cover.style.cssText =
    'inset:0 0 auto auto;width:60vw;height:60vh;margin:0;background:#fff;pointer-events:none';
  const deceiveHost = (host: HTMLElement): void => {
    if (trick === 'transparent') host.style.setProperty('opacity', '0.01', 'important');
    if (trick === 'shrunk to a dot') document.documentElement.style.zoom = '0.15';
    if (trick === 'moved') host.style.setProperty('translate', '-5px 40px', 'important');
    if (trick === 'covered') {
      document.body.append(cover);
      cover.showPopover();
    }
  };
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) deceiveHost(node as HTMLElement);
  });
  observer.observe(document.documentElement, { childList: true });
  world.stop = () => {
    observer.disconnect();
    cover.remove();
    style.remove();
    transition?.skipTransition();
    document.documentElement.style.zoom = '';
    for (const name of ['opacity', 'translate']) {
      (document.documentElement.lastElementChild as HTMLElement).style.removeProperty(name);
    }
  };
}

it.each([
  'transparent',
  'shrunk to a dot',
  'moved',
  'covered',
  'covered by a pseudo-element of it',
  'covered by a snapshot',
])('a toast that the page has %s does not answer', async (trick) => {
  await tab.page.bringToFront();
  await tab.page.evaluate(deceive, trick);
  await pressCommand(session, tab, 'save-page');
  await waitForSign(session, tab, '✓', /aved/);
  await waitForToast(session, tab, /Undo|Tags/);
  await expect(clickInToast(session, tab, 'Tags', 2500)).rejects.toThrow(/to answer/);
  await tab.page.evaluate(() => (globalThis as unknown as { stop: () => void }).stop());
  await tab.page.reload();
});

const setRootFilter = (filter: string) =>
  tab.page.evaluate((value) => {
    document.documentElement.style.filter = value;
  }, filter);

it('answers under a filter of the page only where that leaves it legible', async () => {
  await setRootFilter('opacity(0)');
  await pressCommand(session, tab, 'save-page');
  await waitForToast(session, tab, /Tags/);
  // Chromium applies no filter of the root element to the top layer.
  if (session.kind === 'firefox')
    await expect(clickInToast(session, tab, 'Tags', 2500)).rejects.toThrow(/to answer/);
  await setRootFilter('invert(1) hue-rotate(180deg)');
  await clickInToast(session, tab, 'Tags');
  await tab.page.reload();
});

it('answers where the page lets it be', async () => {
  await pressCommand(session, tab, 'save-page');
  await clickInToast(session, tab, 'Tags');
});
