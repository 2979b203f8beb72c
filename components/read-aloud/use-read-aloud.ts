import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { SpeechPrefs } from '../../utils/settings/reader-prefs.ts';
import { Player, type PlayerState } from './player.ts';
import { listSentences, type SpokenSentence } from './spoken-text.ts';

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
  startAt: number | null;
  /** Called with the sentence at which the user stopped, or null after the last one. */
  onPlace: (sentence: number | null) => void;
}

/** There is a current sentence. */
const ACTIVE_STATUSES: readonly PlayerState['status'][] = ['playing', 'paused'];

/** The part of the window that is comfortable for reading, as shares of its height. */
const COMFORTABLE = { top: 0.12, bottom: 0.72 };
/** How long automatic scrolling pauses after the user has scrolled, in ms. */
const SCROLL_PAUSE_MS = 4000;

/** How long to wait for a browser that reports no voices at first, in ms. */
const MAX_VOICE_WAIT_MS = 1000;

/**
 * The browser's voices. Only asked for when they are needed: Firefox warns of a missing speech service as soon as a
 * page asks for them. A browser may report them only a while after the first request.
 */
async function findVoices(): Promise<readonly SpeechSynthesisVoice[]> {
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
function firstInView(sentences: readonly SpokenSentence[]): number {
  if (window.scrollY < 80) return 0;
  const at = sentences.findIndex((sentence) => {
    const rect = sentence.rangeOf(0, 1)?.getBoundingClientRect();
    return rect !== undefined && rect.top > 56;
  });
  return Math.max(0, at);
}

function paint(name: string, range: Range | null | undefined): void {
  if (typeof Highlight === 'undefined') return;
  if (range == null) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(range));
}

function calmScroll(): ScrollBehavior {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
}

/** Reads an article aloud sentence by sentence, with the words highlighted and kept in view. */
export function useReadAloud({ roots, lang, prefs, startAt, onPlace }: Options): ReadAloud {
  const [all, setAll] = useState<readonly SpeechSynthesisVoice[]>([]);
  const [state, setState] = useState<PlayerState | null>(null);
  const player = useRef<Player | null>(null);
  /** Counts what ends waiting for voices. */
  const turn = useRef(0);
  const sentences = useRef<readonly SpokenSentence[]>([]);
  const scrolledAt = useRef(0);
  const keep = useRef(onPlace);
  keep.current = onPlace;
  const language = getLanguage(lang ?? '');
  const voice = useMemo(() => chooseVoice(all, lang, prefs.voices[language]), [all, lang, prefs.voices]);

  useEffect(() => player.current?.setRate(prefs.rate), [prefs.rate]);
  useEffect(() => player.current?.setVoice(voice), [voice]);

  // Highlights what is spoken, and scrolls to it unless the user has just scrolled elsewhere.
  useEffect(() => {
    const sentence =
      state === null || !ACTIVE_STATUSES.includes(state.status) ? undefined : sentences.current[state.index];
    const whole = sentence?.rangeOf(0, sentence.text.length);
    paint('spoken-sentence', whole);
    paint('spoken-word', state?.word == null ? null : sentence?.rangeOf(state.word.start, state.word.end));
    if (whole == null || performance.now() - scrolledAt.current < SCROLL_PAUSE_MS) return;
    const { top, bottom } = whole.getBoundingClientRect();
    if (top >= innerHeight * COMFORTABLE.top && bottom <= innerHeight * COMFORTABLE.bottom) return;
    window.scrollBy({ top: top - innerHeight * 0.3, behavior: calmScroll() });
  }, [state]);

  useEffect(() => {
    const onReader = (): void => {
      scrolledAt.current = performance.now();
    };
    const leave = (): void => player.current?.stop();
    const life = new AbortController();
    const options = { passive: true, signal: life.signal };
    window.addEventListener('wheel', onReader, options);
    window.addEventListener('touchmove', onReader, options);
    window.addEventListener('pagehide', leave, options);
    return () => life.abort();
  }, []);

  // A replaced text (late images) has other nodes: the position is kept, and the user restarts the voice.
  useEffect(
    () => () => {
      turn.current += 1;
      player.current?.stop();
      player.current = null;
      paint('spoken-sentence', null);
      paint('spoken-word', null);
    },
    [roots],
  );

  const begin = (speaker: SpeechSynthesisVoice | null): void => {
    if (roots === null) return;
    sentences.current = listSentences(roots, lang);
    const from =
      startAt !== null && startAt < sentences.current.length ? startAt : firstInView(sentences.current);
    if (speaker === null || sentences.current.length === 0) {
      setState({ status: 'failed', index: 0, word: null });
      return;
    }
    const made = new Player({
      speech: speechSynthesis,
      makeUtterance: (text) => new SpeechSynthesisUtterance(text),
      sentences: sentences.current.map((sentence) => sentence.text),
      onChange: (now) => {
        setState(now);
        if (now.status === 'stopped') keep.current(now.index === 0 ? null : now.index);
        else if (now.word === null) keep.current(now.index);
      },
    });
    player.current = made;
    made.setVoice(speaker);
    made.setRate(prefs.rate);
    made.play(from);
  };
  const start = useRef(begin);
  start.current = begin;
  const startWithVoices = async (): Promise<void> => {
    turn.current += 1;
    const mine = turn.current;
    const found = await findVoices();
    if (mine !== turn.current) return;
    setAll(found);
    start.current(chooseVoice(found, lang, prefs.voices[language]));
  };

  return {
    state,
    charactersLeft: sentences.current
      .slice(state?.index ?? 0)
      .reduce((sum, sentence) => sum + sentence.text.length + 1, 0),
    voices: useMemo(() => voicesFor(all, lang), [all, lang]),
    voice,
    toggle() {
      scrolledAt.current = 0;
      if (player.current === null || state?.status === 'failed') void startWithVoices();
      else if (state?.status === 'playing') player.current.pause();
      else player.current.play();
    },
    step: (by) => player.current?.step(by),
    close() {
      turn.current += 1;
      player.current?.stop();
      player.current = null;
      setState(null);
    },
  };
}

/** The properties for choosing a voice; a `SpeechSynthesisVoice` fits. */
interface VoiceFacts {
  voiceURI: string;
  lang: string;
  localService: boolean;
  default: boolean;
}

/** `pt_BR` (Android) and `pt-BR` are the same. */
export function getLanguage(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? '';
}

/**
 * Filters the voices that can read a language and run locally: a remote voice would send the article to a server.
 *
 * @param lang the article's language; without one every local voice is returned
 * @returns the region's own voices first
 */
export function voicesFor<V extends VoiceFacts>(voices: readonly V[], lang: string | null): V[] {
  const local = voices.filter((voice) => voice.localService);
  if (lang === null) return local;
  const same = local.filter((voice) => getLanguage(voice.lang) === getLanguage(lang));
  const isRegion = (voice: V): boolean => voice.lang.replace('_', '-').toLowerCase() === lang.toLowerCase();
  return [...same].sort(
    (a, b) => Number(isRegion(b)) - Number(isRegion(a)) || Number(b.default) - Number(a.default),
  );
}

/** The voice that the user chose for this language, else the best suitable one, or null. */
export function chooseVoice<V extends VoiceFacts>(
  voices: readonly V[],
  lang: string | null,
  chosen: string | undefined,
): V | null {
  const fitting = voicesFor(voices, lang);
  return fitting.find((voice) => voice.voiceURI === chosen) ?? fitting[0] ?? null;
}

/** Available speech rates; 1 is the voice's default. */
export const RATES: readonly number[] = [0.7, 0.85, 1, 1.15, 1.3, 1.5, 1.75, 2];

/** The next faster or slower rate, or the same at either end. */
export function stepRate(rate: number, step: 1 | -1): number {
  const at = RATES.findIndex((known) => known >= rate - 0.01);
  const from = at < 0 ? RATES.length - 1 : at;
  return RATES[Math.min(RATES.length - 1, Math.max(0, from + step))] ?? rate;
}
