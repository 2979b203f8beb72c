import { knownLanguage, LANGUAGE_CODES, type LanguageCode } from '../../languages/language-code.ts';
import { guessByScript, guessLanguage } from '../../text/guess-language.ts';
import { UNCASED_CODES, type UncasedCode } from '../uncased/types.ts';

/** Languages except English; those without capitals have separate parsers (`uncased/`). */
type QuoteLanguage = Exclude<LanguageCode, 'en'> | UncasedCode;

/** Whether `code` is a supported language other than English. */
function isQuoteLanguage(code: string | null): code is QuoteLanguage {
  return code !== 'en' && [...LANGUAGE_CODES, ...UNCASED_CODES].some((known) => known === code);
}

/** Minimum share of Latin letters in a text that may be English. */
const MIN_LATIN_SHARE = 0.7;
const SAMPLE_LENGTH = 2000;
/** Minimum number of words at which a text that resembles no supported language counts as unsupported. */
const MIN_UNKNOWN_WORDS = 80;

function isLatin(text: string): boolean {
  const letters = text.slice(0, SAMPLE_LENGTH).match(/\p{L}/gu)?.length ?? 0;
  return (text.slice(0, SAMPLE_LENGTH).match(/\p{Script=Latin}/gu)?.length ?? 0) >= letters * MIN_LATIN_SHARE;
}

/**
 * Chooses the language in which an article's quotes are read. The stated language is often that of a template, so the
 * text takes precedence, unless the stated language is unsupported and the text is not in Japanese, Chinese, Korean or
 * Arabic script.
 *
 * @param stated BCP 47 tag, if any
 * @returns code of the language, also of a stated unsupported one; `und` if it is neither detected nor stated
 */
export function chooseLanguage(stated: string | null | undefined, text: string): string {
  const code = knownLanguage(stated) ?? (stated ?? '').toLowerCase().split(/[-_]/)[0] ?? '';
  const script = guessByScript(text);
  if (script !== null) return script;
  const isSupported = code === '' || code === 'en' || isQuoteLanguage(code);
  if (!isSupported) return code;
  const guess = guessLanguage(text);
  if (guess !== null) return guess;
  // If the text is in another script than the stated language, that is the language of a template.
  const hasOtherScript = UNCASED_CODES.some((uncased) => uncased === code) && isLatin(text);
  if (code !== '' && code !== 'en' && !hasOtherScript) return code;
  const words = text.slice(0, SAMPLE_LENGTH).match(/\p{L}+/gu)?.length ?? 0;
  return isLatin(text) && words < MIN_UNKNOWN_WORDS ? 'en' : 'und';
}
