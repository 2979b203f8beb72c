import { browser } from './browser.ts';
import { windowsApi } from './optional-apis.ts';

/** Opens the library, or switches to the tab in which it is open. */
export async function openLibrary(): Promise<void> {
  await openOwnPage('library.html');
}

/** Opens a saved article in the reader. */
export async function openReader(articleId: string): Promise<void> {
  await openOwnPage(`reader.html?id=${encodeURIComponent(articleId)}`);
}

/** @param path of one of our own pages, with query and fragment */
export async function openOwnPage(path: string): Promise<void> {
  const url = browser.runtime.getURL(path);
  const open = await browser.tabs.query({ url: `${url}*` });
  const tab = open.find((candidate) => candidate.url === url);
  if (tab?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(tab.id, { active: true });
  if (tab.windowId !== undefined) await windowsApi()?.update(tab.windowId, { focused: true });
}
