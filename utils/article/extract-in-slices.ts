import type { Pacing } from '../page/in-slices.ts';
import { readLive } from '../page/read-live.ts';
import { type ExtractOptions, extractInSteps } from './extract-article.ts';
import type { Extraction } from './types.ts';

/**
 * Extracts the article from a live page in slices. If the article changes meanwhile, starts again; see `readLive`.
 *
 * @param url the page's URL, against which relative links are resolved
 */
export function extractInSlices(
  document_: Document,
  url: string,
  options: ExtractOptions = {},
  pacing: Pacing = {},
): Promise<Extraction | null> {
  const startReading = () => extractInSteps(document_, url, options);
  const keepValid = (found: Extraction | null, hasChanged: (root: Element) => boolean) =>
    found === null || hasChanged(found.root) ? undefined : found;
  return readLive(document_, startReading, keepValid, pacing);
}
