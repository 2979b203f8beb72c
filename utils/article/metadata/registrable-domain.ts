import { getDomain } from 'tldts';

/**
 * Returns the registrable domain: `paper.co.uk` for `www.paper.co.uk`. Uses the Public Suffix List including its private
 * section, so that `a.blogspot.com` and `b.blogspot.com` are different domains.
 *
 * @param url an absolute URL
 * @returns the host itself for IP addresses and `localhost`; `''` for an invalid URL
 */
export function registrableDomain(url: string): string {
  if (!URL.canParse(url)) return '';
  const { hostname } = new URL(url);
  return getDomain(hostname, { allowPrivateDomains: true }) ?? hostname;
}
