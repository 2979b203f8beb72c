import type { ArticleModel } from './article-model.ts';
import { HE, OTHER_PRONOUN, PERSON, PERSON_HE, PERSON_SHE, SHE, THEY, TITLE } from './lexicon.ts';
import type { Gender, PeopleTable } from './people.ts';
import { placeOf } from './subject-link.ts';

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

/** Salience lost per sentence between a mention and the pronoun that may mean it. */
const FADE = 0.55;
const SUBJECT = 1;
const NOT_SUBJECT = 0.45;
const SPEAKER = 0.7;
const UNNAMED = 0.6;
const WRONG_TYPE = 0.15;
const UNKNOWN_GENDER = 0.75;
/** Entities kept in mind; bounds the time per pronoun. */
const REMEMBERED = 60;
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

interface Entity {
  person: number;
  name: string;
  role: string | null;
  gender: Gender;
  weight: number;
  human: boolean;
  sentence: number;
}

function phraseText(model: ArticleModel, index: number): string {
  const mention = model.mentions[index];
  const first = mention && model.tokens[mention.first];
  const last = mention && model.tokens[mention.last];
  if (!first || !last) return '';
  return model.text.slice(first.start, last.possessive ? last.start + last.text.length : last.end);
}

/**
 * Walks the article once and says for each mention in `speakers` whom it means: names through the people table,
 * "the president" to whoever holds that role here, pronouns to the most salient match in gender, number and kind.
 */
export function resolveSpeakers(
  model: ArticleModel,
  table: PeopleTable,
  speakers: ReadonlySet<number>,
  byline: string | null,
): Map<number, Resolution> {
  const { tokens, mentions } = model;
  const entities = new Map<string, Entity>();
  const results = new Map<number, Resolution>();

  const touch = (
    key: string,
    entity: Omit<Entity, 'weight' | 'sentence'>,
    gain: number,
    sentence: number,
  ) => {
    const known = entities.get(key);
    const weight = known ? known.weight * FADE ** (sentence - known.sentence) + gain : gain;
    // Re-inserted, so that the map stays in order of use and the longest unused can go.
    entities.delete(key);
    entities.set(key, { ...(known ?? entity), gender: known?.gender ?? entity.gender, weight, sentence });
    if (entities.size > REMEMBERED) {
      const [oldest] = entities.keys();
      if (oldest !== undefined) entities.delete(oldest);
    }
  };

  for (const [m, mention] of mentions.entries()) {
    const head = tokens[mention.head];
    if (!head) continue;
    const { sentence } = mention;
    const speaks = speakers.has(m);
    const place = placeOf(model, mention);
    const subject =
      place === 'start' ||
      place === 'quote' ||
      place === 'relative' ||
      place === 'that' ||
      place.startsWith('conj');
    const gain = (subject ? SUBJECT : NOT_SUBJECT) * (mention.possessive ? 0.7 : 1) + (speaks ? SPEAKER : 0);

    if (mention.kind === 'pronoun' && (head.classes & (HE | SHE)) !== 0) {
      const gender: Gender = (head.classes & HE) !== 0 ? 'he' : 'she';
      let best: [string, Entity] | null = null;
      let bestScore = 0;
      let total = 0;
      for (const [key, entity] of entities) {
        if (sentence - entity.sentence > 12 || (entity.gender && entity.gender !== gender)) continue;
        let score = entity.weight * FADE ** (sentence - entity.sentence);
        if (!entity.gender) score *= UNKNOWN_GENDER;
        if (!entity.human) score *= WRONG_TYPE;
        total += score;
        if (score > bestScore) {
          best = [key, entity];
          bestScore = score;
        }
      }
      if (best) {
        const [key, entity] = best;
        touch(key, { ...entity, gender }, gain, sentence);
        results.set(m, {
          person: entity.person,
          name: entity.name,
          role: entity.role,
          confidence: bestScore / (total || 1),
        });
      } else {
        results.set(m, { person: -1, name: null, role: null, confidence: 0 });
      }
      continue;
    }
    if (mention.kind === 'relative') {
      // "Reed, who said": the nearest name or role before it.
      for (let k = m - 1; k >= 0 && k > m - 4; k--) {
        const other = mentions[k];
        if (!other || other.sentence !== sentence) break;
        const known = results.get(k);
        if (known?.name) {
          results.set(m, { ...known, confidence: known.confidence * 0.9 });
          break;
        }
      }
      continue;
    }
    if (mention.kind === 'pronoun') {
      const columnist = head.lower === 'i' && byline ? byline : null;
      const plural =
        (head.classes & THEY) !== 0 ||
        ((head.classes & OTHER_PRONOUN) !== 0 &&
          head.lower !== 'i' &&
          head.lower !== 'we' &&
          head.lower !== 'it');
      const name = columnist ?? (plural && speaks && head.lower !== 'they' ? phraseText(model, m) : null);
      results.set(m, { person: -1, name, role: null, confidence: name ? 0.8 : 0 });
      continue;
    }
    let person = table.personOf[m] ?? -1;
    if (person < 0 && (head.classes & (PERSON | TITLE)) !== 0 && tokens[mention.first]?.lower === 'the') {
      person = findByRole(model, table, m, entities);
    }
    const known = table.people[person];
    if (known) {
      const human = !known.isBody;
      touch(
        `p${person}`,
        { person, name: known.name, role: known.role, gender: known.gender, human },
        gain,
        sentence,
      );
      results.set(m, {
        person,
        name: known.name,
        role: known.role,
        confidence: known.words.length > 1 ? 0.97 : 0.9,
      });
      continue;
    }
    const name = phraseText(model, m);
    const human = (head.classes & (PERSON | TITLE)) !== 0 && !head.lower.endsWith('s');
    const gender: Gender =
      (head.classes & PERSON_HE) !== 0 ? 'he' : (head.classes & PERSON_SHE) !== 0 ? 'she' : null;
    if (human)
      touch(`n${head.lower}`, { person: -1, name, role: null, gender, human }, gain * UNNAMED, sentence);
    results.set(m, { person: -1, name, role: null, confidence: 0.9 });
  }
  return results;
}

/** "the president" → the most salient person whose role here holds that word. */
function findByRole(
  model: ArticleModel,
  table: PeopleTable,
  index: number,
  entities: ReadonlyMap<string, Entity>,
): number {
  const mention = model.mentions[index];
  const word = mention && model.tokens[mention.head]?.lower;
  if (!word) return -1;
  const pattern = Object.hasOwn(SAME_ROLE, word) ? SAME_ROLE[word] : null;
  let best = -1;
  let bestScore = 0;
  for (const entity of entities.values()) {
    const person = table.people[entity.person];
    if (!person?.role || person.isBody) continue;
    const holds = pattern
      ? pattern.test(person.role)
      : person.role
          .toLowerCase()
          .split(/[^\p{L}-]+/u)
          .includes(word);
    if (!holds) continue;
    const score = entity.weight * FADE ** Math.min(20, mention.sentence - entity.sentence);
    if (score > bestScore) {
      best = entity.person;
      bestScore = score;
    }
  }
  return best;
}
