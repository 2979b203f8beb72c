import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { compilePhrases, foldText, matchPhrases } from './match-phrases.ts';
import { CUES, type Cue } from './phrase-book.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { uk } from './uk.ts';

/** All at once: what a page says of its language is wrong too often to choose by it. */
const INDEX = compilePhrases(CUES, [en, uk, de, fr, es, it, pl, pt]);

const BITS = Object.fromEntries(CUES.map((cue, bit) => [cue, 1 << bit])) as Record<Cue, number>;

/** The bits of some cues, as `readCues` returns them. */
export function cueBits(...cues: readonly Cue[]): number {
  return cues.reduce((bits, cue) => bits | BITS[cue], 0);
}

/** What a text asks of the reader: a bit for each cue (`cueBits`). */
export function readCues(text: string): number {
  return matchPhrases(foldText(text), INDEX);
}
