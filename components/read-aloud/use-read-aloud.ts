import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { SpeechPrefs } from '../../utils/settings/reader-prefs.ts';
import { Player, type PlayerState } from './player.ts';
import { extractSentences, type SpokenSentence } from './spoken-text.ts';

export interface ReadAloud {
  /** Null before the player is started and after it is closed. */
  state: PlayerState | null;
  /** The number of characters from the current sentence to the end, for estimating the time left. */
  charactersLeft: number;
  /** The local voices for the article's language. */
  voices: readonly SpeechSynthesisVoice[];
  voice: SpeechSynthesisVoice | null;
  /** Starts, pauses or resumes. */
  toggle(): void;
  step(by: 1 | -1): void;
  close(): void;
}

interface Options {
  /** The elements to read aloud, in order; null until the page is ready. */
  roots: readonly HTMLElement[] | null;
  lang: string | null;
  prefs: SpeechPrefs;
  /** The index of the sentence at which the user last stopped, or null. */
  startSentence: number | null;
  /** Called with the index of the current sentence, to be stored as `startSentence`; null after the last one. */
  onPositionChange: (sentence: number | null) => void;
}

/** The statuses in which the current sentence is highlighted. */
const ACTIVE_STATUSES: readonly PlayerState['status'][] = ['playing', 'paused'];

/** The part of the viewport in which the spoken sentence is kept, as fractions of its height. */
const READING_ZONE = { top: 0.12, bottom: 0.72 };
/** How long automatic scrolling is suspended after the user has scrolled, in ms. */
const SCROLL_PAUSE_MS = 4000;

/** Maximum wait for voices, in ms. */
const MAX_VOICE_WAIT_MS = 1000;

/**
 * Loads the browser's voices. To be called only when they are needed, because Firefox then warns if there is no speech
 * service. The first call of `getVoices` may return none; they arrive with `voiceschanged`.
 */
async function loadVoices(): Promise<readonly SpeechSynthesisVoice[]> {
  if (typeof speechSynthesis === 'undefined') return [];
  if (speechSynthesis.getVoices().length === 0) {
    await new Promise((resolve) => {
      speechSynthesis.addEventListener('voiceschanged', resolve, { once: true });
      setTimeout(resolve, MAX_VOICE_WAIT_MS);
    });
  }
  return speechSynthesis.getVoices();
}

/** Returns the index of the first sentence that starts inside the viewport, or 0. */
function findFirstInView(sentences: readonly SpokenSentence[]): number {
  if (window.scrollY < 80) return 0;
  const index = sentences.findIndex((sentence) => {
    const rect = sentence.getRange(0, 1)?.getBoundingClientRect();
    return rect !== undefined && rect.top > 56;
  });
  return Math.max(0, index);
}

function setHighlight(name: string, range: Range | null | undefined): void {
  if (typeof Highlight === 'undefined') return;
  if (range == null) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(range));
}

function getScrollBehavior(): ScrollBehavior {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
}

/** Reads an article aloud sentence by sentence; highlights the spoken words and scrolls them into view. */
export function useReadAloud({ roots, lang, prefs, startSentence, onPositionChange }: Options): ReadAloud {
  const [allVoices, setAllVoices] = useState<readonly SpeechSynthesisVoice[]>([]);
  const [state, setState] = useState<PlayerState | null>(null);
  const player = useRef<Player | null>(null);
  /** The number of the current start attempt; starting again or closing invalidates one that waits for voices. */
  const startAttempt = useRef(0);
  const sentences = useRef<readonly SpokenSentence[]>([]);
  const userScrolledAt = useRef(0);
  const latestOnPositionChange = useRef(onPositionChange);
  latestOnPositionChange.current = onPositionChange;
  const language = getPrimaryLanguage(lang ?? '');
  const voice = useMemo(
    () => chooseVoice(allVoices, lang, prefs.voices[language]),
    [allVoices, lang, prefs.voices],
  );

  useEffect(() => player.current?.setRate(prefs.rate), [prefs.rate]);
  useEffect(() => player.current?.setVoice(voice), [voice]);

  // Highlight the current sentence and word, and scroll to the sentence unless the user has just scrolled.
  useEffect(() => {
    const sentence =
      state === null || !ACTIVE_STATUSES.includes(state.status) ? undefined : sentences.current[state.index];
    const sentenceRange = sentence?.getRange(0, sentence.text.length);
    setHighlight('spoken-sentence', sentenceRange);
    setHighlight(
      'spoken-word',
      state?.word == null ? null : sentence?.getRange(state.word.start, state.word.end),
    );
    if (sentenceRange == null || performance.now() - userScrolledAt.current < SCROLL_PAUSE_MS) return;
    const { top, bottom } = sentenceRange.getBoundingClientRect();
    if (top >= innerHeight * READING_ZONE.top && bottom <= innerHeight * READING_ZONE.bottom) return;
    window.scrollBy({ top: top - innerHeight * 0.3, behavior: getScrollBehavior() });
  }, [state]);

  useEffect(() => {
    const onUserScroll = (): void => {
      userScrolledAt.current = performance.now();
    };
    const onPageHide = (): void => player.current?.stop();
    const controller = new AbortController();
    const options = { passive: true, signal: controller.signal };
    window.addEventListener('wheel', onUserScroll, options);
    window.addEventListener('touchmove', onUserScroll, options);
    window.addEventListener('pagehide', onPageHide, options);
    return () => controller.abort();
  }, []);

  // If the text is replaced, for example by late images, its nodes change. Playback stops, but the position is kept.
  useEffect(
    () => () => {
      startAttempt.current += 1;
      player.current?.stop();
      player.current = null;
      setHighlight('spoken-sentence', null);
      setHighlight('spoken-word', null);
    },
    [roots],
  );

  const startPlayer = (startVoice: SpeechSynthesisVoice | null): void => {
    if (roots === null) return;
    sentences.current = extractSentences(roots, lang);
    const from =
      startSentence !== null && startSentence < sentences.current.length
        ? startSentence
        : findFirstInView(sentences.current);
    if (startVoice === null || sentences.current.length === 0) {
      setState({ status: 'failed', index: 0, word: null });
      return;
    }
    const newPlayer = new Player({
      speech: speechSynthesis,
      createUtterance: (text) => new SpeechSynthesisUtterance(text),
      sentences: sentences.current.map((sentence) => sentence.text),
      onChange: (newState) => {
        setState(newState);
        if (newState.status === 'stopped')
          latestOnPositionChange.current(newState.index === 0 ? null : newState.index);
        else if (newState.word === null) latestOnPositionChange.current(newState.index);
      },
    });
    player.current = newPlayer;
    newPlayer.setVoice(startVoice);
    newPlayer.setRate(prefs.rate);
    newPlayer.play(from);
  };
  const latestStartPlayer = useRef(startPlayer);
  latestStartPlayer.current = startPlayer;
  const startWithVoices = async (): Promise<void> => {
    startAttempt.current += 1;
    const attempt = startAttempt.current;
    const loadedVoices = await loadVoices();
    if (attempt !== startAttempt.current) return;
    setAllVoices(loadedVoices);
    latestStartPlayer.current(chooseVoice(loadedVoices, lang, prefs.voices[language]));
  };

  return {
    state,
    charactersLeft: sentences.current
      .slice(state?.index ?? 0)
      .reduce((sum, sentence) => sum + sentence.text.length + 1, 0),
    voices: useMemo(() => filterVoices(allVoices, lang), [allVoices, lang]),
    voice,
    toggle() {
      userScrolledAt.current = 0;
      if (player.current === null || state?.status === 'failed') void startWithVoices();
      else if (state?.status === 'playing') player.current.pause();
      else player.current.play();
    },
    step: (by) => player.current?.step(by),
    close() {
      startAttempt.current += 1;
      player.current?.stop();
      player.current = null;
      setState(null);
    },
  };
}

/** The properties of a `SpeechSynthesisVoice` that are used to choose one. */
interface VoiceInfo {
  voiceURI: string;
  lang: string;
  localService: boolean;
  default: boolean;
}

/** Returns the primary language of a tag, in lower case: `pt` for `pt-BR` and for `pt_BR` (Android). */
export function getPrimaryLanguage(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? '';
}

/**
 * Returns the local voices for a language. Remote voices are excluded, because they send the text to a server.
 *
 * @param lang the article's language (BCP 47); if null, all local voices are returned
 * @returns voices of the same region first, then the default voice
 */
export function filterVoices<V extends VoiceInfo>(voices: readonly V[], lang: string | null): V[] {
  const local = voices.filter((voice) => voice.localService);
  if (lang === null) return local;
  const sameLanguage = local.filter((voice) => getPrimaryLanguage(voice.lang) === getPrimaryLanguage(lang));
  const isSameRegion = (voice: V): boolean =>
    voice.lang.replace('_', '-').toLowerCase() === lang.toLowerCase();
  return [...sameLanguage].sort(
    (a, b) => Number(isSameRegion(b)) - Number(isSameRegion(a)) || Number(b.default) - Number(a.default),
  );
}

/**
 * Chooses a voice for a language.
 *
 * @param preferredUri the `voiceURI` of the user's voice for this language
 * @returns the user's voice, otherwise the first one of `filterVoices`; null if there is none
 */
export function chooseVoice<V extends VoiceInfo>(
  voices: readonly V[],
  lang: string | null,
  preferredUri: string | undefined,
): V | null {
  const suitable = filterVoices(voices, lang);
  return suitable.find((voice) => voice.voiceURI === preferredUri) ?? suitable[0] ?? null;
}

/** Available speech rates; 1 is the voice's default. */
export const SPEECH_RATES: readonly number[] = [0.7, 0.85, 1, 1.15, 1.3, 1.5, 1.75, 2];

/** Returns the next faster or slower rate, or the same rate at either end. */
export function stepRate(rate: number, step: 1 | -1): number {
  const index = SPEECH_RATES.findIndex((known) => known >= rate - 0.01);
  const current = index < 0 ? SPEECH_RATES.length - 1 : index;
  return SPEECH_RATES[Math.min(SPEECH_RATES.length - 1, Math.max(0, current + step))] ?? rate;
}
