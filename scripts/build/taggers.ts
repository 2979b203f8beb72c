import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packTagger } from '../../utils/quotes/tagging/packed-tagger.ts';
import type { TaggerFile } from '../../utils/quotes/tagging/tagger.ts';

/**
 * Packs the fitted weights of every language for a build.
 *
 * @param weights folder with `<code>.json`
 * @param place output folder
 * @returns the files to be copied into the build
 */
export function writeTaggers(
  weights: string,
  place: string,
): { absoluteSrc: string; relativeDest: string }[] {
  mkdirSync(place, { recursive: true });
  return readdirSync(weights).map((file) => {
    const code = path.basename(file, '.json');
    const packed = path.join(place, `${code}.bin`);
    const fitted = JSON.parse(readFileSync(path.join(weights, file), 'utf8')) as TaggerFile;
    writeFileSync(packed, new Uint8Array(packTagger(fitted)));
    return { absoluteSrc: packed, relativeDest: `taggers/${code}.bin` };
  });
}
