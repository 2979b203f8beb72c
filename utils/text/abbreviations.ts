/** Full stops that end no sentence, since what they stand after is written short. */
import { abbreviations as cs } from '../languages/cs/things.ts';
import { abbreviations as da } from '../languages/da/things.ts';
import { abbreviations as de } from '../languages/de/things.ts';
import { abbreviations as en } from '../languages/en/things.ts';
import { abbreviations as es } from '../languages/es/things.ts';
import { abbreviations as fr } from '../languages/fr/things.ts';
import { abbreviations as it } from '../languages/it/things.ts';
import { knownLanguage, type LanguageCode } from '../languages/language-code.ts';
import { abbreviations as nl } from '../languages/nl/things.ts';
import { abbreviations as no } from '../languages/no/things.ts';
import { abbreviations as pl } from '../languages/pl/things.ts';
import { abbreviations as pt } from '../languages/pt/things.ts';
import { abbreviations as ru } from '../languages/ru/things.ts';
import { abbreviations as sv } from '../languages/sv/things.ts';
import { abbreviations as tr } from '../languages/tr/things.ts';
import { abbreviations as uk } from '../languages/uk/things.ts';

const LISTS: Readonly<Record<LanguageCode, readonly string[]>> = {
  cs,
  da,
  de,
  en,
  es,
  fr,
  it,
  nl,
  no,
  pl,
  pt,
  ru,
  sv,
  tr,
  uk,
};

/** Languages with short forms that are words, too (`art.`, `ill.`, `no.`): those count as written for a name. */
const WORD_LIKE: ReadonlySet<LanguageCode> = new Set(['en', 'es', 'fr', 'it', 'pt']);

/** Languages that write an ordinal with a full stop: `am 5. Oktober`. */
const ORDINALS: ReadonlySet<LanguageCode> = new Set(['cs', 'da', 'de', 'no', 'pl', 'tr']);

/** The last word with its full stop, its inner ones and the apostrophe of a short form: `U.S.`, `Lt.`, `p.m.` */
const LAST_WORD = /(?:^|[\s("'«“„‘’–—-])((?:\p{L}\.[-’]?)*\p{L}+|\d{1,2})\.\s*$/u;
/** Letters with a full stop after each: a short form in every language. */
const DOTTED = /^(?:\p{L}\.)+\p{L}$/u;
const INITIAL = /^\p{Lu}$/u;
/** Half of `z. B.` or `т. е.` */
const LETTER = /^\p{L}$/u;
const VOWEL = /[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûü]/;
const CAPITAL = /^\p{Lu}/u;

/** Titles of other languages that news writes in any: they stand before a name and end nothing. */
const TITLES = ['mr', 'mrs', 'ms', 'mx', 'dr', 'st', 'prof', 'gen', 'lt', 'hr', 'fr', 'mme', 'sr', 'sra'];

const known = new Map<LanguageCode, ReadonlySet<string>>();

function listOf(language: LanguageCode): ReadonlySet<string> {
  const list = known.get(language) ?? new Set([...TITLES, ...LISTS[language]]);
  known.set(language, list);
  return list;
}

/**
 * Whether the full stop at the end of a text belongs to its last word, so that a sentence goes on behind it.
 *
 * @param before the end of the text, with the blanks after its stop
 * @param after what follows
 * @param lang BCP 47 tag of its language, or null; English where the language has no list
 */
export function endsAbbreviated(before: string, after: string, lang: string | null): boolean {
  const word = LAST_WORD.exec(before)?.[1];
  if (word === undefined) return false;
  const language = knownLanguage(lang) ?? 'en';
  if (/^\d/.test(word)) return ORDINALS.has(language) && CAPITAL.test(after);
  if (INITIAL.test(word) || DOTTED.test(word)) return true;
  if (LETTER.test(word) && !WORD_LIKE.has(language)) return true;
  const folded = word.toLowerCase();
  if (!listOf(language).has(folded)) return false;
  return !WORD_LIKE.has(language) || CAPITAL.test(word) || !VOWEL.test(folded) || /^\d/.test(after);
}
