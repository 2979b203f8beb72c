import type { Pacing } from '../page/in-slices.ts';
import { readLive } from '../page/read-live.ts';
import { type ExtractOptions, extractInSteps } from './extract-article.ts';
import type { Extraction } from './types.ts';

/**
 * Reads the article out of a live page in slices. Where the article was changed meanwhile it is read once more, at
 * once.
 *
 * @param url the page's address; relative links count from it
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
