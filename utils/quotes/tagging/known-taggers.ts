import { primaryLanguage } from '../../languages/language-code.ts';
import type { Tagger } from './tagger.ts';

const known = /* @__PURE__ */ new Map<string, Tagger | null>();

/** Reads the tagger of a language synchronously; null if there is none. */
type TaggerReader = (code: string) => Tagger | null;

let readAtOnce: TaggerReader | null = null;

/** Registers the tagger for a language. */
export function registerTagger(code: string, tagger: Tagger): void {
  known.set(code, tagger);
}

/** Sets a reader for taggers on first use, for scripts and tests, which can read files synchronously. */
export function setTaggerReader(reader: TaggerReader): void {
  readAtOnce = reader;
}

/** The tagger of a language (BCP 47), or undefined if none is registered. */
export function taggerFor(language: string): Tagger | undefined {
  const code = primaryLanguage(language) ?? '';
  if (readAtOnce !== null && !known.has(code)) known.set(code, readAtOnce(code));
  return known.get(code) ?? undefined;
}
