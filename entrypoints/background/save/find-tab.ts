/**
 * Tabs that may fetch a page with the user's login. Only for pages that the user is known to have been at: an address
 * out of a file, or a link of another site, is never fetched with a login.
 */
import { identify } from '../../../utils/library/articles/article-identity.ts';
import { browser, type Tabs } from '../../../utils/platform/browser.ts';

/** Ordinary tabs that are awake. */
async function findTab(suits: (url: string) => boolean): Promise<number | null> {
  const isUsable = ({ url, incognito, discarded }: Tabs.Tab): boolean =>
    url !== undefined && !incognito && discarded !== true && /^https?:/.test(url) && suits(url);
  return (await browser.tabs.query({})).find(isUsable)?.id ?? null;
}

/** A tab of the site of an address that the user has open already, though asleep. */
export function findTabOfSite(address: string): Promise<number | null> {
  const { origin } = new URL(address);
  return findTab((url) => new URL(url).origin === origin);
}

/** @param addresses of a saved article, as `identify` writes them; a tab that shows one of them is found */
export function findTabWith(addresses: readonly string[]): Promise<number | null> {
  return findTab((url) => addresses.includes(identify(url)));
}
