import {
  ADVERB,
  AUX,
  CUE_VERB,
  DOCUMENT_NOUN,
  GROUP_NOUN,
  hasClass,
  OBJECT_PRONOUN,
  ORGANISATION_NOUN,
  PERSON_NOUN,
  PREP,
  PRONOUN,
  TITLE,
} from '../model/lexicon.ts';
import { SPEAKING_NOUN } from '../model/noun-phrase.ts';
import type { Token } from '../model/token.ts';
import type { ArticleModel, PreviousSpeaker } from '../model/types.ts';
import { compareAgreement } from '../speakers/entities/likeliest-mention.ts';

/** Maximum number of mentions examined before a quote, to bound the time in long paragraphs. */
const MAX_MENTIONS = 80;

/** Finds the cue directly after the quote at token `at` if its clause has no subject (“…”, afirmó.); else -1. */
function findSubjectlessCue(model: ArticleModel, at: number): number {
  const { tokens, cues, cueFrom, mentions, mentionFrom } = model;
  let k = at + 1;
  while (k < at + 3 && /^[,–—-]$/.test(tokens[k]?.text ?? '')) k++;
  while (hasClass(tokens[k], AUX | OBJECT_PRONOUN)) k++;
  const index = cueFrom[at] ?? 0;
  const cue = cues[index];
  if (cue?.first !== k || cue.kind !== 'verb' || cue.sentence !== tokens[at]?.sentence) return -1;
  // "«…», racconta ancora il vicino": adverbs may be between a verb and its subject.
  let subjectStart = cue.last + 1;
  while (hasClass(tokens[subjectStart], ADVERB) && !hasClass(tokens[subjectStart], PREP)) subjectStart++;
  const next = mentions[mentionFrom[subjectStart] ?? 0];
  if (next?.first === subjectStart && next.sentence === cue.sentence) return -1;
  return index;
}

/** Whether a mention may be the subject of a cue: a person or an organisation that agrees with the verb in number. */
function agreesWithVerb({ tokens, mentions, cues }: ArticleModel, index: number, cue: number): boolean {
  const mention = mentions[index];
  const head = tokens[mention?.head ?? -1];
  let finiteVerb = cues[cue]?.first ?? -1;
  // "han asegurado": the auxiliary shows the number.
  while (hasClass(tokens[finiteVerb - 1], AUX)) finiteVerb--;
  const verb = tokens[finiteVerb];
  if (!mention || !head) return false;
  if (mention.kind === 'noun' && !hasClass(head, SPEAKING_NOUN | TITLE)) return false;
  // "la policía informaron": an organisation may take either number.
  const mentionNumber =
    mention.kind === 'name' && !hasClass(head, ORGANISATION_NOUN | GROUP_NOUN) ? 's' : head.tag?.number;
  const isBody = hasClass(head, ORGANISATION_NOUN | GROUP_NOUN);
  return compareAgreement(isBody && verb?.tag?.number === 'p' ? '' : mentionNumber, verb?.tag?.number) > 1;
}

/** "Il cancello era chiuso. «…», dice.": an inanimate subject of the paragraph is not the speaker. */
const canSpeak = (head: Token): boolean =>
  (head.classes & CUE_VERB) === 0 &&
  hasClass(head, PERSON_NOUN | TITLE | GROUP_NOUN | ORGANISATION_NOUN | DOCUMENT_NOUN | PRONOUN);

/**
 * Finds the omitted subject of a clause, in languages that allow omission: the subject at the start of the paragraph, or
 * else the last speaker, or the only person named in the paragraph.
 */
export function findOmittedSubject(
  model: ArticleModel,
  span: number,
  previous: PreviousSpeaker | null,
): { mention: number; cue: number } | null {
  if (!model.lexicon.data.dropsSubjects) return null;
  const { tokens, mentions, mentionFrom } = model;
  const at = model.quoteTokens[span] ?? -1;
  const quote = tokens[at];
  const cue = findSubjectlessCue(model, at);
  if (!quote || cue < 0) return null;
  const names: number[] = [];
  const edge = mentionFrom[at] ?? 0;
  for (let m = edge - 1; m >= 0 && edge - m <= MAX_MENTIONS; m--) {
    const mention = mentions[m];
    const head = mention && tokens[mention.head];
    if (!head || head.paragraph !== quote.paragraph || quote.sentence - head.sentence > 2) break;
    const opensSentence = tokens[mention.first - 1]?.sentence !== mention.sentence;
    if (!agreesWithVerb(model, m, cue)) continue;
    if (mention.kind === 'name') names.push(m);
    if (opensSentence && (mention.kind === 'name' || canSpeak(head))) return { mention: m, cue };
  }
  const last = previous && tokens[previous.quoteToken];
  // … also at the start of the next paragraph, if no other person is named in between.
  const opensSentence =
    tokens[at - 1]?.paragraph !== quote.paragraph && last?.paragraph === quote.paragraph - 1;
  if (
    previous &&
    (last?.paragraph === quote.paragraph || opensSentence) &&
    agreesWithVerb(model, previous.mention, cue)
  )
    return { mention: previous.mention, cue };
  // "Of another opinion is Reed. “…”, complains.": the paragraph does not begin with a person, but names one.
  const [only = -1, ...more] = names;
  return only >= 0 && more.length === 0 ? { mention: only, cue } : null;
}
