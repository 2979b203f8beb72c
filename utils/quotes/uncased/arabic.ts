import {
  continuingVerbs,
  givenNames,
  organisations,
  roles,
  speechVerbs,
  stops,
  works,
} from '../../languages/ar/uncased.ts';
import type {
  NamePhrase,
  SpanAnalysis,
  SpanContext,
  SpeakerPhrase,
  TextSpan,
  UncasedGrammar,
} from './types.ts';

const [ROLES, ORGANISATIONS, SPEECH_VERBS, CONTINUING_VERBS, STOPS, WORKS] = [
  roles,
  organisations,
  speechVerbs,
  continuingVerbs,
  stops,
  works,
].map((words) => new Set(words)) as [
  Set<string>,
  Set<string>,
  Set<string>,
  Set<string>,
  Set<string>,
  Set<string>,
];

/** A word of a text. */
interface ArabicWord {
  start: number;
  end: number;
  normalised: string;
  /** Whether punctuation follows. */
  isBeforePause: boolean;
}

/** Normalises the spelling: no vowel signs, one form of Alif, one of Ya. */
function normaliseArabic(word: string): string {
  // The preposition "on" and the name Ali differ only in this letter.
  if (word === 'على') return word;
  return word
    .replace(/[\u064B-\u0652\u0670\u0640\u200F\u200E]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه');
}

/** Splits a text into words, without punctuation at their ends. */
function splitArabicWords(text: string): ArabicWord[] {
  const found: ArabicWord[] = [];
  for (const match of text.matchAll(/[^\s،؛:.,!؟?()[\]«»"“”-]+|[،؛:.,!؟?()[\]«»"“”\n-]/g)) {
    if (/^[\p{L}\p{M}\p{N}\uFFFC]/u.test(match[0])) {
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        normalised: normaliseArabic(match[0]),
        isBeforePause: false,
      });
    } else {
      const last = found.at(-1);
      if (last) last.isBeforePause = true;
    }
  }
  return found;
}

/** Removes the attached conjunction و or ف from a word. */
const removeConjunction = (normalised: string): string =>
  /^[وف]/.test(normalised) && normalised.length > 3 ? normalised.slice(1) : normalised;

/** Whether the verb has a dual or plural ending. */
const isPlural = ({ normalised }: ArabicWord): boolean =>
  /[^و]وا$|[^او]ا$/.test(normalised) &&
  SPEECH_VERBS.has(removeConjunction(normalised).replace(/(?:وا|ا)$/, ''));
const isSpeechVerb = (word: ArabicWord): boolean =>
  SPEECH_VERBS.has(word.normalised) || SPEECH_VERBS.has(removeConjunction(word.normalised)) || isPlural(word);
/** Whether the verb takes an object, which follows its subject. */
const isTransitive = ({ normalised }: ArabicWord): boolean =>
  /^[وف]?(?:وصفت?|اتهمت?|انتقدت?|دعت?ا?|طالبت?|ادانت?)$/.test(normalised);
const isContinuingVerb = ({ normalised }: ArabicWord): boolean =>
  CONTINUING_VERBS.has(normalised) || CONTINUING_VERBS.has(removeConjunction(normalised));
const isStopWord = ({ normalised }: ArabicWord): boolean =>
  normalised === 'على' ||
  (normalised !== 'علي' && STOPS.has(normalised)) ||
  normalised.includes('\uFFFC') ||
  /^\d/.test(normalised);
const isWorkNoun = ({ normalised }: ArabicWord): boolean =>
  WORKS.has(normalised.replace(/^(?:و|ب|ل)?(?:ال)?/, '')) || WORKS.has(normalised);

/** Removes the article and attached particles from a noun. */
function stripPrefixes(normalised: string): string {
  const isKnown = (noun: string) => ROLES.has(noun) || ORGANISATIONS.has(noun);
  if (isKnown(normalised)) return normalised;
  const noun = normalised.replace(/^(?:[وفبك]?ال|لل)/, '');
  return !isKnown(noun) && /^[ولب]/.test(noun) && isKnown(noun.slice(1)) ? noun.slice(1) : noun;
}

const isRole = ({ normalised }: ArabicWord): boolean =>
  ROLES.has(normalised) || ROLES.has(stripPrefixes(normalised));
const isOrganisation = ({ normalised }: ArabicWord): boolean =>
  ORGANISATIONS.has(normalised) || ORGANISATIONS.has(stripPrefixes(normalised));
/** Whether a noun has the article, which ends a phrase of two nouns. */
const isDefinite = ({ normalised }: ArabicWord): boolean => /^(?:[وبفك]?ال|لل)/.test(normalised);

const GIVEN_NAMES = new Set(givenNames);
/** First parts of compound names, which include the next word. */
const COMPOUND_PREFIX = /^(?:عبد|ابو|ام|ابن|بن|ال)$/;
const COURTESY_TITLE = /^(?:ال)?(?:دكتور|دكتوره|سيد|سيده|استاذ|استاذه|مهندس|مهندسه|د)$/;
const MAX_NAME_WORDS = 3;

const isGivenName = ({ normalised }: ArabicWord): boolean => GIVEN_NAMES.has(normalised);
const mayBeName = (word: ArabicWord): boolean =>
  !isStopWord(word) &&
  !isRole(word) &&
  !isSpeechVerb(word) &&
  !isContinuingVerb(word) &&
  !/^(?:[بك]ال|لل|وال)/.test(word.normalised) &&
  word.normalised.length > 1;

/** Returns the index of the first word of a name in a phrase; -1 if it contains none. */
function findNameStart(words: readonly ArabicWord[]): number {
  const given = words.findIndex(
    (word, i) =>
      isGivenName(word) &&
      (!isRole(word) || i > 0) &&
      (i === 0 || !isOrganisation(words[i - 1] ?? word) || isDefinite(words[i - 1] ?? word)),
  );
  if (given >= 0) return given;
  const [first] = words;
  if (!first || (isOrganisation(first) && !isRole(first))) return -1;
  for (let i = 1; i < words.length; i++) {
    const [word, before] = [words[i], words[i - 1]];
    if (!word || !before || isDefinite(word) || !mayBeName(word) || isOrganisation(word)) continue;
    if (isDefinite(before) && before.normalised !== 'الله') return i;
  }
  return isRole(first) || isOrganisation(first) || isDefinite(first) ? -1 : 0;
}

/** Returns the number of words of the name at the beginning of a list. */
function countNameWords(words: readonly ArabicWord[]): number {
  let length = 0;
  let maxLength = MAX_NAME_WORDS;
  for (const word of words) {
    if (length > 0 && (!mayBeName(word) || length >= maxLength)) break;
    length++;
    if (COMPOUND_PREFIX.test(word.normalised) || /^(?:الدين|الله|الرحمن|ولد|ال)$/.test(word.normalised))
      maxLength++;
    if (word.isBeforePause) break;
  }
  return length;
}

const sliceText = (text: string, words: readonly ArabicWord[]): string =>
  text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0);

/** Parses a noun phrase; null if it can't be a speaker. */
function parseArabicPhrase(phrase: string): SpeakerPhrase | null {
  const words = splitArabicWords(phrase);
  const [first] = words;
  if (!first || words.length > 14) return null;
  if (/^(?:هو|هي)$/.test(first.normalised)) return { name: first.normalised, kind: 'samePerson', role: null };
  const at = findNameStart(words);
  if (at >= 0) {
    const name = words.slice(at, at + countNameWords(words.slice(at)));
    const before = words.slice(0, at).filter(({ normalised }) => !COURTESY_TITLE.test(normalised));
    const behind = words.slice(at + name.length);
    const role =
      before.length > 0
        ? sliceText(phrase, before)
        : behind[0] && isRole(behind[0])
          ? sliceText(phrase, behind)
          : null;
    const whole = sliceText(phrase, name);
    const isFull =
      name.length > 1 && !(name.length === 2 && /^(?:ابو|ام|عبد)$/.test(name[0]?.normalised ?? ''));
    if (isFull || before.length > 0) return { name: whole, kind: 'person', role };
    return { name: whole, kind: 'maybePerson', role, ...(name.length > 1 && { fallbackName: whole }) };
  }
  const head = stripPrefixes(first.normalised);
  if (isOrganisation(first) && !isRole(first)) return { name: phrase.trim(), kind: 'group', role: null };
  if (isRole(first)) return { name: phrase.trim(), kind: 'role', role: null, refersBack: isDefinite(first) };
  return words.length === 1 && isDefinite(first) && head.length > 2
    ? { name: phrase.trim(), kind: 'maybePerson', role: null }
    : null;
}

/** Returns the words of the noun phrase at index `from`, usually after a verb. */
function findPhraseAfter(words: readonly ArabicWord[], from: number): ArabicWord[] {
  const found: ArabicWord[] = [];
  for (let i = from; i < words.length && found.length < 12; i++) {
    const word = words[i];
    if (!word || isContinuingVerb(word) || word.normalised.includes('\uFFFC')) break;
    const before = found.at(-1);
    // "The expert in international affairs" continues after "in".
    const isContinued =
      /^ف[يى]$/.test(word.normalised) && found.length === 1 && before !== undefined && isRole(before);
    if (isStopWord(word) && !isContinued && !(isGivenName(word) && found.length > 0)) break;
    if (found.length > 0 && isSpeechVerb(word)) break;
    found.push(word);
    if (word.isBeforePause) break;
  }
  const verb = words[from - 1];
  const [before, last] = found.slice(-2);
  if (
    verb &&
    isTransitive(verb) &&
    found.length > 2 &&
    before &&
    last &&
    isDefinite(last) &&
    !isDefinite(before)
  )
    found.pop();
  return found;
}

function findArabicNames(text: string): NamePhrase[] {
  const words = splitArabicWords(text);
  const names: NamePhrase[] = [];
  const subjects = new Map<string, number>();
  let covered = 0;
  for (const [i, word] of words.entries()) {
    const isVerb = isSpeechVerb(word);
    if (!isVerb && !isRole(word) && !isGivenName(word)) continue;
    if (isGivenName(word) && !isVerb && !isRole(word)) {
      if (i < covered) continue;
      const name = words.slice(i, i + 5);
      const length = countNameWords(name);
      if (length > 1)
        names.push({
          name: sliceText(text, name.slice(0, length)),
          kind: 'person',
          role: null,
          offset: word.start,
        });
      continue;
    }
    const phrase = findPhraseAfter(words, isVerb ? i + 1 : i);
    if (phrase.length === 0) continue;
    if (isVerb) covered = Math.max(covered, i + 1 + phrase.length);
    const own = sliceText(text, phrase);
    const party = parseArabicPhrase(own);
    if (party?.kind === 'person') names.push({ ...party, offset: word.start });
    // A possible name that is twice the subject of a verb of speech is a name.
    if (isVerb && party?.kind === 'maybePerson') {
      subjects.set(own, (subjects.get(own) ?? 0) + 1);
      if (subjects.get(own) === 2) names.push({ name: own, kind: 'person', role: null, offset: word.start });
    }
  }
  return names.sort((a, b) => a.offset - b.offset);
}

/** Whether a name is short for another: الحداد for سامي الحداد; ى and ي are equal. */
function isShortArabicName(short: string, full: string): boolean {
  const [shortName, fullName] = [normaliseArabic(short), normaliseArabic(full)];
  return (
    fullName.length > shortName.length &&
    (fullName.endsWith(` ${shortName}`) || fullName.startsWith(`${shortName} `))
  );
}

/** Whether two roles begin with the same noun: "the minister" and "the minister of water". */
function isSameArabicRole(held: string, role: string): boolean {
  const [one, other] = [splitArabicWords(held)[0], splitArabicWords(role)[0]];
  return (
    one !== undefined &&
    other !== undefined &&
    stripPrefixes(one.normalised) === stripPrefixes(other.normalised)
  );
}

const SOURCE = /^و?(?:بحسب|حسب|وفق|وفقا|طبقا|نقلا)$/;
const THAT = /^(?:ان|انه|انها|انهم|بان|بانه|بانها|بانهم|ب)$/;
/** Minimum number of words in a quote. Shorter ones are terms, unless a colon precedes them. */
const MIN_WORDS = 3;
const MIN_STANDALONE_WORDS = 6;
/** Maximum distance between the verb and the quote, in words. */
const MAX_VERB_DISTANCE = 26;

const countWords = (quote: string): number => quote.match(/\p{L}[\p{L}\p{M}]*/gu)?.length ?? 0;

const toSpan = (words: readonly ArabicWord[], at: number): TextSpan | null => {
  const [first, last] = [words[0], words.at(-1)];
  return first && last ? { start: at + first.start, end: at + last.end } : null;
};

/** Returns the phrase after the word at `i`, if it can be a speaker. */
function findSubjectAfter(
  text: string,
  words: readonly ArabicWord[],
  i: number,
  at: number,
): TextSpan | null {
  let phrase = findPhraseAfter(words, i + 1);
  if (phrase.length === 0) return null;
  const party = (from: readonly ArabicWord[]) =>
    parseArabicPhrase(text.slice(from[0]?.start ?? 0, from.at(-1)?.end ?? 0));
  // "According to the researcher": ل is joined to the noun.
  if (party(phrase) === null) phrase = phrase.slice(0, 1);
  return party(phrase) === null ? null : toSpan(phrase, at);
}

/** Finds the subject of the verb at `i`, or of an earlier verb if this one continues it. */
function findSubject(text: string, words: readonly ArabicWord[], i: number, at: number): TextSpan | null {
  for (let verb = i; verb >= 0; verb--) {
    const word = words[verb];
    if (!word) break;
    if (/^قوله?ا?$/.test(word.normalised) && verb < i + 1) {
      const from = words.findLastIndex(({ normalised }, index) => index < verb && normalised === 'عن');
      const source = from >= 0 ? findSubjectAfter(text, words, from, at) : null;
      if (source) return source;
    }
    if (!isSpeechVerb(word)) continue;
    // أما قائد الفريق فقال: the subject precedes the verb.
    if (word.normalised.startsWith('ف') && words[0]?.normalised === 'اما') {
      const front = words.slice(1, verb);
      const speakerSpan = toSpan(front, at);
      if (speakerSpan && parseArabicPhrase(text.slice(speakerSpan.start - at, speakerSpan.end - at)))
        return speakerSpan;
    }
    // "The statement says": جاء في بيان.
    const prepositionWords =
      /^و?(?:جاء|ورد)ت?$/.test(word.normalised) && /^ف[يى]$/.test(words[verb + 1]?.normalised ?? '') ? 1 : 0;
    const speakerSpan = findSubjectAfter(text, words, verb + prepositionWords, at);
    if (speakerSpan) return speakerSpan;
    if (!isContinuingVerb(words[i] ?? word) && verb !== i) break;
  }
  const [first] = words;
  const cue = words[i];
  return first && cue && isContinuingVerb(cue) && !isSpeechVerb(first)
    ? findSubjectAfter(text, words, 0, at)
    : null;
}

function findLastCue(words: readonly ArabicWord[]): number {
  const from = Math.max(0, words.length - MAX_VERB_DISTANCE);
  for (let i = words.length - 1; i >= from; i--) {
    const word = words[i];
    if (words[i - 1]?.normalised === 'عدم') continue;
    if (word && (isSpeechVerb(word) || isContinuingVerb(word) || /^قوله?ا?$/.test(word.normalised))) return i;
  }
  return -1;
}

function findTopic(words: string, at: number): TextSpan | null {
  const all = splitArabicWords(words);
  const verb = all.findIndex(isSpeechVerb);
  return verb < 0 ? null : findSubjectAfter(words, all, verb, at);
}

function findSpeakerAfter({
  after,
  afterOffset,
}: SpanContext): { speakerSpan: TextSpan; cue: TextSpan | null } | null {
  if (!/^\s*[،,.]?\s*\p{L}/u.test(after)) return null;
  const words = splitArabicWords(after);
  for (const [i, word] of words.slice(0, 3).entries()) {
    if (!isSpeechVerb(word) && !SOURCE.test(word.normalised)) continue;
    // "…"، وأضاف: another statement follows.
    if (word.normalised.startsWith('و') && isSpeechVerb(word) && !SOURCE.test(word.normalised)) return null;
    const speakerSpan = findSubjectAfter(after, words, i, afterOffset);
    return speakerSpan && { speakerSpan, cue: toSpan([word], afterOffset) };
  }
  return null;
}

function findSpeakerNearby({ earlierSentences }: SpanContext): TextSpan | null {
  for (const { words, at } of earlierSentences) {
    const speakerSpan = findTopic(words, at);
    if (speakerSpan) return speakerSpan;
  }
  return null;
}

function analyse(context: SpanContext): SpanAnalysis {
  const { before, beforeOffset, quote } = context;
  const noQuote: SpanAnalysis = {
    isQuote: false,
    speakerSpan: null,
    isSubjectOmitted: false,
    cue: null,
    isInOtherSentence: false,
  };
  const words = splitArabicWords(before.replace(/["“”«»]\s*$/u, ''));
  const count = countWords(quote);
  const [last] = words.slice(-1);
  const hasColon = /:\s*$/.test(before);
  const hasThat = words.slice(-10).some(({ normalised }) => THAT.test(normalised));
  if (last && isWorkNoun(last) && !hasColon) return noQuote;
  const speakerAfter = count >= MIN_WORDS ? findSpeakerAfter(context) : null;
  const cue = findLastCue(words);
  const source = words.findLastIndex(({ normalised }) => SOURCE.test(normalised));
  if (
    cue >= 0 &&
    (hasColon || hasThat
      ? count >= (hasColon ? 2 : MIN_WORDS)
      : count >= MIN_WORDS && (words.length - cue <= 8 || count >= MIN_STANDALONE_WORDS))
  ) {
    const verb = words[cue];
    if (verb && isPlural(verb)) return { ...noQuote, isQuote: true, cue: toSpan([verb], beforeOffset) };
    const speakerSpan = findSubject(before, words, cue, beforeOffset);
    const cueSpan = verb ? toSpan([verb], beforeOffset) : null;
    if (speakerSpan) return { ...noQuote, isQuote: true, speakerSpan, cue: cueSpan };
    const far = source >= 0 ? findSubjectAfter(before, words, source, beforeOffset) : null;
    return { ...noQuote, isQuote: true, speakerSpan: far, isSubjectOmitted: far === null, cue: cueSpan };
  }
  if (speakerAfter) return { ...noQuote, isQuote: true, ...speakerAfter };
  if (source >= 0 && count >= MIN_WORDS && words.length - source <= 14) {
    const speakerSpan = findSubjectAfter(before, words, source, beforeOffset);
    if (speakerSpan)
      return {
        ...noQuote,
        isQuote: true,
        speakerSpan,
        cue: toSpan(words.slice(source, source + 1), beforeOffset),
      };
  }
  if (hasColon && count >= MIN_WORDS) {
    const speakerSpan = toSpan(words, beforeOffset);
    const party =
      speakerSpan && words.length <= 8
        ? parseArabicPhrase(before.slice(speakerSpan.start - beforeOffset, speakerSpan.end - beforeOffset))
        : null;
    if (party) return { ...noQuote, isQuote: true, speakerSpan };
  }
  if (count < MIN_STANDALONE_WORDS || !(before.trim() === '' || hasColon)) return noQuote;
  const speakerSpan = findSpeakerNearby(context);
  return {
    ...noQuote,
    isQuote: true,
    speakerSpan,
    isSubjectOmitted: speakerSpan === null,
    isInOtherSentence: speakerSpan !== null,
  };
}

/** Attributes quotes in Arabic. */
export const arabic: UncasedGrammar = {
  sentenceEnd: /[.!?؟](?=\s|$)/gu,
  analyse,
  parsePhrase: parseArabicPhrase,
  findTopic,
  findNames: findArabicNames,
  isShortFor: isShortArabicName,
  isSameRole: isSameArabicRole,
  isJoined: (between) => /^(?:\s|،|\sو)?$/u.test(between),
};
