import { loadTagger, type Tagger, type TaggerFile } from './tagger.ts';

const known = /* @__PURE__ */ new Map<string, Tagger>();

/** Bokmål and Nynorsk are read with one tagger. */
const ALIASES: Readonly<Record<string, string>> = { nb: 'no', nn: 'no' };

/** The code that a language's tagger goes by. */
export function taggerCode(language: string): string {
  const code = language.toLowerCase().split(/[-_]/)[0] ?? '';
  return ALIASES[code] ?? code;
}

/** Makes a tagger known, so that texts in its language are read with it from now on. */
export function knowTagger(language: string, file: TaggerFile): void {
  known.set(taggerCode(language), loadTagger(file));
}

/** The tagger of a language (BCP 47), or undefined where none is known. */
export function taggerFor(language: string): Tagger | undefined {
  return known.get(taggerCode(language));
}
