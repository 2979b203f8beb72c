import {
  courtesies,
  groupReferences,
  namingStems,
  personReferences,
  speakers,
  speechVerbs,
  surnames,
  titles,
} from '../../languages/ja/uncased.ts';
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
const COURTESIES = new Set(courtesies);
const SPEAKERS = new Set(speakers);

/** Characters of nouns; the particles between nouns are in Hiragana. */
const NOUN_CHAR = '[\\p{Script=Han}\\p{Script=Katakana}\\p{Script=Latin}\\p{N}々ヶー・＝&.]';
const AGE = '(?:[（(][^（）()]{1,16}[）)])?';
const TITLE = anyOf(titles);
const KATAKANA = '[\\p{Script=Katakana}ー]{2,16}(?:[・＝][\\p{Script=Katakana}ー]{1,16}){0,3}';
/** A given name in Hiragana, which does not begin with a particle. */
const HIRAGANA_NAME =
  '(?![はがをにでとものへや])\\p{Script=Hiragana}{2,4}|[とものはや](?![はもの])\\p{Script=Hiragana}{1,3}';

/** A noun phrase at the end of a text. */
const PHRASE = new RegExp(
  `(?:${NOUN_CHAR}{1,20}(?:さん|氏)[・と]|(?:${NOUN_CHAR}{1,20}${AGE}の)*)(?:\\p{Script=Han}{1,3}[ 　]?(?:${HIRAGANA_NAME})(?=${TITLE})|${NOUN_CHAR}{1,20}[ 　]${NOUN_CHAR}{1,20}(?=さん|氏)|${NOUN_CHAR}{1,20})(?:さん|さま|ちゃん|くん|たち|ら)?${AGE}$`,
  'u',
);

/** Returns the noun phrase at the end of a text; null if there is none. */
function findPhraseAtEnd(text: string): string | null {
  return PHRASE.exec(text.slice(-60))?.[0] ?? null;
}

/** Words that look like names of places and organisations, not of people. */
const PLACE_OR_ORGANISATION =
  /(?:[市県町村省庁社部会党銀行大校院所館力局課団国米都府区店側]|協会|連盟|政府|今回|現在|今後|昨年|今年)$/u;
const TIME_EXPRESSION =
  /^(?:[\d０-９一二三四五六七八九十]+(?:年|月|日|時|分|人|回|件|円|歳|度|間)+|今回|現在|今後|昨年|今年|当時|当初|当日|同日|翌日|前日|最近|今|次|前)$/u;

/** Returns the name at the end of a sequence of characters; null if its beginning is unclear. */
function findNameAtEnd(characters: string): string | null {
  const mixed = /^[\p{Script=Han}々]{1,3}[\p{Script=Katakana}ー]{2,4}$/u.test(characters);
  if (mixed && longestPrefix(characters, SURNAMES, 3) !== null) return characters;
  const katakana = /[\p{Script=Katakana}ー]+(?:[・＝][\p{Script=Katakana}ー]+)*$/u.exec(characters)?.[0];
  if (katakana) return katakana.length >= 2 ? katakana : null;
  const name =
    /(?:[\p{Script=Han}々ヶ]{1,4}[ 　])?[\p{Script=Han}々ヶ]+$|[\p{Script=Han}々]{1,3}[ 　]?\p{Script=Hiragana}{2,4}$/u.exec(
      characters,
    )?.[0];
  if (name === undefined)
    return /^[\p{Script=Latin}][\p{Script=Latin}. ]+$/u.test(characters) ? characters : null;
  const letters = name.replace(/[ 　]/, '');
  const surname = longestPrefix(name, SURNAMES, 3);
  // A surname that is also a place name, followed by the rest of the place name.
  if (surname !== null && /^(?:[県市町村区府署駅港]|大学|都内)/u.test(letters.slice(surname.length)))
    return null;
  if (letters.length <= 6 && surname !== null && letters.length - surname.length <= 3) return name;
  if (letters.length <= 5) return PLACE_OR_ORGANISATION.test(name) ? null : name;
  // 村上恒美安全推進部長: the department is between the name and the title.
  if (surname !== null && surname.length >= 2) return letters.slice(0, surname.length + 2);
  for (let length = 5; length >= 3; length--) {
    const tail = name.slice(-length);
    const own = longestPrefix(tail, SURNAMES, 3);
    if (own !== null && own.length >= 2 && length > own.length && length - own.length <= 3) return tail;
  }
  return null;
}

/** Parses a noun phrase; null if it can't be a speaker. */
function parseJapanesePhrase(phrase: string): SpeakerPhrase | null {
  const bare = phrase.replace(/[（(][^（）()]*[）)]$/u, '');
  if (personReferences.includes(bare)) return { name: bare, kind: 'samePerson', role: null };
  const joint = /^(.+?)(?:さん|氏)[・と](.+(?:さん|氏))$/u.exec(bare);
  if (joint?.[1] && joint[2]) {
    const [one, other] = [parseJapanesePhrase(`${joint[1]}さん`), parseJapanesePhrase(joint[2])];
    return one?.kind === 'person' && other?.kind === 'person'
      ? { ...one, name: `${one.name}・${other.name}`, role: null }
      : null;
  }
  if (bare === '' || /^[・＝ー]/u.test(bare) || TIME_EXPRESSION.test(bare)) return null;
  const cut = bare.lastIndexOf('の');
  const hasModifier = /[\p{Script=Han}]の$/u.test(bare.slice(0, cut + 1));
  const mainNoun = hasModifier ? bare.slice(cut + 1) : bare;
  const modifier = hasModifier ? bare.slice(0, cut) : '';
  const title = longestSuffix(mainNoun, TITLES);
  if (title !== null) {
    const characters = mainNoun.slice(0, -title.length);
    const name = findNameAtEnd(characters.replace(/(?:元|前|副|新|現|名誉|代表)$/u, ''));
    if (name !== null) {
      const role = COURTESIES.has(title)
        ? findRole(modifier)
        : mainNoun.slice(mainNoun.indexOf(name) + name.length);
      return { name, kind: 'person', role };
    }
    return COURTESIES.has(title) ? null : { name: bare, kind: 'role', role: null };
  }
  if (groupReferences.includes(bare)) return { name: bare, kind: 'sameGroup', role: null };
  const speaker = longestSuffix(bare, SPEAKERS);
  const surname = longestPrefix(mainNoun, SURNAMES, 3);
  const isName =
    /^[\p{Script=Han}々]{2,5}$/u.test(mainNoun) && surname !== null && mainNoun.length - surname.length <= 3;
  if (isName && (speaker === null || speaker.length === 1))
    return { name: mainNoun, kind: 'person', role: findRole(modifier) };
  const rank = /^(?:[A-Z]{2}|\d+[\p{Script=Han}]*)([\p{Script=Han}]{2,4})$/u.exec(mainNoun)?.[1];
  if (rank !== undefined && longestPrefix(rank, SURNAMES, 3) !== null)
    return { name: rank, kind: 'person', role: null };
  if (speaker !== null)
    return {
      name: bare,
      kind: /[会社省庁県市町村党団盟軍国府部課局署院館園所学校]$|連合|機構|政府|委$/u.test(bare)
        ? 'group'
        : 'role',
      role: null,
    };
  if (/^[\p{Script=Katakana}ー]+[・＝][\p{Script=Katakana}ー・＝]+$/u.test(mainNoun))
    return { name: mainNoun, kind: 'person', role: findRole(modifier) };
  if (/^[A-Z][A-Z&]{1,7}$/.test(mainNoun)) return { name: mainNoun, kind: 'group', role: null };
  return null;
}

function findRole(words: string): string | null {
  const last = words.slice(words.lastIndexOf('の') + 1);
  return longestSuffix(last, TITLES) !== null || longestSuffix(last, SPEAKERS) !== null ? last : null;
}

const TITLED_NAME = new RegExp(
  `(?:(?:${NOUN_CHAR}{1,20}の)?)((?:[\\p{Script=Han}々ヶ]{1,6}[ 　])?[\\p{Script=Han}々ヶ]{1,14}|\\p{Script=Han}{1,3}[ 　]?(?:${HIRAGANA_NAME})|${KATAKANA})${TITLE}`,
  'gu',
);
const NAME_WITH_AGE =
  /([\p{Script=Han}々ヶ]{3,6}|[\p{Script=Katakana}ー]{1,16}[・＝][\p{Script=Katakana}ー・＝]{1,24})[（(](?:\d{1,3}[）)歳]|[1-6]年)/gu;

/** A subject before a number at the beginning of a sentence; it is an organisation unless it is a person. */
const ORGANISATION =
  /(?<=^|[。\n]|大手の|会社の)([\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}ー・]{2,20})は(?=[\d、])/gu;

function findJapaneseNames(text: string): NamePhrase[] {
  const names: NamePhrase[] = [];
  for (const pattern of [TITLED_NAME, NAME_WITH_AGE]) {
    for (const match of text.matchAll(pattern)) {
      const phrase = pattern === NAME_WITH_AGE ? (match[1] ?? '') : match[0];
      const party = parseJapanesePhrase(phrase);
      if (party?.kind === 'person') names.push({ ...party, offset: match.index });
    }
  }
  for (const match of text.matchAll(ORGANISATION)) {
    const name = match[1] ?? '';
    const party = parseJapanesePhrase(name);
    if (!name.startsWith('同') && party?.kind !== 'person')
      names.push({ name, kind: 'group', role: null, offset: match.index });
  }
  return names.sort((a, b) => a.offset - b.offset);
}

/** Whether a name is short for another: 山田 for 山田太郎, トランプ for ドナルド・トランプ. */
function isShortJapaneseName(short: string, full: string): boolean {
  if (full.length <= short.length) return false;
  const parts = full.split(/[・＝ 　]/);
  if (parts.length > 1) return parts.includes(short) || full.replace(/[・＝ 　]/g, '') === short;
  const surname = longestPrefix(full, SURNAMES, 3);
  if (surname !== null && surname.length >= short.length) return surname === short;
  return /^\p{Script=Han}/u.test(full) && full.startsWith(short) && full.length - short.length <= 3;
}

const SPEECH_VERBS = new RegExp(anyOf(speechVerbs), 'u');
const NAMING_STEMS = new RegExp(`^(?:など|と|い|も|った|、)*${anyOf(namingStems)}`, 'u');
/** と after the closing mark shows that the text is quoted. */
const QUOTATIVE_PARTICLE = /^(?:[（(][^（）()]*[）)])?(?:など)?(?:といった|という|との|として|とし|って|と)/u;
/** という joins a quotation to a noun; with these nouns it is speech. */
const SPEECH_NOUN =
  /^[^、。]{0,8}(?:声|意見|指摘|批判|不満|考え|思い|コメント|発言|メッセージ|要望|訴え|反応|感想|期待|懸念|不安|疑問|見方|主張|証言|説明|回答)/u;
/** Questions or criticism to which another person replies. */
const REPORTED_QUESTION = /^(?:と|など)の(?:質問|問い|問いかけ|指摘|批判|声)[にが]/u;
/** The quote is embedded in another clause. */
const EMBEDDED_CLAUSE = /^[^。]{0,24}(?:こと|とき|際に|件|問題|点|と報じ|ため)/u;
const SENTENCE_ENDING =
  /(?:[。！？!?…]|です|ます|ません|ない|たい|た|だ|よ|ね|か|な|ぞ|う|る|い|ろ|て|のに|から|けど|ので|れ|せ|べき|はず|こと|ん|く|す|む|つ|ぶ|ぬ|ぐ|さ|の|が)$/u;

const isSentence = (quote: string): boolean =>
  (/[。！？!?]/u.test(quote) && quote.length >= 6) ||
  (quote.length >= 8 && SENTENCE_ENDING.test(quote)) ||
  (quote.length >= 12 &&
    /[はがをにで]/u.test(quote) &&
    /(?:一言|のみ|よう|ところ|次第|通り|完敗|決断|方針|考え)$/u.test(quote)) ||
  quote.length >= 24;

/** Returns the phrase that ends at `end`, if it can be a speaker. */
function findSpeakerEndingAt(words: string, end: number, at: number): TextSpan | null {
  const phrase = findPhraseAtEnd(words.slice(0, end));
  if (phrase === null) return null;
  const start = end - phrase.length;
  if (parseJapanesePhrase(phrase) === null) return null;
  return { start: at + start, end: at + end };
}

/** Finds the last subject that one of `particles` marks and that can be a speaker. */
function findSubject(words: string, at: number, particles: RegExp): TextSpan | null {
  let found: TextSpan | null = null;
  for (const match of [...words.matchAll(particles)].reverse()) {
    const speakerSpan = findSpeakerEndingAt(words, match.index, at);
    if (speakerSpan === null) continue;
    // が also marks objects, so は further to the left is preferred, unless が is next to the quote.
    if (match[0].startsWith('が') && match.index + 3 < words.length) {
      if (!ADNOMINAL.test(words.slice(match.index))) found ??= speakerSpan;
      continue;
    }
    return speakerSpan;
  }
  return found;
}

/** Shows that a clause with が modifies a noun or is embedded. */
const ADNOMINAL = /こと|ついて|関し|対し|[たるいう][\p{Script=Han}\p{Script=Katakana}]/u;

const PARTICLES = /(?:は|が|も|によると|によれば|からは)(?=[、，]|[^、])|(?:は|が|も|によると|によれば)$/gu;
const AGENTS = /(?:が|によると|によれば)(?=[、，]|[^、])|(?:が)$/gu;
/** Markers of the subject or source of another sentence. */
const TOPICS = /(?:は|が|によると|によれば)/gu;
/** …と話すのは山田さん。 */
const CLEFT = /のは[、，]?([^。、]{2,50}?)(?:だった|です|でした|だ)?(?:[。、]|$)/u;
/** Words in another sentence that refer to the quote. */
const QUOTE_REFERENCE = /(?:こう|そう|このように|そのように|次のように)/u;

function findCleftSubject(words: string, at: number): TextSpan | null {
  const match = CLEFT.exec(words);
  if (!match?.[1]) return null;
  const start = match.index + match[0].indexOf(match[1]);
  return findSpeakerEndingAt(words, start + match[1].length, at);
}

function findSubjectAfter(context: SpanContext, verbAt: number): TextSpan | null {
  const { after, afterOffset } = context;
  const cleft = findCleftSubject(after, afterOffset);
  if (cleft) return cleft;
  const head = after.slice(0, verbAt);
  for (const match of head.matchAll(/[はがも]/gu)) {
    const speakerSpan = findSpeakerEndingAt(head, match.index, afterOffset);
    if (speakerSpan) return speakerSpan;
  }
  const short = /^と[、，]?([^、。はが]{2,30}?)(?:[。]|$)/u.exec(after);
  return short?.[1]
    ? findSpeakerEndingAt(after, short[0].indexOf(short[1]) + short[1].length, afterOffset)
    : null;
}

/** Returns the person with whom a sentence ends: 初めて会見を開いた山田社長。 */
function findPersonAtEnd(words: string, at: number): TextSpan | null {
  const end = words.replace(/[。\s]+$/u, '').length;
  const speakerSpan = findSpeakerEndingAt(words, end, at);
  return speakerSpan && parseJapanesePhrase(words.slice(speakerSpan.start - at, end))?.kind === 'person'
    ? speakerSpan
    : null;
}

const findTopic = (words: string, at: number): TextSpan | null =>
  findCleftSubject(words, at) ?? findPersonAtEnd(words, at) ?? findSubject(words, at, TOPICS);

function findSubjectNearby({ earlierSentences, nextSentence, after, before }: SpanContext): TextSpan | null {
  const isAlone = before === '' && after === '' && earlierSentences.length === 0;
  if (
    nextSentence &&
    /^[」』。]*$/u.test(after) &&
    SPEECH_VERBS.test(nextSentence.words) &&
    (isAlone || QUOTE_REFERENCE.test(nextSentence.words))
  ) {
    const speakerSpan =
      findCleftSubject(nextSentence.words, nextSentence.at) ??
      findSubject(nextSentence.words, nextSentence.at, /[はが]/gu);
    if (speakerSpan) return speakerSpan;
  }
  if (nextSentence && before === '' && /^[」』。]*$/u.test(after)) {
    const speakerSpan = findPersonAtEnd(nextSentence.words, nextSentence.at);
    if (speakerSpan) return speakerSpan;
  }
  for (const { words, at } of earlierSentences) {
    const speakerSpan = findTopic(words, at);
    if (speakerSpan) return speakerSpan;
  }
  return null;
}

/** Finds a name directly before the opening mark, as in headlines: 首相「…」, 山田氏：「…」. */
function findNameBeforeMark(context: SpanContext): TextSpan | null {
  const words = context.before.replace(/[：:]$/u, '');
  const speakerSpan = findSpeakerEndingAt(words, words.length, context.beforeOffset);
  return speakerSpan && (context.isHeadline || words !== context.before) ? speakerSpan : null;
}

function analyse(context: SpanContext): SpanAnalysis {
  const { before, beforeOffset, after, afterOffset, quote } = context;
  const adjacent = /[はが][、，]?$/u.exec(before);
  const adjacentSpeaker = adjacent && findSpeakerEndingAt(before, adjacent.index, beforeOffset);
  const noQuote: SpanAnalysis = {
    isQuote: false,
    speakerSpan: adjacentSpeaker,
    isSubjectOmitted: false,
    cue: null,
    isInOtherSentence: false,
  };
  const particle = QUOTATIVE_PARTICLE.exec(after);
  const isAtSentenceEnd = /^(?:[（(][^（）()]*[）)])?[」』]?(?:[。．\n]|$)|^[ 　]/u.test(after);
  const isFullSentence = isSentence(quote);
  if (particle) {
    const rest = after.slice(particle[0].length);
    if (NAMING_STEMS.test(rest) || NAMING_STEMS.test(after)) {
      return isFullSentence && /書か|記され/u.test(rest.slice(0, 10))
        ? { ...noQuote, isQuote: true }
        : noQuote;
    }
    if (/^[「『]/u.test(rest)) return noQuote;
    if (/^と(?:明記|記載|表記)/u.test(after)) return { ...noQuote, isQuote: isFullSentence };
    const clause = after.slice(0, (after.search(/。/u) + 1 || after.length + 1) - 1);
    const verb = SPEECH_VERBS.exec(clause);
    if (!verb && !(isFullSentence && quote.length >= 6)) return noQuote;
    if (particle[0].endsWith('いう') && !SPEECH_NOUN.test(rest)) return noQuote;
    if (quote.length < 6 && !isFullSentence && (!verb || verb.index > 12)) return noQuote;
    const cue = verb && { start: afterOffset + verb.index, end: afterOffset + verb.index + verb[0].length };
    const isEmbedded = verb !== null && EMBEDDED_CLAUSE.test(clause.slice(verb.index + verb[0].length));
    if (REPORTED_QUESTION.test(after)) return { ...noQuote, isQuote: isFullSentence, speakerSpan: null };
    const own = findSubjectAfter(context, verb?.index ?? clause.length);
    const speakerSpan = own ?? findSubject(before, beforeOffset, isEmbedded ? AGENTS : PARTICLES);
    if (speakerSpan)
      return { isQuote: true, speakerSpan, isSubjectOmitted: false, cue, isInOtherSentence: false };
    const nearbySpeaker = isEmbedded ? null : findSubjectNearby(context);
    return {
      isQuote: true,
      speakerSpan: nearbySpeaker,
      isSubjectOmitted: !isEmbedded,
      cue,
      isInOtherSentence: nearbySpeaker !== null,
    };
  }
  if (!isFullSentence && !(context.isHeadline && findNameBeforeMark(context) && quote.length >= 4))
    return noQuote;
  if (!isAtSentenceEnd && !context.isHeadline) return noQuote;
  const named = findNameBeforeMark(context);
  if (named) return { ...noQuote, isQuote: true, speakerSpan: named };
  const source = /(?:によると|によれば|は|が)[、，]?$/u.test(before)
    ? findSubject(before, beforeOffset, PARTICLES)
    : null;
  if (source) return { ...noQuote, isQuote: true, speakerSpan: source };
  if (!/^[\s　◆■▽―…]*$/u.test(before)) return context.isHeadline ? { ...noQuote, isQuote: true } : noQuote;
  const nearbySpeaker = findSubjectNearby(context);
  return {
    ...noQuote,
    isQuote: true,
    speakerSpan: nearbySpeaker,
    isSubjectOmitted: nearbySpeaker === null && context.nextSentence !== null,
    isInOtherSentence: true,
  };
}

/** Attributes quotes in Japanese. */
export const japanese: UncasedGrammar = {
  sentenceEnd: /[。！？!?](?:[」』）]*)/gu,
  analyse,
  parsePhrase: parseJapanesePhrase,
  findTopic,
  findNames: findJapaneseNames,
  isShortFor: isShortJapaneseName,
  shortForms:
    /([\p{Script=Han}\p{Script=Katakana}ー・]{3,30})[（(](?:以下[、「]?)?([A-Z]{2,8}|[\p{Script=Han}]{2,6})[）)」]/gu,
  isJoined: (between) => /^[」』]?(?:、|や|と|も|・|、[^。「」]{1,24}は、?)?$/u.test(between),
};
