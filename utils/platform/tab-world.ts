/**
 * What our scripts in one tab share. They run in the extension's own isolated world: the page's scripts
 * have a global object of their own and see none of this.
 */
import type { Verdict } from '../article/types.ts';

interface TabWorld {
  /** The gate's latest answer, so that the assistant needn't judge again. */
  gate?: { url: string; verdict: Verdict; ms: number };
  /** Ends the assistant that runs now; putting the script in once more starts a fresh one. */
  endAssistant?: () => void;
  /** True once the gate listens, since it may be put in twice. */
  gateListens?: boolean;
}

const KEY = '__offprint';

/** The shared object, made at the first call. */
export function tabWorld(): TabWorld {
  const holder = globalThis as unknown as Record<string, TabWorld | undefined>;
  let world = holder[KEY];
  if (world === undefined) {
    world = {};
    holder[KEY] = world;
  }
  return world;
}
