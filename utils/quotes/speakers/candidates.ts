import { FEMALE_PERSON_NOUN, HE_PRONOUN, MALE_PERSON_NOUN, SHE_PRONOUN } from '../model/lexicon.ts';
import { countBucket, countSubjects, distanceNumber } from '../model/mention-features.ts';
import type { Gender } from '../model/names.ts';
import type { Token } from '../model/token.ts';
import type { ArticleModel, PreviousSpeaker } from '../model/types.ts';
import {
  agentFeatures,
  clauseFeatures,
  findOpeningSubjects,
  findVerbsAt,
  pathFeatures,
} from './candidate-features.ts';
import type { CandidateFeatures } from './candidate-row.ts';
import { describeDistance, describeTie, linkCues, type Tie, tieFeatures } from './candidate-ties.ts';
import type { PeopleTable } from './people/people-table.ts';
import { findPlainSpeaker } from './plain-speaker.ts';
import { classifyPosition, computeSceneFeatures, SIDE_BEFORE } from './quote-scene.ts';

/** A possible speaker of one quote. */
export interface Candidate {
  mention: number;
  /** Index of the cue with the best relation, or -1. */
  cue: number;
  features: CandidateFeatures;
  /** Whether plain grammar at the quote identifies this mention. */
  plain: boolean;
  /** Whether the layout identifies it. */
  isByLayout: boolean;
}

/** Maximum distance from a quote on each side, in tokens, so that the time is linear in the text. */
const MAX_TOKENS_BEFORE = 160;
const MAX_TOKENS_AFTER = 70;
const MAX_MENTIONS_BEFORE = 30;
const MAX_MENTIONS_AFTER = 12;
/** Maximum number of mentions before and after a cue that are considered as its subject. */
const MAX_SUBJECTS_BEFORE = 7;
const MAX_SUBJECTS_AFTER = 3;

/** The range of mentions around a quote, `low` to `high`; the quote is between `middle - 1` and `middle`. */
function findMentionWindow(model: ArticleModel, at: number): { low: number; middle: number; high: number } {
  const { tokens, mentions } = model;
  const sentence = tokens[at]?.sentence ?? 0;
  const middle = model.mentionFrom[at] ?? 0;
  let low = middle;
  while (low > 0 && middle - low < MAX_MENTIONS_BEFORE) {
    const mention = mentions[low - 1];
    if (!mention || at - mention.last > MAX_TOKENS_BEFORE || sentence - mention.sentence > 6) break;
    low--;
  }
  let high = middle;
  while (high < mentions.length && high - middle < MAX_MENTIONS_AFTER) {
    const mention = mentions[high];
    if (!mention || mention.first - at > MAX_TOKENS_AFTER || mention.sentence - sentence > 1) break;
    high++;
  }
  return { low, middle, high };
}

/** Finds the relation with the lowest cost for each mention in the range. */
function findTies(model: ArticleModel, at: number, low: number, high: number): Map<number, Tie> {
  const { tokens, mentions, cues } = model;
  const sentence = tokens[at]?.sentence ?? 0;
  const start = model.cueFrom[Math.min(mentions[low]?.first ?? at, at)] ?? 0;
  let end = start;
  while (end < cues.length) {
    const cue = cues[end];
    if (!cue || cue.first - at > MAX_TOKENS_AFTER || cue.sentence - sentence > 1) break;
    end++;
  }
  const ties = new Map<number, Tie>();
  for (const { index, cue, quote } of linkCues(model, at, start, end)) {
    if (sentence - cue.sentence > 2) continue;
    const edge = model.mentionFrom[cue.first] ?? 0;
    for (
      let m = Math.max(low, edge - MAX_SUBJECTS_BEFORE);
      m < Math.min(high, edge + MAX_SUBJECTS_AFTER);
      m++
    ) {
      const mention = mentions[m];
      if (!mention || mention.sentence !== cue.sentence) continue;
      if (mention.first <= cue.last && mention.last >= cue.first) continue;
      const tie = describeTie(model, at, mention, index, cue, quote);
      if (tie.cost < (ties.get(m)?.cost ?? Infinity)) ties.set(m, tie);
    }
  }
  return ties;
}

/**
 * Relation of a candidate to an earlier speaker: 0 nobody, 1 another, 2 may be the same, 3 same name, 4 same mention.
 */
function compareSpeakers(model: ArticleModel, people: PeopleTable, m: number, earlier: number): number {
  const a = model.mentions[m];
  const b = model.mentions[earlier];
  const first = a && model.tokens[a.head];
  const second = b && model.tokens[b.head];
  if (!first || !second) return 0;
  if (m === earlier) return 4;
  const person = people.personOf[m] ?? -1;
  const other = people.personOf[earlier] ?? -1;
  if ((person >= 0 && person === other) || first.lower === second.lower) return 3;
  if (a.kind === 'relative' || b.kind === 'relative') return 1;
  if ((a.kind === 'pronoun') === (b.kind === 'pronoun')) return 1;
  const one = getGender(people, first, person);
  const two = getGender(people, second, other);
  return one && two && one !== two ? 1 : 2;
}

function getGender(people: PeopleTable, token: Token, person: number): Gender {
  if ((token.classes & (HE_PRONOUN | MALE_PERSON_NOUN)) !== 0) return 'he';
  if ((token.classes & (SHE_PRONOUN | FEMALE_PERSON_NOUN)) !== 0) return 'she';
  return people.people[person]?.gender ?? null;
}

/** Returns the key for counting a speaker's quotes. */
export function getSpeakerKey(model: ArticleModel, people: PeopleTable, m: number): string {
  const person = people.personOf[m] ?? -1;
  return person >= 0 ? `p${person}` : (model.tokens[model.mentions[m]?.head ?? -1]?.lower ?? '');
}

const UNKNOWN_PERSON = { human: 0, named: 0 };

function personFeatures(people: PeopleTable, m: number): CandidateFeatures['person'] {
  const person = people.people[people.personOf[m] ?? -1];
  if (!person) return UNKNOWN_PERSON;
  const human = person.human < 0 ? 1 : person.human < 1 ? 2 : person.human < 2 ? 3 : person.human < 4 ? 4 : 5;
  return { human, named: countBucket(person.full + person.short) };
}

/** Computes the position of the previous quote, and the distance to it or its speaker. */
function measurePreviousQuote(
  model: ArticleModel,
  at: number,
  previous: PreviousSpeaker | null,
): { side: number; gap: number } {
  const quote = model.tokens[at];
  const last = previous && model.tokens[previous.quoteToken];
  const mention = previous && model.mentions[previous.mention];
  if (!previous || !quote || !last || !mention) return { side: 0, gap: 0 };
  return {
    side: last.sentence === quote.sentence ? SIDE_BEFORE : distanceNumber(describeDistance(last, quote)),
    gap: countBucket(at - Math.max(previous.quoteToken, mention.last) - 1),
  };
}

const PLAIN_SIDES = { none: 0, before: 2, after: 4 };

/** Finds all possible speakers of the quote with index `span`, with their features. Takes bounded time per quote. */
export function findCandidates(
  model: ArticleModel,
  people: PeopleTable,
  reportingMentions: ReadonlySet<number>,
  span: number,
  previous: PreviousSpeaker | null,
): Candidate[] {
  const { mentions } = model;
  const at = model.quoteTokens[span] ?? -1;
  const quote = model.tokens[at];
  if (!quote) return [];
  const { low, middle, high } = findMentionWindow(model, at);
  const ties = findTies(model, at, low, high);
  const plain = findPlainSpeaker(model, at);
  const scene = computeSceneFeatures(model, at);
  const lastQuote = measurePreviousQuote(model, at, previous);
  const opening = findOpeningSubjects(model, at);
  const verbs = findVerbsAt(model, at);

  const indices: number[] = [];
  if (previous && (previous.mention < low || previous.mention >= high)) indices.push(previous.mention);
  for (let m = low; m < high; m++) indices.push(m);
  // The lowest cost on either side, and the number of subjects between a mention and the quote.
  const costs = indices.map((m) => ties.get(m)?.cost ?? 15);
  const cheapest = Math.min(15, ...costs);
  const cheapestAt = indices[costs.indexOf(cheapest)] ?? -1;
  const second = Math.min(15, ...costs.filter((_, i) => indices[i] !== cheapestAt));

  const mentionFeatures = model.mentionFeatures;
  const candidates: Candidate[] = [];
  for (const [i, m] of indices.entries()) {
    const mention = mentions[m];
    if (!mention) continue;
    const best = ties.get(m) ?? null;
    const before = m < middle;
    const rank = before ? middle - m : m - middle + 1;
    const others = m === cheapestAt ? second : cheapest;
    const subjects = before
      ? countSubjects(mentionFeatures, m + 1, middle)
      : countSubjects(mentionFeatures, middle, m);
    candidates.push({
      mention: m,
      cue: best?.cue ?? -1,
      plain: plain.mention === m,
      isByLayout: plain.mention === m && plain.isByLayout === true,
      features: {
        mention: {
          kind: mentionFeatures.kinds[m] ?? 0,
          place: mentionFeatures.precedingContexts[m] ?? 0,
          next: mentionFeatures.followingContexts[m] ?? 0,
          where: classifyPosition(model, at, mention),
          rank: Math.min(8, rank),
          distance: countBucket(mention.last < at ? at - mention.last - 1 : mention.first - at - 1),
          reports: reportingMentions.has(m) ? 1 : 0,
          spoken: countBucket(previous?.quoteCounts.get(getSpeakerKey(model, people, m)) ?? 0),
        },
        tie: tieFeatures(model, at, mention, best),
        scene,
        field: {
          plain: PLAIN_SIDES[plain.side] + (plain.mention === m ? 1 : 0),
          subjects: m < low || m >= high ? 6 : Math.min(6, subjects),
          margin: Math.max(0, Math.min(15, 8 + others - (costs[i] ?? 15))),
          cheapest,
        },
        previous: {
          side: lastQuote.side,
          gap: lastQuote.gap,
          same: previous ? compareSpeakers(model, people, m, previous.mention) : 0,
          sameBefore: previous ? compareSpeakers(model, people, m, previous.earlierMention) : 0,
        },
        person: personFeatures(people, m),
        path: pathFeatures(model, at, mention),
        clause: clauseFeatures(model, at, m, best?.cue ?? -1, opening),
        agent: agentFeatures(model, mention, best?.cue ?? -1, verbs),
      },
    });
  }
  return candidates;
}
