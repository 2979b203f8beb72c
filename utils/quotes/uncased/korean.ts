import { courtesies, pronouns, speakers, speechVerbs, surnames, titles } from '../../languages/ko/uncased.ts';
import {
  anyOf,
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
const TITLES = new Set(titles);
const SPEAKERS = new Set(speakers);
const COURTESIES = new Set(courtesies);
/** Modifiers of a title: former, acting, deputy. */
const TITLE_MODIFIER = /^(?:전|현|신임|당시|부|제\d+대)$/;
/** Endings of words for organisations and places, which do not occur in a name before a title. */
const ORGANISATION_ENDING =
  /(?:대|대학교|대학|부|청|당|시|도|구|군|사|원|회|국|처|은행|공사|그룹|전자|건설|위|팀|측|과|실|센터|연구소|병원|학교|신문|방송|일보|의힘|캠프|출신|소속|담당|관련|국내|현지)$/;

/** Whether a word is a full name: a surname and one or two syllables. */
function isName(word: string): boolean {
  const surname = longestPrefix(word, SURNAMES, 2);
  return (
    /^[가-힣]{2,4}$/.test(word) &&
    surname !== null &&
    word.length - surname.length >= 1 &&
    word.length - surname.length <= 2
  );
}

/** Anonymised or shortened names: 최모, A, 이. */
const ANONYMISED = /^(?:[가-힣]모|[A-Z])$/;

const stripWord = (word: string): string => word.replace(/\([^()]*\)/g, '').replace(/['"‘’“”,]/g, '');

/** Parses a noun phrase; null if it can't be a speaker. */
function parseKoreanPhrase(phrase: string): SpeakerPhrase | null {
  const words = phrase
    .replace(/\([^()]*\)/g, '')
    .trim()
    .split(/\s+/)
    .map(stripWord)
    .filter(Boolean);
  const head = words.at(-1);
  if (head === undefined) return null;
  const bare = words.join(' ');
  if (pronouns.includes(bare)) return { name: bare, kind: 'samePerson', role: null };
  if (pronouns.includes(head)) return { name: head, kind: 'samePerson', role: null };
  const joined = longestSuffix(head, TITLES, 6);
  // 최민경씨, A교수: the title is joined to the name.
  const front = joined === null ? '' : head.slice(0, -joined.length);
  if (joined !== null && front !== '') {
    if (ANONYMISED.test(front)) return { name: anonymisedName(words, head), kind: 'role', role: null };
    const isOffice =
      /^(?:시장|군수|구청장|지사|도지사|총장|원장|병원장|위원장|행장|은행장|이사|청장|서장|관장|소장|장관)$/.test(
        joined,
      );
    if (
      (isName(front) || /^[가-힣]{3}$/.test(front)) &&
      front.length >= (isOffice ? 3 : 2) &&
      !(TITLES.has(head) || SPEAKERS.has(head)) &&
      findNameIndex(words) < 0
    )
      return makePerson(front, words.slice(0, -1), joined);
  }
  if (TITLES.has(head) || longestSuffix(head, TITLES, 6) !== null) {
    const at = findNameIndex(words);
    if (at >= 0) {
      const name = words[at] ?? '';
      const behind = words.slice(at + 1).join(' ');
      if (ANONYMISED.test(name))
        return { name: anonymisedName(words, `${name} ${behind}`), kind: 'role', role: null };
      const isShort = name.length === 1 || (!isName(name) && getForeignName(words, at) === name);
      return {
        name: getForeignName(words, at),
        kind: isShort ? 'maybePerson' : 'person',
        role: chooseRole(behind, words.slice(0, at)),
        ...(isShort && { fallbackName: `${name} ${behind}` }),
      };
    }
  }
  // 배우 서정임, 택시기사 오세훈
  const before = words.at(-2);
  if (
    isName(head) &&
    before !== undefined &&
    (longestSuffix(before, TITLES, 6) || longestSuffix(before, SPEAKERS, 6) || /[인사생원가수]$/.test(before))
  ) {
    return { name: head, kind: 'person', role: before };
  }
  if (longestSuffix(head, SPEAKERS, 6) !== null || TITLES.has(head)) {
    const isOrganisation =
      /(?:측|부|청|당|원|회|국|처|은행|위|팀|진|실|노조|연대|협회|회사|업체|센터|학교|대학|정부|국회|검찰|경찰|백악관)$/.test(
        head,
      );
    return { name: bare, kind: isOrganisation ? 'group' : 'role', role: null };
  }
  return isName(head) && words.length === 1 && head.length >= 3
    ? { name: head, kind: 'maybePerson', role: null }
    : null;
}

/** Adds the preceding words that describe the person to an anonymised name. */
function anonymisedName(words: readonly string[], own: string): string {
  const before = words.at(-own.split(' ').length - 1);
  const isDescription =
    before !== undefined && (longestSuffix(before, SPEAKERS, 6) !== null || /[인생원자]$/.test(before));
  const more = words.at(-own.split(' ').length - 2);
  return isDescription
    ? [more !== undefined && /^(?:전직|현직|초등학교|해당)$/.test(more) ? more : '', before, own]
        .filter(Boolean)
        .join(' ')
    : own;
}

function chooseRole(behind: string, before: readonly string[]): string | null {
  if (behind !== '' && !COURTESIES.has(behind)) return behind;
  const role = before.at(-1);
  return role !== undefined && !/[은는이가을를의에]$/.test(role) ? role : null;
}

const makePerson = (name: string, before: readonly string[], title: string): SpeakerPhrase => ({
  name,
  kind: 'person',
  role: chooseRole(title, before),
});

/** Returns the index of a name before a title (이창용 한국은행 총재, 김 전 대표); -1 if there is none. */
function findNameIndex(words: readonly string[]): number {
  const last = words.length - 2;
  for (let i = last; i >= Math.max(0, last - 4); i--) {
    const word = words[i] ?? '';
    if (TITLE_MODIFIER.test(word)) continue;
    if (i === last || words.slice(i + 1, -1).every((between) => TITLE_MODIFIER.test(between))) {
      if (SURNAMES.has(word) || ANONYMISED.test(word) || (isName(word) && !NON_NAMES.has(word))) return i;
      if (
        i === 0 &&
        /^[가-힣]{2,5}$/.test(word) &&
        !ORGANISATION_ENDING.test(word) &&
        !NON_NAMES.has(word) &&
        longestSuffix(word, SPEAKERS, 6) === null &&
        !/[의은는이가을를]$/.test(word)
      )
        return i;
      if (/^[가-힣]{2,6}$/.test(word) && i > 0 && isForeignName(words[i - 1] ?? '', word)) return i;
    }
    const beyond = words[i + 2] ?? '';
    if (
      i + 2 <= last &&
      (NON_NAMES.has(beyond) || ORGANISATION_ENDING.test(beyond)) &&
      !ORGANISATION_ENDING.test(words[i + 1] ?? '') &&
      isForeignName(word, words[i + 1] ?? '')
    )
      return i + 1;
    if (isName(word) && word.length >= 3 && !ORGANISATION_ENDING.test(word) && !NON_NAMES.has(word)) return i;
    if (longestSuffix(word, TITLES, 6) !== null && i < last) break;
  }
  // 도널드 해리슨 미국 대통령
  const [first = '', second = ''] = words;
  const isLone =
    words.length >= 4 &&
    !ORGANISATION_ENDING.test(first) &&
    !ORGANISATION_ENDING.test(second) &&
    isForeignName(first, second);
  return isLone && words.length <= 6 ? 1 : -1;
}

const NON_NAMES = new Set(
  '민주당 국방부 외교부 한국 미국 일본 중국 전남 전북 경남 경북 강원 서울 서울대 인천 제주 이날 전날 오늘 현대 한화 정부 우리 당시 지난해 이번'.split(
    ' ',
  ),
);

const isForeignName = (first: string, second: string): boolean =>
  /^[가-힣]{2,5}$/.test(first) &&
  /^[가-힣]{2,6}$/.test(second) &&
  !NON_NAMES.has(first) &&
  !NON_NAMES.has(second) &&
  longestPrefix(second, SPEAKERS, 6) === null &&
  longestSuffix(second, TITLES, 6) === null &&
  longestSuffix(first, TITLES, 6) === null &&
  !/(?:은|는|이|가|을|를|의|에|서|로|한|인|던|할|된|해|적|국|년|월|일)$/.test(first);

function getForeignName(words: readonly string[], at: number): string {
  const name = words[at] ?? '';
  const before = words[at - 1];
  return before !== undefined &&
    name.length > 1 &&
    (!isName(name) || at + 2 < words.length) &&
    isForeignName(before, name)
    ? `${before} ${name}`
    : name;
}

const TITLE = anyOf(titles);
const TITLED_NAME = new RegExp(
  `(?:[가-힣A-Z·]{1,12}(?:\\([^()\\n]{1,12}\\))? ){0,4}(?:[가-힣]{2,4}(?:\\([^()\\n]{1,12}\\)) ?)?(?:[가-힣]{2,4})?${TITLE}(?=[은는이가도의을를에과와,.·\\s(’”]|께서|측|$)`,
  'gu',
);
/** A name followed by an age in brackets, and the role before it. */
const NAME_WITH_AGE = /(?:([가-힣]{2,8}) )?([가-힣]{2,4})\(\d{1,3}(?:세|살|·[^()]{1,8})?\)/gu;

function findKoreanNames(text: string): NamePhrase[] {
  const names: NamePhrase[] = [];
  for (const match of text.matchAll(TITLED_NAME)) {
    const party = parseKoreanPhrase(match[0]);
    if (party?.kind === 'person') names.push({ ...party, offset: match.index });
  }
  for (const { 1: role, 2: name = '', index } of text.matchAll(NAME_WITH_AGE)) {
    if (isName(name)) names.push({ name, kind: 'person', role: role ?? null, offset: index });
  }
  for (const { 1: role = '', 2: name = '', index } of text.matchAll(NAME_AFTER_ROLE)) {
    if (isName(name)) names.push({ name, kind: 'person', role, offset: index });
  }
  return names.sort((a, b) => a.offset - b.offset);
}

const NAME_AFTER_ROLE =
  /(배우|가수|작가|감독|선수|변호사|평론가|시인|화가|기자|개그맨|방송인|유튜버) ([가-힣]{3})(?=[은는이가도의을를])/gu;

/** Returns the short forms of a name: 김 of 김민수, 해리슨 of 도널드 해리슨. */
function getShortKoreanNames(full: string): string[] {
  if (full.includes(' ')) return full.split(' ');
  const surname = longestPrefix(full, SURNAMES, 2);
  return surname === null || surname === full ? [] : [surname];
}

const SPEECH_VERBS = new RegExp(anyOf(speechVerbs), 'u');
/** Particles directly after the mark that show that the text is quoted. */
const QUOTATIVE_PARTICLE =
  /^[.,]?\s?(?:이?라고|이?라며|이?라면서|이?라는|라던|이?란\s|고\s|고,|며|면서|는\s|냐고|냐며|자고|자며|다고|다며|다면서|라 |이라 |라$)/u;
/** 라는, 는 and 란 join a quotation to a noun; with these nouns it is speech. */
const NAMING_STEMS = /^[.,]?\s?(?:이?라는|는\s|이?란\s)/u;
const SPEECH_NOUN =
  /^[.,]?\s?(?:이?라는|는)\s(?:[가-힣]+\s){0,2}?(?:입장|말|글|지적|비판|반응|의견|주장|뜻|메시지|소감|우려|설명|취지|목소리|이야기|얘기|답변|해명|기대|전망|분석|평가|생각|각오|소망|바람|당부|발언|댓글|불만|호소|의사|계획|의지|방침|질문|요구|제안)/u;
/** Verbs that give something a name. */
const NAMING_VERB =
  /^[.,]?\s?이?(?:라고|라|로|으로)\s(?:부르|불리|불렀|불린|부른|이름|명명|칭하|칭했|일컫|적힌)/u;

const isSentence = (quote: string): boolean =>
  /[.?!…]$/u.test(quote) ||
  (quote.length >= 8 && /(?:다|요|까|죠|라|자|냐|지|것|중|음|함|임|네|군|나|해|아|야|뿐|터)$/u.test(quote)) ||
  quote.length >= 20;

const TIME_EXPRESSION =
  /^(?:\d+[일월년시분]?|오늘|어제|이날|전날|당시|최근|현재|지금|이번|올해|지난|앞서|이어|특히|또|한편|이에|다만|반면|그러나|하지만)$/;

/** Finds the noun phrase that ends at `end`, including preceding words that help to name the speaker. */
function findSpeakerEndingAt(words: string, end: number, at: number): TextSpan | null {
  const head = words.slice(0, end);
  const starts = [...head.matchAll(/(?<=^|\s)\S/gu)].map(({ index }) => index).slice(-6);
  let found: TextSpan | null = null;
  for (const start of starts.reverse()) {
    const phrase = head.slice(start);
    const first = phrase.split(' ')[0] ?? '';
    // A word with a particle belongs to another phrase, except in names.
    if (
      phrase.includes(' ') &&
      (/(?:에서|에게|으로|부터|까지|에는|하는|있는|했던|한다|[을를은는와과며고며,.]|[했된할던]|위해|대해|관련|통해)$/u.test(
        first,
      ) ||
        TIME_EXPRESSION.test(first) ||
        first.includes('\uFFFC'))
    )
      break;
    const party = parseKoreanPhrase(phrase);
    if (party === null) {
      if (found === null) continue;
      break;
    }
    const before = found && parseKoreanPhrase(words.slice(found.start - at, end));
    // Preceding words are included only if they help to name the person.
    if (
      found === null ||
      (before &&
        before.kind !== 'person' &&
        (party.kind === 'person' ||
          party.kind === 'maybePerson' ||
          party.name.length > before.name.length)) ||
      (before && before.role === null && party.role !== null && before.name === party.name)
    ) {
      found = { start: at + start, end: at + end };
    }
  }
  return found;
}

/** Finds the subject of a clause, nearest first: with 은/는 before 이/가, or the reverse if the clause is embedded. */
function findSubject(words: string, at: number, isEmbedded: boolean): TextSpan | null {
  const subjectMarkers = [
    ...words.matchAll(/(은|는|이|가|께서는?|도|에 따르면|에 의하면)(?=\s|$|,|[“"‘'])/gu),
  ].reverse();
  const order = isEmbedded ? [/^[이가]/u, /^[은는]/u] : [/^(?:은|는|께서|에)/u, /^(?:이|가|도)/u];
  for (const pattern of order) {
    for (const match of subjectMarkers) {
      if (!pattern.test(match[0])) continue;
      const speakerSpan = findSpeakerEndingAt(words, match.index, at);
      if (speakerSpan) return speakerSpan;
    }
  }
  return null;
}

function findTopic(words: string, at: number): TextSpan | null {
  return findSubject(words, at, false);
}

/** Finds a name directly before the opening mark, as in headlines: 김 대표 "…". */
function findNameBeforeMark({ before, beforeOffset, isHeadline }: SpanContext): TextSpan | null {
  const words = before.replace(/[\s:：]+$/u, '');
  return isHeadline || /[:：]\s?$/u.test(before)
    ? findSpeakerEndingAt(words, words.length, beforeOffset)
    : null;
}

function findSpeakerNearby({ earlierSentences, nextSentence, after }: SpanContext): TextSpan | null {
  if (nextSentence && /^[.\s]*$/u.test(after) && /이같이|이렇게|그렇게|이처럼/u.test(nextSentence.words)) {
    const speakerSpan = findTopic(nextSentence.words, nextSentence.at);
    if (speakerSpan) return speakerSpan;
  }
  for (const { words, at } of earlierSentences) {
    const speakerSpan = findTopic(words, at);
    if (speakerSpan) return speakerSpan;
  }
  return null;
}

function analyse(context: SpanContext): SpanAnalysis {
  const { before, beforeOffset, after, afterOffset, quote } = context;
  const noQuote: SpanAnalysis = {
    isQuote: false,
    speakerSpan: null,
    isSubjectOmitted: false,
    cue: null,
    isInOtherSentence: false,
  };
  const isFullSentence = isSentence(quote);
  if (NAMING_VERB.test(after)) return noQuote;
  const particle = QUOTATIVE_PARTICLE.exec(after);
  if (particle) {
    if (NAMING_STEMS.test(after) && !(SPEECH_NOUN.test(after) && (isFullSentence || quote.length >= 6)))
      return noQuote;
    const verb = SPEECH_VERBS.exec(after.slice(particle[0].length));
    if (!verb && !isFullSentence) return noQuote;
    if (quote.length < 5 && !isFullSentence) return noQuote;
    const verbAt = particle[0].length + (verb?.index ?? 0);
    const cue = verb && { start: afterOffset + verbAt, end: afterOffset + verbAt + verb[0].length };
    const tail = after.slice(particle[0].length, verb ? verbAt : undefined);
    const isEmbedded = verb !== null && /^\S*[는은한던]\s(?:것|데|점|사실|바)/u.test(after.slice(verbAt));
    const subjectAfter = /^말한|^밝힌|^전한/u.test(verb?.[0] ?? '')
      ? null
      : findSubject(tail, afterOffset + particle[0].length, false);
    const speakerSpan = findSubject(before, beforeOffset, isEmbedded) ?? subjectAfter;
    if (speakerSpan) return { ...noQuote, isQuote: true, speakerSpan, cue };
    // 업계에선 "…"라는 기대가 나온다: no particular person says it.
    if (NAMING_STEMS.test(after) && /(?:에선|에서는|일각|사이에서)/u.test(before))
      return { ...noQuote, isQuote: true, cue };
    const nearbySpeaker = before.trim().split(/\s+/).length <= 12 ? findSpeakerNearby(context) : null;
    return {
      ...noQuote,
      isQuote: true,
      speakerSpan: nearbySpeaker,
      isSubjectOmitted: nearbySpeaker === null,
      cue: cue ?? { start: afterOffset, end: afterOffset },
      isInOtherSentence: nearbySpeaker !== null,
    };
  }
  const named = findNameBeforeMark(context);
  if (named && (isFullSentence || quote.length >= 6))
    return { ...noQuote, isQuote: true, speakerSpan: named };
  const source =
    /(?:에 따르면|에 의하면|[은는이가])\s*$/u.test(before) && isFullSentence
      ? findSubject(before, beforeOffset, false)
      : null;
  if (source && /^[.,\s]/u.test(after)) return { ...noQuote, isQuote: true, speakerSpan: source };
  const reference = /이같이|이렇게|이처럼/u.exec(after);
  if (isFullSentence && reference && SPEECH_VERBS.test(after)) {
    return {
      ...noQuote,
      isQuote: true,
      speakerSpan: findSubject(after.slice(0, reference.index), afterOffset, false),
    };
  }
  if (!isFullSentence || !/^[.\s]*$/u.test(after)) return noQuote;
  if (!/^[\s"“]*$/u.test(before) && !(context.isHeadline && /…$/u.test(before))) return noQuote;
  const speakerSpan = findSpeakerNearby(context);
  return {
    ...noQuote,
    isQuote: true,
    speakerSpan,
    isSubjectOmitted: speakerSpan === null,
    isInOtherSentence: speakerSpan !== null,
  };
}

/** Attributes quotes in Korean. */
export const korean: UncasedGrammar = {
  sentenceEnd: /[.!?](?=\s|$)/gu,
  analyse,
  parsePhrase: parseKoreanPhrase,
  findTopic,
  findNames: findKoreanNames,
  getShortNames: getShortKoreanNames,
  shortForms: /([가-힣]{4,20})\((?:이하 )?([A-Z]{2,8})\)/gu,
  isJoined: (between) => /^,?\s?$/u.test(between),
};
