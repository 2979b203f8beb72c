/** What a player needs of the browser's speech; `speechSynthesis` fits. */
export interface Speech {
  speak(utterance: SpeechSynthesisUtterance): void;
  cancel(): void;
}

export interface PlayerState {
  status: 'stopped' | 'playing' | 'paused' | 'failed';
  /** The sentence being spoken, or where it goes on. */
  index: number;
  /** The word being spoken, as offsets into the sentence; null where the voice does not tell. */
  word: { start: number; end: number } | null;
}

export interface PlayerOptions {
  speech: Speech;
  makeUtterance: (text: string) => SpeechSynthesisUtterance;
  sentences: readonly string[];
  onChange: (state: PlayerState) => void;
}

/** Breaking off is ours; everything else a voice reports is a failure. */
const BROKEN_OFF: readonly string[] = ['canceled', 'interrupted'];

/**
 * Reads sentences out one after another. The browser's own pause is not used: with several systems' voices it does
 * not come back. A pause here breaks off, and going on begins with the word that was broken off.
 */
export class Player {
  readonly #options: PlayerOptions;
  #state: PlayerState = { status: 'stopped', index: 0, word: null };
  #voice: SpeechSynthesisVoice | null = null;
  #rate = 1;
  /** The utterance under way. Held, since a browser may collect one that nobody holds and never end it. */
  #current: SpeechSynthesisUtterance | null = null;

  constructor(options: PlayerOptions) {
    this.#options = options;
  }

  get state(): PlayerState {
    return this.#state;
  }

  /** Reads on from a sentence, or from where it was paused. */
  play(index = this.#state.index): void {
    const from = index === this.#state.index ? (this.#state.word?.start ?? 0) : 0;
    this.#speak(index, from);
  }

  pause(): void {
    if (this.#state.status !== 'playing') return;
    this.#breakOff();
    this.#change({ status: 'paused' });
  }

  /** A sentence on or back; while paused it only moves the place. Back first goes to the sentence's beginning. */
  step(by: 1 | -1): void {
    const { index, word, status } = this.#state;
    const target = by === -1 && (word?.start ?? 0) > 12 ? index : index + by;
    const next = Math.max(0, Math.min(this.#options.sentences.length - 1, target));
    if (status === 'playing') this.#speak(next, 0);
    else this.#change({ index: next, word: null });
  }

  stop(): void {
    this.#breakOff();
    this.#change({ status: 'stopped', word: null });
  }

  /** @param rate 1 is the voice's own pace */
  setRate(rate: number): void {
    this.#rate = rate;
    this.#again();
  }

  setVoice(voice: SpeechSynthesisVoice | null): void {
    this.#voice = voice;
    this.#again();
  }

  #again(): void {
    if (this.#state.status === 'playing') this.play();
  }

  #breakOff(): void {
    this.#current = null;
    this.#options.speech.cancel();
  }

  #speak(index: number, from: number): void {
    const text = this.#options.sentences[index];
    this.#breakOff();
    if (text === undefined) {
      this.#change({ status: 'stopped', index: 0, word: null });
      return;
    }
    const utterance = this.#options.makeUtterance(text.slice(from));
    if (this.#voice !== null) {
      utterance.voice = this.#voice;
      utterance.lang = this.#voice.lang;
    }
    utterance.rate = this.#rate;
    utterance.onboundary = (event) => {
      if (this.#current !== utterance || event.name !== 'word') return;
      const start = from + event.charIndex;
      const length = event.charLength || (/^\S+/.exec(text.slice(start))?.[0].length ?? 0);
      this.#change({ word: { start, end: start + length } });
    };
    utterance.onend = () => {
      // A browser also ends what was broken off.
      if (this.#current === utterance) this.#speak(index + 1, 0);
    };
    utterance.onerror = (event) => {
      if (this.#current !== utterance || BROKEN_OFF.includes(event.error)) return;
      this.#current = null;
      this.#change({ status: 'failed' });
    };
    this.#current = utterance;
    this.#change({ status: 'playing', index, word: from === 0 ? null : { start: from, end: from } });
    this.#options.speech.speak(utterance);
  }

  #change(change: Partial<PlayerState>): void {
    this.#state = { ...this.#state, ...change };
    this.#options.onChange(this.#state);
  }
}
