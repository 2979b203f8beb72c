import { browser } from './browser.ts';
import { windowsApi } from './optional-apis.ts';

/** Opens the library, or switches to its tab if it is already open. */
export async function openLibrary(): Promise<void> {
  await openOwnPage('library.html');
}

/** Opens a saved article in the reader, or switches to its tab if it is already open. */
export async function openReader(articleId: string): Promise<void> {
  await openOwnPage(`reader.html?id=${encodeURIComponent(articleId)}`);
}

/** Opens one of our own pages, or switches to its tab. @param path with query and fragment */
export async function openOwnPage(path: string): Promise<void> {
  const url = browser.runtime.getURL(path);
  const openTabs = await browser.tabs.query({ url: `${url}*` });
  const tab = openTabs.find((candidate) => candidate.url === url);
  if (tab?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(tab.id, { active: true });
  if (tab.windowId !== undefined) await windowsApi()?.update(tab.windowId, { focused: true });
}
