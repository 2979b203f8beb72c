import { existsSync, readFileSync } from 'node:fs';
import { packTagger, unpackTagger } from '../../utils/quotes/tagging/packed-tagger.ts';
import type { TaggerFile } from '../../utils/quotes/tagging/tagger.ts';
import { setTaggerReader } from '../../utils/quotes/tagging/tagger-registry.ts';

/** For scripts and tests, which run without a browser: reads the weights of a tagger from disk on first use. */
export function readTaggersFromDisk(): void {
  setTaggerReader((code) => {
    const file = new URL(`../../utils/quotes/tagging/weights/${code}.json`, import.meta.url);
    if (!existsSync(file)) return null;
    return unpackTagger(packTagger(JSON.parse(readFileSync(file, 'utf8')) as TaggerFile));
  });
}
