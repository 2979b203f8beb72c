import { PREP } from '../../model/lexicon.ts';
import { NAME_CONJUNCTION } from '../../model/names.ts';
import type { ArticleModel } from '../../model/types.ts';
import type { Attribution } from '../attribute-speakers.ts';
import type { Choice } from '../entities/entity-features.ts';
import type { PeopleTable, Person } from './people-table.ts';

const NO_JOINT_SPEAKER = { mention: -1, conjunction: '' };

/**
 * A second speaker: "Mara Lindqvist and Tomas Berg said", "said Mara Lindqvist and Tomas Berg".
 *
 * @returns index of the other mention, before or after, and the word between; -1 for a single speaker
 */
function findJointSpeaker(
  model: ArticleModel,
  speaker: number,
  cue: number,
): { mention: number; conjunction: string } {
  const { tokens, mentions, cues } = model;
  const mention = mentions[speaker];
  const verb = cues[cue];
  if (mention?.kind !== 'name' || mention.isPossessive || verb?.sentence !== mention.sentence)
    return NO_JOINT_SPEAKER;
  const isBeforeVerb = verb.first > mention.last;
  const index = isBeforeVerb ? speaker - 1 : speaker + 1;
  const other = mentions[index];
  if (other?.kind !== 'name' || other.isPossessive || other.sentence !== mention.sentence)
    return NO_JOINT_SPEAKER;
  const [left, right] = isBeforeVerb ? [other, mention] : [mention, other];
  const between = tokens[left.last + 1];
  const conjunction = between?.lower ?? '';
  if (right.first !== left.last + 2 || !NAME_CONJUNCTION.test(conjunction)) return NO_JOINT_SPEAKER;
  // "a friend of Lindqvist and Berg said": the pair belongs to another noun.
  const before = tokens[left.first - 1];
  const belongsToOtherNoun = before?.sentence === left.sentence && (before.classes & PREP) !== 0;
  const after = tokens[right.last + 1];
  // "said Lindqvist and Berg added": the second name begins another clause.
  const isContinued =
    !isBeforeVerb && after?.sentence === right.sentence && after.kind === 'word' && !after.isCapitalised;
  return belongsToOtherNoun || (isContinued && (after.classes & PREP) === 0)
    ? NO_JOINT_SPEAKER
    : { mention: index, conjunction };
}

/** Returns the name of a mention's person, or the words of the mention. */
function nameOf(model: ArticleModel, table: PeopleTable, mention: number): string | null {
  const known = table.people[table.personOf[mention] ?? -1];
  if (known) return known.name;
  const found = model.mentions[mention];
  const first = model.tokens[found?.first ?? -1];
  const last = model.tokens[found?.last ?? -1];
  return first && last ? model.text.slice(first.start, last.end) : null;
}

/**
 * The speaker's name and role to be shown: the full name, two names for two speakers, or the author for "I". "We" can't
 * be resolved.
 */
export function getDisplayedName(
  model: ArticleModel,
  table: PeopleTable,
  attribution: Attribution,
  { entity }: Choice,
  byline: string | null,
): { name: string | null; role: string | null } {
  const { tokens, mentions, lexicon } = model;
  const mention = mentions[attribution.mention];
  const head = tokens[mention?.head ?? -1];
  if (mention?.kind === 'pronoun' && head && lexicon.firstPerson.has(head.lower)) {
    return { name: head.lower === 'i' ? byline : null, role: null };
  }
  if (entity.person < 0) return { name: entity.name, role: null };
  const own = table.personOf[attribution.mention] === entity.person;
  const { mention: partner, conjunction } = own
    ? findJointSpeaker(model, attribution.mention, attribution.cue)
    : { mention: -1, conjunction: '' };
  const other = partner < 0 ? null : nameOf(model, table, partner);
  if (other === null || entity.name === null) {
    return { name: entity.name, role: table.people[entity.person]?.shownRole ?? null };
  }
  const names = partner < attribution.mention ? [other, entity.name] : [entity.name, other];
  return { name: names.join(` ${conjunction} `), role: null };
}

/** Whether the speaker has no name: "a spokesman", "two officials". Words written like a name count as one. */
export function isUnnamed(model: ArticleModel, { entity }: Choice): boolean {
  return entity.person < 0 && entity.name !== null && model.mentions[entity.mention]?.kind === 'noun';
}

const NAME = /\p{Lu}[\p{L}’'-]*[\p{L}]/gu;
/** Maximum length of a quote that is analysed, in characters. */
const MAX_READ_LENGTH = 3000;
/** Minimum value of `human` for a certain person. */
const MIN_HUMAN = 2;

/** Maps surnames and given names to the one person with a full name that they can mean. */
export function indexPeopleByName(people: readonly Person[]): Map<string, Person | null> {
  const names = new Map<string, Person | null>();
  for (const person of people) {
    if (person.words.length < 2 || person.human < MIN_HUMAN) continue;
    for (const word of new Set([person.words[0], person.words[person.words.length - 1]])) {
      if (word !== undefined) names.set(word, names.has(word) ? null : person);
    }
  }
  return names;
}

/** The people named in a quote except its speaker, in order, if the name is unambiguous. */
export function findMentionedPeople(
  quote: string,
  names: ReadonlyMap<string, Person | null>,
  speaker: string | null,
): string[] {
  const about = new Set<string>();
  for (const match of quote.slice(0, MAX_READ_LENGTH).matchAll(NAME)) {
    const word = match[0].toLowerCase().replace(/['’]s$/, '');
    const person = names.get(word);
    if (!person || person.name === speaker) continue;
    // "Will we go?": a given name at the start of a sentence may be another word.
    const opens = /(?:^|[.!?…]\s+)$/.test(quote.slice(Math.max(0, match.index - 3), match.index));
    if (opens && word === person.words[0]) continue;
    about.add(person.name);
  }
  return [...about];
}
