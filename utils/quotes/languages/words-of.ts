import type { Cue } from '../model/cue.ts';
import { hasClass } from '../model/has-class.ts';
import { ADVERB, AUX, BODY, GROUP, OBJECT_PRONOUN, PERSON, PREP, TITLE } from '../model/lexicon.ts';
import type { ArticleModel } from '../model/types.ts';

/** A mention that speaks, and the cue that says so, or -1. */
export interface Named {
  mention: number;
  cue: number;
}

/** Tokens between the beginning of a sentence and the noun for words in it. */
const OPENING = 5;
const POINTS = /^(?:quest[oaei]|sono|è|ecco|ce|c|telle?s?)$/;
const SO = /^(?:così|ainsi)$/;
const IT = /^(?:lo|l)$/;
const IS = /^(?:è|sono|est)$/;
const WHAT = /^(?:quanto|ce)$/;

/** The mention that begins at a token, when it is a name, somebody or a body. */
function somebodyAt({ tokens, mentions, mentionFrom }: ArticleModel, k: number): number {
  const index = mentionFrom[k] ?? 0;
  const mention = mentions[index];
  if (mention?.first !== k) return -1;
  const speaks = mention.kind === 'name' || hasClass(tokens[mention.head], PERSON | TITLE | GROUP | BODY);
  return speaks && mention.kind !== 'pronoun' ? index : -1;
}

/** "le parole di Reed", "l'avis d'une voisine": whose words a noun at a token tells, or -1. */
function ownerOf(model: ArticleModel, k: number): number {
  const { tokens, lexicon } = model;
  const noun = tokens[k];
  if (!noun || !lexicon.data.speechNouns?.includes(noun.lower)) return -1;
  // "il racconto choc dei vicini"
  for (const place of [k + 1, k + 2]) {
    const preposition = tokens[place];
    if (preposition?.sentence !== noun.sentence) break;
    if (hasClass(preposition, PREP)) return somebodyAt(model, place + 1);
  }
  return -1;
}

/** "Il commento del sindaco Reed: «…»": the words in front of the colon tell whose words follow. */
function ownerBefore(model: ArticleModel, at: number): number {
  const { tokens, mentions } = model;
  if (tokens[at - 1]?.text !== ':' || tokens[at - 1]?.sentence !== tokens[at]?.sentence) return -1;
  for (let k = at - 2; k > at - 14 && tokens[k]?.sentence === tokens[at]?.sentence; k--) {
    const owner = ownerOf(model, k);
    if (owner < 0) continue;
    // Nothing but the rest of the name or role may stand between.
    for (let i = (mentions[owner]?.last ?? at) + 1; i < at - 1; i++)
      if (tokens[i]?.kind === 'quote' || hasClass(tokens[i], AUX)) return -1;
    return owner;
  }
  return -1;
}

/** The verb of speech from a token on, behind auxiliaries and adverbs, as an index into the cues; or -1. */
function cueAt({ tokens, cues, cueFrom }: ArticleModel, from: number): number {
  let k = from;
  while (k < from + OPENING && hasClass(tokens[k], AUX | ADVERB | OBJECT_PRONOUN)) k++;
  const cue: Cue | undefined = cues[cueFrom[k] ?? 0];
  return cue?.first === k && cue.kind === 'verb' ? (cueFrom[k] ?? -1) : -1;
}

/** «…». Lo ha detto Reed. · «…». Così Reed. · «…». Queste le parole di Reed. */
function sentenceBehind(model: ArticleModel, at: number): Named | null {
  const { tokens, cues } = model;
  const quote = tokens[at];
  let first = at + 1;
  while (tokens[first]?.kind === 'mark' && tokens[first]?.sentence === quote?.sentence) first++;
  const opener = tokens[first];
  if (!quote || opener?.kind !== 'word' || opener.paragraph !== quote.paragraph) return null;
  if (opener.sentence !== quote.sentence + 1) return null;
  let k = first;
  const isSo = SO.test(opener.lower);
  if (isSo) k++;
  const isIt = IT.test(tokens[k]?.lower ?? '');
  if (isIt) k++;
  const isWhat = !isSo && !isIt && IS.test(opener.lower) && WHAT.test(tokens[k + 1]?.lower ?? '');
  if (isWhat) k += 2;
  if (isSo || isIt || isWhat) {
    const cue = cueAt(model, k);
    let subject = cue >= 0 ? (cues[cue]?.last ?? 0) + 1 : k;
    if (cue >= 0) while (hasClass(tokens[subject], ADVERB)) subject++;
    const mention = cue >= 0 || isSo ? somebodyAt(model, subject) : -1;
    const after = tokens[(model.mentions[mention]?.last ?? 0) + 1];
    // "Così Reed ha deciso": without a verb of speech nothing but the name may stand there.
    const isBare = after?.sentence !== opener.sentence || after.kind === 'mark' || hasClass(after, PREP);
    return mention >= 0 && (cue >= 0 || isBare) ? { mention, cue } : null;
  }
  if (!POINTS.test(opener.lower)) return null;
  for (let noun = first + 1; noun < first + OPENING && tokens[noun]?.sentence === opener.sentence; noun++) {
    const owner = ownerOf(model, noun);
    if (owner >= 0) return { mention: owner, cue: -1 };
  }
  return null;
}

/**
 * Whose words the quote at token `at` is by a noun for words in front of it, or by the sentence behind it that does
 * nothing but say whose it was.
 */
export function wordsOfSomebody(model: ArticleModel, at: number): Named | null {
  const { tokens, lexicon } = model;
  if (lexicon.data.speechNouns === undefined) return null;
  const before = ownerBefore(model, at);
  if (before >= 0) return { mention: before, cue: -1 };
  if (tokens[at - 1]?.sentence === tokens[at]?.sentence && tokens[at - 1]?.kind !== 'mark') return null;
  return sentenceBehind(model, at);
}
