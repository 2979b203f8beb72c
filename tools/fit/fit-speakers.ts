import { findReportingSubjects } from '../../utils/quotes/model/clause-subjects.ts';
import { HE_PRONOUN, PERSON_NOUN, SHE_PRONOUN, TITLE } from '../../utils/quotes/model/lexicon.ts';
import { findAntecedent } from '../../utils/quotes/model/subject-link.ts';
import type { PreviousSpeaker } from '../../utils/quotes/model/types.ts';
import { PLAIN_GRAMMAR_BONUS } from '../../utils/quotes/speakers/attribute-speakers.ts';
import { type FlatTrees, sumTrees, type Tree } from '../../utils/quotes/speakers/boosted-trees.ts';
import { FEATURE_NAMES, type FeatureName, toFeatureRow } from '../../utils/quotes/speakers/candidate-row.ts';
import { type Candidate, findCandidates, getSpeakerKey } from '../../utils/quotes/speakers/candidates.ts';
import { buildPeopleTable } from '../../utils/quotes/speakers/people/people.ts';
import { getSpeakerPhrase } from '../../utils/quotes/speakers/speaker-phrase.ts';
import { type BoostOptions, boost, type Groups } from './boost.ts';
import { type LabelledArticle, namesSource } from './quote-corpus.ts';
import { meansSpeaker, type QuoteArticle } from './said-corpus.ts';

/**
 * In cross-validation by publisher, 54 to 110 trees of 12 to 16 leaves are equally good within the variation between
 * folds.
 */
const OPTIONS: BoostOptions = {
  trees: 220,
  leaves: 14,
  rate: 0.06,
  lambda: 4,
  least: 1.5,
  groups: 0.6,
  features: 0.4,
};

/** A labelled quote with all candidate speakers. */
export interface Example {
  publisher: string;
  /** Absent in corpora of one language. */
  lang?: string;
  at: number;
  source: string;
  options: { candidate: Candidate; right: boolean }[];
  /** Its weight; 1 if absent. */
  weight?: number;
}

/** The labelled quotes of all articles, each with the true previous speaker. */
export function speakerExamples(articles: readonly LabelledArticle[]): Example[] {
  const examples: Example[] = [];
  for (const { id, model, truth } of articles) {
    const reported = findReportingSubjects(model);
    const people = buildPeopleTable(model, null, reported);
    let previous: PreviousSpeaker | null = null;
    const spoken = new Map<string, number>();
    for (const [span, quote] of truth.entries()) {
      const source = quote?.speaker;
      if (!quote || !source) continue;
      const candidates: Candidate[] = findCandidates(model, people, reported, span, previous);
      const named = candidates.map(({ mention }) =>
        namesSource(model, findAntecedent(model, mention), source.text),
      );
      const relative = /^(?:who|which|that|whose)$/i.test(source.text);
      const inside = candidates.map((candidate, i) => {
        const mention = model.mentions[candidate.mention];
        const head = model.tokens[mention?.head ?? -1];
        const first = model.tokens[mention?.first ?? -1];
        if (!mention || !head || !first || head.start < source.start || head.end > source.end + 2)
          return false;
        // "the order released on Friday": the phrase may continue after the noun.
        return (
          named[i] === true ||
          relative ||
          (first.start === source.start && mention.kind !== 'relative' && !mention.isPossessive)
        );
      });
      // The mention at the labelled words; if it is not a candidate, any mention of the same name.
      const right = inside.includes(true) ? inside : named;
      const options = candidates.map((candidate, i) => ({ candidate, right: right[i] === true }));
      examples.push({
        at: model.quoteTokens[span] ?? -1,
        source: source.text,
        publisher: id.split('_')[0] ?? '',
        options,
      });
      const best = options.filter((option) => option.right);
      const chosen = (best.find(({ candidate }) => candidate.cue >= 0) ?? best[0])?.candidate;
      const at = model.quoteTokens[span] ?? -1;
      const before: number = previous ? previous.mention : -1;
      if (chosen) {
        const key = getSpeakerKey(model, people, chosen.mention);
        spoken.set(key, (spoken.get(key) ?? 0) + 1);
        previous = {
          quoteToken: at,
          mention: chosen.mention,
          cue: chosen.cue,
          earlierMention: before,
          quoteCounts: spoken,
        };
      }
    }
  }
  return examples;
}

/** The distance of a mention from the quote's own clause. */
const distance = ({ plain, isByLayout, features }: Candidate): number =>
  plain || isByLayout ? 0 : features.tie.cost < 15 ? 1 + features.tie.cost : 20 + features.mention.rank;

/** Maximum distance at which the grammar at the quote is plain. */
const MAX_PLAIN_DISTANCE = 6;

/**
 * Of several mentions of the speaker, keeps the one in the quote's sentence as the right one; a nearer pronoun or noun
 * for a person may also refer to them.
 */
function keepNearest(options: { candidate: Candidate; right: boolean; mayMean: boolean }[]): void {
  const right = options.filter((option) => option.right);
  const least = Math.min(...right.map(({ candidate }) => distance(candidate)));
  for (const option of right) if (distance(option.candidate) > least) option.right = false;
  for (const option of options) {
    const near = distance(option.candidate);
    if (option.mayMean && near <= MAX_PLAIN_DISTANCE && near <= least) option.right = true;
  }
}

/** The labelled quotations of one article in any language, each with the true previous speaker. */
export function saidExamples({ site, lang, model, truth }: QuoteArticle): Example[] {
  const reported = findReportingSubjects(model);
  const people = buildPeopleTable(model, null, reported);
  const examples: Example[] = [];
  let previous: PreviousSpeaker | null = null;
  const spoken = new Map<string, number>();
  for (const [span, quote] of truth.entries()) {
    if (quote?.kind !== 'speech' || !quote.speaker) continue;
    const candidates: Candidate[] = findCandidates(model, people, reported, span, previous);
    const options = candidates.map((candidate) => {
      const referent = findAntecedent(model, candidate.mention);
      const mention = model.mentions[referent];
      const words = getSpeakerPhrase(model, referent, -1);
      const name =
        mention?.kind === 'name' || people.personOf[referent] !== -1
          ? (people.people[people.personOf[referent] ?? -1]?.name ?? words)
          : words;
      const head = model.tokens[mention?.head ?? -1];
      // "he said", "the mayor said": directly at the quote, and not known to be another person.
      const mayMean =
        quote.type === 'person' &&
        (people.personOf[referent] ?? -1) < 0 &&
        (mention?.kind === 'pronoun'
          ? ((head?.classes ?? 0) & (HE_PRONOUN | SHE_PRONOUN)) !== 0
          : mention?.kind === 'noun' && ((head?.classes ?? 0) & (PERSON_NOUN | TITLE)) !== 0);
      const right = meansSpeaker(mention?.kind === 'pronoun' ? null : name, quote, lang);
      return { candidate, right, mayMean };
    });
    keepNearest(options);
    examples.push({
      at: model.quoteTokens[span] ?? -1,
      source: quote.speaker,
      publisher: site,
      lang,
      options,
    });
    const best = options.filter((option) => option.right);
    const chosen = (best.find(({ candidate }) => candidate.cue >= 0) ?? best[0])?.candidate;
    const at = model.quoteTokens[span] ?? -1;
    const before: number = previous ? previous.mention : -1;
    if (chosen) {
      const key = getSpeakerKey(model, people, chosen.mention);
      spoken.set(key, (spoken.get(key) ?? 0) + 1);
      previous = {
        quoteToken: at,
        mention: chosen.mention,
        cue: chosen.cue,
        earlierMention: before,
        quoteCounts: spoken,
      };
    }
  }
  return examples;
}

function toGroups(examples: readonly Example[]): Groups {
  const lists = examples.map(({ options }) => options).filter((list) => list.some(({ right }) => right));
  const rows = lists.flat();
  const values = rows.map(({ candidate }) => toFeatureRow(candidate.features));
  const starts = Int32Array.from({ length: lists.length + 1 }, () => 0);
  for (const [i, list] of lists.entries()) starts[i + 1] = (starts[i] ?? 0) + list.length;
  const kept = examples.filter(({ options }) => options.some(({ right }) => right));
  return {
    weight: Float64Array.from(kept, ({ weight }) => weight ?? 1),
    columns: FEATURE_NAMES.map((_, feature) => Uint8Array.from(values, (row) => row[feature] ?? 0)),
    starts,
    right: Uint8Array.from(rows, ({ right }) => (right ? 1 : 0)),
    offset: Float64Array.from(rows, ({ candidate }) => (candidate.plain ? PLAIN_GRAMMAR_BONUS : 0)),
  };
}

export function fitSpeakers(examples: readonly Example[]): Tree<FeatureName>[] {
  return boost(toGroups(examples), FEATURE_NAMES, OPTIONS);
}

/** Whether the likeliest candidate names the true speaker. */
export function isRight(example: Example, trees: FlatTrees): boolean {
  let best: { score: number; right: boolean } | null = null;
  for (const { candidate, right } of example.options) {
    const score =
      sumTrees(trees, toFeatureRow(candidate.features)) + (candidate.plain ? PLAIN_GRAMMAR_BONUS : 0);
    if (!best || score > best.score) best = { score, right };
  }
  return best?.right ?? false;
}
