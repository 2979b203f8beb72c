/** Packing beside the page: deflating takes most of the time that a backup needs. */
import { type Pack, type PackedEntry, packEntry } from './pack-entry.ts';
import { answerWork, startWorkers, WorkLostError, type WorkScope } from './work-line.ts';

type Content = Parameters<Pack>[0];

/** What a worker does: see `entrypoints/pack.ts`. */
export function answerPacking(scope: WorkScope): void {
  answerWork<Content>(scope, packEntry);
}

/**
 * Starts workers that pack; whoever starts them stops them.
 *
 * @param start makes one; where the browser gives none, or it fails, packing is done here
 * @param cores of the machine
 */
export function startPackWorkers(start: () => Worker, cores?: number): { pack: Pack; stop: () => void } {
  const lines = startWorkers<Content>(start, cores);
  return {
    pack: async (content) => {
      const [idlest] = lines.toSorted((a, b) => a.load - b.load);
      if (idlest === undefined) return packEntry(content);
      try {
        return await idlest.ask<PackedEntry>(content);
      } catch (error) {
        if (error instanceof WorkLostError) return packEntry(content);
        throw error;
      }
    },
    stop: () => {
      for (const line of lines) line.stop();
    },
  };
}
