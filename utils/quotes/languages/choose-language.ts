import { knownLanguage, LANGUAGE_CODES, type LanguageCode } from '../../languages/language-code.ts';
import { guessByScript, guessLanguage } from '../../text/guess-language.ts';
import { UNCASED_CODES, type UncasedCode } from '../uncased/types.ts';

/** Languages besides English; those without capitals are read in a way of their own (`uncased/`). */
type QuoteLanguage = Exclude<LanguageCode, 'en'> | UncasedCode;

/** Is `code` one of the languages besides English that the engine knows? */
function isQuoteLanguage(code: string | null): code is QuoteLanguage {
  return code !== 'en' && [...LANGUAGE_CODES, ...UNCASED_CODES].some((known) => known === code);
}

/** Letters of the Latin script must be this share of a text that may be English. */
const LATIN = 0.7;
const SAMPLE = 2000;
/** Words from which a text that looks like none of the known languages is in none of them. */
const MANY_WORDS = 80;

function isLatin(text: string): boolean {
  const letters = text.slice(0, SAMPLE).match(/\p{L}/gu)?.length ?? 0;
  return (text.slice(0, SAMPLE).match(/\p{Script=Latin}/gu)?.length ?? 0) >= letters * LATIN;
}

/**
 * The language to read an article's quotes in. What the page states is often that of its template, so the text has
 * the last word; but a page that states a language nobody here knows is believed.
 *
 * @param stated BCP 47 tag, if any
 * @returns ISO 639-1, or `und` for a text that is in none of the known languages
 */
export function chooseLanguage(stated: string | null | undefined, text: string): string {
  const code = knownLanguage(stated) ?? (stated ?? '').toLowerCase().split(/[-_]/)[0] ?? '';
  const script = guessByScript(text);
  if (script !== null) return script;
  const known = code === '' || code === 'en' || isQuoteLanguage(code);
  if (!known) return code;
  const guess = guessLanguage(text);
  if (guess !== null) return guess;
  // What is stated in another script than the text has is a template's.
  const isElsewhere = UNCASED_CODES.some((uncased) => uncased === code) && isLatin(text);
  if (code !== '' && code !== 'en' && !isElsewhere) return code;
  const words = text.slice(0, SAMPLE).match(/\p{L}+/gu)?.length ?? 0;
  return isLatin(text) && words < MANY_WORDS ? 'en' : 'und';
}
