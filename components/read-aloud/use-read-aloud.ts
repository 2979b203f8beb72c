import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { SpeechPrefs } from '../../utils/settings/reader-prefs.ts';
import { Player, type PlayerState } from './player.ts';
import { extractSentences, type SpokenSentence } from './spoken-text.ts';

export interface ReadAloud {
  /** Null until reading aloud is started, and after it is closed. */
  state: PlayerState | null;
  /** Characters from the current sentence to the end, for the time left. */
  charactersLeft: number;
  /** Local voices that can read this language. */
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
  /** The sentence at which the user stopped the last time, or null. */
  startSentence: number | null;
  /** Called with the sentence at which the user stopped, or null after the last one. */
  onPositionChange: (sentence: number | null) => void;
}

/** There is a current sentence. */
const ACTIVE_STATUSES: readonly PlayerState['status'][] = ['playing', 'paused'];

/** The part of the window that is comfortable for reading, as shares of its height. */
const READING_ZONE = { top: 0.12, bottom: 0.72 };
/** How long automatic scrolling pauses after the user has scrolled, in ms. */
const SCROLL_PAUSE_MS = 4000;

/** How long to wait for a browser that reports no voices at first, in ms. */
const MAX_VOICE_WAIT_MS = 1000;

/**
 * The browser's voices. Only asked for when they are needed: Firefox warns of a missing speech service as soon as a
 * page asks for them. A browser may report them only a while after the first request.
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

/** The first sentence that starts inside the window, or 0. */
function findFirstInView(sentences: readonly SpokenSentence[]): number {
  if (window.scrollY < 80) return 0;
  const at = sentences.findIndex((sentence) => {
    const rect = sentence.getRange(0, 1)?.getBoundingClientRect();
    return rect !== undefined && rect.top > 56;
  });
  return Math.max(0, at);
}

function setHighlight(name: string, range: Range | null | undefined): void {
  if (typeof Highlight === 'undefined') return;
  if (range == null) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(range));
}

function getScrollBehavior(): ScrollBehavior {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
}

/** Reads an article aloud sentence by sentence, with the words highlighted and kept in view. */
export function useReadAloud({ roots, lang, prefs, startSentence, onPositionChange }: Options): ReadAloud {
  const [allVoices, setAllVoices] = useState<readonly SpeechSynthesisVoice[]>([]);
  const [state, setState] = useState<PlayerState | null>(null);
  const player = useRef<Player | null>(null);
  /** Counts what ends waiting for voices. */
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

  // Highlights what is spoken, and scrolls to it unless the user has just scrolled elsewhere.
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

  // A replaced text (late images) has other nodes: the position is kept, and the user restarts the voice.
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

/** The properties for choosing a voice; a `SpeechSynthesisVoice` fits. */
interface VoiceInfo {
  voiceURI: string;
  lang: string;
  localService: boolean;
  default: boolean;
}

/** `pt_BR` (Android) and `pt-BR` are the same. */
export function getPrimaryLanguage(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? '';
}

/**
 * Filters the voices that can read a language and run locally: a remote voice would send the article to a server.
 *
 * @param lang the article's language; without one every local voice is returned
 * @returns the region's own voices first
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

/** The voice that the user chose for this language, else the best suitable one, or null. */
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

/** The next faster or slower rate, or the same at either end. */
export function stepRate(rate: number, step: 1 | -1): number {
  const at = SPEECH_RATES.findIndex((known) => known >= rate - 0.01);
  const from = at < 0 ? SPEECH_RATES.length - 1 : at;
  return SPEECH_RATES[Math.min(SPEECH_RATES.length - 1, Math.max(0, from + step))] ?? rate;
}
