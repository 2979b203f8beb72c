import { hasClass } from '../model/has-class.ts';
import { ADVERB, BODY, CONJ, DOCUMENT, GROUP, PERSON, PREP, PRONOUN, TITLE } from '../model/lexicon.ts';
import { PAUSE } from '../model/subject-link.ts';
import type { ArticleModel, LanguageData } from '../model/types.ts';
import { isPluralVerb, namesPeople } from './plural-people.ts';

/** Words of a place: "в порту", "у міському порту". */
const PLACE_WORDS = 2;
/** Tokens looked at on either side of a quote. */
const REACH = 16;
const SOMEBODY = PERSON | TITLE | GROUP | PRONOUN | CONJ;

/** Do the tokens from `from` up to, not including, `to` tell a place, and nobody in it? */
function tellsPlace({ tokens, lexicon }: ArticleModel, from: number, to: number): boolean {
  const words = tokens.slice(from + 1, to).filter((token) => !hasClass(token, ADVERB));
  if (!hasClass(tokens[from], PREP) || words.length === 0) return false;
  const [noun, ...more] = words.slice(-PLACE_WORDS);
  if (words.length > PLACE_WORDS || noun?.kind !== 'word') return false;
  return more.every(
    (token) => token.kind === 'word' && !hasClass(token, SOMEBODY) && !namesPeople(token.lower, lexicon),
  );
}

/** "У порту казали: «…»", "«…», – казали в порту": a verb in the plural and a place, and no subject. */
function saidInPlace(model: ArticleModel, at: number): boolean {
  const { tokens } = model;
  const sentence = tokens[at]?.sentence;
  if (tokens[at - 1]?.text === ':') {
    let verb = at - 2;
    while (hasClass(tokens[verb], ADVERB)) verb--;
    let from = verb;
    while (from > verb - REACH && tokens[from - 1]?.sentence === sentence) from--;
    while (from < verb && hasClass(tokens[from], ADVERB | CONJ) && !hasClass(tokens[from], PREP)) from++;
    if (
      tokens[verb]?.sentence === sentence &&
      isPluralVerb(tokens[verb], model.lexicon) &&
      tellsPlace(model, from, verb)
    )
      return true;
  }
  let verb = at + 1;
  while (verb < at + 3 && PAUSE.test(tokens[verb]?.text ?? '')) verb++;
  if (verb === at + 1 || tokens[verb]?.sentence !== sentence || !isPluralVerb(tokens[verb], model.lexicon))
    return false;
  let to = verb + 1;
  while (to < verb + REACH && tokens[to]?.sentence === sentence && tokens[to]?.kind === 'word') to++;
  return tellsPlace(model, verb + 1, to);
}

/** "Aus der Menge hieß es: „…“": reported, and no document or body that reports. */
function isHearsay({ tokens, lexicon }: ArticleModel, at: number): boolean {
  const reports = lexicon.data.hearsay?.map((phrase) => phrase.split(' ')) ?? [];
  const sentence = tokens[at]?.sentence;
  const clause = (from: number, to: number): boolean => {
    const words = tokens.slice(Math.max(0, from), to).filter((token) => token.sentence === sentence);
    if (words.some((token) => hasClass(token, DOCUMENT | BODY | GROUP))) return false;
    return reports.some((phrase) =>
      words.some((_, k) => phrase.every((word, i) => words[k + i]?.lower === word)),
    );
  };
  if (tokens[at - 1]?.text === ':' && clause(at - REACH, at - 1)) return true;
  return PAUSE.test(tokens[at + 1]?.text ?? '') && clause(at + 2, at + REACH);
}

/** Says a clause at the quote at token `at` where its words were spoken, and by nobody it names? */
export const leavesUnnamed: NonNullable<LanguageData['leavesUnnamed']> = (model, at) =>
  saidInPlace(model, at) || isHearsay(model, at);
