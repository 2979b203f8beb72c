import { existsSync, readFileSync } from 'node:fs';
import { setTaggerReader } from '../../utils/quotes/tagging/known-taggers.ts';
import { packTagger, readPackedTagger } from '../../utils/quotes/tagging/packed-tagger.ts';
import type { TaggerFile } from '../../utils/quotes/tagging/tagger.ts';

/** For scripts and tests, which run without a browser: reads the weights of a tagger from disk on first use. */
export function readTaggersFromDisk(): void {
  setTaggerReader((code) => {
    const file = new URL(`../../utils/quotes/tagging/weights/${code}.json`, import.meta.url);
    if (!existsSync(file)) return null;
    return readPackedTagger(packTagger(JSON.parse(readFileSync(file, 'utf8')) as TaggerFile));
  });
}
