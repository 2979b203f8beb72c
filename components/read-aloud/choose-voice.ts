/** What a voice is chosen by; a `SpeechSynthesisVoice` fits. */
export interface VoiceFacts {
  voiceURI: string;
  lang: string;
  localService: boolean;
  default: boolean;
}

/** `pt_BR` (Android) and `pt-BR` are the same. */
function languageOf(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? '';
}

/**
 * The voices that can read a language and stay on this machine: a voice of some server would send it the article.
 *
 * @param lang the article's language; without one every local voice will do
 * @returns the region's own voices first
 */
export function voicesFor<V extends VoiceFacts>(voices: readonly V[], lang: string | null): V[] {
  const local = voices.filter((voice) => voice.localService);
  if (lang === null) return local;
  const same = local.filter((voice) => languageOf(voice.lang) === languageOf(lang));
  const isRegion = (voice: V): boolean => voice.lang.replace('_', '-').toLowerCase() === lang.toLowerCase();
  return [...same].sort(
    (a, b) => Number(isRegion(b)) - Number(isRegion(a)) || Number(b.default) - Number(a.default),
  );
}

/** The voice the user chose for this language, or the best of those that fit, or null. */
export function chooseVoice<V extends VoiceFacts>(
  voices: readonly V[],
  lang: string | null,
  chosen: string | undefined,
): V | null {
  const fitting = voicesFor(voices, lang);
  return fitting.find((voice) => voice.voiceURI === chosen) ?? fitting[0] ?? null;
}
