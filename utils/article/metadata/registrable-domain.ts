import { getDomain } from 'tldts';

/**
 * The registrable domain: `paper.co.uk` for `www.paper.co.uk`. By the Public Suffix List with its private section, so that
 * `a.blogspot.com` and `b.blogspot.com` have different owners.
 *
 * @param url an absolute address
 * @returns the host itself for IP addresses and `localhost`; `''` for an invalid address
 */
export function registrableDomain(url: string): string {
  if (!URL.canParse(url)) return '';
  const { hostname } = new URL(url);
  return getDomain(hostname, { allowPrivateDomains: true }) ?? hostname;
}
