import { readFeatures } from '../../utils/article/judge/page-features.ts';
import { evidenceOf } from '../../utils/article/judge/weigh-features.ts';

/** Runs in a browser: the evidence that the judge finds in a saved page, by name. */
export function readEvidence(html: string, url: string): Record<string, number> {
  // The gate sees none of `noscript`; a parser that runs no scripts makes elements of it.
  const shown = html.replace(/<noscript\b.*?<\/noscript>/gis, '');
  return evidenceOf(readFeatures(new DOMParser().parseFromString(shown, 'text/html'), url));
}
