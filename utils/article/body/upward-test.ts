import type { Box } from './read-blocks.ts';

/**
 * Returns a function that tests a box and its ancestors until `test` returns a boolean. Caches the results, so that each box
 * is tested once.
 *
 * @param stop an ancestor at which to stop, without testing it; null for none
 */
export function createUpwardTest(
  stop: Box | null,
  test: (box: Box) => boolean | null,
): (box: Box) => boolean {
  const cache = new Map<Box, boolean>();
  return (box) => {
    const path: Box[] = [];
    let result: boolean | null = null;
    for (let at: Box | null = box; result === null && at !== null && at !== stop; at = at.outer) {
      result = cache.get(at) ?? test(at);
      path.push(at);
    }
    for (const at of path) cache.set(at, result === true);
    return result === true;
  };
}
