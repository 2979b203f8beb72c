import type { Cue } from '../model/cue.ts';
import { subjectBefore } from '../model/cue-subjects.ts';
import { hasClass } from '../model/has-class.ts';
import { COMPLEMENTISER, THOUGHT } from '../model/lexicon.ts';
import type { ArticleModel } from '../model/types.ts';

/** The cue whose complement begins with mention `index` ("the palace said [that] Reed …"), or null. */
function outerCue(model: ArticleModel, index: number): Cue | null {
  const mention = model.mentions[index];
  if (!mention) return null;
  const outer = model.cues[(model.cueFrom[mention.first] ?? 0) - 1];
  if (outer?.kind !== 'verb' || outer.sentence !== mention.sentence) return null;
  const gap = mention.first - outer.last - 1;
  return gap === 0 || (gap === 1 && hasClass(model.tokens[outer.last + 1], COMPLEMENTISER)) ? outer : null;
}

/**
 * Whoever speaks inside another one's report: in "the palace said Reed reaffirmed that '…'" with the palace as
 * `chosen` it is Reed. Only names, and only when the cue next to the quote is one of speech, not of thought.
 */
export function innerSpeaker(
  model: ArticleModel,
  span: number,
  chosen: number,
): { mention: number; cue: number } | null {
  const { tokens, mentions, cues, cueFrom } = model;
  const at = model.quoteTokens[span] ?? -1;
  const index = (cueFrom[at] ?? 0) - 1;
  const cue = cues[index];
  const quote = tokens[at];
  if (!cue || !quote || cue.sentence !== quote.sentence || cue.kind !== 'verb' || cue.participle) return null;
  if (hasClass(tokens[cue.first], THOUGHT)) return null;
  const inner = subjectBefore(model, cue);
  if (inner === chosen || mentions[inner]?.kind !== 'name') return null;
  const outer = outerCue(model, inner);
  return outer && subjectBefore(model, outer) === chosen ? { mention: inner, cue: index } : null;
}

/** Who passed a quote on, in the article's words: "the Kremlin". Null when nobody did. */
export function findReporter(model: ArticleModel, span: number, speaker: number): string | null {
  const { tokens, mentions, text } = model;
  const at = model.quoteTokens[span] ?? -1;
  const mention = mentions[speaker];
  if (!mention || mention.first > at || mention.sentence !== tokens[at]?.sentence) return null;
  const outer = outerCue(model, speaker);
  const reporter = mentions[outer ? subjectBefore(model, outer) : -1];
  const first = reporter && tokens[reporter.first];
  const last = reporter && tokens[reporter.last];
  if (!first || !last) return null;
  return text.slice(first.start, last.possessive ? last.start + last.text.length : last.end);
}
