/**
 * The policy of `address-policy.ts` as rules for `declarativeNetRequest`. An extension can't see the target of a
 * redirect, but the browser applies these rules before it follows one.
 */
import { LOCAL_SUFFIXES } from './address-policy.ts';

/**
 * Patterns of normalised addresses that may not be fetched. They use RE2 syntax, which has no lookahead, and are short
 * because Chromium rejects an expression that takes more than 2 KB when compiled.
 */
export const FORBIDDEN_PATTERNS: readonly string[] = [
  // A user name or a password
  '^https?://[^/?#]*@',
  // 0/8, 10/8, 127/8, 224/4 and 240/4
  '^https?://(?:0|10|127|22[4-9]|2[345]\\d)\\.\\d+\\.\\d+\\.\\d+[:/]',
  // 100.64/10, 169.254/16
  '^https?://(?:100\\.(?:6[4-9]|[789]\\d|1[01]\\d|12[0-7])|169\\.254)\\.\\d+\\.\\d+[:/]',
  // 172.16/12, 192.168/16, 198.18/15
  '^https?://(?:172\\.(?:1[6-9]|2\\d|3[01])|192\\.168|198\\.1[89])\\.\\d+\\.\\d+[:/]',
  // 192.0.0/24, 192.0.2/24, 192.88.99/24, 198.51.100/24, 203.0.113/24
  '^https?://(?:192\\.0\\.[02]|192\\.88\\.99|198\\.51\\.100|203\\.0\\.113)\\.\\d+[:/]',
  // IPv6 outside 2000::/3: another first digit, or a first group that is shorter than four digits
  '^https?://\\[(?:[^23]|[23][^:]{0,2}:)',
  // 2001::/23, 2001:db8::/32, 2002::/16
  '^https?://\\[200(?:1:(?::|[01]?[0-9a-f]{1,2}:|db8:)|2:)',
  // 3fff::/20
  '^https?://\\[3fff:(?::|[0-9a-f]{1,3}:)',
  // A name of one label
  '^https?://[^./:\\[]+\\.?[:/]',
  // Names of the local network
  `^https?://[^/:]*\\.(?:${LOCAL_SUFFIXES.slice(0, 5).join('|')})\\.?[:/]`,
  `^https?://[^/:]*\\.(?:${LOCAL_SUFFIXES.slice(5).join('|')})\\.?[:/]`,
  '^https?://home\\.arpa\\.?[:/]',
];

/** The part of a `declarativeNetRequest` rule that is used here. */
export interface BlockRule {
  id: number;
  action: { type: 'block' };
  condition: { initiatorDomains: string[]; regexFilter: string; isUrlFilterCaseSensitive: boolean };
}

/**
 * Rules that block requests of the extension, including each of their redirects. Requests of web pages are not affected.
 *
 * @param ownHost the host of the extension's own address
 */
export function createBlockRules(ownHost: string): BlockRule[] {
  return FORBIDDEN_PATTERNS.map((regexFilter, index) => ({
    id: index + 1,
    action: { type: 'block' },
    condition: { initiatorDomains: [ownHost], regexFilter, isUrlFilterCaseSensitive: false },
  }));
}
