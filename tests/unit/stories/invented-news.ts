/** Invented articles: events with names and words of their own, told in words that all articles use. */
import { profileArticle } from '../../../utils/stories/profile.ts';
import type { StoryProfile } from '../../../utils/stories/story-types.ts';

export const DAY = 86_400_000;
const START = Date.parse('2026-03-01');

const SYLLABLES = ['ka', 'lo', 'mi', 'ren', 'tu', 'sev', 'bor', 'dan', 'el', 'fir', 'gus', 'hol'];

/** A word that no language has; each number has its own. */
export function inventWord(number: number): string {
  const at = (power: number): string => SYLLABLES[Math.floor(number / 12 ** power) % 12] ?? '';
  return `${at(0)}${at(1)}${at(2)}${at(3)}`;
}

const capitalise = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;

/** Pseudo-random integers below `below`, deterministic (Marsaglia's xorshift). */
export function makeRandom(seed: number): (below: number) => number {
  let state = seed * 2654435761 + 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

export interface InventedArticle {
  id: string;
  /** Articles of one event have the same number. */
  event: number;
  /** Days since the first one. */
  day: number;
  lang?: string;
}

/** Writes an article of an event: half of its words are those of the event, the others are those of all articles. */
export function inventProfile({ id, event, day, lang = 'en' }: InventedArticle): StoryProfile {
  const random = makeRandom(
    [...id].reduce((sum, character) => 31 * sum + (character.codePointAt(0) ?? 0), 7) % 65521,
  );
  const common = (): string => inventWord(random(150));
  const own = (): string => inventWord(1000 + 40 * event + random(16));
  const name = (): string => capitalise(inventWord(1000 + 40 * event + 20 + random(4)));
  const sentence = (): string =>
    `${capitalise(common())} ${own()} ${common()} ${name()} ${common()} ${own()} ${common()} ${name()} ${common()} ${common()}.`;
  return profileArticle({
    id,
    title: `${capitalise(own())} ${common()} ${name()} ${own()}`,
    text: Array.from({ length: 12 }, sentence).join('\n\n'),
    lang,
    publishedTime: START + day * DAY,
    addresses: [`paper.example/${id}`],
    linkedAddresses: [],
    quotes: [],
  });
}

/** A library of `events` events with 1 to 4 articles each, on up to 60 days. */
export function inventLibrary(events: number, seed: number): InventedArticle[] {
  const random = makeRandom(seed + 1);
  return Array.from({ length: events }, (_, event) => {
    const day = random(60);
    return Array.from({ length: 1 + random(4) }, (__, i) => ({
      id: `e${event}-${i}`,
      event,
      day: day + random(2),
    }));
  }).flat();
}
