import type { Article } from '../types.ts';
import { stripTrackers } from './page-address.ts';

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '');

/**
 * Whether two addresses are in the same registrable domain. Loads the Public Suffix List only if the hosts differ, which is
 * rare.
 */
export async function isSameOwner(a: string, b: string): Promise<boolean> {
  const [left, right] = [hostOf(a), hostOf(b)];
  if (left === right) return left !== '';
  const { registrableDomain } = await import('./registrable-domain.ts');
  const domain = registrableDomain(a);
  return domain !== '' && domain === registrableDomain(b);
}

/**
 * Decides under which address an article is saved. Any page may declare any canonical address, so it counts only within the
 * domain of the page; otherwise it is recorded as a claim. Caches (of AMP, of search engines) are no exception, because
 * their content can't be distinguished from a pretended copy.
 *
 * @param from the page's address, as reported by the browser
 */
export async function settleAddress(article: Article, from: string): Promise<Article> {
  const { canonicalUrl, claimedUrl: claimed, ...rest } = article;
  const isOurs = await isSameOwner(canonicalUrl, from);
  const claim = isOurs ? (claimed ?? null) : canonicalUrl;
  const counts = claim === null || (await isSameOwner(claim, from)) ? null : claim;
  return {
    ...rest,
    canonicalUrl: isOurs ? canonicalUrl : stripTrackers(article.url),
    ...(counts === null ? {} : { claimedUrl: counts }),
  };
}
