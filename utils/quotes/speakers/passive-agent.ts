import type { ArticleModel } from '../model/types.ts';

const BE = /^(?:is|are|was|were|be|been|being)$/;

/** Who said it in the passive: Holm in "the flood was called “…” by Holm". Null elsewhere. */
export function passiveAgent(model: ArticleModel, span: number): { mention: number; cue: number } | null {
  const { tokens, mentions, cues, cueFrom, mentionFrom } = model;
  const at = model.quoteTokens[span] ?? -1;
  if (tokens[at + 1]?.lower !== 'by' || tokens[at + 1]?.sentence !== tokens[at]?.sentence) return null;
  const cue = (cueFrom[at] ?? 0) - 1;
  const verb = cues[cue];
  if (verb?.sentence !== tokens[at]?.sentence || !BE.test(tokens[(verb?.first ?? 0) - 1]?.lower ?? ''))
    return null;
  const mention = mentionFrom[at + 2] ?? 0;
  return mentions[mention]?.first === at + 2 ? { mention, cue } : null;
}
