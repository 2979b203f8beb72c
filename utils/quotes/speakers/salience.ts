import type { Gender } from '../model/person-names.ts';

/** Somebody the text speaks of, as a reader keeps them in mind. */
export interface Entity {
  /** Index into the people table, or -1 for somebody without a name. */
  person: number;
  name: string;
  role: string | null;
  gender: Gender;
  /** 0–1: how likely a human being. */
  human: number;
}

interface Remembered extends Entity {
  key: string;
  weight: number;
  /** Sentence of the latest mention. */
  sentence: number;
}

/** Salience that stays per sentence. */
const FADE = 0.55;
/** Salience gathered by repetition counts less than the latest mention. */
const GATHERED = 0.5;
const UNKNOWN_GENDER = 0.7;
/** What having spoken last is worth to a pronoun that names a speaker, by quote and by reported speech. */
const TURN = 1.1;
const REPORTED_TURN = 0.6;
/** Entities kept in mind, and sentences after which they are forgotten; both bound the time per pronoun. */
const REMEMBERED = 60;
const FORGET_AFTER = 12;

/** Who is in the reader's mind, and how much, at the place reached in the text. */
export class Salience {
  private entities = new Map<string, Remembered>();
  private turn: { key: string; sentence: number; weight: number } | null = null;

  /** The text mentions `entity`. `gain` is the weight of this mention's place. */
  touch(key: string, entity: Entity, gain: number, sentence: number): void {
    const known = this.entities.get(key);
    const kept = known ? known.weight * FADE ** (sentence - known.sentence) : 0;
    const weight = gain + GATHERED * kept;
    // Re-inserted, so that the map stays in order of use and the longest unused can go.
    this.entities.delete(key);
    const gender = known?.gender ?? entity.gender;
    this.entities.set(key, { ...entity, gender, key, weight: Math.max(weight, kept), sentence });
    if (this.entities.size > REMEMBERED) {
      const [oldest] = this.entities.keys();
      if (oldest !== undefined) this.entities.delete(oldest);
    }
  }

  /** `key` has just spoken, in a quote or in reported speech only: the floor is theirs. */
  giveTurn(key: string, sentence: number, quoted: boolean): void {
    this.turn = { key, sentence, weight: quoted ? TURN : REPORTED_TURN };
  }

  /** Salience of everybody at `sentence`, weightiest first, with those that `fits` refuses left out. */
  rank(
    sentence: number,
    fits: (entity: Entity) => boolean,
  ): { key: string; entity: Entity; score: number }[] {
    const list: { key: string; entity: Entity; score: number }[] = [];
    for (const entity of this.entities.values()) {
      if (sentence - entity.sentence > FORGET_AFTER || !fits(entity)) continue;
      const score = entity.weight * FADE ** Math.max(0, sentence - entity.sentence) * entity.human;
      list.push({ key: entity.key, entity, score });
    }
    return list.sort((a, b) => b.score - a.score);
  }

  /** Whom a pronoun means; `asSpeaker` when it names the speaker of a quote. Confidence 0–1. */
  findAntecedent(
    gender: Gender,
    sentence: number,
    asSpeaker: boolean,
  ): { key: string; entity: Entity; confidence: number } | null {
    const list = this.rank(sentence, (entity) => !entity.gender || !gender || entity.gender === gender);
    for (const item of list) {
      if (gender && !item.entity.gender) item.score *= UNKNOWN_GENDER;
      if (asSpeaker && this.turn?.key === item.key)
        item.score +=
          this.turn.weight * item.entity.human * 0.6 ** Math.max(0, sentence - this.turn.sentence - 1);
    }
    list.sort((a, b) => b.score - a.score);
    const [best, second] = list;
    if (!best || best.score <= 0) return null;
    return { key: best.key, entity: best.entity, confidence: 1 - 0.6 * ((second?.score ?? 0) / best.score) };
  }
}
