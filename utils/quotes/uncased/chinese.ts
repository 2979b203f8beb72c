import {
  organisations,
  pronouns,
  speechVerbs,
  subjectFollowers,
  surnames,
  titles,
  titlesOfOffice,
} from '../../languages/zh/uncased.ts';
import {
  anyOf,
  type KnownNames,
  longestPrefix,
  longestSuffix,
  type NamePhrase,
  type SpanAnalysis,
  type SpanContext,
  type SpeakerPhrase,
  type TextSpan,
  type UncasedGrammar,
} from './types.ts';

const SURNAMES = new Set(surnames);
const ORGANISATIONS = new Set(organisations);
const TITLES = new Set(titles);
const TITLE = anyOf(titles);
const COURTESY = /^(?:先生|女士|小姐|同志)$/;
const HAN = '\\p{Script=Han}';
/** A foreign name, whose parts are separated by dots. */
const DOTTED_NAME = `${HAN}{1,8}(?:[·・•‧]${HAN}{1,8}){0,3}[·・•‧]${HAN}{1,8}?`;
const DOTTED_NAME_AT_END = new RegExp(`${HAN}{1,8}(?:[·・•‧]${HAN}{1,8}){1,4}$`, 'u');
const TITLES_ANYWHERE = new RegExp(TITLE, 'gu');
/** Characters that do not begin a name, because they belong to a longer word or connect words. */
const NAME_EXCLUSION =
  /^[和与與及等的是会會在对對将將就已也曾今日昨前宣主办辦公则則都还還向跟为為给給了着们們及]/u;

/** Words that do not begin a name: verbs of speech, and words that follow a subject. */
const NAME_EXCLUSION_WORD = new RegExp(
  `^${anyOf([...speechVerbs.filter((word) => word.length > 1), ...subjectFollowers.filter((word) => !surnames.includes(word))])}`,
  'u',
);

/** A role without its modifiers: "the resident" of "the resident who lives in Haitang Lane". */
function extractRole(words: string): string | null {
  const role = words.slice(words.lastIndexOf('的') + 1).replace(/^.*[，、：\s]/u, '');
  return role === '' || COURTESY.test(role) ? null : role;
}

/** Parses a noun phrase; null if it can't be a speaker. */
function parseChinesePhrase(phrase: string): SpeakerPhrase | null {
  const phraseText = phrase.replace(/[（(][^（）()]*[）)]$/u, '').trim();
  if (pronouns.includes(phraseText)) return { name: phraseText, kind: 'samePerson', role: null };
  if (phraseText === '' || phraseText.length > 60) return null;
  const dottedName = DOTTED_NAME_AT_END.exec(phraseText)?.[0];
  const last = [...phraseText.matchAll(TITLES_ANYWHERE)].at(-1);
  const end = last ? last.index + last[0].length : 0;
  const afterTitle = phraseText.slice(end).trim();
  if (dottedName && (afterTitle === dottedName || dottedName.endsWith(afterTitle) || last === undefined)) {
    const name = afterTitle.length > 0 && afterTitle.length < dottedName.length ? afterTitle : dottedName;
    return { name, kind: 'person', role: extractRole(phraseText.slice(0, -name.length)) };
  }
  const isLatinName = /^(?:[A-Z][\p{L}.'-]+ ){1,3}[A-Z][\p{L}'-]+$/u.test(afterTitle);
  if (isLatinName) return { name: afterTitle, kind: 'person', role: extractRole(phraseText.slice(0, end)) };
  if (last && afterTitle !== '') {
    const isName =
      /^\p{Script=Han}{2,4}$/u.test(afterTitle) &&
      !NAME_EXCLUSION.test(afterTitle) &&
      !NAME_EXCLUSION_WORD.test(afterTitle) &&
      longestSuffix(afterTitle, ORGANISATIONS) === null;
    const surname = longestPrefix(afterTitle, SURNAMES, 2);
    if (
      isName &&
      (surname !== null
        ? afterTitle.length - surname.length <= 2
        : titlesOfOffice.some((title) => last[0].endsWith(title)) || afterTitle.length === 3)
    ) {
      return { name: afterTitle, kind: 'person', role: extractRole(phraseText.slice(0, end)) };
    }
  }
  if (last && afterTitle === '') {
    const beforeTitle = phraseText.slice(0, last.index);
    const surname = longestPrefix(beforeTitle, SURNAMES, 2);
    if (surname !== null && beforeTitle.length - surname.length <= 2)
      return {
        name: beforeTitle,
        kind: beforeTitle === surname ? 'maybePerson' : 'person',
        role: COURTESY.test(last[0]) ? null : last[0],
        ...(beforeTitle === surname && { fallbackName: phraseText }),
      };
    return /^[的和与]/u.test(phraseText)
      ? null
      : { name: phraseText.replace(/^(?:据|據|但|而)/u, ''), kind: 'role', role: null };
  }
  if (/^\p{Script=Han}{1,4}$/u.test(phraseText)) {
    const surname = longestPrefix(phraseText, SURNAMES, 2);
    if (
      surname !== null &&
      phraseText.length > surname.length &&
      phraseText.length - surname.length <= 2 &&
      longestSuffix(phraseText, ORGANISATIONS) === null
    )
      return { name: phraseText, kind: 'person', role: null };
    if (phraseText.length === 1 ? surname !== null : longestSuffix(phraseText, ORGANISATIONS) === null)
      return { name: phraseText, kind: 'maybePerson', role: null };
  }
  return longestSuffix(phraseText, ORGANISATIONS) !== null &&
    phraseText.length <= 24 &&
    !/[的了是]/u.test(phraseText)
    ? { name: phraseText, kind: 'group', role: null }
    : null;
}

const AFTER_NAME = `(?=${anyOf([...speechVerbs, ...subjectFollowers])}|[^\\p{L}]|$)`;
const SURNAME = anyOf(surnames);
const ROLE = `[^\\s，。、；：:！？“”「」『』（）()的了\\uFFFC]{0,20}?`;
const TITLED_NAME = new RegExp(
  `(${ROLE}${TITLE}(?:${TITLE}){0,3})(${DOTTED_NAME}${AFTER_NAME}|(?:[A-Z][\\p{L}.'-]{1,16} ){1,3}[A-Z][\\p{L}'-]{1,16}|${SURNAME}(?:${HAN}${AFTER_NAME}|${HAN}{2})|(?<=${anyOf(titlesOfOffice)})${HAN}{2,5}?${AFTER_NAME})`,
  'gu',
);

/** A possible name at the beginning of a clause. It is accepted if it occurs before at least two different characters. */
const NAME_AT_CLAUSE_START = new RegExp(`(?<=^|[，。；：！？\\n”」、])(${SURNAME}${HAN}{2})(?=(.))`, 'gu');
const PLACE_ENDING = /[村县縣市省区區镇鎮乡鄉院部局会會国國路山河的是了在有和后後时時这這那个個些们們人]$/u;

function findChineseNames(text: string): NamePhrase[] {
  const names: NamePhrase[] = [];
  for (const match of text.matchAll(TITLED_NAME)) {
    const [, role = '', name = ''] = match;
    if (
      NAME_EXCLUSION.test(name) ||
      NAME_EXCLUSION_WORD.test(name) ||
      TITLES.has(name) ||
      longestSuffix(name, ORGANISATIONS) !== null
    )
      continue;
    names.push({ name, kind: 'person', role: extractRole(role), offset: match.index });
  }
  const known = new Set(names.map(({ name }) => name));
  const followers = new Map<string, Set<string>>();
  for (const [, name = '', follower = ''] of text.matchAll(NAME_AT_CLAUSE_START)) {
    if (!known.has(name)) followers.set(name, (followers.get(name) ?? new Set()).add(follower));
  }
  for (const { 1: name = '', index } of text.matchAll(NAME_AT_CLAUSE_START)) {
    if ((followers.get(name)?.size ?? 0) >= 2 && !PLACE_ENDING.test(name))
      names.push({ name, kind: 'person', role: null, offset: index });
  }
  return names.sort((a, b) => a.offset - b.offset);
}

/** Returns the short forms of a name: 蔣 of 蔣萬安, 门德斯 of 卡洛斯·门德斯. */
function getShortChineseNames(full: string): string[] {
  const parts = full.split(/[·・•‧ ]/);
  if (parts.length > 1) return parts;
  const surname = longestPrefix(full, SURNAMES, 2);
  return surname === null || surname === full ? [] : [surname];
}

const SPEECH_VERBS = anyOf(speechVerbs);
/** A verb of speech that introduces indirect speech. */
const INDIRECT_SPEECH = new RegExp(`${SPEECH_VERBS}[，：]`, 'gu');
/** A verb of speech directly before the quote: 他说：“…”, 强调“…”. */
const VERB_AT_END = new RegExp(
  `(${SPEECH_VERBS})(?:道|了|过|着|記者|记者|本报|媒体){0,3}([：:，,]?)\\s*$`,
  'u',
);
/** A verb of speech anywhere in a clause that ends with a colon. */
const SPEECH_VERB = new RegExp(SPEECH_VERBS, 'u');
/** A verb of speech after the quote, before punctuation. */
const VERB_AFTER = new RegExp(
  `(${SPEECH_VERBS})(?:道|着|了|记者|記者)*(?=[，,。：:；;！]|\\s*[“「『]|$)`,
  'u',
);
const SUBJECT_END = new RegExp(`${anyOf(subjectFollowers)}|\\d|${SPEECH_VERBS}`, 'gu');
/** Maximum length of a role before a name, in characters. */
const MAX_ROLE_LENGTH = 30;
/** An unnamed subject, or the reporter. If a clause begins with one, earlier clauses do not name the speaker. */
const UNNAMED_SUBJECT = /^(?:一[位名个個]|有|某|记者|記者|我(?!们|們)|网友|網友|大家)/u;
const LEADING_WORDS =
  /^(?:据|據|根据|但|而|不过|對此|对此|同时|此外|另外|其中|随后|隨後|当天|当日|事后|最后|\d+月\d+日|\d+日|時年\d+岁的|\d+岁的)+/u;

const isSentence = (quote: string): boolean =>
  (quote.length >= 7 && /[。！？!?…]$/u.test(quote)) || (quote.length >= 12 && /[，。！？,；]/u.test(quote));

/** Finds the subject at the beginning of a clause; `at` is the clause's offset in the text. */
function findSubject(clause: string, at: number, names: KnownNames): TextSpan | null {
  const lead = LEADING_WORDS.exec(clause)?.[0].length ?? 0;
  const words = clause.slice(lead);
  const skip = words.length - words.trimStart().length;
  let found: TextSpan | null = null;
  const boundaries = [...words.matchAll(SUBJECT_END)].map(({ index }) => index);
  for (const { end } of names.findNamesIn(words, MAX_ROLE_LENGTH))
    if (words[end] !== '的') boundaries.push(end);
  for (const end of [...boundaries, words.length].sort((a, b) => a - b)) {
    const phrase = words.slice(skip, end);
    if (phrase === '' || phrase.length > 60) continue;
    const party = parseChinesePhrase(phrase);
    if (party === null) continue;
    if (party.kind === 'maybePerson' && party.fallbackName === undefined && !names.isKnown(party.name))
      continue;
    const span = { start: at + lead + skip, end: at + lead + end };
    if (party.kind === 'person' || party.kind === 'samePerson') return span;
    found ??= span;
  }
  return found;
}

/** Finds the subject of the last clause that has one. */
function findSubjectBefore(words: string, at: number, names: KnownNames): TextSpan | null {
  let end = words.length;
  for (let clauses = 0; clauses < 4 && end > 0; clauses++) {
    const start =
      Math.max(
        ...['，', ',', '；', '：', ':', '”', '」', '）'].map((mark) => words.lastIndexOf(mark, end - 1)),
      ) + 1;
    const speakerSpan = findSubject(words.slice(start, end), at + start, names);
    if (speakerSpan) return speakerSpan;
    if (UNNAMED_SUBJECT.test(words.slice(start, end).trim())) return null;
    end = start - 1;
  }
  return null;
}

/** Finds the person who is the subject of the first clause that has one. */
function findFirstSubject(words: string, at: number, names: KnownNames): TextSpan | null {
  let start = 0;
  for (const clause of words.split(/[，。；]/u)) {
    const speakerSpan = findSubject(clause, at + start, names);
    const party =
      speakerSpan && parseChinesePhrase(words.slice(speakerSpan.start - at, speakerSpan.end - at));
    if (party && party.kind !== 'samePerson' && party.kind !== 'group') return speakerSpan;
    start += clause.length + 1;
  }
  return null;
}

function findVerbBefore({ before, quote }: SpanContext): { index: number; length: number } | null {
  const match = VERB_AT_END.exec(before);
  if (match?.[1]) {
    if (match[2] === '' && quote.length < 8 && !isSentence(quote)) return null;
    return { index: match.index, length: match[1].length };
  }
  const words = before.replace(/[，,]$/u, '');
  const clause = words.slice(
    Math.max(words.lastIndexOf('，'), words.lastIndexOf('。'), words.lastIndexOf('；')) + 1,
  );
  const verb = SPEECH_VERB.exec(clause);
  if (!verb) return null;
  const distance = clause.length - verb.index;
  if (
    /[：:]\s*$/u.test(before) ||
    (quote.length >= 12 && isSentence(quote) && distance <= 40) ||
    (quote.length >= 10 && distance <= 12)
  ) {
    return { index: words.length - distance, length: verb[0].length };
  }
  return null;
}

function findSpeakerAfter(
  context: SpanContext,
): { speakerSpan: TextSpan | null; cue: TextSpan | null } | null {
  const { after, afterOffset, names } = context;
  const end = after.search(/[。；！？“「]/u);
  const words = (end < 0 ? after : after.slice(0, end + 1)).slice(0, 70);
  if (/^[，,]/u.test(words)) {
    const inner = findSpeakerInText(words.slice(1), afterOffset + 1, names);
    return inner?.speakerSpan ? inner : null;
  }
  return findSpeakerInText(words, afterOffset, names);
}

function findSpeakerInText(
  words: string,
  at: number,
  names: KnownNames,
): { speakerSpan: TextSpan | null; cue: TextSpan | null } | null {
  const verb = VERB_AFTER.exec(words);
  if (verb) {
    const speakerSpan = findSubjectBefore(words.slice(0, verb.index), at, names);
    if (speakerSpan)
      return { speakerSpan, cue: { start: at + verb.index, end: at + verb.index + (verb[1]?.length ?? 0) } };
  }
  // “…”村民刘长福竖起大拇指。
  const first = words.split(/[，。]/u)[0] ?? '';
  const speakerSpan = findSubject(first, at, names);
  const party = speakerSpan && parseChinesePhrase(first.slice(speakerSpan.start - at, speakerSpan.end - at));
  return speakerSpan && party?.kind === 'person' && party.role !== null ? { speakerSpan, cue: null } : null;
}

function analyse(context: SpanContext): SpanAnalysis {
  const { before, beforeOffset, quote, earlierSentences, after, names } = context;
  const noQuote: SpanAnalysis = {
    isQuote: false,
    speakerSpan: null,
    isSubjectOmitted: false,
    cue: null,
    isInOtherSentence: false,
  };
  const verb = findVerbBefore(context);
  if (verb) {
    const cue = { start: beforeOffset + verb.index, end: beforeOffset + verb.index + verb.length };
    const speakerSpan = findSubjectBefore(before.slice(0, verb.index), beforeOffset, names);
    const clause =
      before
        .slice(0, verb.index)
        .split(/[，。；：」”]/u)
        .at(-1)
        ?.trim() ?? '';
    return {
      ...noQuote,
      isQuote: true,
      speakerSpan,
      isSubjectOmitted:
        speakerSpan === null && !UNNAMED_SUBJECT.test(clause) && !/(?:^|[，；])我(?!们|們)/u.test(before),
      cue,
    };
  }
  const isShort = !isSentence(quote);
  if (isShort && !(quote.length >= 8 && before.trim() === '')) return noQuote;
  const speakerAfter = /^[的等]/u.test(after) || /[：:]\s*$/u.test(before) ? null : findSpeakerAfter(context);
  if (speakerAfter && (!isShort || speakerAfter.cue)) return { ...noQuote, isQuote: true, ...speakerAfter };
  if (isShort) return noQuote;
  const namedSpeaker = /[：:]\s*$/u.test(before)
    ? findSubjectBefore(before.replace(/[：:]\s*$/u, ''), beforeOffset, names)
    : null;
  if (namedSpeaker) return { ...noQuote, isQuote: true, speakerSpan: namedSpeaker };
  if (!/[。！？…]$/u.test(quote) && quote.length < 20) return noQuote;
  // Indirect speech continues in the speaker's own words: 他说，立场坚定，“…”
  const indirectVerb = /[，,]\s*$/u.test(before) ? [...before.matchAll(INDIRECT_SPEECH)].at(-1) : undefined;
  const indirectSpeaker =
    indirectVerb && findSubjectBefore(before.slice(0, indirectVerb.index), beforeOffset, names);
  if (indirectVerb && indirectSpeaker) return { ...noQuote, isQuote: true, speakerSpan: indirectSpeaker };
  if (!/^[\s◆■▲“”「」]*$/u.test(before)) return { ...noQuote, isQuote: true };
  for (const { words, at } of earlierSentences) {
    const speakerSpan = SPEECH_VERB.test(words)
      ? findSubjectBefore(words.slice(0, SPEECH_VERB.exec(words)?.index), at, names)
      : null;
    if (speakerSpan) return { ...noQuote, isQuote: true, speakerSpan, isInOtherSentence: true };
  }
  return { ...noQuote, isQuote: true, isSubjectOmitted: true };
}

/** Attributes quotes in Chinese, simplified and traditional. */
export const chinese: UncasedGrammar = {
  sentenceEnd: /[。！？]/gu,
  analyse,
  parsePhrase: parseChinesePhrase,
  findTopic: findFirstSubject,
  findNames: findChineseNames,
  getShortNames: getShortChineseNames,
  isJoined: (between) => /^[，、；,]?$/u.test(between),
};
