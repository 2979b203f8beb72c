import { routeOf } from '../../article/metadata/address-route.ts';

/**
 * Tracking parameters: query parameters that state where a user came from, not what is shown. Exact names, or prefixes
 * ending in `*`. Sources: the parameters' own documentation at Google (utm, gclid, gbraid, wbraid, dclid, gaa), Meta
 * (fbclid, igshid), Microsoft (msclkid), Yandex (yclid, ysclid), X (twclid), TikTok (ttclid), LinkedIn (li_fat_id),
 * Mailchimp (mc_*), HubSpot (_hs*, hsa_*), Matomo (mtm_*, pk_*), Adobe (s_cid), Piano (at_*), Chartbeat and common
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
 * Whether a parameter requests the AMP version of a page. AMP documents that the path or these parameters distinguish
 * it from its canonical page.
 */
function isAmpParameter(name: string, value: string): boolean {
  return name === 'amp' || (name === 'outputType' && value === 'amp');
}

/**
 * Normalises an address, so that all addresses of an article are equal: ignores the scheme, `www.`, mobile and AMP
 * hosts and paths, tracking parameters, the order of parameters, the fragment and a trailing slash.
 *
 * @param url an absolute address
 * @returns the normalised address without scheme (`example.org/2026/a?page=2`), or the trimmed input if it is not a web
 *   address
 */
export function normaliseAddress(url: string): string {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    // Imports contain anything; an invalid address equals only itself.
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
 * The identity of an article whose address already belongs to another saved article: the text's fingerprint is
 * appended, separated by a space, which no normalised address contains.
 *
 * @param identity of the address
 * @param textHash of the article's text
 */
export function makeSeparateIdentity(identity: string, textHash: string): string {
  return `${identity} ${textHash}`;
}

/** The key range of all articles at an address: the first one, and those saved separately. */
export function identityKeyRange(identity: string): [from: string, to: string] {
  return [identity, `${identity} \uffff`];
}

/** Host name without `www.`; `''` for an invalid address. */
export function hostOf(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, '');
  } catch {
    // An invalid address has no host.
    return '';
  }
}
