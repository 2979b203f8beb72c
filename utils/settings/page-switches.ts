/**
 * What is switched off for a page. A page that says another address is its own (`rel=canonical`) is filed under that,
 * so what was decided for the site there holds for it too: m.paper.example must not be a way round paper.example.
 */
import { isSameOwner } from '../article/metadata/settle-address.ts';
import { siteKey, siteSettings } from './read-settings.ts';
import type { Settings, SiteSettings } from './schema.ts';

export type SwitchedOff = Pick<SiteSettings, 'off' | 'clutterOff'>;

/** Of two sites' switches what either of them has off; the fields that are on are left out. */
export function offInEither(a: SwitchedOff, b: SwitchedOff): SwitchedOff {
  return {
    ...((a.off === true || b.off === true) && { off: true }),
    ...((a.clutterOff === true || b.clutterOff === true) && { clutterOff: true }),
  };
}

/**
 * The site that a page says it belongs to, besides the one that it is on.
 *
 * @param url where the page is, as the browser knows it
 * @param canonicalUrl what the page says is its address; null where that is not known
 * @returns null where that is the same site, or one of somebody else's: anybody may name any address, and could see by
 *   what is done then what the user has switched off elsewhere
 */
export async function otherSiteOf(url: string, canonicalUrl: string | null): Promise<string | null> {
  if (canonicalUrl === null || !URL.canParse(canonicalUrl) || !URL.canParse(url)) return null;
  if (siteKey(canonicalUrl) === siteKey(url)) return null;
  return (await isSameOwner(url, canonicalUrl)) ? canonicalUrl : null;
}

/**
 * What is switched off for a page, by its own site or by that of its canonical address.
 *
 * @param url where the page is, as the browser knows it
 * @param canonicalUrl what the page says is its address; null where that is not known
 */
export async function switchedOff(
  settings: Pick<Settings, 'sites'>,
  url: string,
  canonicalUrl: string | null,
): Promise<SwitchedOff> {
  const other = await otherSiteOf(url, canonicalUrl);
  return offInEither(siteSettings(settings, url), other === null ? {} : siteSettings(settings, other));
}
