/** Where the gate is put in by the browser itself: what the user's choice comes to, as match patterns. */
import type { Settings } from './schema.ts';

/** Every web page. */
export const ALL_PAGES: readonly string[] = ['http://*/*', 'https://*/*'];

/** A site and its subdomains (developer.chrome.com/docs/extensions/develop/concepts/match-patterns). */
export function sitePatterns(host: string): string[] {
  return [`http://*.${host}/*`, `https://*.${host}/*`];
}

/**
 * The pages that Offprint looks at by itself.
 *
 * @returns match patterns; none where it looks at nothing before a click
 */
export function readingPatterns({ reading, chosen }: Settings): string[] {
  if (reading === 'all') return [...ALL_PAGES];
  return reading === 'chosen' ? [...chosen].sort().flatMap(sitePatterns) : [];
}
