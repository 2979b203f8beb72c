import { type Feature, PLACES, readAspects, type Taggable } from './tag-features.ts';
import type { Tagger } from './tagger.ts';

/** Adds what features weigh to the scores. */
export function addFeatures(
  scores: Float32Array,
  rows: Tagger['rows'],
  weights: Tagger['aspects'],
  features: readonly Feature[],
): void {
  for (const [template, value] of features) {
    const row = weights.get(template)?.get(value);
    if (row === undefined) continue;
    const end = row + 2 * (rows[row] ?? 0);
    for (let k = row + 1; k < end; k += 2) {
      const at = rows[k] ?? 0;
      scores[at] = (scores[at] ?? 0) + (rows[k + 1] ?? 0);
    }
  }
}

/** Words whose scores are kept: an article has some hundreds, each many times. */
const KEPT = 3000;

/** What each word of a text adds to its own scores and to those of its neighbours. */
export class WordScores {
  readonly #kept = new Map<string, Float32Array>();
  readonly #tagger: Tagger;
  readonly #tokens: readonly Taggable[];

  constructor(tagger: Tagger, tokens: readonly Taggable[]) {
    this.#tagger = tagger;
    this.#tokens = tokens;
  }

  #of(token: Taggable | null, opens: boolean): Float32Array {
    const kind = token?.kind ?? '';
    const key = `${opens ? '^' : ''}${kind === 'word' || kind === 'mark' ? token?.text : `${kind}:`}`;
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const { rows, aspects, words, agreements } = this.#tagger;
    const scores = new Float32Array((words.length + agreements.length) * PLACES.length);
    addFeatures(scores, rows, aspects, readAspects(token, opens));
    if (this.#kept.size >= KEPT) this.#kept.clear();
    this.#kept.set(key, scores);
    return scores;
  }

  /** Adds what the words around `i` weigh, those of its own sentence: word labels from 0, agreements behind them. */
  add(scores: Float32Array, i: number, layer: 'words' | 'agreements'): void {
    const width = scores.length;
    const { sentence } = this.#tokens[i] ?? {};
    const start = layer === 'words' ? 0 : this.#tagger.words.length * PLACES.length;
    for (let place = 0; place < PLACES.length; place++) {
      const at = i + (PLACES[place] ?? 0);
      const there = this.#tokens[at];
      const inside = there !== undefined && there.sentence === sentence;
      const opens = inside && this.#tokens[at - 1]?.sentence !== sentence;
      const from = this.#of(inside ? there : null, opens);
      const shift = start + place * width;
      for (let n = 0; n < width; n++) scores[n] = (scores[n] ?? 0) + (from[shift + n] ?? 0);
    }
  }
}
