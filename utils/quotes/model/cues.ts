import type { Cue } from './cue.ts';
import { hasClass } from './has-class.ts';
import {
  ADVERB,
  BODY,
  CONJ,
  CUE,
  DET,
  GROUP,
  OBJECT_PRONOUN,
  PERSON,
  PHRASE,
  POSSESSIVE,
  PREP,
  TITLE,
} from './lexicon.ts';
import type { Token } from './token.ts';
import type { Lexicon } from './types.ts';

/** Tokens that a participle clause may have. */
const CLAUSE = 6;

/** "the order released on Friday said": a participle in front of the verb, with when or where; reports nothing. */
function isReduced(tokens: readonly Token[], cue: Cue, next: Cue | undefined): boolean {
  const verb = tokens[cue.first];
  if (cue.kind !== 'phrase' || !verb?.lower.endsWith('ed') || tokens[cue.first - 1]?.kind !== 'word')
    return false;
  if (!next || next.kind === 'source' || next.participle || next.sentence !== cue.sentence) return false;
  if (next.first - cue.last < 2 || next.first - cue.last > CLAUSE) return false;
  for (let k = cue.last + 1; k < next.first; k++) {
    const token = tokens[k];
    const bound = token && (token.kind === 'number' || (token.classes & (ADVERB | DET | PREP)) !== 0);
    if (!bound && (!token?.capital || k === cue.last + 1)) return false;
  }
  return true;
}

/** Prepositions that mostly tell a purpose, a time or a reason: "pour", "per". */
const PURPOSE = /^(?:pour|per)$/;

/**
 * "Pour la maire, c'est « … »": a preposition of purpose gives a source only where it opens its clause, in front of
 * somebody or of a body.
 */
function isPurpose(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (!token || !PURPOSE.test(token.lower)) return false;
  const before = tokens[i - 1];
  const opens =
    before?.sentence !== token.sentence ||
    before.kind !== 'word' ||
    (hasClass(before, CONJ | ADVERB) && !hasClass(before, PREP));
  if (!opens) return true;
  let k = i + 1;
  while (hasClass(tokens[k], DET | POSSESSIVE) && !tokens[k]?.capital) k++;
  const noun = tokens[k];
  if (noun?.kind !== 'word' || noun.sentence !== token.sentence) return true;
  return !noun.capital && !hasClass(noun, PERSON | TITLE | GROUP | BODY);
}

/** Attribution cues outside quotes, in order of the text. */
export function readCues(tokens: readonly Token[], lexicon: Lexicon): Cue[] {
  const cues: Cue[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word') continue;
    const { sentence } = token;
    const source = lexicon.sourcePhrases.find(
      (phrase) => phrase[0] === token.lower && phrase.every((word, k) => tokens[i + k]?.lower === word),
    );
    if (source && !(source.length === 1 && isPurpose(tokens, i))) {
      const last = i + source.length - 1;
      cues.push({ first: i, last, kind: 'source', participle: false, sentence });
      i = last;
      continue;
    }
    if ((token.classes & (CUE | PHRASE)) === 0) continue;
    const kind = (token.classes & CUE) !== 0 ? 'verb' : 'phrase';
    // "respondeu-lhe a médica": the listener's pronoun belongs to the verb.
    const next = tokens[i + 1];
    // "Ask yourself: “…”": nobody of the story does.
    if (next?.lower === 'yourself' || next?.lower === 'yourselves') continue;
    // "explique-t-elle": the letter between a verb and its pronoun, too.
    const isLink = next?.lower === 't' && next.start === token.end && lexicon.hyphenPronouns.size > 0;
    const joined =
      next?.sentence === sentence && lexicon.code !== 'en' && (isLink || next.classes === OBJECT_PRONOUN);
    const last = joined ? i + 1 : i;
    cues.push({ first: i, last, kind, participle: token.lower.endsWith('ing'), sentence });
  }
  return cues.filter((cue, i) => !isReduced(tokens, cue, cues[i + 1]));
}
