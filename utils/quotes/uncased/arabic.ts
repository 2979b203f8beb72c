import {
  continuingVerbs,
  givenNames,
  organisations,
  roles,
  speechVerbs,
  stops,
  works,
} from '../../languages/ar/uncased.ts';
import type { NamedParty, Party, QuoteScene, Reading, TextSpan, UncasedGrammar } from './types.ts';

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

/** A word: as printed, and normalised to the spelling of the word lists. */
interface ArabicWord {
  start: number;
  end: number;
  norm: string;
  /** Whether a pause follows. */
  isLast: boolean;
}

/** Normalises the spelling: no vowel signs, one form of Alif, one of Ya. */
function foldArabic(word: string): string {
  // The preposition "on" and the name Ali differ only in this letter.
  if (word === 'على') return word;
  return word
    .replace(/[\u064B-\u0652\u0670\u0640\u200F\u200E]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه');
}

/** Splits a text into words, without punctuation at their ends. */
function arabicWords(text: string): ArabicWord[] {
  const found: ArabicWord[] = [];
  for (const match of text.matchAll(/[^\s،؛:.,!؟?()[\]«»"“”-]+|[،؛:.,!؟?()[\]«»"“”\n-]/g)) {
    if (/^[\p{L}\p{M}\p{N}\uFFFC]/u.test(match[0])) {
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        norm: foldArabic(match[0]),
        isLast: false,
      });
    } else {
      const last = found.at(-1);
      if (last) last.isLast = true;
    }
  }
  return found;
}

/** Removes the conjunction و or ف joined to a word. */
const withoutConjunction = (norm: string): string =>
  /^[وف]/.test(norm) && norm.length > 3 ? norm.slice(1) : norm;

/** Whether the verb has a dual or plural ending. */
const isPlural = ({ norm }: ArabicWord): boolean =>
  /[^و]وا$|[^او]ا$/.test(norm) && SPEECH_VERBS.has(withoutConjunction(norm).replace(/(?:وا|ا)$/, ''));
const isSpeechVerb = (word: ArabicWord): boolean =>
  SPEECH_VERBS.has(word.norm) || SPEECH_VERBS.has(withoutConjunction(word.norm)) || isPlural(word);
/** Whether the verb takes an object, which follows its subject. */
const isTransitive = ({ norm }: ArabicWord): boolean =>
  /^[وف]?(?:وصفت?|اتهمت?|انتقدت?|دعت?ا?|طالبت?|ادانت?)$/.test(norm);
const isContinuingVerb = ({ norm }: ArabicWord): boolean =>
  CONTINUING_VERBS.has(norm) || CONTINUING_VERBS.has(withoutConjunction(norm));
const isStop = ({ norm }: ArabicWord): boolean =>
  norm === 'على' || (norm !== 'علي' && STOPS.has(norm)) || norm.includes('\uFFFC') || /^\d/.test(norm);
const isWork = ({ norm }: ArabicWord): boolean =>
  WORKS.has(norm.replace(/^(?:و|ب|ل)?(?:ال)?/, '')) || WORKS.has(norm);

/** Removes the article and joined particles from a noun. */
function nounOf(norm: string): string {
  const isKnown = (noun: string) => ROLES.has(noun) || ORGANISATIONS.has(noun);
  if (isKnown(norm)) return norm;
  const noun = norm.replace(/^(?:[وفبك]?ال|لل)/, '');
  return !isKnown(noun) && /^[ولب]/.test(noun) && isKnown(noun.slice(1)) ? noun.slice(1) : noun;
}

const isRole = ({ norm }: ArabicWord): boolean => ROLES.has(norm) || ROLES.has(nounOf(norm));
const isOrganisation = ({ norm }: ArabicWord): boolean =>
  ORGANISATIONS.has(norm) || ORGANISATIONS.has(nounOf(norm));
/** Whether a noun has the article, which ends a phrase of two nouns. */
const isDefinite = ({ norm }: ArabicWord): boolean => /^(?:[وبفك]?ال|لل)/.test(norm);

const GIVEN = new Set(givenNames);
/** First parts of compound names, which include the next word. */
const COMPOUND = /^(?:عبد|ابو|ام|ابن|بن|ال)$/;
const COURTESY = /^(?:ال)?(?:دكتور|دكتوره|سيد|سيده|استاذ|استاذه|مهندس|مهندسه|د)$/;
const MAX_NAME_WORDS = 3;

const isGiven = ({ norm }: ArabicWord): boolean => GIVEN.has(norm);
const mayBeName = (word: ArabicWord): boolean =>
  !isStop(word) &&
  !isRole(word) &&
  !isSpeechVerb(word) &&
  !isContinuingVerb(word) &&
  !/^(?:[بك]ال|لل|وال)/.test(word.norm) &&
  word.norm.length > 1;

/** The index of the first word of a name in a phrase; -1 without one. */
function nameStart(words: readonly ArabicWord[]): number {
  const given = words.findIndex(
    (word, i) =>
      isGiven(word) &&
      (!isRole(word) || i > 0) &&
      (i === 0 || !isOrganisation(words[i - 1] ?? word) || isDefinite(words[i - 1] ?? word)),
  );
  if (given >= 0) return given;
  const [first] = words;
  if (!first || (isOrganisation(first) && !isRole(first))) return -1;
  for (let i = 1; i < words.length; i++) {
    const [word, before] = [words[i], words[i - 1]];
    if (!word || !before || isDefinite(word) || !mayBeName(word) || isOrganisation(word)) continue;
    if (isDefinite(before) && before.norm !== 'الله') return i;
  }
  return isRole(first) || isOrganisation(first) || isDefinite(first) ? -1 : 0;
}

/** The number of words of the name at the beginning of a list. */
function nameLength(words: readonly ArabicWord[]): number {
  let length = 0;
  let most = MAX_NAME_WORDS;
  for (const word of words) {
    if (length > 0 && (!mayBeName(word) || length >= most)) break;
    length++;
    if (COMPOUND.test(word.norm) || /^(?:الدين|الله|الرحمن|ولد|ال)$/.test(word.norm)) most++;
    if (word.isLast) break;
  }
  return length;
}

const printed = (text: string, words: readonly ArabicWord[]): string =>
  text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0);

/** Parses a noun phrase; null if it can't be a speaker. */
function readArabicParty(phrase: string): Party | null {
  const words = arabicWords(phrase);
  const [first] = words;
  if (!first || words.length > 14) return null;
  if (/^(?:هو|هي)$/.test(first.norm)) return { name: first.norm, kind: 'samePerson', role: null };
  const at = nameStart(words);
  if (at >= 0) {
    const name = words.slice(at, at + nameLength(words.slice(at)));
    const before = words.slice(0, at).filter(({ norm }) => !COURTESY.test(norm));
    const behind = words.slice(at + name.length);
    const role =
      before.length > 0
        ? printed(phrase, before)
        : behind[0] && isRole(behind[0])
          ? printed(phrase, behind)
          : null;
    const whole = printed(phrase, name);
    const isFull = name.length > 1 && !(name.length === 2 && /^(?:ابو|ام|عبد)$/.test(name[0]?.norm ?? ''));
    if (isFull || before.length > 0) return { name: whole, kind: 'person', role };
    return { name: whole, kind: 'maybePerson', role, ...(name.length > 1 && { fallbackName: whole }) };
  }
  const head = nounOf(first.norm);
  if (isOrganisation(first) && !isRole(first)) return { name: phrase.trim(), kind: 'group', role: null };
  if (isRole(first)) return { name: phrase.trim(), kind: 'role', role: null, refersBack: isDefinite(first) };
  return words.length === 1 && isDefinite(first) && head.length > 2
    ? { name: phrase.trim(), kind: 'maybePerson', role: null }
    : null;
}

/** The words of the phrase after a verb. */
function phraseAfter(words: readonly ArabicWord[], from: number): ArabicWord[] {
  const found: ArabicWord[] = [];
  for (let i = from; i < words.length && found.length < 12; i++) {
    const word = words[i];
    if (!word || isContinuingVerb(word) || word.norm.includes('\uFFFC')) break;
    const before = found.at(-1);
    // "The expert in international affairs" continues after its "in".
    const isContinued =
      /^ف[يى]$/.test(word.norm) && found.length === 1 && before !== undefined && isRole(before);
    if (isStop(word) && !isContinued && !(isGiven(word) && found.length > 0)) break;
    if (found.length > 0 && isSpeechVerb(word)) break;
    found.push(word);
    if (word.isLast) break;
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

function findArabicNames(text: string): NamedParty[] {
  const words = arabicWords(text);
  const names: NamedParty[] = [];
  const subjects = new Map<string, number>();
  let covered = 0;
  for (const [i, word] of words.entries()) {
    const isVerb = isSpeechVerb(word);
    if (!isVerb && !isRole(word) && !isGiven(word)) continue;
    if (isGiven(word) && !isVerb && !isRole(word)) {
      if (i < covered) continue;
      const name = words.slice(i, i + 5);
      const length = nameLength(name);
      if (length > 1)
        names.push({
          name: printed(text, name.slice(0, length)),
          kind: 'person',
          role: null,
          at: word.start,
        });
      continue;
    }
    const phrase = phraseAfter(words, isVerb ? i + 1 : i);
    if (phrase.length === 0) continue;
    if (isVerb) covered = Math.max(covered, i + 1 + phrase.length);
    const own = printed(text, phrase);
    const party = readArabicParty(own);
    if (party?.kind === 'person') names.push({ ...party, at: word.start });
    // An unconfirmed name that speaks twice is a name.
    if (isVerb && party?.kind === 'maybePerson') {
      subjects.set(own, (subjects.get(own) ?? 0) + 1);
      if (subjects.get(own) === 2) names.push({ name: own, kind: 'person', role: null, at: word.start });
    }
  }
  return names.sort((a, b) => a.at - b.at);
}

/** Whether a name is short for another: الحداد for سامي الحداد; ى and ي are equal. */
function isShortArabic(short: string, full: string): boolean {
  const [one, whole] = [foldArabic(short), foldArabic(full)];
  return whole.length > one.length && (whole.endsWith(` ${one}`) || whole.startsWith(`${one} `));
}

/** Whether two roles begin with the same noun: "the minister" and "the minister of water". */
function isSameArabicRole(held: string, role: string): boolean {
  const [one, other] = [arabicWords(held)[0], arabicWords(role)[0]];
  return one !== undefined && other !== undefined && nounOf(one.norm) === nounOf(other.norm);
}

const SOURCE = /^و?(?:بحسب|حسب|وفق|وفقا|طبقا|نقلا)$/;
const THAT = /^(?:ان|انه|انها|انهم|بان|بانه|بانها|بانهم|ب)$/;
/** Minimum number of words in a quote; shorter ones are terms, unless a colon precedes them. */
const MIN_WORDS = 3;
const MANY = 6;
/** Maximum distance between the verb and the quote, in words. */
const MAX_VERB_DISTANCE = 26;

const countWords = (quote: string): number => quote.match(/\p{L}[\p{L}\p{M}]*/gu)?.length ?? 0;

const pieceOf = (words: readonly ArabicWord[], at: number): TextSpan | null => {
  const [first, last] = [words[0], words.at(-1)];
  return first && last ? { start: at + first.start, end: at + last.end } : null;
};

/** The phrase after the word at `i`, if it can be a speaker. */
function subjectAfter(text: string, words: readonly ArabicWord[], i: number, at: number): TextSpan | null {
  let phrase = phraseAfter(words, i + 1);
  if (phrase.length === 0) return null;
  const party = (from: readonly ArabicWord[]) =>
    readArabicParty(text.slice(from[0]?.start ?? 0, from.at(-1)?.end ?? 0));
  // "According to the researcher": ل is joined to the noun.
  if (party(phrase) === null) phrase = phrase.slice(0, 1);
  return party(phrase) === null ? null : pieceOf(phrase, at);
}

/** The subject of the verb at `i`, or of the previous verb if this one continues it. */
function subjectOf(text: string, words: readonly ArabicWord[], i: number, at: number): TextSpan | null {
  for (let verb = i; verb >= 0; verb--) {
    const word = words[verb];
    if (!word) break;
    if (/^قوله?ا?$/.test(word.norm) && verb < i + 1) {
      const from = words.findLastIndex(({ norm }, index) => index < verb && norm === 'عن');
      const told = from >= 0 ? subjectAfter(text, words, from, at) : null;
      if (told) return told;
    }
    if (!isSpeechVerb(word)) continue;
    // أما قائد الفريق فقال: the subject precedes the verb.
    if (word.norm.startsWith('ف') && words[0]?.norm === 'اما') {
      const front = words.slice(1, verb);
      const speakerSpan = pieceOf(front, at);
      if (speakerSpan && readArabicParty(text.slice(speakerSpan.start - at, speakerSpan.end - at)))
        return speakerSpan;
    }
    // "The statement says": جاء في بيان.
    const inside = /^و?(?:جاء|ورد)ت?$/.test(word.norm) && /^ف[يى]$/.test(words[verb + 1]?.norm ?? '') ? 1 : 0;
    const speakerSpan = subjectAfter(text, words, verb + inside, at);
    if (speakerSpan) return speakerSpan;
    if (!isContinuingVerb(words[i] ?? word) && verb !== i) break;
  }
  const [first] = words;
  const cue = words[i];
  return first && cue && isContinuingVerb(cue) && !isSpeechVerb(first)
    ? subjectAfter(text, words, 0, at)
    : null;
}

function lastCue(words: readonly ArabicWord[]): number {
  const from = Math.max(0, words.length - MAX_VERB_DISTANCE);
  for (let i = words.length - 1; i >= from; i--) {
    const word = words[i];
    if (words[i - 1]?.norm === 'عدم') continue;
    if (word && (isSpeechVerb(word) || isContinuingVerb(word) || /^قوله?ا?$/.test(word.norm))) return i;
  }
  return -1;
}

function topicOf(words: string, at: number): TextSpan | null {
  const all = arabicWords(words);
  const verb = all.findIndex(isSpeechVerb);
  return verb < 0 ? null : subjectAfter(words, all, verb, at);
}

function readAfter({
  after,
  afterOffset,
}: QuoteScene): { speakerSpan: TextSpan; cue: TextSpan | null } | null {
  if (!/^\s*[،,.]?\s*\p{L}/u.test(after)) return null;
  const words = arabicWords(after);
  for (const [i, word] of words.slice(0, 3).entries()) {
    if (!isSpeechVerb(word) && !SOURCE.test(word.norm)) continue;
    // "…"، وأضاف: another statement follows.
    if (word.norm.startsWith('و') && isSpeechVerb(word) && !SOURCE.test(word.norm)) return null;
    const speakerSpan = subjectAfter(after, words, i, afterOffset);
    return speakerSpan && { speakerSpan, cue: pieceOf([word], afterOffset) };
  }
  return null;
}

function around({ earlier }: QuoteScene): TextSpan | null {
  for (const { words, at } of earlier) {
    const speakerSpan = topicOf(words, at);
    if (speakerSpan) return speakerSpan;
  }
  return null;
}

function read(scene: QuoteScene): Reading {
  const { before, beforeOffset, quote } = scene;
  const none: Reading = {
    isQuote: false,
    speakerSpan: null,
    isSubjectOmitted: false,
    cue: null,
    isInOtherSentence: false,
  };
  const words = arabicWords(before.replace(/["“”«»]\s*$/u, ''));
  const count = countWords(quote);
  const [last] = words.slice(-1);
  const isColon = /:\s*$/.test(before);
  const isThat = words.slice(-10).some(({ norm }) => THAT.test(norm));
  if (last && isWork(last) && !isColon) return none;
  const behind = count >= MIN_WORDS ? readAfter(scene) : null;
  const cue = lastCue(words);
  const source = words.findLastIndex(({ norm }) => SOURCE.test(norm));
  if (
    cue >= 0 &&
    (isColon || isThat
      ? count >= (isColon ? 2 : MIN_WORDS)
      : count >= MIN_WORDS && (words.length - cue <= 8 || count >= MANY))
  ) {
    const verb = words[cue];
    if (verb && isPlural(verb)) return { ...none, isQuote: true, cue: pieceOf([verb], beforeOffset) };
    const speakerSpan = subjectOf(before, words, cue, beforeOffset);
    const place = verb ? pieceOf([verb], beforeOffset) : null;
    if (speakerSpan) return { ...none, isQuote: true, speakerSpan, cue: place };
    const far = source >= 0 ? subjectAfter(before, words, source, beforeOffset) : null;
    return { ...none, isQuote: true, speakerSpan: far, isSubjectOmitted: far === null, cue: place };
  }
  if (behind) return { ...none, isQuote: true, ...behind };
  if (source >= 0 && count >= MIN_WORDS && words.length - source <= 14) {
    const speakerSpan = subjectAfter(before, words, source, beforeOffset);
    if (speakerSpan)
      return {
        ...none,
        isQuote: true,
        speakerSpan,
        cue: pieceOf(words.slice(source, source + 1), beforeOffset),
      };
  }
  if (isColon && count >= MIN_WORDS) {
    const speakerSpan = pieceOf(words, beforeOffset);
    const party =
      speakerSpan && words.length <= 8
        ? readArabicParty(before.slice(speakerSpan.start - beforeOffset, speakerSpan.end - beforeOffset))
        : null;
    if (party) return { ...none, isQuote: true, speakerSpan };
  }
  if (count < MANY || !(before.trim() === '' || isColon)) return none;
  const speakerSpan = around(scene);
  return {
    ...none,
    isQuote: true,
    speakerSpan,
    isSubjectOmitted: speakerSpan === null,
    isInOtherSentence: speakerSpan !== null,
  };
}

/** Attributes quotes in Arabic. */
export const arabic: UncasedGrammar = {
  sentenceEnd: /[.!?؟](?=\s|$)/gu,
  read,
  readParty: readArabicParty,
  topicOf,
  findNames: findArabicNames,
  isShortFor: isShortArabic,
  isSameRole: isSameArabicRole,
  joins: (between) => /^(?:\s|،|\sو)?$/u.test(between),
};
