import type { Person } from './people-table.ts';

const NAME = /\p{Lu}[\p{L}’'-]*[\p{L}]/gu;
/** Characters of a quote that are looked at. */
const LOOK = 3000;
/** Evidence for a human being from which somebody is plainly one. */
const HUMAN = 2;

/** Whom a surname, or a given name, plainly means: one single human being whom the article names in full. */
export function namesOf(people: readonly Person[]): Map<string, Person | null> {
  const names = new Map<string, Person | null>();
  for (const person of people) {
    if (person.words.length < 2 || person.human < HUMAN) continue;
    for (const word of new Set([person.words[0], person.words[person.words.length - 1]])) {
      if (word !== undefined) names.set(word, names.has(word) ? null : person);
    }
  }
  return names;
}

/** The people a quote names, its speaker left out, in order; only where a name can mean nobody else. */
export function spokenAbout(
  quote: string,
  names: ReadonlyMap<string, Person | null>,
  speaker: string | null,
): string[] {
  const about = new Set<string>();
  for (const match of quote.slice(0, LOOK).matchAll(NAME)) {
    const word = match[0].toLowerCase().replace(/['’]s$/, '');
    const person = names.get(word);
    if (!person || person.name === speaker) continue;
    // "Will we go?": a given name that opens a sentence may be another word.
    const opens = /(?:^|[.!?…]\s+)$/.test(quote.slice(Math.max(0, match.index - 3), match.index));
    if (opens && word === person.words[0]) continue;
    about.add(person.name);
  }
  return [...about];
}
