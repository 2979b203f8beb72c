import type { Pacing } from '../../page/in-slices.ts';
import { readLive } from '../../page/read-live.ts';
import type { ClutterFinding } from '../types.ts';
import { clutterInSteps, type FindOptions } from './find-clutter.ts';

/**
 * Looks through a live page in slices. A block that was changed meanwhile is left out: it is for the next look, which
 * whoever watches the page takes.
 */
export function findInSlices(
  document_: Document,
  options: FindOptions,
  pacing: Pacing = {},
): Promise<ClutterFinding[]> {
  const read = () => clutterInSteps(document_, options);
  const mend = (found: ClutterFinding[], isTouched: (root: Element) => boolean) =>
    found.filter(({ element }) => !isTouched(element));
  return readLive(document_, read, mend, pacing);
}
