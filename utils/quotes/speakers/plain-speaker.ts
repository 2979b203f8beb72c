import { findSubjectBefore } from '../model/clause-subjects.ts';
import { AUX, hasClass, OBJECT_PRONOUN } from '../model/lexicon.ts';
import { ATTRIBUTION_PUNCTUATION, classifyLink } from '../model/subject-link.ts';
import type { ArticleModel } from '../model/types.ts';

/** The speaker identified by plain grammar at a quote. */
interface PlainSpeaker {
  mention: number;
  side: 'before' | 'after' | 'none';
  /** Whether it is identified by layout: a signature or an introductory line. */
  isByLayout?: boolean;
}

/** Maximum distance between a source phrase and a quote, in tokens. */
const MAX_SOURCE_DISTANCE = 25;

/** Maximum distance between a verb of speech and the colon at the end of its paragraph, in tokens. */
const MAX_LEAD_DISTANCE = 16;

const NOBODY: PlainSpeaker = { mention: -1, side: 'none' };

/** Maximum number of mentions after a verb of speech that are examined for its subject. */
const MAX_MENTIONS_AFTER = 3;

/** “…,” X said · “…,” said X */
function findSpeakerAfter(model: ArticleModel, at: number): number {
  const { tokens, mentions, cues, mentionFrom, cueFrom } = model;
  let k = at + 1;
  while (k < at + 3 && ATTRIBUTION_PUNCTUATION.test(tokens[k]?.text ?? '')) k++;
  const cue = cues[cueFrom[at] ?? 0];
  const sentence = tokens[at]?.sentence;
  if (!cue || cue.sentence !== sentence || cue.kind === 'phrase' || cue.isParticiple) return -1;
  const first = mentionFrom[k] ?? 0;
  const mention = mentions[first];
  if (mention?.first === k && mention.last < cue.first) {
    const link = classifyLink(model, mention, cue);
    return /^(?:subject|apposition|relative|head)$/.test(link) ? first : -1;
  }
  while (k < cue.first && (hasClass(tokens[k], AUX | OBJECT_PRONOUN) || tokens[k]?.lower === 't')) k++;
  if (cue.first !== k) return -1;
  if (model.lexicon.code !== 'en') {
    // "«…», ha spiegato ancora il vicino", "a dit à l'AFP Dana Reed": the subject follows adverbs.
    for (let m = mentionFrom[cue.last + 1] ?? 0, n = 0; n < MAX_MENTIONS_AFTER; m++, n++) {
      const behind = mentions[m];
      if (behind?.sentence !== sentence || behind.kind === 'pronoun') break;
      if (classifyLink(model, behind, cue) === 'inverted-adverb') return m;
    }
  }
  const after = mentionFrom[cue.last + 1] ?? 0;
  return mentions[after]?.first === cue.last + 1 && mentions[after]?.sentence === sentence ? after : -1;
}

/** X said: “…” · X said that “…” */
function findSpeakerBefore(model: ArticleModel, at: number): number {
  const { tokens, cues, cueFrom } = model;
  const cue = cues[(cueFrom[at] ?? 0) - 1];
  if (cue?.kind === 'source' && cue.sentence === tokens[at]?.sentence) {
    // "According to X, the pier is “…”"
    const named = model.mentionFrom[cue.last + 1] ?? 0;
    return model.mentions[named]?.first === cue.last + 1 && at - cue.last < MAX_SOURCE_DISTANCE ? named : -1;
  }
  if (
    !cue ||
    cue.sentence !== tokens[at]?.sentence ||
    cue.kind !== 'verb' ||
    cue.isParticiple ||
    at - cue.last > 3
  )
    return -1;
  for (let k = cue.last + 1; k < at; k++) {
    const token = tokens[k];
    if (token && !ATTRIBUTION_PUNCTUATION.test(token.text) && token.text !== ':' && token.lower !== 'that')
      return -1;
  }
  return findSubjectBefore(model, cue);
}

/** X wrote: followed by a paragraph of X's words. */
function findLeadSpeaker(model: ArticleModel, at: number): number {
  const { tokens, cues, cueFrom } = model;
  const colon = tokens[at - 1];
  const cue = cues[(cueFrom[at] ?? 0) - 1];
  if (colon?.text !== ':' || colon.paragraph === tokens[at]?.paragraph) return -1;
  if (cue?.kind !== 'verb' || cue.sentence !== colon.sentence || at - cue.last > MAX_LEAD_DISTANCE) return -1;
  return findSubjectBefore(model, cue);
}

/** LINDQVIST: … */
function findLabel(model: ArticleModel, at: number): number {
  const { tokens, mentions, mentionFrom } = model;
  if (tokens[at - 1]?.text !== ':') return -1;
  const index = (mentionFrom[at] ?? 0) - 1;
  const mention = mentions[index];
  if (!mention || mention.last !== at - 2) return -1;
  const before = tokens[mention.first - 1];
  return !before || before.sentence !== mention.sentence ? index : -1;
}

function opensParagraph({ tokens, mentions }: ArticleModel, m: number): boolean {
  const first = mentions[m]?.first ?? -1;
  return mentions[m]?.kind === 'name' && tokens[first - 1]?.paragraph !== tokens[first]?.paragraph;
}

/** “…” — Mara Lindqvist: a signature after the quote or in the next paragraph, followed by at most a date. */
function findSignature(model: ArticleModel, at: number): number {
  const { tokens, mentions, mentionFrom } = model;
  const dash = tokens[at + 1];
  if (!dash || !/^[–—―-]$/.test(dash.text)) return -1;
  // He said it was “the first.” — Ana Holm: a quote inside a sentence has its speaker there; the name is the author's.
  if (tokens[at - 1]?.sentence === tokens[at]?.sentence) return -1;
  const index = mentionFrom[at + 2] ?? 0;
  const mention = mentions[index];
  if (mention?.first !== at + 2 || mention.kind !== 'name') return -1;
  const stop = tokens[mention.last + 1]?.text === '.' ? 2 : 1;
  const after = tokens[mention.last + stop];
  const isDated = tokens[mention.last + stop + 1]?.kind === 'number' || after?.kind === 'number';
  return !after || after.paragraph !== dash.paragraph || isDated ? index : -1;
}

/** Finds the speaker by plain grammar alone. A clause after the quote takes precedence, because it is more reliable. */
export function findPlainSpeaker(model: ArticleModel, at: number): PlainSpeaker {
  const signature = findSignature(model, at);
  if (signature >= 0) return { mention: signature, side: 'after', isByLayout: true };
  const after = findSpeakerAfter(model, at);
  if (after >= 0 && model.mentions[after]?.kind !== 'relative') return { mention: after, side: 'after' };
  const label = findLabel(model, at);
  // A line that begins with a name and a colon is a turn.
  if (label >= 0 && opensParagraph(model, label)) return { mention: label, side: 'before', isByLayout: true };
  const lead = label >= 0 ? -1 : findLeadSpeaker(model, at);
  if (lead >= 0) return { mention: lead, side: 'before', isByLayout: true };
  const before = label >= 0 ? label : findSpeakerBefore(model, at);
  return before >= 0 && model.mentions[before]?.kind !== 'relative'
    ? { mention: before, side: 'before' }
    : NOBODY;
}
