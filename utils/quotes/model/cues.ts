import { CUE, OBJECT_PRONOUN, PHRASE } from './lexicon.ts';
import type { Cue, Token } from './token.ts';
import type { Lexicon } from './types.ts';

/** Finds attribution cues outside quotes, in text order. */
export function readCues(tokens: readonly Token[], lexicon: Lexicon): Cue[] {
  const cues: Cue[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word') continue;
    const { sentence } = token;
    const source = lexicon.sourcePhrases.find(
      (phrase) => phrase[0] === token.lower && phrase.every((word, k) => tokens[i + k]?.lower === word),
    );
    if (source) {
      const last = i + source.length - 1;
      cues.push({ first: i, last, kind: 'source', participle: false, sentence });
      i = last;
      continue;
    }
    if ((token.classes & (CUE | PHRASE)) === 0) continue;
    const kind = (token.classes & CUE) !== 0 ? 'verb' : 'phrase';
    // "respondeu-lhe a médica": the indirect object pronoun belongs to the verb.
    const next = tokens[i + 1];
    // "Ask yourself: “…”": addressed to the reader, not said in the story.
    if (next?.lower === 'yourself' || next?.lower === 'yourselves') continue;
    // "explique-t-elle": the letter between verb and pronoun belongs to the verb, too.
    const isLink = next?.lower === 't' && next.start === token.end && lexicon.hyphenPronouns.size > 0;
    const joined =
      next?.sentence === sentence && lexicon.code !== 'en' && (isLink || next.classes === OBJECT_PRONOUN);
    const last = joined ? i + 1 : i;
    cues.push({ first: i, last, kind, participle: token.lower.endsWith('ing'), sentence });
  }
  return cues;
}
