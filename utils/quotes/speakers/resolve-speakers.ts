import { REST_EVERY, type Steps } from '../../page/in-slices.ts';
import type { ArticleModel } from '../model/article-model.ts';
import {
  GROUP,
  HE,
  OTHER_PRONOUN,
  PERSON,
  PERSON_HE,
  PERSON_SHE,
  SHE,
  THEY,
  TITLE,
} from '../model/lexicon.ts';
import type { Mention } from '../model/mentions.ts';
import type { Gender } from '../model/person-names.ts';
import { antecedentOf, placeOf } from '../model/subject-link.ts';
import type { PeopleTable, Person } from './people.ts';
import { type Entity, Salience } from './salience.ts';

/** Who a speaker mention means. */
export interface Resolution {
  /** Index into the people table, or -1 for somebody without a name. */
  person: number;
  /** Full name, or the words of the text for unnamed speakers; null when unclear. */
  name: string | null;
  role: string | null;
  /** 0–1. */
  confidence: number;
}

const UNCLEAR: Resolution = { person: -1, name: null, role: null, confidence: 0 };
/** Weights of a mention's place in its clause. */
const SUBJECT = 1;
const EMBEDDED = 0.7;
const NOT_SUBJECT = 0.45;
const CUE_SUBJECT = 0.5;
const SPEAKER = 0.4;
const UNNAMED = 0.6;
const SURE = 0.8;
const UNLIKELY = 0.12;
const DOUBTFUL = 0.3;
/** Short forms of titles beside the noun that people use later. */
const SAME_ROLE: Record<string, RegExp> = {
  senator: /\bsen(?:ator|\.)/i,
  governor: /\bgov(?:ernor|\.)/i,
  congressman: /\b(?:rep(?:resentative|\.)|congressman)/i,
  congresswoman: /\b(?:rep(?:resentative|\.)|congresswoman)/i,
  representative: /\b(?:rep(?:resentative|\.)|congress(?:wo)?man)/i,
  general: /\bgen(?:eral|\.)/i,
  professor: /\bprof(?:essor|\.)/i,
  nominee: /\bnominee|candidate/i,
};
/** Roles of office: never a mere variation for somebody whose role the article doesn't give. */
const OFFICE =
  /^(?:president|spokes(?:man|woman|person)|judge|pope|king|queen|speaker|chairman|chairwoman|reporter|host|moderator|one|other|another)$/;

function phraseText(model: ArticleModel, mention: Mention): string {
  const first = model.tokens[mention.first];
  const last = model.tokens[mention.last];
  if (!first || !last) return '';
  return model.text.slice(first.start, last.possessive ? last.start + last.text.length : last.end);
}

function humanness(person: Person): number {
  if (person.human >= 2) return 1;
  // One word that nothing shows to be a human: a people, a place.
  if (person.words.length === 1 && person.full === 0) return person.human >= 1 ? DOUBTFUL : UNLIKELY;
  return person.human >= 1 ? 0.6 : UNLIKELY;
}

function entityOf(table: PeopleTable, index: number): Entity | null {
  const person = table.people[index];
  if (!person) return null;
  return {
    person: index,
    name: person.name,
    role: person.role,
    gender: person.gender,
    human: humanness(person),
  };
}

function holdsRole(role: string, word: string): boolean {
  const pattern = Object.hasOwn(SAME_ROLE, word) ? SAME_ROLE[word] : undefined;
  if (pattern) return pattern.test(role);
  return role
    .toLowerCase()
    .split(/[^\p{L}-]+/u)
    .includes(word);
}

/** The words of everybody's role that only one of them has, and whose they are. */
function roleHolders(table: PeopleTable): ReadonlyMap<string, number> {
  const holders = new Map<string, number>();
  for (const [index, { role, human }] of table.people.entries()) {
    if (human < 1) continue;
    for (const word of new Set(role?.toLowerCase().match(/[\p{L}-]+/gu)))
      holders.set(word, holders.has(word) ? -1 : index);
  }
  return holders;
}

/**
 * Walks the article once and says for each mention whom it means: names through the people table, "the president"
 * to whoever holds that role here, pronouns to the most salient match in gender, number and kind.
 * `speakers` and `cueSubjects` are indices of mentions that speak a quote or are the subject of a reporting verb.
 */
export function* resolveSpeakers(
  model: ArticleModel,
  table: PeopleTable,
  speakers: ReadonlySet<number>,
  cueSubjects: ReadonlySet<number>,
  byline: string | null,
): Steps<Map<number, Resolution>> {
  const { tokens, mentions } = model;
  const mind = new Salience();
  const results = new Map<number, Resolution>();
  const introduced = new Set<string>();
  const holderOf = roleHolders(table);

  for (const [m, mention] of mentions.entries()) {
    if (m % REST_EVERY === 0) yield;
    const head = tokens[mention.head];
    if (!head) continue;
    const { sentence } = mention;
    const speaks = speakers.has(m);
    // "Reed's claim": its owner is a mention of its own only where he speaks.
    if (!speaks && mention.possessive && mentions[m - 1]?.first === mention.first) continue;
    const reports = cueSubjects.has(m);
    const gain = gainOf(model, mention, speaks, reports);
    const settle = (key: string, entity: Entity, confidence: number) => {
      mind.touch(key, entity, gain, sentence);
      if (speaks || reports) mind.giveTurn(key, sentence, speaks);
      results.set(m, { person: entity.person, name: entity.name, role: entity.role, confidence });
    };

    const owns = head.lower === 'his' || head.lower === 'her';
    if (mention.kind === 'pronoun' && (owns || (head.classes & (HE | SHE)) !== 0)) {
      const gender: Gender = (head.classes & HE) !== 0 || head.lower === 'his' ? 'he' : 'she';
      const found = mind.findAntecedent(gender, sentence, speaks);
      if (found) {
        // One plain pronoun tells somebody's gender; a doubtful one must not.
        const known = found.confidence >= SURE ? gender : found.entity.gender;
        settle(found.key, { ...found.entity, gender: known }, found.confidence);
      } else results.set(m, UNCLEAR);
    } else if (mention.kind === 'pronoun') {
      results.set(m, readOtherPronoun(model, mention, byline));
    } else if (mention.kind === 'relative') {
      const own = results.get(antecedentOf(model, m));
      const antecedent = own?.name ? own : results.get(nearestBefore(model, m, results));
      if (!antecedent?.name) continue;
      const entity = entityOf(table, antecedent.person);
      if (entity) settle(`p${entity.person}`, entity, antecedent.confidence * 0.9);
      else results.set(m, { ...antecedent, confidence: antecedent.confidence * 0.9 });
    } else {
      let index = table.personOf[m] ?? -1;
      let confidence = (table.people[index]?.words.length ?? 0) > 1 ? 0.97 : 0.9;
      const speaksAlone = (head.classes & (PERSON | TITLE)) !== 0 && (head.classes & GROUP) === 0;
      const definite = model.lexicon.isDefinite(tokens[mention.first]?.lower ?? '');
      const follows = tokens[mention.last + 1];
      const defined = follows?.sentence === sentence && /^(?:of|for|who|at|from)$/.test(follows.lower);
      if (index < 0 && speaksAlone && definite && mention.kind === 'noun') {
        const holders = mind.rank(
          sentence,
          (entity) => entity.role !== null && holdsRole(entity.role, head.lower),
        );
        // Whoever alone has that role is meant also long after they were named.
        index = holders[0]?.entity.person ?? holderOf.get(head.lower) ?? -1;
        confidence = 0.85;
        const varies = speaks && !defined && !OFFICE.test(head.lower) && !introduced.has(head.lower);
        if (index < 0 && varies && !head.lower.endsWith('s')) {
          // "the Harbor tycoon told": a new description of the person the text is about just now.
          const gender: Gender =
            (head.classes & PERSON_HE) !== 0 ? 'he' : (head.classes & PERSON_SHE) !== 0 ? 'she' : null;
          const found = mind.findAntecedent(gender, sentence, true);
          index = found && found.entity.human >= 1 ? found.entity.person : -1;
          confidence = found ? 0.6 * found.confidence + 0.2 : 0;
        }
      }
      if (index < 0 && definite && speaks) index = table.occupations.get(head.lower) ?? -1;
      const entity = entityOf(table, index);
      if (entity) {
        settle(`p${index}`, entity, confidence);
        continue;
      }
      introduced.add(head.lower);
      const name = phraseText(model, mention);
      const alone = speaksAlone && !/[^s]s$/.test(head.lower);
      const gender: Gender =
        (head.classes & PERSON_HE) !== 0 ? 'he' : (head.classes & PERSON_SHE) !== 0 ? 'she' : null;
      if (alone)
        mind.touch(
          `n${head.lower}`,
          { person: -1, name, role: null, gender, human: 1 },
          gain * UNNAMED,
          sentence,
        );
      if (alone && speaks) mind.giveTurn(`n${head.lower}`, sentence, true);
      results.set(m, { person: -1, name, role: null, confidence: 0.9 });
    }
  }
  return results;
}

function gainOf(model: ArticleModel, mention: Mention, speaks: boolean, reports: boolean): number {
  const place = placeOf(model, mention);
  const embedded =
    mention.kind === 'relative' || place === 'relative' || place === 'that' || place.startsWith('conj');
  const subject = reports || place === 'start' || place === 'quote';
  let gain = subject ? SUBJECT : embedded ? EMBEDDED : NOT_SUBJECT;
  if (mention.possessive) gain *= 0.7;
  if (reports) gain += CUE_SUBJECT;
  if (speaks) gain += SPEAKER;
  return gain;
}

/** "Reed, who said": the nearest resolved mention before a relative pronoun in its sentence. */
function nearestBefore(model: ArticleModel, m: number, results: ReadonlyMap<number, Resolution>): number {
  const sentence = model.mentions[m]?.sentence;
  for (let k = m - 1; k >= 0 && k > m - 4; k--) {
    if (model.mentions[k]?.sentence !== sentence) return -1;
    if (results.get(k)?.name) return k;
  }
  return -1;
}

function readOtherPronoun(model: ArticleModel, mention: Mention, byline: string | null): Resolution {
  const head = model.tokens[mention.head];
  if (!head) return UNCLEAR;
  if (head.lower === 'i') return byline ? { person: -1, name: byline, role: null, confidence: 0.8 } : UNCLEAR;
  const bare = (head.classes & THEY) !== 0 || head.lower === 'we' || head.lower === 'it';
  if (bare || (head.classes & OTHER_PRONOUN) === 0) return UNCLEAR;
  return { person: -1, name: phraseText(model, mention), role: null, confidence: 0.6 };
}
