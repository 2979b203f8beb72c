import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mayFetch } from '../../../utils/fetching/address-policy.ts';
import { createBlockRules, FORBIDDEN_PATTERNS } from '../../../utils/fetching/block-rules.ts';
import { itLong } from '../../long.ts';

const isBlocked = (address: string): boolean =>
  FORBIDDEN_PATTERNS.some((pattern) => new RegExp(pattern, 'i').test(new URL(address).href));

it.each([
  ...'https://paper.example/a?b#c http://paper.example:8080/ https://paper.example./a'.split(' '),
  ...'https://8.8.8.8/x.png http://172.15.255.255/ http://100.63.255.255/'.split(' '),
  ...'http://192.0.1.1/ http://198.20.0.1/ http://223.255.255.255/'.split(' '),
  ...'https://[2606:4700::1111]/ https://[2001:200::1]/ https://[3fff:1000::1]/'.split(' '),
  ...'https://10.example/ https://127.0.0.1.paper.example/'.split(' '),
  ...'https://localhost.paper.example/ https://notlocal.example/ https://paper.example/?to=http://127.0.0.1/@'.split(
    ' ',
  ),
])('an address may be fetched: %s', (address) =>
  expect({ address, may: mayFetch(address), blocked: isBlocked(address) }).toEqual({
    address,
    may: true,
    blocked: false,
  }),
);

it.each([
  // Loopback, in each way that a URL can write it
  'http://127.0.0.1/',
  'http://127.1/',
  'http://127.0.0.1./',
  'http://0x7f000001/',
  'http://0177.0.0.01/',
  'http://127.255.255.254:8080/x',
  'http://%31%32%37.0.0.1/',
  'http://１２７.０.０.１/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::127.0.0.1]/',
  'http://localhost/',
  'http://localhost./',
  'http://app.localhost/',
  // Unspecified
  'http://0.0.0.0:8080/',
  'http://[::]/',
  // Private, shared, link-local
  'http://10.0.0.1/',
  'http://172.31.255.255/',
  'http://192.168.1.1/',
  'http://100.127.255.255/',
  'http://169.254.169.254/latest/meta-data/',
  'http://[fe80::1]/',
  'http://[fd12:3456:789a::1]/',
  // An IPv4 address inside
  'http://[64:ff9b::192.168.1.1]/',
  'http://[64:ff9b:1::a00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[2001:0:53aa:64c::1]/',
  // Benchmarks, documentation, assignments, multicast, reserved
  'http://198.19.255.255/',
  'http://192.0.2.1/',
  'http://192.88.99.1/',
  'http://239.255.255.250:1900/',
  'http://255.255.255.255/',
  'http://[2001:db8::1]/',
  'http://[2001::1]/',
  'http://[3fff:fff::1]/',
  'http://[5f00::1]/',
  'http://[ff02::1]/',
  // Names of the local network
  'http://router/',
  'http://printer.local/',
  'http://box.home.arpa/',
  'http://metadata.internal/',
  'http://wiki.intranet:8080/',
  // Names and passwords
  'https://user:pass@paper.example/',
  'https://user@paper.example/',
])('an address may not be fetched: %s', (address) =>
  expect({ address, may: mayFetch(address), blocked: isBlocked(address) }).toEqual({
    address,
    may: false,
    blocked: true,
  }),
);

itLong.each(
  '|about:blank|file:///etc/passwd|data:image/png,x|javascript:1|ftp://a.example/|/a.png'.split('|'),
)('an address may not be fetched as it is no address of the web: %j', (address) => {
  expect(mayFetch(address)).toBe(false);
});

const agrees = (address: string): void => {
  expect({ address, blocked: isBlocked(address) }).toEqual({ address, blocked: !mayFetch(address) });
};
const octet = fc.oneof(
  fc.constantFrom(
    ...[0, 2, 10, 16, 18, 31, 51, 64, 88, 99, 100, 113, 127, 168, 169, 172, 192, 198, 203, 224, 254],
  ),
  fc.nat(255),
);
const group = fc.oneof(
  fc.constantFrom(
    ...[0, 1, 0x64, 0x1ff, 0x200, 0xdb8, 0xfff, 0x1000, 0x2001, 0x2002, 0x3fff, 0x7f00, 0xfe80, 0xffff],
  ),
  fc.nat(0xffff),
);

it('the browser’s rules say the same as the policy of every IPv4 address, however it is written', () =>
  fc.assert(
    fc.property(
      fc.tuple(octet, octet, octet, octet),
      fc.constantFrom('', '.', ':81'),
      ([a, b, c, d], end) => {
        const number = ((a * 256 + b) * 256 + c) * 256 + d;
        agrees(`http://${a}.${b}.${c}.${d}${end}/`);
        const may = mayFetch(`http://${a}.${b}.${c}.${d}/`);
        for (const written of [
          `${number}`,
          `0x${number.toString(16)}`,
          `0${number.toString(8)}`,
          `${a}.${number % 2 ** 24}`,
        ]) {
          expect(mayFetch(`https://${written}/`)).toBe(may);
          agrees(`https://${written}/`);
        }
      },
    ),
  ));

it('the browser’s rules say the same as the policy of every IPv6 address', () =>
  fc.assert(
    fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), fc.nat(8), (groups, zeros) => {
      const filled = groups.map((value, i) => (i < zeros ? value : 0));
      agrees(`http://[${filled.map((value) => value.toString(16)).join(':')}]/`);
      agrees(`http://[${groups.map((value) => value.toString(16)).join(':')}]:8443/a`);
    }),
  ));

it('the browser’s rules say the same as the policy of every name', () => {
  const label = fc.oneof(
    fc.constantFrom(...'localhost local home arpa lan internal example com corp xlocal'.split(' ')),
    fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/),
  );
  fc.assert(
    fc.property(
      fc.array(label, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('/', './', ':80/', './a.local/', '/?a.lan/'),
      (labels, end) => {
        agrees(`http://${labels.join('.')}${end}`);
      },
    ),
  );
});

it('the browser’s rules say the same as the policy of whatever else is an address', () =>
  fc.assert(fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), agrees), {
    numRuns: 40,
  }));

it('the rules are for one initiator only, and each has a number of its own', () => {
  const rules = createBlockRules('own-host');
  expect(rules.every(({ condition }) => condition.initiatorDomains.join() === 'own-host')).toBe(true);
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
});
