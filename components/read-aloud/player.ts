/** The part of `speechSynthesis` that the player uses. */
export interface SpeechEngine {
  speak(utterance: SpeechSynthesisUtterance): void;
  cancel(): void;
}

export interface PlayerState {
  status: 'stopped' | 'playing' | 'paused' | 'failed';
  /** The sentence being spoken or to be spoken next. */
  index: number;
  /** The word being spoken, as offsets into the sentence; null if the voice does not report it. */
  word: { start: number; end: number } | null;
}

export interface PlayerOptions {
  speech: SpeechEngine;
  createUtterance: (text: string) => SpeechSynthesisUtterance;
  sentences: readonly string[];
  onChange: (state: PlayerState) => void;
}

/** Errors that are reported when the player cancels an utterance; all others are failures. */
const CANCEL_ERRORS: readonly string[] = ['canceled', 'interrupted'];

/**
 * Reads sentences aloud one after another. Pausing cancels the utterance, and resuming starts at the interrupted word,
 * because `speechSynthesis.pause()` cannot be resumed with some voices.
 */
export class Player {
  readonly #options: PlayerOptions;
  #state: PlayerState = { status: 'stopped', index: 0, word: null };
  #voice: SpeechSynthesisVoice | null = null;
  #rate = 1;
  /** The current utterance. A browser may garbage-collect an unreferenced one, which would then never fire `end`. */
  #current: SpeechSynthesisUtterance | null = null;

  constructor(options: PlayerOptions) {
    this.#options = options;
  }

  get state(): PlayerState {
    return this.#state;
  }

  /** Plays from a sentence; by default, from the paused position. */
  play(index = this.#state.index): void {
    const from = index === this.#state.index ? (this.#state.word?.start ?? 0) : 0;
    this.#speak(index, from);
  }

  pause(): void {
    if (this.#state.status !== 'playing') return;
    this.#cancelUtterance();
    this.#updateState({ status: 'paused' });
  }

  /**
   * Moves by one sentence; while paused, only the position changes. Moving back more than 12 characters into a sentence
   * restarts that sentence.
   */
  step(offset: 1 | -1): void {
    const { index, word, status } = this.#state;
    const target = offset === -1 && (word?.start ?? 0) > 12 ? index : index + offset;
    const next = Math.max(0, Math.min(this.#options.sentences.length - 1, target));
    if (status === 'playing') this.#speak(next, 0);
    else this.#updateState({ index: next, word: null });
  }

  stop(): void {
    this.#cancelUtterance();
    this.#updateState({ status: 'stopped', word: null });
  }

  /** @param rate 1 is the voice's default */
  setRate(rate: number): void {
    this.#rate = rate;
    this.restartIfPlaying();
  }

  setVoice(voice: SpeechSynthesisVoice | null): void {
    this.#voice = voice;
    this.restartIfPlaying();
  }

  restartIfPlaying(): void {
    if (this.#state.status === 'playing') this.play();
  }

  #cancelUtterance(): void {
    this.#current = null;
    this.#options.speech.cancel();
  }

  #speak(index: number, from: number): void {
    const text = this.#options.sentences[index];
    this.#cancelUtterance();
    if (text === undefined) {
      this.#updateState({ status: 'stopped', index: 0, word: null });
      return;
    }
    const utterance = this.#options.createUtterance(text.slice(from));
    if (this.#voice !== null) {
      utterance.voice = this.#voice;
      utterance.lang = this.#voice.lang;
    }
    utterance.rate = this.#rate;
    utterance.onboundary = (event) => {
      if (this.#current !== utterance || event.name !== 'word') return;
      const start = from + event.charIndex;
      const length = event.charLength || (/^\S+/.exec(text.slice(start))?.[0].length ?? 0);
      this.#updateState({ word: { start, end: start + length } });
    };
    utterance.onend = () => {
      // Browsers also fire `end` for a cancelled utterance.
      if (this.#current === utterance) this.#speak(index + 1, 0);
    };
    utterance.onerror = (event) => {
      if (this.#current !== utterance || CANCEL_ERRORS.includes(event.error)) return;
      this.#current = null;
      this.#updateState({ status: 'failed' });
    };
    this.#current = utterance;
    this.#updateState({ status: 'playing', index, word: from === 0 ? null : { start: from, end: from } });
    this.#options.speech.speak(utterance);
  }

  #updateState(change: Partial<PlayerState>): void {
    this.#state = { ...this.#state, ...change };
    this.#options.onChange(this.#state);
  }
}
