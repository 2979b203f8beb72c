import { SITES } from '../../languages/sites.ts';
import { CueReader } from './read-cues.ts';

let cues: CueReader | undefined;

/** Returns the reader for all languages, for pages whose language is unknown. Created at its first use. */
export function allCues(): CueReader {
  cues ??= new CueReader(Object.values(SITES).map(({ begging }) => begging));
  return cues;
}
