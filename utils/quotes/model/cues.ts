import { CUE_VERB, OBJECT_PRONOUN, PHRASE_VERB } from './lexicon.ts';
import type { Cue, Token } from './token.ts';
import type { Lexicon } from './types.ts';

/** Finds attribution cues outside quotes, in text order. */
export function findCues(tokens: readonly Token[], lexicon: Lexicon): Cue[] {
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
      cues.push({ first: i, last, kind: 'source', isParticiple: false, sentence });
      i = last;
      continue;
    }
    if ((token.classes & (CUE_VERB | PHRASE_VERB)) === 0) continue;
    const kind = (token.classes & CUE_VERB) !== 0 ? 'verb' : 'phrase';
    // "respondeu-lhe a médica": the indirect object pronoun belongs to the verb.
    const next = tokens[i + 1];
    // "Ask yourself: “…”": addressed to the reader, not said in the story.
    if (next?.lower === 'yourself' || next?.lower === 'yourselves') continue;
    // "explique-t-elle": the letter between verb and pronoun belongs to the verb, too.
    const isLink = next?.lower === 't' && next.start === token.end && lexicon.hyphenPronouns.size > 0;
    const isJoined =
      next?.sentence === sentence && lexicon.code !== 'en' && (isLink || next.classes === OBJECT_PRONOUN);
    const last = isJoined ? i + 1 : i;
    cues.push({ first: i, last, kind, isParticiple: token.lower.endsWith('ing'), sentence });
  }
  return cues;
}
