import type { Mention } from '../../model/mention.ts';
import type { Token } from '../../model/token.ts';
import type { Lexicon } from '../../model/types.ts';

/** Ages that people have, in years. */
const OLDEST = 115;
/** "46-year-old", "36-Jährige", "15-årige": a number and a word written together. */
const AGED = /^(\d{1,3})[-‑]\p{L}{3}/u;
const NUMBER = /^\d{1,3}$/;
/** German nouns made of adjectives: "der Beauftragte", "ein Beauftragter". */
const ADJECTIVAL = /^(\p{L}{4,}(?:t|ig|end)e)[rns]$/u;

/** One key for all forms of a noun that describes somebody; an age has its number. */
export function descriptionKey(noun: string, { fold, code }: Lexicon): string {
  const age = AGED.exec(noun)?.[1];
  if (age) return age;
  return fold(code === 'de' ? noun.replace(ADJECTIVAL, '$1') : noun);
}

const isAge = (age: string): boolean => Number(age) > 0 && Number(age) <= OLDEST;

/** The age, in years, that stands beside somebody's name ("Dana Reed, 46,", "the 46-year-old Dana Reed"), or null. */
export function readAge(tokens: readonly Token[], mention: Mention): string | null {
  const before = tokens[mention.nameFirst - 1];
  const led = before?.sentence === mention.sentence ? AGED.exec(before.lower)?.[1] : undefined;
  if (led && isAge(led)) return led;
  const open = tokens[mention.last + 1];
  const number = tokens[mention.last + 2];
  const close = tokens[mention.last + 3];
  if (open?.text !== ',' && open?.text !== '(') return null;
  if (number?.kind !== 'number' || !NUMBER.test(number.text) || !isAge(number.text)) return null;
  // "Dana Reed, 46, said", "Dana Reed, 46 años, dijo", but not "Dana Reed, 46 people said".
  const ends = close === undefined || close.sentence !== mention.sentence || /^[,.;:)]$/.test(close.text);
  const behind = tokens[mention.last + 4];
  return ends || /^[,.;:)]$/.test(behind?.text ?? '') ? number.text : null;
}
