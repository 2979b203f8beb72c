import type { Cue } from '../model/cue.ts';
import { edges, links, sides, step } from '../model/feature-scales.ts';
import { PHRASE, THOUGHT } from '../model/lexicon.ts';
import type { Mention } from '../model/mention.ts';
import { countSubjects } from '../model/mention-numbers.ts';
import type { ArticleModel } from '../model/types.ts';
import type { TieFeatures } from './candidate-features.ts';
import type { Tie } from './candidate-ties.ts';

const SAY = /^(?:sa(?:id|y|ys|ying)|t(?:old|ells?|elling)|added|adds|writ(?:es|ten|ing)|wrote)$/;
const ASK = /^(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?)$/;

/** The kind of cue word: 1 weak phrase … 6 "said". */
function wordOf(model: ArticleModel, tie: Tie): number {
  const cue = model.cues[tie.cue];
  const token = cue && model.tokens[cue.first];
  if (!cue || !token) return 0;
  if (cue.kind === 'source') return 7;
  if (SAY.test(token.lower)) return 6;
  if (ASK.test(token.lower)) return 4;
  if (cue.kind === 'phrase') return 1;
  if ((token.classes & THOUGHT) !== 0) return 2;
  return (token.classes & PHRASE) !== 0 ? 3 : 5;
}

const NO_TIE: TieFeatures = {
  link: 0,
  side: 0,
  edge: 0,
  gap: 0,
  near: 0,
  crowd: 0,
  word: 0,
  cost: 0,
  subjects: 0,
  commas: 0,
};

/** Features of one tie, or zeros. */
export function tieFeatures(model: ArticleModel, at: number, mention: Mention, tie: Tie | null): TieFeatures {
  const cue = tie && model.cues[tie.cue];
  if (!tie || !cue) return NO_TIE;
  const gap = cue.last < at ? at - cue.last - 1 : cue.first - at - 1;
  const from = Math.min(mention.first, cue.first);
  const near = from > at ? from - at - 1 : at - 1 - Math.max(mention.last, cue.last);
  return {
    link: links(tie.link),
    side: sides(tie.quote.side),
    edge: edges(tie.quote.edge),
    gap: step(gap),
    near: step(near),
    crowd: tie.quote.cues + 4 * tie.quote.quotes,
    word: wordOf(model, tie) + (cue.participle ? 8 : 0),
    cost: Math.min(15, tie.cost),
    ...between(model, mention, cue),
  };
}

/** Between a mention and a cue: other subjects, and commas. */
function between(model: ArticleModel, mention: Mention, cue: Cue): Pick<TieFeatures, 'subjects' | 'commas'> {
  const before = mention.last < cue.first;
  const from = before ? mention.last + 1 : cue.last + 1;
  const to = before ? cue.first : mention.first;
  const subjects = countSubjects(
    model.mentionNumbers,
    model.mentionFrom[from] ?? 0,
    model.mentionFrom[to] ?? 0,
  );
  const commas = to > from ? (model.path.commas[to] ?? 0) - (model.path.commas[from] ?? 0) : 0;
  return { subjects: Math.min(6, subjects), commas: Math.min(6, commas) };
}
