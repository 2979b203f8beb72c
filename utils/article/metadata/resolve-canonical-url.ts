import type { Article } from '../types.ts';
import { stripTrackingParameters } from './page-address.ts';

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '');

/**
 * Whether two URLs have the same registrable domain. Loads the Public Suffix List only if the hosts differ, which is rare.
 */
export async function isSameOwner(a: string, b: string): Promise<boolean> {
  const [left, right] = [hostOf(a), hostOf(b)];
  if (left === right) return left !== '';
  const { registrableDomain } = await import('./registrable-domain.ts');
  const domain = registrableDomain(a);
  return domain !== '' && domain === registrableDomain(b);
}

/**
 * Decides under which URL an article is saved. A page can declare any canonical URL, so it is used only if it is in the domain
 * of the page; otherwise it is recorded as a claim (`claimedUrl`). That includes caches of AMP and search engines, because
 * their content can't be distinguished from a fake copy.
 *
 * @param pageUrl the page's URL, as reported by the browser
 */
export async function resolveCanonicalUrl(article: Article, pageUrl: string): Promise<Article> {
  const { canonicalUrl, claimedUrl: claimed, ...rest } = article;
  const isOwn = await isSameOwner(canonicalUrl, pageUrl);
  const claim = isOwn ? (claimed ?? null) : canonicalUrl;
  const validClaim = claim === null || (await isSameOwner(claim, pageUrl)) ? null : claim;
  return {
    ...rest,
    canonicalUrl: isOwn ? canonicalUrl : stripTrackingParameters(article.url),
    ...(validClaim === null ? {} : { claimedUrl: validClaim }),
  };
}
