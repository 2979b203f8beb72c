import { existsSync, readFileSync } from 'node:fs';
import { readTaggersBy } from '../../utils/quotes/tagging/known-taggers.ts';
import type { TaggerFile } from '../../utils/quotes/tagging/tagger.ts';

/** For scripts and tests, which run without a browser: reads the weights of a tagger when its language is first met. */
export function readTaggersFromDisk(): void {
  readTaggersBy((code) => {
    const file = new URL(`../../public/taggers/${code}.json`, import.meta.url);
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as TaggerFile) : null;
  });
}
