import { getDomain } from 'tldts';

/**
 * What somebody registered: `paper.co.uk` for `www.paper.co.uk`. By the Public Suffix List with its private part, so
 * that two people's `a.blogspot.com` and `b.blogspot.com` are two.
 *
 * @param url an absolute address
 * @returns the host itself where nothing can be registered (addresses by number, `localhost`); `''` for no address
 */
export function registrableDomain(url: string): string {
  if (!URL.canParse(url)) return '';
  const { hostname } = new URL(url);
  return getDomain(hostname, { allowPrivateDomains: true }) ?? hostname;
}
