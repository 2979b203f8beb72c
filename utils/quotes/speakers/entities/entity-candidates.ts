import {
  DOCUMENT_NOUN,
  GROUP_NOUN,
  hasClass,
  ORGANISATION_NOUN,
  PERSON_NOUN,
  TITLE,
} from '../../model/lexicon.ts';
import { countBucket } from '../../model/mention-features.ts';
import type { Attribution } from '../attribute-speakers.ts';
import type { CandidateFeatures } from '../candidate-row.ts';
import type { Person } from '../people/people-table.ts';
import { descriptionKey } from '../people/roles.ts';
import { getSpeakerPhrase } from '../speaker-phrase.ts';
import { nounKey, personKey, type SpeakerHistory } from './article-context.ts';
import { type Article, type EntityCandidate, type EntityValues, inFifteenths } from './entity-features.ts';
import { EntityScene, MIN_MENTION_PROBABILITY } from './entity-scene.ts';
import {
  compareAgreement,
  findMostProbable,
  getGender,
  getGenderOfTag,
  type MentionProbability,
  matchNoun,
  sumProbabilities,
} from './likeliest-mention.ts';

/** Features of the likeliest mention of an entity, relative to the quote. */
function mentionFeatures(features: CandidateFeatures | null | undefined): EntityValues {
  if (!features) return { tieCost: 16 };
  const { tie, field, agent, mention, clause } = features;
  return {
    tieCost: tie.cost,
    tieLink: tie.link,
    tieSide: tie.side,
    tieWord: tie.word,
    margin: field.margin,
    agent: agent.tied,
    agentBehind: agent.behind,
    agentBefore: agent.before,
    place: mention.place,
    next: mention.next,
    clause: clause.tiedCue,
  };
}

/** Maximum number of people ranked for one quote, and of those named last among them. */
const MAX_PEOPLE = 24;
const MAX_RECENT_PEOPLE = 10;
/**
 * Minimum probability of the likeliest mention at which its grammar excludes others, and maximum probability of those.
 */
const MIN_SURE_PROBABILITY = 0.5;
const MAX_EXCLUDED_PROBABILITY = 0.25;
/** Minimum number of mentions at which a name counts as a person's. */
const MIN_MENTIONS = 3;

/** Candidates with a name: the probable ones, those named last, those named most, and those who spoke last. */
function findPersonCandidates(scene: EntityScene): EntityCandidate[] {
  const chosen = new Set<number>();
  for (const { referent } of scene.probabilities) chosen.add(scene.people.personOf[referent] ?? -1);
  for (const { person } of scene.positions.named.slice(0, MAX_RECENT_PEOPLE)) chosen.add(person);
  for (const person of scene.mentionIndex.mostNamed) chosen.add(person);
  for (const key of [scene.history.lastSpeaker, scene.history.earlierSpeaker])
    if (key.startsWith('p')) chosen.add(Number(key.slice(1)));
  chosen.delete(-1);
  return [...chosen].slice(0, MAX_PEOPLE).flatMap((index) => {
    const person = scene.people.people[index];
    return person ? (personCandidate(scene, index, person) ?? []) : [];
  });
}

function personCandidate(scene: EntityScene, index: number, person: Person): EntityCandidate | null {
  const { lexicon, mentions } = scene.model;
  const top = scene.top;
  const own = scene.probabilities.filter(({ referent }) => scene.people.personOf[referent] === index);
  const probability = sumProbabilities(own);
  const given = lexicon.givenNameClasses(person.words[0] ?? '') !== 0;
  const alike = matchNoun(person, top.noun, lexicon);
  // A name that the article repeats is a person's, whether known or not.
  const isFrequent = person.human >= 0 && person.full + person.short >= MIN_MENTIONS;
  const isLikely = person.human >= 2 || (person.human >= 1 && person.words.length > 1 && given) || isFrequent;
  const hasSpoken = scene.history.countQuotes(personKey(index)) > 0;
  if (!isLikely && !hasSpoken && alike === 0 && probability < MIN_MENTION_PROBABILITY) return null;
  if (
    probability < MAX_EXCLUDED_PROBABILITY &&
    top.share >= MIN_SURE_PROBABILITY &&
    isExcluded(scene, person, given)
  )
    return null;
  const named = sumProbabilities(own.filter(({ referent }) => mentions[referent]?.kind === 'name'));
  const best = findMostProbable(own);
  return {
    person: index,
    mention: best?.referent ?? -1,
    noun: '',
    name: person.name,
    features: scene.row(personKey(index), {
      ...mentionFeatures(best?.features),
      ...scene.positions.of(index, top.gender),
      kind: person.words.length > 1 ? 3 : 2,
      human: person.human < 0 ? 1 : person.human < 1 ? 2 : person.human < 2 ? 3 : person.human < 4 ? 4 : 5,
      direct: inFifteenths(named),
      linked: inFifteenths(probability - named),
      pronoun: inFifteenths(pronounProbability(scene, person)),
      agrees: compareAgreement(top.likelyGender, person.gender),
      fitsNumber: person.human > 0 ? compareAgreement(scene.verb.number, 's') : 2,
      fitsGender: compareAgreement(scene.verb.gender, person.gender),
      ...(scene.plain >= 0 && scene.people.personOf[scene.plain] === index ? { plain: 2 } : {}),
      given: given ? 1 : 0,
      hasRole: person.role ? 1 : 0,
      alike,
      described: Math.min(3, person.describedBy.get(descriptionKey(top.noun, lexicon)) ?? 0),
      isTop: best !== null && best.referent === top.referent ? 1 : 0,
      inside: person.words.some((word) => word.length > 2 && scene.quoteText.includes(word)) ? 1 : 0,
    }),
  };
}

/**
 * Whether grammar excludes a person: "she said" is not a man or an organisation, and "a friend said" is not a named
 * person.
 */
function isExcluded({ top }: EntityScene, { gender, human }: Person, given: boolean): boolean {
  const { gender: pronounGender, introduces } = top;
  if (pronounGender && gender && pronounGender !== gender) return true;
  if (pronounGender && (human < 0 || (human < 1 && !given))) return true;
  return introduces;
}

function pronounProbability(scene: EntityScene, { gender }: Person): number {
  const pronouns = scene.probabilities.filter(({ referent }) => {
    if (scene.model.mentions[referent]?.kind !== 'pronoun') return false;
    const pronounGender = getGender(scene.model, referent);
    return !pronounGender || !gender || pronounGender === gender;
  });
  return sumProbabilities(pronouns);
}

/** Candidates without a name: the probable ones, and those that spoke or reported recently. */
function findNounCandidates(scene: EntityScene): EntityCandidate[] {
  const nouns = new Map<string, MentionProbability>();
  for (const probability of scene.probabilities) {
    const { referent, share } = probability;
    const kind = scene.model.mentions[referent]?.kind;
    const isNoun = kind === 'noun' || kind === 'name';
    if (!isNoun || share < MIN_MENTION_PROBABILITY || (scene.people.personOf[referent] ?? -1) >= 0) continue;
    const key = scene.wordOf(referent);
    const known = nouns.get(key);
    if (!known) nouns.set(key, { ...probability });
    else {
      if (share > known.share / 2)
        Object.assign(known, { referent, cue: probability.cue, features: probability.features });
      known.share += share;
    }
  }
  for (const m of [...scene.history.lastNouns(), ...scene.mentionIndex.nounsBefore(scene.at)]) {
    const key = scene.wordOf(m);
    if (key !== '' && !nouns.has(key)) nouns.set(key, { referent: m, share: 0, cue: -1, features: null });
  }
  return [...nouns.values()].flatMap((probability) => nounCandidate(scene, probability) ?? []);
}

function nounCandidate(
  scene: EntityScene,
  { referent, share, cue, features }: MentionProbability,
): EntityCandidate | null {
  const name = getSpeakerPhrase(scene.model, referent, cue);
  const mention = scene.model.mentions[referent];
  const head = scene.headOf(referent);
  if (!name || !head || !mention) return null;
  const noun = scene.wordOf(referent);
  const isPerson = hasClass(head, PERSON_NOUN | TITLE);
  const isBody = hasClass(head, GROUP_NOUN | ORGANISATION_NOUN);
  const known = scene.model.lexicon.isDefinite(scene.model.tokens[mention.first]?.lower ?? '');
  return {
    person: -1,
    mention: referent,
    noun,
    name,
    features: scene.row(nounKey(noun), {
      reports: countBucket(scene.mentionIndex.countReports(noun)),
      holders: Math.min(3, scene.countHolders(head.lower)),
      described: Math.min(3, countDescriptions(scene, head.lower)),
      ...mentionFeatures(features),
      kind: 1,
      human: isPerson ? 5 : isBody ? 4 : hasClass(head, DOCUMENT_NOUN) ? 3 : 1,
      direct: inFifteenths(share),
      agrees: 3,
      fitsNumber: compareAgreement(scene.verb.number, head.tag?.number),
      fitsGender: compareAgreement(scene.verb.gender, head.tag && getGenderOfTag(head.tag)),
      ...(scene.plain >= 0 && scene.wordOf(scene.plain) === noun ? { plain: 2 } : {}),
      isTop: referent === scene.top.referent ? 1 : 0,
      opened: known ? 1 : 0,
      behind: countBucket(Math.abs(scene.quote.sentence - head.sentence)),
      samePlace: Math.max(1, scene.positions.nearness(head)),
      inside: scene.quoteText.includes(head.lower) ? 1 : 0,
    }),
  };
}

/** How often a noun describes a named person. */
function countDescriptions(scene: EntityScene, noun: string): number {
  const key = descriptionKey(noun, scene.model.lexicon);
  return scene.people.people.reduce((most, { describedBy }) => Math.max(most, describedBy.get(key) ?? 0), 0);
}

/**
 * Finds all possible speakers of an attributed quote; the first candidate is nobody. Bounded per quote.
 *
 * @param index of the attribution among those of the article
 */
export function findEntities(
  article: Article,
  attribution: Attribution,
  index: number,
  history: SpeakerHistory,
): EntityCandidate[] {
  const { model } = article;
  const quote = model.tokens[model.quoteTokens[attribution.span] ?? -1];
  if (!quote) return [];
  const scene = new EntityScene(article, history, attribution, index, quote);
  const nobody: EntityCandidate = {
    person: -1,
    mention: -1,
    noun: '',
    name: null,
    features: scene.row('', { tieCost: 16 }),
  };
  const named = [nobody, ...findPersonCandidates(scene)];
  // In an unsupported language, nouns can't be recognised.
  return model.lexicon.code === 'und' ? named : [...named, ...findNounCandidates(scene)];
}
