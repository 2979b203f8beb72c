import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { SpeechPrefs } from '../../utils/settings/reader-prefs.ts';
import { chooseVoice, voicesFor } from './choose-voice.ts';
import { Player, type PlayerState } from './player.ts';
import { listSentences, type SpokenSentence } from './spoken-text.ts';

export interface ReadAloud {
  /** Null until reading aloud was asked for, and after it was closed. */
  state: PlayerState | null;
  sentenceCount: number;
  /** Characters from the sentence being spoken to the end, for the time left. */
  charactersLeft: number;
  /** That can read this language and send nothing anywhere. */
  voices: readonly SpeechSynthesisVoice[];
  voice: SpeechSynthesisVoice | null;
  /** Begins, pauses, or goes on. */
  toggle(): void;
  step(by: 1 | -1): void;
  close(): void;
}

interface Options {
  /** The elements whose words are read out, in order; null while the page is being set. */
  roots: readonly HTMLElement[] | null;
  lang: string | null;
  prefs: SpeechPrefs;
  /** The sentence where the user stopped listening the last time, or null. */
  startAt: number | null;
  /** Where the user stopped listening, or null when it was heard to the end. */
  onPlace: (sentence: number | null) => void;
}

/** There is a sentence at hand. */
const SPEAKING: readonly PlayerState['status'][] = ['playing', 'paused'];

/** The part of the window that is comfortable to read in, as shares of its height. */
const COMFORTABLE = { top: 0.12, bottom: 0.72 };
/** How long the page is left where the user scrolled it, in ms. */
const LEAVE_SCROLLED_MS = 4000;

/** How long a browser that names no voices at first may take to find some, in ms. */
const VOICES_MS = 1000;

/**
 * The voices of the browser, once `list` was called: Firefox warns of a missing speech service as soon as a page asks
 * for them. A browser may know them only a while after it was first asked.
 */
function useVoices(): [voices: readonly SpeechSynthesisVoice[], list: () => readonly SpeechSynthesisVoice[]] {
  const [voices, setVoices] = useState<readonly SpeechSynthesisVoice[]>([]);
  const life = useRef<AbortController | null>(null);
  useEffect(() => () => life.current?.abort(), []);
  const list = (): readonly SpeechSynthesisVoice[] => {
    if (typeof speechSynthesis === 'undefined') return [];
    const read = (): readonly SpeechSynthesisVoice[] => {
      const found = speechSynthesis.getVoices();
      setVoices(found);
      return found;
    };
    life.current?.abort();
    life.current = new AbortController();
    speechSynthesis.addEventListener('voiceschanged', read, { signal: life.current.signal });
    return read();
  };
  return [voices, list];
}

/** The first sentence that begins inside the window, or 0. */
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

/** Reads an article out sentence by sentence, with the words marked and kept in view. */
export function useReadAloud({ roots, lang, prefs, startAt, onPlace }: Options): ReadAloud {
  const [all, listVoices] = useVoices();
  const [state, setState] = useState<PlayerState | null>(null);
  const player = useRef<Player | null>(null);
  const sentences = useRef<readonly SpokenSentence[]>([]);
  const scrolledAt = useRef(0);
  const keep = useRef(onPlace);
  keep.current = onPlace;
  const language = lang?.toLowerCase().split(/[-_]/)[0] ?? '';
  const voice = useMemo(() => chooseVoice(all, lang, prefs.voices[language]), [all, lang, prefs.voices]);

  useEffect(() => player.current?.setRate(prefs.rate), [prefs.rate]);
  useEffect(() => player.current?.setVoice(voice), [voice]);

  // What is spoken is marked, and scrolled to where the user has not just scrolled elsewhere.
  useEffect(() => {
    const sentence =
      state === null || !SPEAKING.includes(state.status) ? undefined : sentences.current[state.index];
    const whole = sentence?.rangeOf(0, sentence.text.length);
    paint('spoken-sentence', whole);
    paint('spoken-word', state?.word == null ? null : sentence?.rangeOf(state.word.start, state.word.end));
    if (whole == null || performance.now() - scrolledAt.current < LEAVE_SCROLLED_MS) return;
    const { top, bottom } = whole.getBoundingClientRect();
    if (top >= innerHeight * COMFORTABLE.top && bottom <= innerHeight * COMFORTABLE.bottom) return;
    window.scrollBy({ top: top - innerHeight * 0.3, behavior: calmScroll() });
  }, [state]);

  useEffect(() => {
    const onReader = (): void => {
      scrolledAt.current = performance.now();
    };
    const leave = (): void => player.current?.stop();
    const options = { passive: true };
    window.addEventListener('wheel', onReader, options);
    window.addEventListener('touchmove', onReader, options);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('wheel', onReader);
      window.removeEventListener('touchmove', onReader);
      window.removeEventListener('pagehide', leave);
    };
  }, []);

  // Another copy of the text (late pictures) has other nodes: the place is kept, the voice starts again at will.
  useEffect(
    () => () => {
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
  const choose = (voices: readonly SpeechSynthesisVoice[]): SpeechSynthesisVoice | null =>
    chooseVoice(voices, lang, prefs.voices[language]);
  const start = useRef(begin);
  start.current = begin;
  const waiting = useRef<AbortController | null>(null);
  useEffect(() => () => waiting.current?.abort(), [roots]);
  /** Begins with the voices there are, or with the first that the browser finds within a second. */
  const beginWithVoices = (): void => {
    waiting.current?.abort();
    const voices = listVoices();
    if (voices.length > 0 || typeof speechSynthesis === 'undefined') {
      begin(choose(voices));
      return;
    }
    const life = new AbortController();
    waiting.current = life;
    const go = (): void => {
      life.abort();
      start.current(choose(listVoices()));
    };
    const timer = setTimeout(go, VOICES_MS);
    life.signal.addEventListener('abort', () => clearTimeout(timer));
    speechSynthesis.addEventListener('voiceschanged', go, { signal: life.signal });
  };

  return {
    state,
    sentenceCount: sentences.current.length,
    charactersLeft: sentences.current
      .slice(state?.index ?? 0)
      .reduce((sum, sentence) => sum + sentence.text.length + 1, 0),
    voices: useMemo(() => voicesFor(all, lang), [all, lang]),
    voice,
    toggle() {
      scrolledAt.current = 0;
      if (player.current === null || state?.status === 'failed') beginWithVoices();
      else if (state?.status === 'playing') player.current.pause();
      else player.current.play();
    },
    step: (by) => player.current?.step(by),
    close() {
      waiting.current?.abort();
      player.current?.stop();
      player.current = null;
      setState(null);
    },
  };
}
