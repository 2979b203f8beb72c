import type { Article } from '../types.ts';
import { stripTrackers } from './page-address.ts';

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '');

/**
 * Whether two addresses belong to whoever registered the one domain. Loads the Public Suffix List only where the
 * hosts differ: for most pages they do not.
 */
export async function isSameOwner(a: string, b: string): Promise<boolean> {
  const [left, right] = [hostOf(a), hostOf(b)];
  if (left === right) return left !== '';
  const { registrableDomain } = await import('./registrable-domain.ts');
  const domain = registrableDomain(a);
  return domain !== '' && domain === registrableDomain(b);
}

/**
 * Decides under which address an article is filed. Anybody may write `rel=canonical` with anybody's address, so it
 * counts only within the domain that the page came from; elsewhere it is kept as what the page claims. Caches (of AMP,
 * of search machines) are no exception: what they serve can't be told from what somebody pretends they serve.
 *
 * @param from the address that the page came from, as the browser knows it
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
