import { readdirSync, readFileSync } from 'node:fs';
import { knowTagger } from '../../utils/quotes/tagging/known-taggers.ts';
import type { TaggerFile } from '../../utils/quotes/tagging/tagger.ts';

const WEIGHTS = new URL('../../utils/quotes/tagging/weights/', import.meta.url);

/** Reads the weights of every tagger there is, for scripts and tests, which run without a bundler. */
export function knowAllTaggers(): void {
  for (const file of readdirSync(WEIGHTS).filter((name) => name.endsWith('.json'))) {
    const tagger = JSON.parse(readFileSync(new URL(file, WEIGHTS), 'utf8')) as TaggerFile;
    knowTagger(tagger.language, tagger);
  }
}
