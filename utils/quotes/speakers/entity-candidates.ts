import type { ArticleModel } from '../model/article-model.ts';
import { hasClass } from '../model/has-class.ts';
import {
  BODY,
  DOCUMENT,
  GROUP,
  HE,
  PERSON,
  PERSON_HE,
  PERSON_SHE,
  PREP,
  SHE,
  TITLE,
} from '../model/lexicon.ts';
import type { Gender } from '../model/person-names.ts';
import { antecedentOf } from '../model/subject-link.ts';
import type { Attribution } from './attribute-speakers.ts';
import { step } from './feature-scales.ts';
import type { PeopleTable } from './people.ts';
import { readScene } from './quote-scene.ts';
import { speakerPhrase } from './speaker-phrase.ts';

/** Somebody whom a quote may belong to: a named person or body, somebody without a name, or nobody the article tells. */
export interface EntityCandidate {
  /** Index into the people table, or -1. */
  person: number;
  /** Mention that stands for it at the quote: the likeliest one; -1 where none is near. */
  mention: number;
  cue: number;
  /** The noun, for somebody without a name. */
  noun: string;
  /** The name or the words shown; null for nobody. */
  name: string | null;
  features: number[];
}

/** Every feature of an entity and what it says. */
export const ENTITY_FEATURES = {
  kind: 'nobody 0, somebody without a name 1, a name of one word 2, of more words 3',
  human: 'how surely the name is that of a person',
  direct: 'belief in the mentions that name it',
  linked: 'belief in the nouns that mean it',
  pronoun: 'belief in pronouns that may mean it',
  agrees: 'whether the likeliest mention agrees in gender: contradicts 1, unknown 2, agrees 3',
  topKind: 'what kind of mention is the likeliest',
  top: 'belief in the likeliest mention',
  isTop: 'whether the likeliest mention names it',
  last: 'whether it spoke last, or before that',
  lastGap: 'paragraphs since the last quote',
  spoken: 'quotes it has spoken so far',
  spokenShare: 'its share of the quotes so far',
  mentions: 'mentions of it up to the quote',
  mentionShare: 'its share of all mentions of people in the article',
  behind: 'sentences since its last mention',
  recency: 'entities mentioned later than it',
  ahead: 'sentences to its next mention',
  reported: 'whether it was the subject of a reporting verb the last time',
  opened: 'whether its last mention opened a sentence',
  samePlace: 'whether it is named in the sentence 3, or the paragraph 2, of the quote, or the one before 1',
  headline: 'whether the headline names it',
  inside: 'whether the quote itself names it',
  opens: 'how the quote opens',
  lead: 'what leads to it',
  follows: 'what follows it',
  directness: 'how directly a cue stands at it',
  size: 'its length',
  people: 'people named in the article',
  reportedRank: 'among those who were subjects of reporting verbs before, how long ago: the last one 1',
  subjectRank: 'the same for those with whom a sentence began',
  reportedGap: 'sentences since',
  given: 'whether the name begins with a given name',
  held: 'the share of its mentions that stand behind a preposition',
  leads: 'the share of its mentions that open a sentence',
  alike: 'whether the likeliest noun is a word of its name 2, or of its role 1',
  topNumber: 'number of the likeliest mention: singular 1, plural 2',
  hasRole: 'whether the article says what the person is',
  since: 'sentences since its first mention',
  lately: 'mentions of it in this paragraph and the two before',
  lexical:
    'what kind of noun the likeliest mention is: document 1, body 2, group 3, person 4; 4 more where it is known',
  between: 'people named since its last mention, in the same gender',
} as const;

export type EntityFeature = keyof typeof ENTITY_FEATURES;
export const ENTITY_FEATURE_NAMES = Object.keys(ENTITY_FEATURES) as EntityFeature[];

const MOST_PEOPLE = 24;

interface Places {
  /** Mentions of people that are subjects of reporting verbs, and that open a sentence, in order. */
  reported: number[];
  openers: number[];
  /** Nouns without a name that are such subjects. */
  reportedNouns: number[];
  /** Token indices of the mentions of each person, in order. */
  mentions: number[][];
  all: number;
  inHeadline: ReadonlySet<number>;
  /** How many mentions of each stand behind a preposition, and open a sentence. */
  held: readonly number[];
  leads: readonly number[];
}

/** Where every person of the article is named. */
export function readPlaces(model: ArticleModel, people: PeopleTable, subjects: ReadonlySet<number>): Places {
  const reported: number[] = [];
  const openers: number[] = [];
  const held = people.people.map(() => 0);
  const leads = people.people.map(() => 0);
  const mentions: number[][] = people.people.map(() => []);
  const inHeadline = new Set<number>();
  let all = 0;
  const reportedNouns = [...subjects]
    .filter((m) => model.mentions[m]?.kind === 'noun' && (people.personOf[m] ?? -1) < 0)
    .sort((a, b) => a - b);
  for (const [m, person] of people.personOf.entries()) {
    if (person < 0) continue;
    mentions[person]?.push(m);
    all++;
    const mention = model.mentions[m];
    const before = mention && model.tokens[mention.first - 1];
    if (mention && before?.sentence === mention.sentence) {
      if (hasClass(before, PREP) || before.tag?.pos === 'ADP') held[person] = (held[person] ?? 0) + 1;
    } else leads[person] = (leads[person] ?? 0) + 1;
    if (subjects.has(m)) reported.push(m);
    if (mention && model.tokens[mention.first - 1]?.sentence !== mention.sentence && !mention.possessive)
      openers.push(m);
    if (model.tokens[model.mentions[m]?.head ?? -1]?.paragraph === 0) inHeadline.add(person);
  }
  return { mentions, all, inHeadline, reportedNouns, reported, openers, held, leads };
}

export interface Turn {
  /** Mentions of nouns that spoke last, by key. */
  nouns: ReadonlyMap<string, number>;
  /** Key of the entity that spoke the last quote, and the one before. */
  last: string;
  before: string;
  at: number;
  spoken: ReadonlyMap<string, number>;
  total: number;
}

const share = (n: number): number => Math.round(15 * Math.min(1, n));

function genderOf(model: ArticleModel, m: number): Gender {
  const head = model.tokens[model.mentions[m]?.head ?? -1];
  if (!head) return null;
  if ((head.classes & (HE | PERSON_HE)) !== 0 || head.lower === 'his') return 'he';
  if ((head.classes & (SHE | PERSON_SHE)) !== 0 || head.lower === 'her') return 'she';
  return null;
}

/** What a noun for a person says by its gender as a word, or that of its article: "la titular". */
function grammaticalGender(model: ArticleModel, m: number): Gender {
  const mention = model.mentions[m];
  if (mention?.kind !== 'noun' || model.lexicon.code === 'en') return null;
  const gender = model.tokens[mention.first]?.tag?.gender || model.tokens[mention.head]?.tag?.gender;
  return gender === 'm' ? 'he' : gender === 'f' ? 'she' : null;
}

export const entityKey = (candidate: EntityCandidate): string =>
  candidate.person >= 0 ? `p${candidate.person}` : candidate.name ? `n${candidate.noun}` : '';

/** Belief in the likeliest mention from which its grammar rules others out, and in others below which they are. */
const SURE = 0.5;
const RULED_OUT = 0.25;

const NOUNS_BACK = 2;

/** The last nouns before a token that were subjects of reporting verbs. */
function nounsBefore(model: ArticleModel, { reportedNouns }: Places, at: number): number[] {
  let low = 0;
  let high = reportedNouns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((model.mentions[reportedNouns[middle] ?? -1]?.first ?? Infinity) < at) low = middle + 1;
    else high = middle;
  }
  return reportedNouns.slice(Math.max(0, low - NOUNS_BACK), low);
}

/** Everybody whom the quote of an attribution may belong to. Bounded. */
export function findEntities(
  model: ArticleModel,
  people: PeopleTable,
  places: Places,
  attribution: Attribution,
  turn: Turn,
): EntityCandidate[] {
  const { tokens, mentions } = model;
  const at = model.quoteTokens[attribution.span] ?? -1;
  const quote = tokens[at];
  if (!quote) return [];
  const scene = readScene(model, at);
  const said = model.text
    .slice(model.spans[attribution.span]?.start, model.spans[attribution.span]?.end)
    .toLowerCase();
  const belief = attribution.options.map(({ mention, share: part, cue }) => ({
    meant: antecedentOf(model, mention),
    part,
    cue,
  }));
  const top = belief.reduce((a, b) => (b.part > a.part ? b : a), { meant: -1, part: 0, cue: -1 });
  const topMention = mentions[top.meant];
  const topHead = tokens[topMention?.head ?? -1];
  const topKind =
    !topMention || !topHead
      ? 0
      : topMention.kind === 'name'
        ? 8
        : topMention.kind === 'relative'
          ? 1
          : topMention.kind === 'pronoun'
            ? (topHead.classes & (HE | SHE)) !== 0
              ? 3
              : 2
            : (topHead.classes & (PERSON | TITLE)) !== 0
              ? 7
              : (topHead.classes & GROUP) !== 0
                ? 6
                : (topHead.classes & (BODY | DOCUMENT)) !== 0
                  ? 5
                  : 4;
  const gender = genderOf(model, top.meant);
  const soft = gender ?? grammaticalGender(model, top.meant);
  const topNoun = topMention?.kind === 'noun' ? (topHead?.lower ?? '') : '';
  const introduces =
    topMention?.kind === 'noun' &&
    topHead !== undefined &&
    (topHead.classes & (PERSON | TITLE)) !== 0 &&
    !model.lexicon.isDefinite(tokens[topMention.first]?.lower ?? '');
  const topClasses = topMention?.kind === 'noun' ? (topHead?.classes ?? 0) : 0;
  const lexical =
    ((topClasses & (GROUP | BODY)) !== 0 && (topClasses & GROUP) === 0
      ? 2
      : (topClasses & GROUP) !== 0
        ? 3
        : (topClasses & (PERSON | TITLE)) !== 0
          ? 4
          : (topClasses & DOCUMENT) !== 0
            ? 1
            : 0) +
    (topMention?.kind === 'noun' && model.lexicon.isDefinite(tokens[topMention.first]?.lower ?? '') ? 5 : 0);
  const topNumber = topHead?.tag?.number === 's' ? 1 : topHead?.tag?.number === 'p' ? 2 : 0;
  const alike = (person: number): number => {
    const known = people.people[person];
    if (!known || topNoun.length < 3) return 0;
    const key = model.lexicon.fold(topNoun);
    if (known.words.includes(topNoun) || known.keys.includes(key)) return 2;
    return known.role
      ?.toLowerCase()
      .split(/[^\p{L}-]+/u)
      .some((word) => word === topNoun || model.lexicon.fold(word) === key)
      ? 1
      : 0;
  };
  const pronouns = belief.filter(({ meant }) => mentions[meant]?.kind === 'pronoun');

  // People: those believed in, those named last, those who spoke, the most named.
  const chosen = new Set<number>();
  for (const { meant } of belief) {
    const person = people.personOf[meant] ?? -1;
    if (person >= 0) chosen.add(person);
  }
  const lastBefore = (person: number): number => {
    const list = places.mentions[person] ?? [];
    let best = -1;
    for (const m of list) {
      if ((mentions[m]?.first ?? Infinity) < at) best = m;
      else break;
    }
    return best;
  };
  const nextAfter = (person: number): number =>
    (places.mentions[person] ?? []).find((m) => (mentions[m]?.first ?? -1) > at) ?? -1;
  const ranked = people.people
    .map((_, person) => ({ person, last: lastBefore(person), count: places.mentions[person]?.length ?? 0 }))
    .filter(({ last, count }) => last >= 0 || count > 0);
  const byRecency = ranked.filter(({ last }) => last >= 0).sort((a, b) => b.last - a.last);
  const recency = new Map(byRecency.map(({ person }, i) => [person, i]));
  for (const { person } of byRecency.slice(0, 10)) chosen.add(person);
  for (const { person } of [...ranked].sort((a, b) => b.count - a.count).slice(0, 5)) chosen.add(person);
  for (const key of [turn.last, turn.before]) if (key.startsWith('p')) chosen.add(Number(key.slice(1)));

  // Whom the text was about last: ranks of people by the last time they were subjects.
  const ranksOf = (list: readonly number[]): Map<number, { rank: number; m: number }> => {
    const ranks = new Map<number, { rank: number; m: number }>();
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((mentions[list[middle] ?? -1]?.first ?? Infinity) < at) low = middle + 1;
      else high = middle;
    }
    for (let i = low - 1; i >= 0 && i > low - 40 && ranks.size < 6; i--) {
      const m = list[i] ?? -1;
      const person = people.personOf[m] ?? -1;
      if (!ranks.has(person)) ranks.set(person, { rank: ranks.size + 1, m });
    }
    return ranks;
  };
  const reporters = ranksOf(places.reported);
  const openers = ranksOf(places.openers);
  const row = (values: Partial<Record<EntityFeature, number>>): number[] =>
    ENTITY_FEATURE_NAMES.map((name) => Math.max(0, Math.min(31, values[name] ?? 0)));
  const last = tokens[turn.at];
  const shared = {
    topKind,
    lexical,
    topNumber,
    top: share(top.part),
    lastGap: turn.at < 0 || !last ? 15 : Math.min(14, quote.paragraph - last.paragraph),
    opens: scene.opens,
    lead: scene.lead,
    follows: scene.follows,
    directness: scene.direct,
    size: scene.size,
    people: step(people.people.filter(({ human }) => human >= 1).length),
  };
  const speech = (key: string) => ({
    last: key !== '' && key === turn.last ? 2 : key !== '' && key === turn.before ? 1 : 0,
    spoken: step(turn.spoken.get(key) ?? 0),
    spokenShare: share((turn.spoken.get(key) ?? 0) / Math.max(1, turn.total)),
  });
  const candidates: EntityCandidate[] = [
    { person: -1, mention: -1, cue: -1, noun: '', name: null, features: row({ ...shared, ...speech('') }) },
  ];
  for (const person of [...chosen].slice(0, MOST_PEOPLE)) {
    const known = people.people[person];
    if (!known) continue;
    const given = model.lexicon.givenOf(known.words[0] ?? '') !== 0;
    const count = Math.max(1, places.mentions[person]?.length ?? 0);
    const own = belief.filter(({ meant }) => (people.personOf[meant] ?? -1) === person);
    const named = own.filter(({ meant }) => mentions[meant]?.kind === 'name');
    const sum = (list: readonly { part: number }[]): number => list.reduce((a, b) => a + b.part, 0);
    const best = own.reduce((a, b) => (b.part > a.part ? b : a), { meant: -1, part: -1, cue: -1 });
    const spoke = turn.spoken.has(`p${person}`);
    const likely = known.human >= 2 || (known.human >= 1 && known.words.length > 1 && given);
    if (!likely && !spoke && alike(person) === 0 && sum(own) < 0.02) continue;
    // "she said" is no man, "a friend said" nobody whom the article names, "they said" no single person.
    if (sum(own) < RULED_OUT && top.part >= SURE) {
      if (gender && known.gender && gender !== known.gender) continue;
      if (gender && (known.human < 0 || (known.human < 1 && !given))) continue;
      if (introduces) continue;
    }
    const before = lastBefore(person);
    const after = nextAfter(person);
    const beforeHead = tokens[mentions[before]?.head ?? -1];
    const afterHead = tokens[mentions[after]?.head ?? -1];
    const agreeing = pronouns.filter(({ meant }) => {
      const g = genderOf(model, meant);
      return !g || !known.gender || g === known.gender;
    });
    const human = known.human < 0 ? 1 : known.human < 1 ? 2 : known.human < 2 ? 3 : known.human < 4 ? 4 : 5;
    const samePlace = [beforeHead, afterHead].reduce(
      (place, head) =>
        !head
          ? place
          : head.sentence === quote.sentence
            ? Math.max(place, 3)
            : head.paragraph === quote.paragraph
              ? Math.max(place, 2)
              : Math.abs(head.paragraph - quote.paragraph) === 1
                ? Math.max(place, 1)
                : place,
      0,
    );
    candidates.push({
      person,
      mention: best.meant >= 0 ? best.meant : -1,
      cue: best.cue,
      noun: '',
      name: known.name,
      features: row({
        ...shared,
        ...speech(`p${person}`),
        kind: known.words.length > 1 ? 3 : 2,
        human,
        direct: share(sum(named)),
        linked: share(sum(own) - sum(named)),
        pronoun: share(sum(agreeing)),
        agrees: !soft || !known.gender ? 2 : soft === known.gender ? 3 : 1,
        given: given ? 1 : 0,
        hasRole: known.role ? 1 : 0,
        since: step(
          quote.sentence -
            (tokens[mentions[places.mentions[person]?.[0] ?? -1]?.head ?? -1]?.sentence ?? quote.sentence),
        ),
        lately: Math.min(
          8,
          (places.mentions[person] ?? []).filter((m) => {
            const near = tokens[mentions[m]?.head ?? -1]?.paragraph ?? -9;
            return near <= quote.paragraph && near >= quote.paragraph - 2;
          }).length,
        ),
        held: share((places.held[person] ?? 0) / count),
        leads: share((places.leads[person] ?? 0) / count),
        alike: alike(person),
        isTop: best.meant >= 0 && best.meant === top.meant ? 1 : 0,
        mentions: step((places.mentions[person] ?? []).filter((m) => m <= before).length),
        mentionShare: share((2 * (places.mentions[person]?.length ?? 0)) / Math.max(1, places.all)),
        behind: beforeHead ? step(quote.sentence - beforeHead.sentence) : 16,
        recency: Math.min(15, recency.get(person) ?? 16),
        ahead: afterHead ? step(afterHead.sentence - quote.sentence) : 16,
        reported: before >= 0 && reporters.get(person)?.m === before ? 1 : 0,
        reportedRank: reporters.get(person)?.rank ?? 7,
        subjectRank: openers.get(person)?.rank ?? 7,
        reportedGap: step(
          quote.sentence - (tokens[mentions[reporters.get(person)?.m ?? -1]?.head ?? -1]?.sentence ?? -99),
        ),
        between:
          before < 0
            ? 9
            : Math.min(
                8,
                byRecency.filter(
                  ({ person: other, last: place }) =>
                    place > before &&
                    (people.people[other]?.human ?? 0) >= 1 &&
                    !(gender && people.people[other]?.gender && people.people[other]?.gender !== gender),
                ).length,
              ),
        opened:
          before >= 0 && tokens[(mentions[before]?.first ?? 0) - 1]?.sentence !== beforeHead?.sentence
            ? 1
            : 0,
        samePlace,
        headline: places.inHeadline.has(person) ? 1 : 0,
        inside: known.words.some((word) => word.length > 2 && said.includes(word)) ? 1 : 0,
      }),
    });
  }
  // Nouns that mean nobody with a name.
  const nouns = new Map<string, { meant: number; part: number; cue: number }>();
  for (const item of belief) {
    const mention = mentions[item.meant];
    if (
      !mention ||
      (people.personOf[item.meant] ?? -1) >= 0 ||
      mention.kind === 'pronoun' ||
      mention.kind === 'relative'
    )
      continue;
    if (item.part < 0.02) continue;
    const key = tokens[mention.head]?.lower ?? '';
    const known = nouns.get(key);
    if (!known) nouns.set(key, { ...item });
    else {
      if (item.part > known.part / 2) known.meant = item.meant;
      known.part += item.part;
    }
  }
  // Nouns that spoke or reported a moment ago.
  for (const m of [
    turn.nouns.get(turn.last),
    turn.nouns.get(turn.before),
    ...nounsBefore(model, places, at),
  ]) {
    const mention = mentions[m ?? -1];
    const key = tokens[mention?.head ?? -1]?.lower;
    if (m === undefined || !mention || key === undefined) continue;
    if (!nouns.has(key)) nouns.set(key, { meant: m, part: 0, cue: -1 });
  }
  // Without words of the language nobody can tell a noun from any other word.
  if (model.lexicon.code === 'und') return candidates;
  for (const { meant, part, cue } of nouns.values()) {
    const name = speakerPhrase(model, meant, cue);
    const mention = mentions[meant];
    const head = tokens[mention?.head ?? -1];
    if (!name || !head || !mention) continue;
    candidates.push({
      person: -1,
      mention: meant,
      cue,
      noun: head.lower,
      name,
      features: row({
        ...shared,
        ...speech(`n${head.lower}`),
        kind: 1,
        human:
          (head.classes & (PERSON | TITLE)) !== 0
            ? 5
            : (head.classes & (GROUP | BODY)) !== 0
              ? 4
              : (head.classes & DOCUMENT) !== 0
                ? 3
                : 1,
        direct: share(part),
        agrees: 3,
        isTop: meant === top.meant ? 1 : 0,
        opened: model.lexicon.isDefinite(tokens[mention.first]?.lower ?? '') ? 1 : 0,
        behind: step(Math.abs(quote.sentence - head.sentence)),
        samePlace: head.sentence === quote.sentence ? 3 : head.paragraph === quote.paragraph ? 2 : 1,
        inside: said.includes(head.lower) ? 1 : 0,
      }),
    });
  }
  return candidates;
}
