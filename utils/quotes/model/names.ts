import {
  FEMALE_GIVEN_NAME,
  FEMALE_PERSON_NOUN,
  FEMALE_TITLE,
  GIVEN_NAME,
  GROUP_NOUN,
  hasClass,
  MALE_GIVEN_NAME,
  MALE_PERSON_NOUN,
  MALE_TITLE,
  NAME_PARTICLE,
  ORGANISATION_NOUN,
  PERSON_NOUN,
  TITLE,
} from './lexicon.ts';
import type { Mention, Token } from './token.ts';
import type { Lexicon } from './types.ts';

export type Gender = 'he' | 'she' | null;

const NAME_SUFFIX = /^(?:jr|sr|ii|iii|iv)$/;
export interface ParsedName {
  words: string[];
  text: string;
  gender: Gender;
}

/** The name in a mention without its titles, its words, and what the titles show. */
export function parseName(text: string, tokens: readonly Token[], mention: Mention): ParsedName | null {
  const words: string[] = [];
  let gender: Gender = null;
  for (let i = mention.first; i < mention.nameFirst; i++) {
    const classes = tokens[i]?.classes ?? 0;
    if ((classes & (MALE_TITLE | MALE_PERSON_NOUN)) !== 0) gender = 'he';
    if ((classes & (FEMALE_TITLE | FEMALE_PERSON_NOUN)) !== 0) gender = 'she';
  }
  for (let i = mention.nameFirst; i <= mention.last; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word' || NAME_SUFFIX.test(token.lower)) continue;
    if (token.text.length === 1 || (token.classes & NAME_PARTICLE) !== 0) continue;
    words.push(token.lower);
  }
  // "the Kremlin", "The Harbor Times": the article belongs to an organisation's name.
  const articleLength =
    words.length === 1 && mention.first < mention.nameFirst && tokens[mention.nameFirst - 1]?.lower === 'the'
      ? 1
      : 0;
  const start = tokens[mention.nameFirst - articleLength]?.start;
  const last = tokens[mention.last];
  if (words.length === 0 || start === undefined || !last) return null;
  const end = last.isPossessive ? last.start + last.text.length : last.end;
  if (end - start > MAX_NAME_LENGTH) return null;
  return { words, text: text.slice(start, end), gender };
}

/** Maximum length of a name in UTF-16 units, because names are compared often. */
const MAX_NAME_LENGTH = 150;

/** The evidence of one mention for or against a human: positive or negative. */
export function scoreHumanEvidence(tokens: readonly Token[], mention: Mention, isSpeaker: boolean): number {
  let score = isSpeaker ? 1 : 0;
  const before = tokens[mention.first - 1];
  const after = tokens[mention.last + 1];
  for (let i = mention.first; i < mention.nameFirst; i++) {
    const token = tokens[i];
    if (!token) continue;
    if ((token.classes & (TITLE | PERSON_NOUN)) !== 0) score += 2;
    else if (token.lower === 'the') score -= 1;
  }
  if (hasClass(tokens[mention.nameFirst], MALE_GIVEN_NAME | FEMALE_GIVEN_NAME)) score += 2;
  if (
    before &&
    before.sentence === mention.sentence &&
    /^(?:in|at|near|across|throughout|into)$/.test(before.lower)
  )
    score -= 1;
  // "a delegate from Harbor who": the clause belongs to the delegate.
  const isComplement = before?.sentence === mention.sentence && /^(?:from|in|of|at|near)$/.test(before.lower);
  if (
    !isComplement &&
    after?.sentence === mention.sentence &&
    (after.lower === 'who' || after.lower === 'whose')
  )
    score += 2;
  if (after?.text === ',' && /^(?:who|whose|\d\d)$/.test(tokens[mention.last + 2]?.lower ?? '')) score += 2;
  return score;
}

/** Titles that are part of a single-word name: "Pope Leo", "King Harald". */
export const REGNAL_TITLE = /^(?:pope|king|queen|prince|princess|saint|sister|emperor)$/;

export function guessGender(words: readonly string[], lexicon: Lexicon): Gender {
  const classes = lexicon.givenNameClasses(words[0] ?? '');
  if (words.length < 2) return null;
  const isMale = (classes & MALE_GIVEN_NAME) !== 0;
  const isFemale = (classes & FEMALE_GIVEN_NAME) !== 0;
  return isMale === isFemale ? null : isMale ? 'he' : 'she';
}

/** Maximum number of words in a full name; longer sequences of capitals are headlines or lists. */
const MAX_NAME_WORDS = 5;

/** Full names in the article, which show whose surname a word is. */
interface KnownNames {
  /** By surname, the words before it in full names. */
  surnames: ReadonlyMap<string, ReadonlySet<string>>;
}

const isWord = (token: Token | undefined): token is Token => token?.kind === 'word';

/** Finds full names: a known given name and at least one more capitalised word. */
function readKnownNames(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  lexicon: Lexicon,
): KnownNames {
  const surnames = new Map<string, Set<string>>();
  for (const mention of mentions) {
    if (mention.kind !== 'name') continue;
    const { nameFirst, last } = mention;
    if (last <= nameFirst || last - nameFirst >= MAX_NAME_WORDS) continue;
    if (lexicon.givenNameClasses(tokens[nameFirst]?.lower ?? '') === 0) continue;
    const lastToken = tokens[last];
    if (!isWord(lastToken) || !lastToken.isCapitalised || lexicon.givenNameClasses(lastToken.lower) !== 0)
      continue;
    const wordsBeforeSurname = surnames.get(lexicon.stem(lastToken.lower)) ?? new Set<string>();
    for (let i = nameFirst; i < last; i++) wordsBeforeSurname.add(lexicon.stem(tokens[i]?.lower ?? ''));
    surnames.set(lexicon.stem(lastToken.lower), wordsBeforeSurname);
  }
  return { surnames };
}

/** Whether any word before a surname belongs to its full name. */
function belongsToSurname(
  tokens: readonly Token[],
  from: number,
  to: number,
  wordsBeforeSurname: ReadonlySet<string>,
  lexicon: Lexicon,
): boolean {
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (!token) continue;
    if (
      wordsBeforeSurname.has(lexicon.stem(token.lower)) ||
      hasClass(token, NAME_PARTICLE) ||
      /^\p{Lu}\.?$/u.test(token.text)
    )
      return true;
  }
  return false;
}

/** "and" in the languages that also use it between two surnames of one person. */
export const NAME_CONJUNCTION = /^(?:and|e|ed|et|i|og|och|oder|ou|o|und|y|і|й|та|и|en|ve|a)$/;

/** Splits "Ferrua e Venier" and "Clara Vossi da Bruno Tedeschi" into two names; no name ends with a particle. */
function splitNames(tokens: readonly Token[], mention: Mention): Mention[] {
  if (mention.kind !== 'name') return [mention];
  const parts: Mention[] = [];
  let from = mention.nameFirst;
  const closePart = (end: number): void => {
    let last = end;
    while (last > from && tokens[last]?.isCapitalised !== true && hasClass(tokens[last], NAME_PARTICLE))
      last--;
    if (last < from) return;
    const isWhole = parts.length === 0 && last === mention.last;
    parts.push(
      isWhole
        ? mention
        : {
            ...mention,
            first: parts.length === 0 ? mention.first : from,
            nameFirst: from,
            last,
            head: last,
            isPossessive: last === mention.last && mention.isPossessive,
          },
    );
  };
  for (let i = mention.nameFirst + 1; i < mention.last; i++) {
    const token = tokens[i];
    const next = tokens[i + 1];
    if (!token || token.isCapitalised || token.kind !== 'word') continue;
    const isConjunction = NAME_CONJUNCTION.test(token.lower);
    // A particle between two full names.
    const isBetween =
      hasClass(token, NAME_PARTICLE) &&
      hasClass(next, GIVEN_NAME) &&
      hasClass(tokens[from], GIVEN_NAME) &&
      i - from >= 2;
    if (!isConjunction && !isBetween) continue;
    closePart(i - 1);
    from = i + 1;
    while (from < mention.last && tokens[from]?.isCapitalised !== true) from++;
  }
  closePart(mention.last);
  return parts.length > 0 ? parts : [mention];
}

const isCommonNoun = (token: Token | undefined): boolean =>
  token?.tag?.pos === 'NOUN' && !hasClass(token, GIVEN_NAME | NAME_PARTICLE);

/**
 * Ends a name before a particle that introduces an affiliation or another phrase: "Mara Lindqvist von der Universität
 * Sandhafen", "Jonas Wieck zu Beginn". In "Ines von der Heyde" it is part of the surname.
 *
 * @returns last token of the name
 */
function findEndBeforeAffiliation(
  tokens: readonly Token[],
  first: number,
  last: number,
  lexicon: Lexicon,
): number {
  if (!hasClass(tokens[first], GIVEN_NAME)) return last;
  for (let i = first + 2; i < last; i++) {
    if (!hasClass(tokens[i], NAME_PARTICLE) || hasClass(tokens[i - 1], NAME_PARTICLE | GIVEN_NAME | TITLE))
      continue;
    let next = i + 1;
    while (next < last && hasClass(tokens[next], NAME_PARTICLE)) next++;
    if (lexicon.capitalisesNouns && isCommonNoun(tokens[next])) return i - 1;
    // "Dana Reed van de Vrije Universiteit"
    for (let k = next; k <= last; k++) if (hasClass(tokens[k], GROUP_NOUN | ORGANISATION_NOUN)) return i - 1;
  }
  return last;
}

/**
 * Corrects the boundaries of names by other occurrences in the article: "Ventosa Falcão" is a place and a surname if
 * another sentence has "Duarte Falcão"; "Santé Émile Sandre" is the end of an office and a name.
 */
export function refineNames(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  lexicon: Lexicon,
): Mention[] {
  const split = mentions.flatMap((mention) => splitNames(tokens, mention));
  const { surnames } = readKnownNames(tokens, split, lexicon);
  const refined: Mention[] = [];
  for (const mention of split) {
    if (mention.kind !== 'name') {
      refined.push(mention);
      continue;
    }
    let { nameFirst, last } = mention;
    // Titles and roles after a name are not part of it, except in "Cofradía de Pescadores".
    while (
      last > nameFirst &&
      !hasClass(tokens[last - 1], NAME_PARTICLE) &&
      hasClass(tokens[last], TITLE | PERSON_NOUN) &&
      !hasClass(tokens[last], GIVEN_NAME | GROUP_NOUN | ORGANISATION_NOUN) &&
      !surnames.has(lexicon.stem(tokens[last]?.lower ?? ''))
    )
      last--;
    // "Jonas Wieck der Grünauer Zeitung": an article ends a name; "von der" does not.
    if (lexicon.capitalisesNouns) {
      for (let i = nameFirst + 1; i < last; i++) {
        if (
          /^(?:de[rsnm]|die|das)$/.test(tokens[i]?.lower ?? '') &&
          !hasClass(tokens[i - 1], NAME_PARTICLE)
        ) {
          last = i - 1;
          break;
        }
      }
    }
    last = findEndBeforeAffiliation(tokens, nameFirst, last, lexicon);
    // "Bundestagsvize Jonas Wieck": a noun before a full name is a role.
    while (lexicon.capitalisesNouns && last - nameFirst >= 2 && isCommonNoun(tokens[nameFirst])) nameFirst++;
    const lastToken = tokens[last];
    // A given name after other words: the name begins with it.
    let start = nameFirst;
    if (!hasClass(tokens[nameFirst], GIVEN_NAME)) {
      for (let i = nameFirst + 1; i < last; i++) {
        if (
          hasClass(tokens[i], GIVEN_NAME) &&
          !hasClass(tokens[i - 1], NAME_PARTICLE) &&
          isWord(tokens[i - 1])
        ) {
          start = i;
          break;
        }
      }
      const wordsBeforeSurname = surnames.get(lexicon.stem(lastToken?.lower ?? ''));
      if (
        wordsBeforeSurname &&
        last > nameFirst &&
        !belongsToSurname(tokens, nameFirst, last, wordsBeforeSurname, lexicon)
      )
        start = last;
    }
    if (start > nameFirst) {
      // The words before the name remain a separate mention if they are a name.
      let before = start - 1;
      while (before > nameFirst && hasClass(tokens[before], NAME_PARTICLE)) before--;
      if (isWord(tokens[before]) && tokens[before]?.isCapitalised)
        refined.push({ ...mention, last: before, head: before, isPossessive: false });
      refined.push({ ...mention, first: start, nameFirst: start, last, head: last });
      continue;
    }
    refined.push(last === mention.last ? mention : { ...mention, last, head: last });
  }
  return refined;
}
