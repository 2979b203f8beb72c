import { REST_EVERY, type Steps } from '../article/in-slices.ts';
import { CUE, type Lexicon, OBJECT_PRONOUN, PHRASE } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** A word or fixed phrase that attributes speech. Token indices, `last` included. */
export interface Cue {
  first: number;
  last: number;
  kind: 'verb' | 'phrase' | 'source';
  /** "saying", "adding": its subject stands in another clause. */
  participle: boolean;
  sentence: number;
}

/** Attribution cues outside quotes, in order of the text. */
export function* readCues(tokens: readonly Token[], lexicon: Lexicon): Steps<Cue[]> {
  const cues: Cue[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (i % REST_EVERY === 0) yield;
    if (token?.kind !== 'word') continue;
    const { sentence } = token;
    const source = lexicon.sourcePhrases.find((phrase) =>
      phrase.every((word, k) => tokens[i + k]?.lower === word),
    );
    if (source) {
      const last = i + source.length - 1;
      cues.push({ first: i, last, kind: 'source', participle: false, sentence });
      i = last;
      continue;
    }
    if ((token.classes & (CUE | PHRASE)) === 0) continue;
    const kind = (token.classes & CUE) !== 0 ? 'verb' : 'phrase';
    // "respondeu-lhe a médica": the listener's pronoun belongs to the verb.
    const next = tokens[i + 1];
    const joined = next?.sentence === sentence && lexicon.code !== 'en' && next.classes === OBJECT_PRONOUN;
    const last = joined ? i + 1 : i;
    cues.push({ first: i, last, kind, participle: token.lower.endsWith('ing'), sentence });
  }
  return cues;
}
