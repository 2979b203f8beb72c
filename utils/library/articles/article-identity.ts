import { routeOf } from '../../article/metadata/address-route.ts';

/**
 * Tracking parameters: query parameters that tell where a user came from, and don't affect the content. Exact names, or
 * prefixes ending in `*`. The sources are the documentation of Google (utm, gclid, gbraid, wbraid, dclid, gaa), Meta
 * (fbclid, igshid), Microsoft (msclkid), Yandex (yclid, ysclid), X (twclid), TikTok (ttclid), LinkedIn (li_fat_id),
 * Mailchimp (mc_*), HubSpot (_hs*, hsa_*), Matomo (mtm_*, pk_*), Adobe (s_cid), Piano (at_*) and Chartbeat, and common
 * newspaper practice (cmp, cid, ito, smid, ref…).
 */
// biome-ignore format: a table
const TRACKING_PARAMETERS = [
  'utm_*', 'mc_*', '_hs*', 'hsa_*', 'mtm_*', 'pk_*', 'piwik_*', 'at_*', 'gaa_*', '__twitter_impression',
  'gclid', 'gclsrc', 'gbraid', 'wbraid', 'dclid', 'fbclid', 'igshid', 'igsh', 'msclkid', 'yclid', 'ysclid',
  'twclid', 'ttclid', 'li_fat_id', 's_cid', 'cmp', 'cmpid', 'ito', 'smid', 'smtyp', 'ref', 'ref_src',
  'ref_url', 'referrer', 'wt_mc', 'wt.mc_id', 'xtor', 'guccounter', 'guce_referrer', 'guce_referrer_sig',
  'ncid', 'ocid', 'sref', 'spm', 'share', 'shared', '_ga', '_gl', 'mkt_tok', 'vero_id', 'oly_enc_id',
  'oly_anon_id', 'rb_clickid', 'soc_src', 'soc_trk', 'taid', 'traffic_source',
];

const EXACT_NAMES = new Set(TRACKING_PARAMETERS.filter((name) => !name.endsWith('*')));
const NAME_PREFIXES = TRACKING_PARAMETERS.filter((name) => name.endsWith('*')).map((name) =>
  name.slice(0, -1),
);

function isTracker(name: string): boolean {
  const lower = name.toLowerCase();
  return EXACT_NAMES.has(lower) || NAME_PREFIXES.some((prefix) => lower.startsWith(prefix));
}

/**
 * Whether a parameter requests the AMP version of a page. According to the AMP documentation, an AMP page differs from
 * its canonical page by its path or by one of these parameters.
 */
function isAmpParameter(name: string, value: string): boolean {
  return name === 'amp' || (name === 'outputType' && value === 'amp');
}

/**
 * Normalises a URL, so that all URLs of an article are equal. Ignores the scheme, `www.`, mobile and AMP hosts and
 * paths, tracking parameters, the order of parameters, a trailing slash, and the fragment, except for hash routes.
 *
 * @param url an absolute URL
 * @returns the normalised URL without scheme (`example.org/2026/a?page=2`). Returns a valid URL of another scheme in
 *   its standard form, and an invalid URL trimmed
 */
export function normaliseAddress(url: string): string {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    // Imports may contain anything. An invalid URL equals only itself.
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
  const parameters = [...parsed.searchParams]
    .filter(([name, value]) => !isTracker(name) && !isAmpParameter(name, value))
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const query = parameters.length === 0 ? '' : `?${new URLSearchParams(parameters)}`;
  return `${host}${port}${path}${query}${routeOf(parsed.href)}`;
}

/**
 * Creates the identity of an article whose URL already belongs to another saved article. The text's fingerprint is
 * appended to the URL, separated by a space, which no normalised URL contains.
 *
 * @param identity the normalised URL
 * @param textHash fingerprint of the article's text
 */
export function makeSeparateIdentity(identity: string, textHash: string): string {
  return `${identity} ${textHash}`;
}

/**
 * Returns the key range of the identities of all articles at a URL: of the first one, and of those that were saved
 * separately.
 */
export function identityKeyRange(identity: string): [from: string, to: string] {
  return [identity, `${identity} \uffff`];
}

/** Returns the host name without `www.`; `''` for an invalid URL. */
export function getHost(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, '');
  } catch {
    // An invalid URL.
    return '';
  }
}
