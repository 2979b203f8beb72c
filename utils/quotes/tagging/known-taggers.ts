import type { Tagger } from './tagger.ts';

const known = /* @__PURE__ */ new Map<string, Tagger | null>();

/** Reads the tagger of a language synchronously; null if there is none. */
type TaggerReader = (code: string) => Tagger | null;

let readAtOnce: TaggerReader | null = null;

/** Bokmål and Nynorsk share one tagger. */
const ALIASES: Readonly<Record<string, string>> = { nb: 'no', nn: 'no' };

/** The code of a language's tagger. */
export function taggerCode(language: string): string {
  const code = language.toLowerCase().split(/[-_]/)[0] ?? '';
  return ALIASES[code] ?? code;
}

/** Registers the tagger for a language. */
export function registerTagger(language: string, tagger: Tagger): void {
  known.set(taggerCode(language), tagger);
}

/** Sets a reader for taggers on first use, for scripts and tests, which can read files synchronously. */
export function setTaggerReader(reader: TaggerReader): void {
  readAtOnce = reader;
}

/** The tagger of a language (BCP 47), or undefined if none is registered. */
export function taggerFor(language: string): Tagger | undefined {
  const code = taggerCode(language);
  const tagger = known.get(code);
  if (tagger !== undefined || readAtOnce === null) return tagger ?? undefined;
  known.set(code, readAtOnce(code));
  return known.get(code) ?? undefined;
}
