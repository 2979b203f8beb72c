import { routeOf } from '../../article/metadata/address-route.ts';

/**
 * Query parameters that say where a user came from and not what is shown. Exact names or prefixes
 * ending in `*`. Sources: the parameters' own documentation at Google (utm, gclid, gbraid, wbraid, dclid, gaa),
 * Meta (fbclid, igshid), Microsoft (msclkid), Yandex (yclid, ysclid), X (twclid), TikTok (ttclid),
 * LinkedIn (li_fat_id), Mailchimp (mc_*), HubSpot (_hs*, hsa_*), Matomo (mtm_*, pk_*), Adobe (s_cid),
 * Piano (at_*), Chartbeat and common newspaper practice (cmp, cid, ito, smid, ref…).
 */
// biome-ignore format: a table
const TRACKERS = [
  'utm_*', 'mc_*', '_hs*', 'hsa_*', 'mtm_*', 'pk_*', 'piwik_*', 'at_*', 'gaa_*', '__twitter_impression',
  'gclid', 'gclsrc', 'gbraid', 'wbraid', 'dclid', 'fbclid', 'igshid', 'igsh', 'msclkid', 'yclid', 'ysclid',
  'twclid', 'ttclid', 'li_fat_id', 's_cid', 'cmp', 'cmpid', 'ito', 'smid', 'smtyp', 'ref', 'ref_src',
  'ref_url', 'referrer', 'wt_mc', 'wt.mc_id', 'xtor', 'guccounter', 'guce_referrer', 'guce_referrer_sig',
  'ncid', 'ocid', 'sref', 'spm', 'share', 'shared', '_ga', '_gl', 'mkt_tok', 'vero_id', 'oly_enc_id',
  'oly_anon_id', 'rb_clickid', 'soc_src', 'soc_trk', 'taid', 'traffic_source',
];

const EXACT = new Set(TRACKERS.filter((name) => !name.endsWith('*')));
const PREFIXES = TRACKERS.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));

function isTracker(name: string): boolean {
  const lower = name.toLowerCase();
  return EXACT.has(lower) || PREFIXES.some((prefix) => lower.startsWith(prefix));
}

/** Parameters that ask for the AMP form of a page; AMP documents its canonical sibling by path or by these. */
function asksForAmp(name: string, value: string): boolean {
  return name === 'amp' || (name === 'outputType' && value === 'amp');
}

/**
 * What makes two addresses the same article: scheme, `www.`, mobile and AMP hosts and paths, trackers,
 * order of parameters, fragment and trailing slash do not count.
 *
 * @param url an absolute address
 * @returns the normalised address without scheme (`example.org/2026/a?page=2`), or the input, trimmed,
 *   where it is no web address
 */
export function identify(url: string): string {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    // Imports hold anything; what is no address is only the same as itself.
    return url.trim();
  }
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return parsed.href;
  const host = parsed.hostname.replace(/^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.[^.])/, '');
  const port = parsed.port === '' ? '' : `:${parsed.port}`;
  const path = parsed.pathname
    .replace(/\/{2,}/g, '/')
    .replace(/(?:\/amp|\.amp(?=\.html?$))\/?$/i, '')
    .replace(/\.amp(?=\.html?$)/i, '')
    .replace(/\/$/, '');
  const kept = [...parsed.searchParams]
    .filter(([name, value]) => !isTracker(name) && !asksForAmp(name, value))
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const query = kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`;
  return `${host}${port}${path}${query}${routeOf(parsed.href)}`;
}

/**
 * Identity of an article that came to an address at which another story is kept: that one stays, and this one has
 * its text's fingerprint behind the address. No normalised address has a space in it.
 *
 * @param identity of the address
 * @param textHash of the article's text
 */
export function separateIdentity(identity: string, textHash: string): string {
  return `${identity} ${textHash}`;
}

/** First and last key of the articles at an address: the one that came first, and those that are kept beside it. */
export function identityRange(identity: string): [from: string, to: string] {
  return [identity, `${identity} \uffff`];
}

/** Host name without `www.`, or `''` where there is none. */
export function hostOf(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, '');
  } catch {
    // No address, no host.
    return '';
  }
}
