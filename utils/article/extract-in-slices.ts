import type { Pacing } from '../page/in-slices.ts';
import { readLive } from '../page/read-live.ts';
import { type ExtractOptions, extractInSteps } from './extract-article.ts';
import type { Extraction } from './types.ts';

/**
 * Extracts the article from a live page in slices. If it changes meanwhile, it is read again synchronously.
 *
 * @param url the page's address, against which relative links are resolved
 */
export function extractInSlices(
  document_: Document,
  url: string,
  options: ExtractOptions = {},
  pacing: Pacing = {},
): Promise<Extraction | null> {
  const read = () => extractInSteps(document_, url, options);
  const mend = (found: Extraction | null, isTouched: (root: Element) => boolean) =>
    found === null || isTouched(found.root) ? undefined : found;
  return readLive(document_, read, mend, pacing);
}
