import {
  ADVERB,
  AUX,
  BODY,
  CUE,
  DET,
  DOCUMENT,
  GROUP,
  hasClass,
  OBJECT_PRONOUN,
  PERSON,
  PREP,
  PRONOUN,
  TITLE,
} from '../model/lexicon.ts';
import { SPEAKING_NOUN } from '../model/noun-phrase.ts';
import type { Token } from '../model/token.ts';
import type { ArticleModel, Previous } from '../model/types.ts';
import { agreement } from '../speakers/entities/likeliest-mention.ts';

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
  return index;
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
export function findSubject(
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

/** Tokens a role may run over before its name. */
const LONGEST = 12;

/**
 * The noun of a role that runs on before its name: in "the head of the union of fishermen, Emil Sander, warned" it is
 * "the head", as an index into the mentions; -1 where the name has none.
 */
export function roleBefore(model: ArticleModel, name: number): number {
  const { tokens, mentions } = model;
  const mention = mentions[name];
  const joint = mention && tokens[mention.first - 1];
  const after = mention && tokens[mention.last + 1];
  if (mention?.kind !== 'name' || joint?.sentence !== mention.sentence) return -1;
  // "la ministra dell'Economia Clara Vossi": the name stands behind the role's complement, with no comma.
  const direct = mention.first < mention.nameFirst && (joint.classes & PREP) !== 0;
  const closes =
    after?.sentence !== mention.sentence || after.kind === 'quote' || /^[,.—–]$/.test(after.text);
  if (!direct && (joint.text !== ',' || !closes)) return -1;
  for (let m = name - 1; m >= 0; m--) {
    const noun = mentions[m];
    if (!noun || noun.sentence !== mention.sentence || mention.first - noun.first > LONGEST) return -1;
    // Nothing but the role's own words may stand between.
    const end = m === name - 1 ? mention.first - 1 : (mentions[m + 1]?.first ?? 0);
    for (let k = noun.last + 1; k < end; k++) {
      const token = tokens[k];
      if (token && (token.classes & PREP) === 0) return -1;
    }
    const head = tokens[noun.head];
    const before = tokens[noun.first - 1];
    // A preposition in front makes the noun a complement itself, but "segundo o presidente da câmara, …" has none.
    const cue = model.cues[(model.cueFrom[noun.first] ?? 0) - 1];
    const sourced = cue?.kind === 'source' && cue.last === noun.first - 1;
    const inner = !sourced && before?.sentence === noun.sentence && (before.classes & (PREP | DET)) === PREP;
    if (
      head &&
      noun.kind === 'noun' &&
      (head.classes & (PERSON | TITLE)) !== 0 &&
      (head.classes & GROUP) === 0 &&
      !inner
    )
      return m;
  }
  return -1;
}
