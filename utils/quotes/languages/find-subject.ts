import { subjectBehind } from '../model/behind-verb.ts';
import { hasClass } from '../model/has-class.ts';
import {
  ADVERB,
  AUX,
  BODY,
  CUE,
  DOCUMENT,
  GROUP,
  OBJECT_PRONOUN,
  PERSON,
  PREP,
  PRONOUN,
  TITLE,
} from '../model/lexicon.ts';
import { SPEAKING_NOUN } from '../model/noun-phrase.ts';
import type { Token } from '../model/token.ts';
import type { ArticleModel, Previous } from '../model/types.ts';
import { agreement } from '../speakers/entities/verb-agreement.ts';
import { asSomebodySaid } from './as-said.ts';
import { goesOn } from './goes-on.ts';
import { wordsOfSomebody } from './words-of.ts';

/** Tokens between a source phrase and a quote that it still covers. */
const SOURCE_REACH = 25;

/** Mentions looked at in front of a quote; bounds the time per quote in a paragraph without an end. */
const MENTIONS_BACK = 80;

/** The cue right behind the quote at token `at` whose clause names nobody (“…”, afirmó.), or -1. */
function bareCue(model: ArticleModel, at: number): number {
  const { tokens, cues, cueFrom, mentions, mentionFrom } = model;
  let k = at + 1;
  while (k < at + 3 && /^[,–—-]$/.test(tokens[k]?.text ?? '')) k++;
  while (hasClass(tokens[k], AUX | OBJECT_PRONOUN)) k++;
  const index = cueFrom[at] ?? 0;
  const cue = cues[index];
  if (cue?.first !== k || cue.kind !== 'verb' || cue.sentence !== tokens[at]?.sentence) return -1;
  // "«…», racconta ancora il vicino": adverbs stand between a verb and its subject, too.
  let behind = cue.last + 1;
  while (hasClass(tokens[behind], ADVERB) && !hasClass(tokens[behind], PREP)) behind++;
  const next = mentions[mentionFrom[behind] ?? 0];
  if (next?.first === behind && next.sentence === cue.sentence) return -1;
  return subjectBehind(model, cue.last + 1) >= 0 ? -1 : index;
}

/** "«…», replica a distanza l'assessore": does anybody stand behind a cue whom no preposition holds? */
function hasSubjectBehind({ tokens, cues, mentions, mentionFrom }: ArticleModel, index: number): boolean {
  const cue = cues[index];
  if (!cue) return false;
  for (let m = mentionFrom[cue.last + 1] ?? 0; mentions[m]?.sentence === cue.sentence; m++) {
    if (!hasClass(tokens[(mentions[m]?.first ?? 0) - 1], PREP)) return true;
  }
  return false;
}

/** May a mention be the subject of a cue: somebody or some body, in the number of the verb? */
function fitsVerb({ tokens, mentions, cues }: ArticleModel, index: number, cue: number): boolean {
  const mention = mentions[index];
  const head = tokens[mention?.head ?? -1];
  let finite = cues[cue]?.first ?? -1;
  // "han asegurado": the auxiliary has the number.
  while (hasClass(tokens[finite - 1], AUX)) finite--;
  const verb = tokens[finite];
  if (!mention || !head) return false;
  if (mention.kind === 'noun' && !hasClass(head, SPEAKING_NOUN | TITLE)) return false;
  // "la policía informaron": a body may have either.
  const one = mention.kind === 'name' && !hasClass(head, BODY | GROUP) ? 's' : head.tag?.number;
  const isBody = hasClass(head, BODY | GROUP);
  return agreement(isBody && verb?.tag?.number === 'p' ? '' : one, verb?.tag?.number) > 1;
}

/** "Il cancello era chiuso. «…», dice.": a thing that opens the paragraph has said nothing. */
const maySpeak = (head: Token): boolean =>
  (head.classes & CUE) === 0 && hasClass(head, PERSON | TITLE | GROUP | BODY | DOCUMENT | PRONOUN);

/**
 * Whom a clause without a subject means, where the language leaves subjects out: the one the paragraph began with,
 * or else the last speaker, or the only one who is named there.
 */
function elidedSubject(
  model: ArticleModel,
  span: number,
  previous: Previous | null,
): { mention: number; cue: number } | null {
  if (!model.lexicon.data.dropsSubjects) return null;
  const { tokens, mentions, mentionFrom } = model;
  const at = model.quoteTokens[span] ?? -1;
  const quote = tokens[at];
  const cue = bareCue(model, at);
  if (!quote || cue < 0) return null;
  const names: number[] = [];
  const edge = mentionFrom[at] ?? 0;
  for (let m = edge - 1; m >= 0 && edge - m <= MENTIONS_BACK; m--) {
    const mention = mentions[m];
    const head = mention && tokens[mention.head];
    if (!head || head.paragraph !== quote.paragraph || quote.sentence - head.sentence > 2) break;
    const opens = tokens[mention.first - 1]?.sentence !== mention.sentence;
    if (!fitsVerb(model, m, cue)) continue;
    if (mention.kind === 'name') names.push(m);
    if (opens && (mention.kind === 'name' || maySpeak(head))) return { mention: m, cue };
  }
  const last = previous && tokens[previous.at];
  // … also at the head of the next paragraph, where nobody else has come between and no subject comes later.
  const opens =
    tokens[at - 1]?.paragraph !== quote.paragraph &&
    last?.paragraph === quote.paragraph - 1 &&
    !hasSubjectBehind(model, cue);
  if (previous && (last?.paragraph === quote.paragraph || opens) && fitsVerb(model, previous.mention, cue))
    return { mention: previous.mention, cue };
  // "Of another opinion is Reed. “…”, complains.": nobody opens the paragraph, but one is named in it.
  const [only = -1, ...more] = names;
  return only >= 0 && more.length === 0 ? { mention: only, cue } : null;
}

/** "За його словами, «…»": the pronoun inside the source phrase that covers the quote, as an index into the mentions. */
function insideSource(model: ArticleModel, at: number): number {
  const { tokens, mentions, cues, cueFrom, mentionFrom } = model;
  const cue = cues[(cueFrom[at] ?? 0) - 1];
  if (cue?.kind !== 'source' || cue.sentence !== tokens[at]?.sentence || at - cue.last > SOURCE_REACH)
    return -1;
  const index = mentionFrom[cue.first] ?? 0;
  return (mentions[index]?.last ?? Infinity) <= cue.last ? index : -1;
}

/** "Aus der Menge rief Olaf Renner: „…“": behind a place that opens the sentence, the subject follows its verb. */
function behindPlace(model: ArticleModel, at: number): { mention: number; cue: number } | null {
  const { tokens, cues, cueFrom, mentions, mentionFrom } = model;
  const index = (cueFrom[at] ?? 0) - 1;
  const cue = cues[index];
  if (tokens[at - 1]?.text !== ':' || cue?.kind !== 'verb' || cue.sentence !== tokens[at]?.sentence)
    return null;
  const subject = mentionFrom[cue.last + 1] ?? 0;
  const place = mentions[subject - 1];
  const preposition = tokens[(place?.first ?? 0) - 1];
  let verb = cue.first;
  while (hasClass(tokens[verb - 1], AUX | OBJECT_PRONOUN)) verb--;
  if (mentions[subject]?.first !== cue.last + 1 || place?.last !== verb - 1) return null;
  const opens = tokens[place.first - 2]?.sentence !== cue.sentence;
  if (mentions[subject].kind !== 'name' || !opens || preposition?.sentence !== cue.sentence) return null;
  return hasClass(preposition, PREP) ? { mention: subject, cue: index } : null;
}

/** A speaker whom only the grammar of other languages than English names; null where there is none. */
export function findSubject(
  model: ArticleModel,
  span: number,
  previous: Previous | null,
): { mention: number; cue: number } | null {
  const at = model.quoteTokens[span] ?? -1;
  const inside = insideSource(model, at);
  if (inside >= 0) return { mention: inside, cue: (model.cueFrom[at] ?? 0) - 1 };
  const owner = wordsOfSomebody(model, at);
  if (owner) return owner;
  const mention = asSomebodySaid(model, at);
  if (mention < 0)
    return behindPlace(model, at) ?? goesOn(model, at, previous) ?? elidedSubject(model, span, previous);
  return { mention, cue: (model.cueFrom[model.mentions[mention]?.first ?? 0] ?? 0) - 1 };
}
