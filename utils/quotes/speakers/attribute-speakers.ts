import { subjectBefore } from '../model/clause-subjects.ts';
import { COMPLEMENTISER, hasClass } from '../model/lexicon.ts';
import { antecedentOf } from '../model/subject-link.ts';
import type { Cue } from '../model/token.ts';
import type { ArticleModel, Previous } from '../model/types.ts';
import { type FlatTrees, flattenTrees, sumTrees, type Tree } from './boosted-trees.ts';
import {
  type CandidateFeatures,
  FEATURE_NAMES,
  type FeatureName,
  rowOf,
  SCALES,
} from './candidate-features.ts';
import { findCandidates, voiceKey } from './candidates.ts';
import type { PeopleTable } from './people/people-table.ts';
import speakerTrees from './speaker-trees.json' with { type: 'json' };

/** The cue whose complement begins with mention `index` ("the palace said [that] Reed …"), or null. */
function outerCue(model: ArticleModel, index: number): Cue | null {
  const mention = model.mentions[index];
  if (!mention) return null;
  const outer = model.cues[(model.cueFrom[mention.first] ?? 0) - 1];
  if (outer?.kind !== 'verb' || outer.sentence !== mention.sentence) return null;
  const gap = mention.first - outer.last - 1;
  return gap === 0 || (gap === 1 && hasClass(model.tokens[outer.last + 1], COMPLEMENTISER)) ? outer : null;
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

/** The mention chosen as a quote's speaker. */
export interface Attribution {
  span: number;
  /** Index of the mention, or -1 when nobody stands near. */
  mention: number;
  /** Index of the cue, or -1. */
  cue: number;
  /** 0–1: the share of the belief that this mention holds. */
  confidence: number;
  /** The mention is the one that spoke the quote before, too. */
  continues: boolean;
  /** The layout itself names the mention (2), or plain grammar at the quote does (1). */
  plain: 0 | 1 | 2;
  /** Everybody near with their share of the belief, and how they stand to the quote. */
  options: readonly Option[];
}

/** A mention near a quote with its share of the belief. */
interface Option {
  mention: number;
  cue: number;
  share: number;
  /** Null for somebody whom a rule found. */
  features: CandidateFeatures | null;
}

/** Plain grammar at the quote is right so often that it starts with this much of a lead, in log-odds. */
export const PLAIN = 2;
/** … and what the layout itself says. */
const SURE = 5;
/** Belief in a mention from which plain grammar settles who is meant by a name or an unnamed source. */
const PLAIN_BELIEF = 0.8;
/** The cost of a tie to a cue that is as plain. */
const TIED = 1;
/** A speaker whom only the language's own grammar names, often by leaving them out. */
const OWN_CONFIDENCE = 0.7;

/** Smaller shares of the belief are not worth a look. */
const LEAST_SHARE = 0.005;

const shipped = flattenTrees(speakerTrees.trees as readonly Tree<FeatureName>[], FEATURE_NAMES, SCALES);

/** Chooses a speaker mention for each span, in order: the last speaker is evidence for the next quote. */
export function attributeSpeakers(
  model: ArticleModel,
  people: PeopleTable,
  reported: ReadonlySet<number>,
  quoted: readonly number[],
  trees: FlatTrees = shipped,
): Attribution[] {
  const attributions: Attribution[] = [];
  let previous = null as Previous | null;
  const spoken = new Map<string, number>();
  for (const span of quoted) {
    const candidates = findCandidates(model, people, reported, span, previous);
    const scores = candidates.map(
      ({ features, plain, sure }) =>
        sumTrees(trees, rowOf(features)) + (plain ? PLAIN : 0) + (sure ? SURE : 0),
    );
    const top = scores.reduce((a, b) => Math.max(a, b), -Infinity);
    const shares = scores.map((score) => Math.exp(score - top));
    const total = shares.reduce((a, b) => a + b, 0);
    const chosen = shares.indexOf(1);
    let mention = candidates[chosen]?.mention ?? -1;
    let cue = candidates[chosen]?.cue ?? -1;
    // Mentions of one person share one belief: "the mayor, Mara Lindqvist, who".
    const meant = antecedentOf(model, mention);
    const person = people.personOf[meant] ?? -1;
    let most = shares.reduce((sum, share, i) => {
      const other = antecedentOf(model, candidates[i]?.mention ?? -1);
      return other === meant || (person >= 0 && people.personOf[other] === person) ? sum + share : sum;
    }, 0);
    const own = model.lexicon.data.findSubject?.(model, span, previous) ?? null;
    if (own) {
      most = own.mention === mention ? Math.max(most, total * OWN_CONFIDENCE) : total * OWN_CONFIDENCE;
      ({ mention, cue } = own);
    }
    const ruled = own ? { ...own, share: OWN_CONFIDENCE } : null;
    const at: number = model.quoteTokens[span] ?? -1;
    const confidence = total > 0 ? most / total : 0;
    const likeliest = candidates[chosen];
    const stays = likeliest?.mention === mention;
    const marked = model.spans[span];
    // A turn of a transcript: its label says who speaks.
    const isTurn = marked !== undefined && marked.outerStart === marked.start;
    const tied = likeliest !== undefined && (likeliest.plain || likeliest.features.tie.cost <= TIED);
    const isPlain = tied && confidence >= PLAIN_BELIEF;
    const plain = !stays ? 0 : likeliest.sure || (isTurn && likeliest.plain) ? 2 : isPlain ? 1 : 0;
    const continues: boolean = mention >= 0 && previous?.mention === mention;
    const options: Option[] = candidates.flatMap(({ mention: near, cue: tied, features }, i) => {
      const share = ((shares[i] ?? 0) / total) * (ruled ? 1 - ruled.share : 1);
      return share >= LEAST_SHARE ? [{ mention: near, cue: tied, share, features }] : [];
    });
    if (ruled) options.push({ ...ruled, features: null });
    attributions.push({
      span,
      mention,
      cue,
      confidence,
      continues,
      plain,
      options,
    });
    const before: number = previous ? previous.mention : -1;
    if (mention >= 0) {
      const key = voiceKey(model, people, mention);
      spoken.set(key, (spoken.get(key) ?? 0) + 1);
      previous = { at, mention, cue, before, spoken };
    }
  }
  return attributions;
}
