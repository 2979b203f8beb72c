import type { Tagger } from './tagger.ts';

const known = /* @__PURE__ */ new Map<string, Tagger | null>();

/** Reads the tagger of a language at once, or says that there is none. */
type TaggerReader = (code: string) => Tagger | null;

let readAtOnce: TaggerReader | null = null;

/** Bokmål and Nynorsk are read with one tagger. */
const ALIASES: Readonly<Record<string, string>> = { nb: 'no', nn: 'no' };

/** The code that a language's tagger goes by. */
export function taggerCode(language: string): string {
  const code = language.toLowerCase().split(/[-_]/)[0] ?? '';
  return ALIASES[code] ?? code;
}

/** Makes a tagger known, so that texts in its language are read with it from now on. */
export function knowTagger(language: string, tagger: Tagger): void {
  known.set(taggerCode(language), tagger);
}

/** For scripts and tests, which can read a file at once: how to, when a language is first met. */
export function readTaggersBy(reader: TaggerReader): void {
  readAtOnce = reader;
}

/** The tagger of a language (BCP 47), or undefined where none is known. */
export function taggerFor(language: string): Tagger | undefined {
  const code = taggerCode(language);
  const tagger = known.get(code);
  if (tagger !== undefined || readAtOnce === null) return tagger ?? undefined;
  known.set(code, readAtOnce(code));
  return known.get(code) ?? undefined;
}
