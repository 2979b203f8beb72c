import type { Mention } from '../model/mention.ts';
import type { ArticleModel } from '../model/types.ts';
import { findSubjectOfVerb, type Subject } from '../tagging/find-subject-of-verb.ts';

/** Tokens behind a quote in which its verb is looked for. */
const REACH = 8;

const isFiniteVerb = (model: ArticleModel, k: number): boolean => {
  const tag = model.tokens[k]?.tag;
  return (tag?.pos === 'VERB' || tag?.pos === 'AUX') && tag.form === 'fin';
};

/** Who may be the subject of the verb at a token, kept, since many quotes ask. */
function subjectsOf(model: ArticleModel, verb: number): readonly Subject[] {
  const { tagger } = model.lexicon;
  if (!tagger || verb < 0) return [];
  const kept = model.agents.get(verb);
  if (kept) return kept;
  const found = findSubjectOfVerb(model.tokens, verb, tagger.subjects);
  model.agents.set(verb, found);
  return found;
}

const NONE = 0;
/** 1 for no chance at all up to 15; 0 where nothing can be said. */
const step = (probability: number): number => 1 + Math.round(14 * probability);

function chanceOf(subjects: readonly Subject[], mention: Mention): number {
  if (subjects.length === 0) return NONE;
  const own = subjects.filter(
    ({ candidate }) => candidate && candidate.first <= mention.last && candidate.last >= mention.first,
  );
  return step(own.reduce((sum, { probability }) => sum + probability, 0));
}

/** The verb at a quote: the first finite one behind it in its sentence, or else the last one in front of it. */
export function verbsAt(model: ArticleModel, at: number): { behind: number; before: number } {
  const { tokens } = model;
  const sentence = tokens[at]?.sentence;
  let behind = -1;
  for (let k = at + 1; k <= at + REACH && tokens[k]?.sentence === sentence; k++) {
    if (tokens[k]?.kind === 'quote') break;
    if (isFiniteVerb(model, k)) {
      behind = k;
      break;
    }
  }
  let before = -1;
  for (let k = at - 1; k >= at - REACH * 2 && tokens[k]?.sentence === sentence; k--) {
    if (tokens[k]?.kind === 'quote') break;
    if (isFiniteVerb(model, k)) {
      before = k;
      break;
    }
  }
  return { behind, before };
}

export type AgentFeatures = {
  tied: number;
  tiedNone: number;
  behind: number;
  behindNone: number;
  before: number;
  beforeNone: number;
  pos: number;
  nominal: number;
  case: number;
};

const PARTS = ['NOUN', 'PROPN', 'PRON', 'DET', 'ADJ', 'NUM'];

/** What the tags say of a mention: whether it is the subject of the verbs at the quote, and what it is by itself. */
export function agentFeatures(
  model: ArticleModel,
  mention: Mention,
  cue: number,
  verbs: { behind: number; before: number },
): AgentFeatures {
  const tied = subjectsOf(model, model.cues[cue]?.first ?? -1);
  const behind = subjectsOf(model, verbs.behind);
  const before = subjectsOf(model, verbs.before);
  const none = (list: readonly Subject[]): number =>
    list.length === 0 ? NONE : step(list.find(({ candidate }) => candidate === null)?.probability ?? 0);
  const head = model.tokens[mention.head];
  const first = model.tokens[mention.first];
  const form = head?.tag?.case || first?.tag?.case || '';
  return {
    tied: chanceOf(tied, mention),
    tiedNone: none(tied),
    behind: chanceOf(behind, mention),
    behindNone: none(behind),
    before: chanceOf(before, mention),
    beforeNone: none(before),
    pos: head?.tag ? PARTS.indexOf(head.tag.pos) + 2 : 0,
    nominal: head?.tag ? step(head.nominal) : 0,
    case: form === 'nom' ? 2 : form === 'obl' ? 1 : 0,
  };
}
