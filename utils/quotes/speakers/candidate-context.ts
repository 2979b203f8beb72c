import { step } from '../model/feature-scales.ts';
import { hasClass } from '../model/has-class.ts';
import { CUE, DET, PHRASE, POSSESSIVE } from '../model/lexicon.ts';
import type { Mention } from '../model/mention.ts';
import type { Token } from '../model/token.ts';
import type { ArticleModel } from '../model/types.ts';

/** Tokens between a mention and a quote that are counted. */
const REACH = 60;

const MOST = 7;

/** How a phrase begins, from "the" to a common noun without an article. */
function opening(token: Token): number {
  if (token.lower === 'the') return 1;
  if (token.lower === 'a' || token.lower === 'an') return 2;
  if ((token.classes & POSSESSIVE) !== 0) return 3;
  if ((token.classes & DET) !== 0) return 4;
  return token.capital ? 5 : 6;
}

export type PathFeatures = {
  commas: number;
  verbs: number;
  openers: number;
  cues: number;
  begins: number;
  into: number;
};

/**
 * What stands between a mention and the quote at token `at`: commas, verbs, words that open clauses, cues; then how the
 * mention begins and how far into its sentence it stands.
 */
export function pathFeatures({ tokens, path }: ArticleModel, at: number, mention: Mention): PathFeatures {
  const before = mention.last < at;
  const from = before ? mention.last + 1 : at + 1;
  const to = before ? at : mention.first;
  const near = to > from && to - from < REACH;
  const between = (counts: Int32Array): number =>
    near ? Math.min(MOST, (counts[to] ?? 0) - (counts[from] ?? 0)) : 0;
  let into = 0;
  while (into < 20 && tokens[mention.first - 1 - into]?.sentence === mention.sentence) into++;
  const first = tokens[mention.first];
  return {
    commas: between(path.commas),
    verbs: between(path.verbs),
    openers: between(path.openers),
    cues: between(path.cues),
    begins: first ? opening(first) : 0,
    into: step(into),
  };
}

/** 0 nobody is the subject, 1 somebody else, 2 the mention itself. */
function isSubject(subject: number | undefined, mention: number): number {
  if (subject === undefined || subject < 0) return 0;
  return subject === mention ? 2 : 1;
}

/** Subjects in front of the quote at token `at` in its sentence: of the first verb, and of the first cue; or -1. */
export function openingSubjects({ tokens, subjects }: ArticleModel, at: number): [number, number] {
  let verb = -1;
  let cue = -1;
  for (let k = at - 1; k > at - 80 && tokens[k]?.sentence === tokens[at]?.sentence; k--) {
    const subject = subjects[k] ?? -1;
    if (subject < 0) continue;
    verb = subject;
    if (hasClass(tokens[k], CUE | PHRASE)) cue = subject;
  }
  return [verb, cue];
}

/**
 * What follows the cue numbered `index`: a clause of its own, as in “…,” he said he had never …, is another report;
 * 6 more where the cue stands behind the quote.
 */
function cueFollows(
  { tokens, cues, mentions, mentionFrom, subjects }: ArticleModel,
  at: number,
  index: number,
): number {
  const cue = cues[index];
  if (!cue) return 0;
  const next = tokens[cue.last + 1];
  if (next?.sentence !== cue.sentence) return 1;
  const side = cue.first > at ? 6 : 0;
  if (next.kind === 'quote') return side + 2;
  if (next.kind === 'mark') return side + (next.text === ',' ? 3 : 1);
  if (next.lower === 'that') return side + 6;
  const m = mentionFrom[cue.last + 1] ?? 0;
  const mention = mentions[m];
  if (mention?.first !== cue.last + 1) return side;
  return side + (subjects[mention.last + 1] === m ? 5 : 4);
}

export type ClauseFeatures = { verb: number; firstCue: number; tiedCue: number; follows: number };

/** How mention `m` stands to the clauses around the quote, `cue` being the cue it is tied to, or -1. */
export function clauseFeatures(
  model: ArticleModel,
  at: number,
  m: number,
  cue: number,
  [verb, firstCue]: [number, number],
): ClauseFeatures {
  const tied = model.subjects[model.cues[cue]?.first ?? -1];
  return {
    verb: isSubject(verb, m),
    firstCue: isSubject(firstCue, m),
    tiedCue: isSubject(tied, m),
    follows: cueFollows(model, at, cue),
  };
}
