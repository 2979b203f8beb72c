/**
 * Which addresses may be fetched by the extension itself: those on the public web. A page, a file or a redirect that
 * names another could make the extension knock at the user's router, printer or a service on their own machine.
 *
 * What a public name resolves to can't be seen from an extension: `docs/network.md` says so.
 */
import { isSpecialIpv4, isSpecialIpv6, readIpv4, readIpv6 } from './special-addresses.ts';

/**
 * Last labels of names that mean something on the local network only: RFC 6761 (localhost), RFC 6762 with its
 * appendix G (local, intranet, internal, private, corp, home, lan), and what home routers and systems use beside them.
 * ICANN has reserved `internal` for good.
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
    const groups = readIpv6(host.slice(1, -1));
    return groups !== null && !isSpecialIpv6(groups);
  }
  const name = host.replace(/\.$/, '');
  const address = readIpv4(name);
  if (address !== null) return !isSpecialIpv4(address);
  // A name of one label is the local network's or a search domain's.
  if (!name.includes('.') || name.endsWith('.')) return false;
  return !LOCAL_SUFFIXES.some((suffix) => name === suffix || name.endsWith(`.${suffix}`));
}

/**
 * True where the extension may fetch an address: http or https, a public host, no user name or password in it.
 *
 * @param address absolute; anything else may not be fetched
 */
export function mayFetch(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  return username === '' && password === '' && isPublicHost(hostname);
}
