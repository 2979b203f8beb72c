import { findSubjectBefore } from '../model/clause-subjects.ts';
import { COMPLEMENTISER, hasClass } from '../model/lexicon.ts';
import { findAntecedent } from '../model/subject-link.ts';
import type { Cue } from '../model/token.ts';
import type { ArticleModel, PreviousSpeaker } from '../model/types.ts';
import { type FlatTrees, flattenTrees, sumTrees, type Tree } from './boosted-trees.ts';
import { SCALES } from './candidate-features.ts';
import { type CandidateFeatures, FEATURE_NAMES, type FeatureName, rowOf } from './candidate-row.ts';
import { findCandidates, getSpeakerKey } from './candidates.ts';
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

/** Who passed on a quote, in the article's words: "the Kremlin". Null without one. */
export function findReporter(model: ArticleModel, span: number, speaker: number): string | null {
  const { tokens, mentions, text } = model;
  const at = model.quoteTokens[span] ?? -1;
  const mention = mentions[speaker];
  if (!mention || mention.first > at || mention.sentence !== tokens[at]?.sentence) return null;
  const outer = outerCue(model, speaker);
  const reporter = mentions[outer ? findSubjectBefore(model, outer) : -1];
  const first = reporter && tokens[reporter.first];
  const last = reporter && tokens[reporter.last];
  if (!first || !last) return null;
  return text.slice(first.start, last.isPossessive ? last.start + last.text.length : last.end);
}

/** The mention that was chosen as a quote's speaker. */
export interface Attribution {
  span: number;
  /** Index of the mention, or -1 if there is none nearby. */
  mention: number;
  /** Index of the cue, or -1. */
  cue: number;
  /** 0–1: this mention's share of the total probability. */
  confidence: number;
  /** Whether the mention also spoke the previous quote. */
  continues: boolean;
  /** Whether the layout itself identifies the mention (2), or plain grammar at the quote does (1). */
  plain: 0 | 1 | 2;
  /** All nearby mentions with their probabilities and their relation to the quote. */
  options: readonly Option[];
}

/** A mention near a quote with its share of the total probability. */
interface Option {
  mention: number;
  cue: number;
  share: number;
  /** Null for a speaker found by a rule. */
  features: CandidateFeatures | null;
}

/** Log-odds bonus for plain grammar at the quote, which is nearly always right. */
export const PLAIN = 2;
/** … and for layout. */
const LAYOUT_BONUS = 5;
/** Minimum probability of a mention at which plain grammar settles the reference of a name or an unnamed source. */
const MIN_PLAIN_PROBABILITY = 0.8;
/** Cost of an equally plain relation to a cue. */
const EQUAL_TIE_COST = 1;
/** Confidence in a speaker whom only the language's own grammar identifies, often by omission. */
const GRAMMAR_CONFIDENCE = 0.7;

/** Smaller shares of the probability are ignored. */
const MIN_PROBABILITY = 0.005;

const shipped = flattenTrees(speakerTrees.trees as readonly Tree<FeatureName>[], FEATURE_NAMES, SCALES);

/** Chooses a speaker mention for each span, in order, because the last speaker is evidence for the next quote. */
export function attributeSpeakers(
  model: ArticleModel,
  people: PeopleTable,
  reported: ReadonlySet<number>,
  quoted: readonly number[],
  trees: FlatTrees = shipped,
): Attribution[] {
  const attributions: Attribution[] = [];
  let previous = null as PreviousSpeaker | null;
  const spoken = new Map<string, number>();
  for (const span of quoted) {
    const candidates = findCandidates(model, people, reported, span, previous);
    const scores = candidates.map(
      ({ features, plain, sure }) =>
        sumTrees(trees, rowOf(features)) + (plain ? PLAIN : 0) + (sure ? LAYOUT_BONUS : 0),
    );
    const top = scores.reduce((a, b) => Math.max(a, b), -Infinity);
    const shares = scores.map((score) => Math.exp(score - top));
    const total = shares.reduce((a, b) => a + b, 0);
    const chosen = shares.indexOf(1);
    let mention = candidates[chosen]?.mention ?? -1;
    let cue = candidates[chosen]?.cue ?? -1;
    // Mentions of one person share their probability: "the mayor, Mara Lindqvist, who".
    const referent = findAntecedent(model, mention);
    const person = people.personOf[referent] ?? -1;
    let most = shares.reduce((sum, share, i) => {
      const other = findAntecedent(model, candidates[i]?.mention ?? -1);
      return other === referent || (person >= 0 && people.personOf[other] === person) ? sum + share : sum;
    }, 0);
    const own = model.lexicon.data.findOmittedSubject?.(model, span, previous) ?? null;
    if (own) {
      most =
        own.mention === mention ? Math.max(most, total * GRAMMAR_CONFIDENCE) : total * GRAMMAR_CONFIDENCE;
      ({ mention, cue } = own);
    }
    const ruled = own ? { ...own, share: GRAMMAR_CONFIDENCE } : null;
    const at: number = model.quoteTokens[span] ?? -1;
    const confidence = total > 0 ? most / total : 0;
    const likeliest = candidates[chosen];
    const stays = likeliest?.mention === mention;
    const marked = model.spans[span];
    // A turn of a transcript: its label is the speaker.
    const isTurn = marked !== undefined && marked.outerStart === marked.start;
    const tied =
      likeliest !== undefined && (likeliest.plain || likeliest.features.tie.cost <= EQUAL_TIE_COST);
    const isPlain = tied && confidence >= MIN_PLAIN_PROBABILITY;
    const plain = !stays ? 0 : likeliest.sure || (isTurn && likeliest.plain) ? 2 : isPlain ? 1 : 0;
    const continues: boolean = mention >= 0 && previous?.mention === mention;
    const options: Option[] = candidates.flatMap(({ mention: near, cue: tied, features }, i) => {
      const share = ((shares[i] ?? 0) / total) * (ruled ? 1 - ruled.share : 1);
      return share >= MIN_PROBABILITY ? [{ mention: near, cue: tied, share, features }] : [];
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
      const key = getSpeakerKey(model, people, mention);
      spoken.set(key, (spoken.get(key) ?? 0) + 1);
      previous = { quoteToken: at, mention, cue, earlierMention: before, quoteCounts: spoken };
    }
  }
  return attributions;
}
