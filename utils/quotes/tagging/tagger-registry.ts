import { primaryLanguage } from '../../languages/language-code.ts';
import type { Tagger } from './tagger.ts';

const registeredTaggers = /* @__PURE__ */ new Map<string, Tagger | null>();

/** Reads the tagger of a language synchronously; null if there is none. */
type SyncTaggerReader = (code: string) => Tagger | null;

let syncReader: SyncTaggerReader | null = null;

/** Registers the tagger for a language. */
export function registerTagger(code: string, tagger: Tagger): void {
  registeredTaggers.set(code, tagger);
}

/** Sets a reader for taggers on first use, for scripts and tests, which can read files synchronously. */
export function setTaggerReader(reader: SyncTaggerReader): void {
  syncReader = reader;
}

/** The tagger of a language (BCP 47), or undefined if none is registered. */
export function getTagger(language: string): Tagger | undefined {
  const code = primaryLanguage(language) ?? '';
  if (syncReader !== null && !registeredTaggers.has(code)) registeredTaggers.set(code, syncReader(code));
  return registeredTaggers.get(code) ?? undefined;
}
