/**
 * Which addresses the extension may fetch: only those on the public web. Otherwise a page, a file or a redirect could
 * make the extension send requests to the user's router, printer or a service on their own computer.
 *
 * An extension can't see which IP address a public name resolves to; see `docs/network.md`.
 */
import { isSpecialIpv4, isSpecialIpv6, parseIpv4, parseIpv6 } from './special-addresses.ts';

/**
 * Suffixes of names that exist on the local network only: RFC 6761 (localhost), RFC 6762 with its appendix G (local,
 * intranet, internal, private, corp, home, lan), and others that home routers and operating systems use. ICANN has
 * reserved `internal` permanently.
 */
export const LOCAL_SUFFIXES = [
  'localhost',
  'local',
  'localdomain',
  'internal',
  'intranet',
  'private',
  'corp',
  'home',
  'lan',
  // RFC 8375
  'home.arpa',
] as const;

/** @param host as `URL` gives it: lower case, numbers as dotted IPv4, IPv6 in brackets */
function isPublicHost(host: string): boolean {
  if (host.startsWith('[')) {
    const groups = parseIpv6(host.slice(1, -1));
    return groups !== null && !isSpecialIpv6(groups);
  }
  const name = host.replace(/\.$/, '');
  const address = parseIpv4(name);
  if (address !== null) return !isSpecialIpv4(address);
  // A name of one label belongs to the local network or a search domain.
  if (!name.includes('.') || name.endsWith('.')) return false;
  return !LOCAL_SUFFIXES.some((suffix) => name === suffix || name.endsWith(`.${suffix}`));
}

/**
 * True if the extension may fetch an address: http or https, a public host, and no user name or password.
 *
 * @param address an absolute address; anything else is rejected
 */
export function mayFetch(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  return username === '' && password === '' && isPublicHost(hostname);
}
