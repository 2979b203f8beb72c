import type { ArticleModel } from './article-model.ts';
import { step } from './candidate-signs.ts';
import { AUX, COMPLEMENTISER, CUE, DET, PHRASE, POSSESSIVE, RELATIVE, VERB } from './lexicon.ts';
import type { Mention } from './mentions.ts';
import type { Token } from './tokens.ts';

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

/**
 * What stands between a mention and the quote at token `at`: commas, verbs, words that open clauses, cues; then how the
 * mention begins and how far into its sentence it stands.
 */
export function pathSigns({ tokens }: ArticleModel, at: number, mention: Mention): number[] {
  const before = mention.last < at;
  const from = before ? mention.last + 1 : at + 1;
  const to = before ? at : mention.first;
  const counts: [number, number, number, number] = [0, 0, 0, 0];
  for (let k = from; k < to && to - from < REACH; k++) {
    const token = tokens[k];
    if (!token) break;
    if (token.text === ',') counts[0]++;
    else if ((token.classes & CUE) !== 0) counts[3]++;
    else if ((token.classes & (VERB | AUX | PHRASE)) !== 0) counts[1]++;
    else if ((token.classes & (RELATIVE | COMPLEMENTISER)) !== 0) counts[2]++;
  }
  let into = 0;
  while (into < 20 && tokens[mention.first - 1 - into]?.sentence === mention.sentence) into++;
  const first = tokens[mention.first];
  return [...counts.map((n) => Math.min(MOST, n)), first ? opening(first) : 0, step(into)];
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
    if (((tokens[k]?.classes ?? 0) & (CUE | PHRASE)) !== 0) cue = subject;
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

/** How mention `m` stands to the clauses around the quote, `cue` being the cue it is tied to, or -1. */
export function clauseSigns(
  model: ArticleModel,
  at: number,
  m: number,
  cue: number,
  [verb, firstCue]: [number, number],
): number[] {
  const tied = model.subjects[model.cues[cue]?.first ?? -1];
  return [isSubject(verb, m), isSubject(firstCue, m), isSubject(tied, m), cueFollows(model, at, cue)];
}
