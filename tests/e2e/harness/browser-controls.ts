import type { Page } from 'puppeteer-core';
import { inFirefoxWindow } from './firefox-window.ts';
import type { Session, Tab } from './session.ts';
import { waitFor } from './wait-for.ts';

/** What the toolbar button says over one tab: on its badge, and in the words that show when it is pointed at. */
interface Sign {
  badge: string;
  title: string;
}

/** Digits of the manifest's `Alt+Shift+…`. */
const KEYS = { 'save-page': 2, 'toggle-panel': 3, 'open-library': 6, highlight: 5 } as const;

/** Fires an event of the extension API in Chromium's worker, as the browser does; the tab comes last. */
export async function inChromiumWorker(
  session: Session,
  tab: Pick<Tab, 'id'>,
  event: string,
  ...args: unknown[]
): Promise<void> {
  const tabs = await session.extension.tabs();
  const info = tabs.find(({ id }) => id === tab.id);
  // An event wakes it; there is none to be found where it was idle for half a minute. Nobody answers to this.
  await session.extension.call('runtime.sendMessage', {}).catch(() => undefined);
  const target = await session.launched.browser.waitForTarget(
    (candidate) =>
      candidate.type() === 'service_worker' && candidate.url().startsWith(session.launched.extensionUrl),
  );
  const worker = await target.worker();
  if (worker === null) throw new Error('the background does not run');
  await worker.evaluate(
    (path, args_) => {
      let owner: unknown = (globalThis as { chrome?: unknown }).chrome;
      for (const name of path.split('.')) owner = (owner as Record<string, unknown>)[name];
      (owner as { dispatch(...rest: unknown[]): void }).dispatch(...args_);
    },
    event,
    [...args, info],
  );
}

/** Presses the keys of one of the manifest's commands while a tab is in front; one without its page is so already. */
export async function pressCommand(
  session: Session,
  tab: Pick<Tab, 'id'> & Partial<Tab>,
  command: keyof typeof KEYS,
): Promise<void> {
  const isInFront = (await session.extension.tabs()).some(({ id, active }) => id === tab.id && active);
  // Again, it would be the only one that is selected.
  if (!isInFront) await tab.page?.bringToFront();
  if (session.kind === 'chromium') {
    await inChromiumWorker(session, tab, 'commands.onCommand', command);
    return;
  }
  await inFirefoxWindow(
    session,
    `[...document.querySelectorAll('keyset[id*=offprint] key')].find((key) => key.getAttribute('keycode') === 'VK_${KEYS[command]}').doCommand()`,
  );
}

/** Chooses tabs in the tab strip, as with Ctrl and clicks; the first is the one in front. */
export async function chooseTabs(session: Session, tabs: readonly Tab[]): Promise<void> {
  const known = await session.extension.tabs();
  const infos = tabs.flatMap((tab) => known.find(({ id }) => id === tab.id) ?? []);
  const windowId = infos[0]?.windowId;
  await session.extension.call('tabs.highlight', { windowId, tabs: infos.map(({ index }) => index) });
}

/** What the toolbar button says while a tab is in front. */
export async function readToolbar(session: Session, tab: Tab): Promise<Sign> {
  const [badge, title] = await Promise.all([
    session.extension.call<string>('action.getBadgeText', { tabId: tab.id }),
    session.extension.call<string>('action.getTitle', { tabId: tab.id }),
  ]);
  return { badge, title };
}

/** Waits until the toolbar button says something of a tab. In the test build it stays until it says something else. */
export async function waitForSign(session: Session, tab: Tab, badge: string, title: RegExp): Promise<void> {
  let said: Sign = { badge: '', title: '' };
  await waitFor(`“${badge}” with ${title} on the toolbar button`, async () => {
    said = await readToolbar(session, tab);
    return said.badge === badge && title.test(said.title);
  }).catch((cause: unknown) => {
    throw new Error(`it says “${said.badge}” with “${said.title}”`, { cause });
  });
}

/** Opens the real popup under the toolbar button of the window in front: a browser refuses where none has the focus yet. */
export async function openRealPopup(session: Session, page: Page): Promise<void> {
  await waitFor('the popup to be opened', async () => {
    await page.bringToFront();
    await session.extension.call('action.openPopup');
    return true;
  });
}

/** How wide the real popup is, in CSS px, once it is open. */
export async function realPopupWidth(session: Session): Promise<number> {
  if (session.kind === 'firefox') {
    return inFirefoxWindow(
      session,
      "document.querySelector('.webextension-popup-browser').getBoundingClientRect().width",
    );
  }
  const target = await session.launched.browser.waitForTarget((each) => each.url().endsWith('/popup.html'));
  return (await target.asPage()).evaluate(() => innerWidth);
}

/** Takes the access to all sites away: from now on the extension may see a page only when the user clicks. */
export async function giveAccessOnClickOnly(session: Session): Promise<void> {
  const origins = ['http://*/*', 'https://*/*'];
  if (session.kind === 'firefox') {
    await session.extension.call('permissions.remove', { origins });
  } else {
    const page = await session.launched.browser.newPage();
    await page.goto('chrome://extensions');
    await page.evaluate((extensionId) => {
      const { chrome } = globalThis as unknown as {
        chrome: { developerPrivate: { updateExtensionConfiguration(update: unknown): Promise<void> } };
      };
      return chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_CLICK' });
    }, new URL(session.launched.extensionUrl).host);
    await page.close();
  }
  await waitFor(
    'the access to be gone',
    async () => !(await session.extension.call<boolean>('permissions.contains', { origins })),
  );
}

/** Clicks the toolbar button, as a person: that gives access to the page in front. */
export async function clickToolbarButton(session: Session, page: Page): Promise<void> {
  await page.bringToFront();
  if (session.kind === 'firefox') {
    await inFirefoxWindow(
      session,
      "[...document.querySelectorAll('keyset[id*=offprint] key')].find((key) => key.getAttribute('keycode') === 'VK_1').doCommand()",
    );
    return;
  }
  const extensions = await session.launched.browser.extensions();
  const [extension] = extensions.values();
  await extension?.triggerAction(page);
}

/** How long a worker that was asked to stop may take before it is asked again, in ms. */
const ASKED_AGAIN_MS = 2000;

/** Stops the background, as the browser does when it has been idle; its memory is lost. */
export async function stopBackground(session: Pick<Session, 'kind' | 'launched'>): Promise<void> {
  const { browser, extensionUrl } = session.launched;
  if (session.kind === 'firefox') {
    await inFirefoxWindow(
      session,
      "WebExtensionPolicy.getByID('offprint@offprint.example').extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })",
    );
    return;
  }
  const isWorker = (target: { type(): string; url(): string }): boolean =>
    target.type() === 'service_worker' && target.url().startsWith(extensionUrl);
  const target = browser.targets().find(isWorker);
  // It was idle for half a minute, and the browser was first.
  if (target === undefined) return;
  let askedAt = Number.NEGATIVE_INFINITY;
  // Another one may have been started by then. Where it was started before this one was gone, both are one target.
  await waitFor('the background to stop', async () => {
    if (!browser.targets().includes(target)) return true;
    if (performance.now() - askedAt < ASKED_AGAIN_MS) return false;
    askedAt = performance.now();
    await (await target.worker())?.close();
    return false;
  });
}
