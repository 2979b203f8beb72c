import { hasClass, PREP } from '../model/lexicon.ts';
import type { Mention } from '../model/token.ts';
import type { ArticleModel } from '../model/types.ts';
import type { Attribution } from './attribute-speakers.ts';

/** Contractions with a verb: "I've", "they'll". The part before the apostrophe is not a name. */
const CONTRACTION = /^(?:i|you|we|they|he|she|it|that|there|here|what|who)['’]/;
/** Pronouns for the article's reader, who is not quoted. */
const READER_PRONOUN = /^(?:you|yourself|your)$/;

/** Whether the sentence of a mention contains a cue. */
function hasAdjacentCue({ cues, cueFrom }: ArticleModel, { first, sentence }: Mention): boolean {
  const next = cueFrom[first] ?? 0;
  return cues[next]?.sentence === sentence || cues[next - 1]?.sentence === sentence;
}

/**
 * "On Dana Reed: “…”", "The plan is from Dana Reed. “…”": a name after a preposition is not the speaker if the
 * preposition begins the sentence, or if no colon precedes the quote. "The comment by Dana Reed: “…”" names the speaker.
 */
function isTopic(model: ArticleModel, mention: Mention, quote: number): boolean {
  const { tokens } = model;
  const { kind, first, sentence } = mention;
  const before = tokens[first - 1];
  if (kind !== 'name' || before?.sentence !== sentence || !hasClass(before, PREP)) return false;
  if (hasAdjacentCue(model, mention)) return false;
  return tokens[first - 2]?.sentence !== sentence || tokens[quote - 1]?.text !== ':';
}

/** Whether the chosen mention is plausible as the speaker, because no speaker is better than a wrong one. */
export function isPlausible(model: ArticleModel, { mention: index, span }: Attribution): boolean {
  const { tokens, mentions } = model;
  const quoteSpan = model.spans[span];
  // In transcripts and signed posts, which have no quotation marks, the layout identifies the speaker.
  if (quoteSpan !== undefined && quoteSpan.outerStart === quoteSpan.start) return true;
  const mention = mentions[index];
  const head = tokens[mention?.head ?? -1];
  if (!mention || !head) return true;
  if (CONTRACTION.test(head.lower) || CONTRACTION.test(tokens[mention.first]?.lower ?? '')) return false;
  if (mention.kind === 'pronoun') return !READER_PRONOUN.test(head.lower);
  return !isTopic(model, mention, model.quoteTokens[span] ?? -1);
}
