/**
 * IP addresses outside the public internet. From the IANA registries of special-purpose addresses
 * (RFC 6890, https://www.iana.org/assignments/iana-ipv4-special-registry and …/iana-ipv6-special-registry) and of
 * multicast (RFC 5771).
 */

/** Reserved ranges, each with the document that reserves it. */
const IPV4_RANGES: readonly (readonly [network: string, bits: number])[] = [
  // "This network", with the unspecified address (RFC 791)
  ['0.0.0.0', 8],
  // Private use (RFC 1918)
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  // Shared by a provider's customers, CGNAT (RFC 6598)
  ['100.64.0.0', 10],
  // Loopback (RFC 1122)
  ['127.0.0.0', 8],
  // Link-local, where clouds keep their metadata (RFC 3927)
  ['169.254.0.0', 16],
  // Protocol assignments (RFC 6890), documentation (RFC 5737), the former 6to4 relays (RFC 7526)
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  // Benchmarks (RFC 2544), documentation (RFC 5737)
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  // Multicast (RFC 5771), reserved, and broadcast (RFC 1112, RFC 919)
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Parses a dotted IPv4 address; null if it is none. The URL parser normalises all other forms to this one. */
export function parseIpv4(host: string): number | null {
  const parts = host.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return null;
  return parts.reduce((sum, part) => sum * 256 + Number(part), 0);
}

/** @param address as `parseIpv4` gives it */
export function isSpecialIpv4(address: number): boolean {
  return IPV4_RANGES.some(([network, bits]) => {
    const size = 2 ** (32 - bits);
    return Math.floor(address / size) === Math.floor((parseIpv4(network) ?? 0) / size);
  });
}

/** Parses an IPv6 address without brackets, in the form of the URL Standard, into eight groups; null if it is none. */
export function parseIpv6(text: string): number[] | null {
  const [head = '', tail] = text.split('::');
  const groups = (part: string) =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  const before = groups(head);
  const after = tail === undefined ? [] : groups(tail);
  const gap = 8 - before.length - after.length;
  if (tail === undefined ? gap !== 0 : gap < 1) return null;
  const all = [...before, ...Array<number>(gap).fill(0), ...after];
  return all.every((group) => group >= 0 && group <= 0xffff) ? all : null;
}

/**
 * True outside global unicast. Only 2000::/3 is allocated for that (RFC 4291, RFC 3513), so unspecified, loopback,
 * IPv4-mapped and -compatible (::/8), NAT64 (64:ff9b::/96 and 64:ff9b:1::/48, RFC 6052 and RFC 8215), discard-only (100::/64,
 * RFC 6666), unique local (fc00::/7, RFC 4193), link-local (fe80::/10) and multicast (ff00::/8) are special. Special
 * ranges within 2000::/3:
 * 2001::/23, protocol assignments with Teredo, benchmarks and ORCHID (RFC 2928, 4380, 5180, 7343); 2001:db8::/32 and
 * 3fff::/20, documentation (RFC 3849, RFC 9637); 2002::/16, 6to4, with an IPv4 address inside (RFC 3056).
 *
 * @param groups as `parseIpv6` gives them
 */
export function isSpecialIpv6([first = 0, second = 0]: readonly number[]): boolean {
  if (first >> 13 !== 1) return true;
  if (first === 0x2001) return second < 0x200 || second === 0xdb8;
  return first === 0x2002 || (first === 0x3fff && second < 0x1000);
}
