import { findSubjectBefore } from '../model/clause-subjects.ts';
import { COMPLEMENTISER, hasClass } from '../model/lexicon.ts';
import { findAntecedent } from '../model/subject-link.ts';
import type { Cue } from '../model/token.ts';
import type { ArticleModel, PreviousSpeaker } from '../model/types.ts';
import { type FlatTrees, flattenTrees, sumTrees, type Tree } from './boosted-trees.ts';
import { SCALES } from './candidate-features.ts';
import { type CandidateFeatures, FEATURE_NAMES, type FeatureName, toFeatureRow } from './candidate-row.ts';
import { findCandidates, getSpeakerKey } from './candidates.ts';
import type { PeopleTable } from './people/people-table.ts';
import speakerTrees from './speaker-trees.json' with { type: 'json' };

/** Finds the cue whose complement begins with mention `index` ("the palace said [that] Reed …"); null without one. */
function findOuterCue(model: ArticleModel, index: number): Cue | null {
  const mention = model.mentions[index];
  if (!mention) return null;
  const outer = model.cues[(model.cueFrom[mention.first] ?? 0) - 1];
  if (outer?.kind !== 'verb' || outer.sentence !== mention.sentence) return null;
  const gap = mention.first - outer.last - 1;
  return gap === 0 || (gap === 1 && hasClass(model.tokens[outer.last + 1], COMPLEMENTISER)) ? outer : null;
}

/** Returns the words for the source that relayed a quote ("the Kremlin"); null without one. */
export function findReporter(model: ArticleModel, span: number, speaker: number): string | null {
  const { tokens, mentions, text } = model;
  const at = model.quoteTokens[span] ?? -1;
  const mention = mentions[speaker];
  if (!mention || mention.first > at || mention.sentence !== tokens[at]?.sentence) return null;
  const outer = findOuterCue(model, speaker);
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
  /** The probability that this person is the speaker, 0–1. */
  confidence: number;
  /** Whether the mention also spoke the previous quote. */
  continues: boolean;
  /** How the mention is identified: by the layout 2, by plain grammar at the quote 1, by neither 0. */
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

/** Bonus for plain grammar at the quote, which is nearly always right, in log-odds. */
export const PLAIN_GRAMMAR_BONUS = 2;
/** Bonus for layout, in log-odds. */
const LAYOUT_BONUS = 5;
/** Minimum probability of a mention that is considered identified by plain grammar. */
const MIN_PLAIN_PROBABILITY = 0.8;
/** Maximum cost of a relation to a cue that is as reliable as plain grammar. */
const MAX_PLAIN_TIE_COST = 1;
/** Confidence in a speaker found by a rule of the language, usually for an omitted subject. */
const GRAMMAR_CONFIDENCE = 0.7;

/** Minimum probability of a mention that is kept as an option. */
const MIN_PROBABILITY = 0.005;

const defaultTrees = flattenTrees(speakerTrees.trees as readonly Tree<FeatureName>[], FEATURE_NAMES, SCALES);

/**
 * Chooses the mention of the speaker for each quoted span. The spans are processed in order, because the last speaker is
 * evidence for the next quote.
 *
 * @param reportingMentions mentions that are subjects of reporting verbs
 * @param quoteSpans indices of the spans that are quotes
 */
export function attributeSpeakers(
  model: ArticleModel,
  people: PeopleTable,
  reportingMentions: ReadonlySet<number>,
  quoteSpans: readonly number[],
  trees: FlatTrees = defaultTrees,
): Attribution[] {
  const attributions: Attribution[] = [];
  let previous = null as PreviousSpeaker | null;
  const quoteCounts = new Map<string, number>();
  for (const span of quoteSpans) {
    const candidates = findCandidates(model, people, reportingMentions, span, previous);
    const scores = candidates.map(
      ({ features, plain, isByLayout }) =>
        sumTrees(trees, toFeatureRow(features)) +
        (plain ? PLAIN_GRAMMAR_BONUS : 0) +
        (isByLayout ? LAYOUT_BONUS : 0),
    );
    const top = scores.reduce((a, b) => Math.max(a, b), -Infinity);
    const weights = scores.map((score) => Math.exp(score - top));
    const total = weights.reduce((a, b) => a + b, 0);
    const chosen = weights.indexOf(1);
    let mention = candidates[chosen]?.mention ?? -1;
    let cue = candidates[chosen]?.cue ?? -1;
    // The probabilities of all mentions of one person are added: "the mayor, Mara Lindqvist, who".
    const referent = findAntecedent(model, mention);
    const person = people.personOf[referent] ?? -1;
    let speakerWeight = weights.reduce((sum, share, i) => {
      const other = findAntecedent(model, candidates[i]?.mention ?? -1);
      return other === referent || (person >= 0 && people.personOf[other] === person) ? sum + share : sum;
    }, 0);
    const omittedSubject = model.lexicon.data.findOmittedSubject?.(model, span, previous) ?? null;
    if (omittedSubject) {
      speakerWeight =
        omittedSubject.mention === mention
          ? Math.max(speakerWeight, total * GRAMMAR_CONFIDENCE)
          : total * GRAMMAR_CONFIDENCE;
      ({ mention, cue } = omittedSubject);
    }
    const ruleOption = omittedSubject ? { ...omittedSubject, share: GRAMMAR_CONFIDENCE } : null;
    const at: number = model.quoteTokens[span] ?? -1;
    const confidence = total > 0 ? speakerWeight / total : 0;
    const likeliest = candidates[chosen];
    const isUnchanged = likeliest?.mention === mention;
    const quoteSpan = model.spans[span];
    // In a transcript, a span has no quotation marks, and its label is the speaker.
    const isTurn = quoteSpan !== undefined && quoteSpan.outerStart === quoteSpan.start;
    const tied =
      likeliest !== undefined && (likeliest.plain || likeliest.features.tie.cost <= MAX_PLAIN_TIE_COST);
    const isPlain = tied && confidence >= MIN_PLAIN_PROBABILITY;
    const plain = !isUnchanged
      ? 0
      : likeliest.isByLayout || (isTurn && likeliest.plain)
        ? 2
        : isPlain
          ? 1
          : 0;
    const continues: boolean = mention >= 0 && previous?.mention === mention;
    const options: Option[] = candidates.flatMap(({ mention: near, cue: tied, features }, i) => {
      const share = ((weights[i] ?? 0) / total) * (ruleOption ? 1 - ruleOption.share : 1);
      return share >= MIN_PROBABILITY ? [{ mention: near, cue: tied, share, features }] : [];
    });
    if (ruleOption) options.push({ ...ruleOption, features: null });
    attributions.push({
      span,
      mention,
      cue,
      confidence,
      continues,
      plain,
      options,
    });
    const earlierMention: number = previous ? previous.mention : -1;
    if (mention >= 0) {
      const key = getSpeakerKey(model, people, mention);
      quoteCounts.set(key, (quoteCounts.get(key) ?? 0) + 1);
      previous = { quoteToken: at, mention, cue, earlierMention, quoteCounts };
    }
  }
  return attributions;
}
