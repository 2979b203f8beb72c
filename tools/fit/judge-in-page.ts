import { readFeatures } from '../../utils/article/judge/page-features.ts';
import { computeInputs } from '../../utils/article/judge/weigh-features.ts';

/** Runs in a browser: reads the judge's evidence in a saved page, by name. */
export function readEvidence(html: string, url: string): Record<string, number> {
  // The gate does not see `noscript` elements; a parser without scripting creates them.
  const shown = html.replace(/<noscript\b.*?<\/noscript>/gis, '');
  return computeInputs(readFeatures(new DOMParser().parseFromString(shown, 'text/html'), url));
}
