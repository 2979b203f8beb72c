import type { Box } from './read-blocks.ts';

/**
 * Asks a box and those around it, each only once; `test` says null where the next one around has to be asked. So a page
 * of boxes within boxes costs no more than its boxes.
 *
 * @param stop neither asked nor passed; null asks up to the root
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
