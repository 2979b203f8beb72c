import type { ArticleModel } from './article-model.ts';
import {
  distances,
  isAbbreviated,
  kindOf,
  looksSubject,
  nextOf,
  placeNumber,
  step,
  tieSigns,
  whereOf,
} from './candidate-signs.ts';
import { linkCues, readTie, type Tie } from './candidate-ties.ts';
import type { Mention } from './mentions.ts';
import type { PeopleTable } from './people.ts';
import { findPlainSpeaker } from './plain-speaker.ts';
import { distance } from './quote-link.ts';
import { readScene } from './quote-scene.ts';

/** The last speaker, as the running text leaves it. */
export interface Previous {
  /** Token of the quote it spoke. */
  at: number;
  mention: number;
  cue: number;
  /** The speaker before that one, or -1. */
  before: number;
}

/** A possible speaker of one quote. */
export interface Candidate {
  mention: number;
  /** Index of the cue it is best tied to, or -1. */
  cue: number;
  /** What speaks for and against it, as small numbers in a fixed order. */
  signs: Uint8Array;
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
/** Characters of a quote in which a speaker's own name is looked for. */
const LOOK = 500;

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

/** The two best ties of each mention in the window. */
function readTies(model: ArticleModel, at: number, low: number, high: number): Map<number, Tie[]> {
  const { tokens, mentions, cues } = model;
  const sentence = tokens[at]?.sentence ?? 0;
  const start = model.cueFrom[Math.min(mentions[low]?.first ?? at, at)] ?? 0;
  let end = start;
  while (end < cues.length) {
    const cue = cues[end];
    if (!cue || cue.first - at > REACH_ON || cue.sentence - sentence > 1) break;
    end++;
  }
  const ties = new Map<number, Tie[]>();
  for (const { index, cue, quote } of linkCues(model, at, start, end)) {
    if (sentence - cue.sentence > 2) continue;
    const edge = model.mentionFrom[cue.first] ?? 0;
    for (let m = Math.max(low, edge - SUBJECTS_BEFORE); m < Math.min(high, edge + SUBJECTS_AFTER); m++) {
      const mention = mentions[m];
      if (!mention || mention.sentence !== cue.sentence) continue;
      if (mention.first <= cue.last && mention.last >= cue.first) continue;
      const tie = readTie(model, at, mention, index, cue, quote);
      const known = ties.get(m) ?? [];
      known.push(tie);
      known.sort((a, b) => a.cost - b.cost);
      ties.set(m, known.slice(0, 2));
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
  return (a.kind === 'pronoun') !== (b.kind === 'pronoun') ? 2 : 1;
}

function personSigns(people: PeopleTable, m: number): number[] {
  const person = people.people[people.personOf[m] ?? -1];
  if (!person) return [0, 0];
  const human = person.human < 0 ? 1 : person.human < 1 ? 2 : person.human < 2 ? 3 : person.human < 4 ? 4 : 5;
  return [human, step(person.full + person.short)];
}

/** Signs of the running text: the last speaker and what came since. */
function previousSigns(model: ArticleModel, at: number, previous: Previous | null): number[] {
  const quote = model.tokens[at];
  const last = previous && model.tokens[previous.at];
  const mention = previous && model.mentions[previous.mention];
  if (!previous || !quote || !last || !mention) return [0, 0, 0, 0];
  const from = Math.max(previous.at, mention.last) + 1;
  let subjects = 0;
  for (let m = model.mentionFrom[from] ?? 0; m < (model.mentionFrom[at] ?? 0) && subjects < 3; m++) {
    const other = model.mentions[m];
    if (other && looksSubject(model, other)) subjects++;
  }
  return [
    distances(distance(last.sentence, last.paragraph, quote.sentence, quote.paragraph)),
    step(Math.max(0, at - from)),
    subjects,
    (mention.last > previous.at ? 1 : 0) + (previous.cue >= 0 ? 2 : 0),
  ];
}

function mentionSigns(model: ArticleModel, at: number, mention: Mention, rank: number): number[] {
  return [
    kindOf(model, mention),
    placeNumber(model, mention),
    nextOf(model, mention),
    whereOf(model, at, mention),
    Math.min(8, rank),
    step(mention.last < at ? at - mention.last - 1 : mention.first - at - 1),
    isAbbreviated(model, mention) ? 1 : 0,
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
  const quoted = model.text.slice(quote.start, Math.min(quote.end, quote.start + LOOK)).toLowerCase();

  const indices: number[] = [];
  if (previous && (previous.mention < low || previous.mention >= high)) indices.push(previous.mention);
  for (let m = low; m < high; m++) indices.push(m);
  // The cheapest tie on either side, and how many subjects stand between a mention and the quote.
  const costs = indices.map((m) => ties.get(m)?.[0]?.cost ?? 15);
  const cheapest = Math.min(15, ...costs);
  const cheapestAt = indices[costs.indexOf(cheapest)] ?? -1;
  const second = Math.min(15, ...costs.filter((_, i) => indices[i] !== cheapestAt));
  const subjects = new Map<number, number>();
  for (let m = middle - 1, n = 0; m >= low; m--) {
    subjects.set(m, n);
    const mention = mentions[m];
    if (mention && looksSubject(model, mention)) n++;
  }
  for (let m = middle, n = 0; m < high; m++) {
    subjects.set(m, n);
    const mention = mentions[m];
    if (mention && looksSubject(model, mention)) n++;
  }

  return indices.flatMap((m, i) => {
    const mention = mentions[m];
    const head = mention && model.tokens[mention.head];
    if (!mention || !head) return [];
    const best = ties.get(m)?.[0] ?? null;
    const rank = m < middle ? middle - m : m - middle + 1;
    const cost = costs[i] ?? 15;
    const others = m === cheapestAt ? second : cheapest;
    const own = mention.kind === 'name' && head.lower.length > 2 && quoted.includes(head.lower);
    return [
      {
        mention: m,
        cue: best?.cue ?? -1,
        plain: plain.mention === m,
        sure: plain.mention === m && plain.sure === true,
        signs: Uint8Array.from([
          ...mentionSigns(model, at, mention, rank),
          ...tieSigns(model, at, mention, best),
          ...tieSigns(model, at, mention, ties.get(m)?.[1] ?? null),
          ...scene,
          (plain.side === 'none' ? 0 : plain.side === 'before' ? 2 : 4) + (plain.mention === m ? 1 : 0),
          ...running,
          previous ? sameness(model, people, m, previous.mention) : 0,
          previous ? sameness(model, people, m, previous.before) : 0,
          ...personSigns(people, m),
          reported.has(m) ? 1 : 0,
          Math.min(6, subjects.get(m) ?? 7),
          Math.max(0, Math.min(15, 8 + others - cost)),
          cheapest,
          own ? 1 : 0,
        ]),
      },
    ];
  });
}
