import type { ArticleModel } from './article-model.ts';
import { clauseSigns, openingSubjects, pathSigns } from './candidate-context.ts';
import { countSubjects, farSide, SIDE_BEFORE, step, tieSigns, whereOf } from './candidate-signs.ts';
import { linkCues, readTie, type Tie } from './candidate-ties.ts';
import { HE, PERSON_HE, PERSON_SHE, SHE } from './lexicon.ts';
import type { PeopleTable } from './people.ts';
import type { Gender } from './person-names.ts';
import { findPlainSpeaker } from './plain-speaker.ts';
import { readScene } from './quote-scene.ts';
import type { Token } from './tokens.ts';

/** The last speaker, as the running text leaves it. */
export interface Previous {
  /** Token of the quote it spoke. */
  at: number;
  mention: number;
  cue: number;
  /** The speaker before that one, or -1. */
  before: number;
  /** Quotes that each speaker has spoken so far, by `voiceKey`. */
  spoken: ReadonlyMap<string, number>;
}

/** A possible speaker of one quote. */
export interface Candidate {
  mention: number;
  /** Index of the cue it is best tied to, or -1. */
  cue: number;
  /** What speaks for and against it, as small numbers in a fixed order. */
  signs: readonly number[];
  /** Plain grammar at the quote names this mention. */
  plain: boolean;
  /** The layout itself names it. */
  sure: boolean;
}

/** Tokens looked at on each side of a quote; keeps time linear in the text. */
const REACH_BACK = 160;
const REACH_ON = 70;
const MENTIONS_BACK = 30;
const MENTIONS_ON = 12;
/** Mentions tied to one cue: nearest before it, first after it. */
const SUBJECTS_BEFORE = 7;
const SUBJECTS_AFTER = 3;

/** The stretch of mentions around a quote, `low` to `high`, the quote between `middle - 1` and `middle`. */
function windowOf(model: ArticleModel, at: number): { low: number; middle: number; high: number } {
  const { tokens, mentions } = model;
  const sentence = tokens[at]?.sentence ?? 0;
  const middle = model.mentionFrom[at] ?? 0;
  let low = middle;
  while (low > 0 && middle - low < MENTIONS_BACK) {
    const mention = mentions[low - 1];
    if (!mention || at - mention.last > REACH_BACK || sentence - mention.sentence > 6) break;
    low--;
  }
  let high = middle;
  while (high < mentions.length && high - middle < MENTIONS_ON) {
    const mention = mentions[high];
    if (!mention || mention.first - at > REACH_ON || mention.sentence - sentence > 1) break;
    high++;
  }
  return { low, middle, high };
}

/** The best tie of each mention in the window. */
function readTies(model: ArticleModel, at: number, low: number, high: number): Map<number, Tie> {
  const { tokens, mentions, cues } = model;
  const sentence = tokens[at]?.sentence ?? 0;
  const start = model.cueFrom[Math.min(mentions[low]?.first ?? at, at)] ?? 0;
  let end = start;
  while (end < cues.length) {
    const cue = cues[end];
    if (!cue || cue.first - at > REACH_ON || cue.sentence - sentence > 1) break;
    end++;
  }
  const ties = new Map<number, Tie>();
  for (const { index, cue, quote } of linkCues(model, at, start, end)) {
    if (sentence - cue.sentence > 2) continue;
    const edge = model.mentionFrom[cue.first] ?? 0;
    for (let m = Math.max(low, edge - SUBJECTS_BEFORE); m < Math.min(high, edge + SUBJECTS_AFTER); m++) {
      const mention = mentions[m];
      if (!mention || mention.sentence !== cue.sentence) continue;
      if (mention.first <= cue.last && mention.last >= cue.first) continue;
      const tie = readTie(model, at, mention, index, cue, quote);
      if (tie.cost < (ties.get(m)?.cost ?? Infinity)) ties.set(m, tie);
    }
  }
  return ties;
}

/** How a candidate stands to an earlier speaker: 0 nobody, 1 another, 2 may be the same, 3 same name, 4 same mention. */
function sameness(model: ArticleModel, people: PeopleTable, m: number, earlier: number): number {
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
  const one = genderOf(people, first, person);
  const two = genderOf(people, second, other);
  return one && two && one !== two ? 1 : 2;
}

function genderOf(people: PeopleTable, token: Token, person: number): Gender {
  if ((token.classes & (HE | PERSON_HE)) !== 0) return 'he';
  if ((token.classes & (SHE | PERSON_SHE)) !== 0) return 'she';
  return people.people[person]?.gender ?? null;
}

/** Under what a speaker's quotes are counted. */
export function voiceKey(model: ArticleModel, people: PeopleTable, m: number): string {
  const person = people.personOf[m] ?? -1;
  return person >= 0 ? `p${person}` : (model.tokens[model.mentions[m]?.head ?? -1]?.lower ?? '');
}

function personSigns(people: PeopleTable, m: number): number[] {
  const person = people.people[people.personOf[m] ?? -1];
  if (!person) return [0, 0];
  const human = person.human < 0 ? 1 : person.human < 1 ? 2 : person.human < 2 ? 3 : person.human < 4 ? 4 : 5;
  return [human, step(person.full + person.short)];
}

/** How far back the last quote is, and how far its speaker. */
function previousSigns(model: ArticleModel, at: number, previous: Previous | null): number[] {
  const quote = model.tokens[at];
  const last = previous && model.tokens[previous.at];
  const mention = previous && model.mentions[previous.mention];
  if (!previous || !quote || !last || !mention) return [0, 0];
  return [
    farSide(last.sentence, last.paragraph, quote.sentence, quote.paragraph) || SIDE_BEFORE,
    step(at - Math.max(previous.at, mention.last) - 1),
  ];
}

/** Everybody who might have spoken the quote at span `span`, described. Deterministic, bounded per quote. */
export function findCandidates(
  model: ArticleModel,
  people: PeopleTable,
  reported: ReadonlySet<number>,
  span: number,
  previous: Previous | null,
): Candidate[] {
  const { mentions } = model;
  const at = model.quoteTokens[span] ?? -1;
  const quote = model.tokens[at];
  if (!quote) return [];
  const { low, middle, high } = windowOf(model, at);
  const ties = readTies(model, at, low, high);
  const plain = findPlainSpeaker(model, at);
  const scene = readScene(model, at);
  const running = previousSigns(model, at, previous);
  const opening = openingSubjects(model, at);

  const indices: number[] = [];
  if (previous && (previous.mention < low || previous.mention >= high)) indices.push(previous.mention);
  for (let m = low; m < high; m++) indices.push(m);
  // The cheapest tie on either side, and how many subjects stand between a mention and the quote.
  const costs = indices.map((m) => ties.get(m)?.cost ?? 15);
  const cheapest = Math.min(15, ...costs);
  const cheapestAt = indices[costs.indexOf(cheapest)] ?? -1;
  const second = Math.min(15, ...costs.filter((_, i) => indices[i] !== cheapestAt));

  const signsOf = model.mentionSigns;
  const candidates: Candidate[] = [];
  for (const [i, m] of indices.entries()) {
    const mention = mentions[m];
    if (!mention) continue;
    const best = ties.get(m) ?? null;
    const before = m < middle;
    const rank = before ? middle - m : m - middle + 1;
    const others = m === cheapestAt ? second : cheapest;
    const subjects = before ? countSubjects(signsOf, m + 1, middle) : countSubjects(signsOf, middle, m);
    candidates.push({
      mention: m,
      cue: best?.cue ?? -1,
      plain: plain.mention === m,
      sure: plain.mention === m && plain.sure === true,
      signs: [
        signsOf.kinds[m] ?? 0,
        signsOf.places[m] ?? 0,
        signsOf.nexts[m] ?? 0,
        whereOf(model, at, mention),
        Math.min(8, rank),
        step(mention.last < at ? at - mention.last - 1 : mention.first - at - 1),
        ...tieSigns(model, at, mention, best),
        ...scene,
        (plain.side === 'none' ? 0 : plain.side === 'before' ? 2 : 4) + (plain.mention === m ? 1 : 0),
        ...running,
        previous ? sameness(model, people, m, previous.mention) : 0,
        previous ? sameness(model, people, m, previous.before) : 0,
        ...personSigns(people, m),
        reported.has(m) ? 1 : 0,
        m < low || m >= high ? 6 : Math.min(6, subjects),
        Math.max(0, Math.min(15, 8 + others - (costs[i] ?? 15))),
        cheapest,
        ...pathSigns(model, at, mention),
        ...clauseSigns(model, at, m, best?.cue ?? -1, opening),
        step(previous?.spoken.get(voiceKey(model, people, m)) ?? 0),
      ],
    });
  }
  return candidates;
}
