import type { Box } from './read-blocks.ts';

/**
 * Tests a box or, if `test` returns null, the next box around it, caching results so that nested boxes are tested once.
 *
 * @param stop neither tested nor passed; null for none
 */
export function askUpwards(stop: Box | null, test: (box: Box) => boolean | null): (box: Box) => boolean {
  const known = new Map<Box, boolean>();
  return (box) => {
    const path: Box[] = [];
    let found: boolean | null = null;
    for (let at: Box | null = box; found === null && at !== null && at !== stop; at = at.outer) {
      found = known.get(at) ?? test(at);
      path.push(at);
    }
    for (const at of path) known.set(at, found === true);
    return found === true;
  };
}
