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
  type NamedParty,
  type Party,
  type QuoteScene,
  type Reading,
  type TextSpan,
  type UncasedGrammar,
} from './types.ts';

const SURNAMES = new Set(surnames);
const TITLES = new Set(titles);
const COURTESIES = new Set(courtesies);
const SPEAKERS = new Set(speakers);

/** Characters of nouns; the particles between nouns are in Hiragana. */
const LETTER = '[\\p{Script=Han}\\p{Script=Katakana}\\p{Script=Latin}\\p{N}々ヶー・＝&.]';
const AGE = '(?:[（(][^（）()]{1,16}[）)])?';
const TITLE = anyOf(titles);
const KATAKANA = '[\\p{Script=Katakana}ー]{2,16}(?:[・＝][\\p{Script=Katakana}ー]{1,16}){0,3}';
/** A given name in Hiragana; the first character is no particle between nouns. */
const HIRAGANA_NAME =
  '(?![はがをにでとものへや])\\p{Script=Hiragana}{2,4}|[とものはや](?![はもの])\\p{Script=Hiragana}{1,3}';

/** A noun phrase at the end of a text. */
const PHRASE = new RegExp(
  `(?:${LETTER}{1,20}(?:さん|氏)[・と]|(?:${LETTER}{1,20}${AGE}の)*)(?:\\p{Script=Han}{1,3}[ 　]?(?:${HIRAGANA_NAME})(?=${TITLE})|${LETTER}{1,20}[ 　]${LETTER}{1,20}(?=さん|氏)|${LETTER}{1,20})(?:さん|さま|ちゃん|くん|たち|ら)?${AGE}$`,
  'u',
);

/** The noun phrase at the end of a text. */
function phraseBefore(text: string): string | null {
  return PHRASE.exec(text.slice(-60))?.[0] ?? null;
}

/** Words that look like names of places and organisations, not of people. */
const PLACE_OR_ORGANISATION =
  /(?:[市県町村省庁社部会党銀行大校院所館力局課団国米都府区店側]|協会|連盟|政府|今回|現在|今後|昨年|今年)$/u;
const TIME =
  /^(?:[\d０-９一二三四五六七八九十]+(?:年|月|日|時|分|人|回|件|円|歳|度|間)+|今回|現在|今後|昨年|今年|当時|当初|当日|同日|翌日|前日|最近|今|次|前)$/u;

/** The name at the end of a sequence of characters, or null if its beginning is unclear. */
function nameIn(run: string): string | null {
  const mixed = /^[\p{Script=Han}々]{1,3}[\p{Script=Katakana}ー]{2,4}$/u.test(run);
  if (mixed && longestPrefix(run, SURNAMES, 3) !== null) return run;
  const katakana = /[\p{Script=Katakana}ー]+(?:[・＝][\p{Script=Katakana}ー]+)*$/u.exec(run)?.[0];
  if (katakana) return katakana.length >= 2 ? katakana : null;
  const name =
    /(?:[\p{Script=Han}々ヶ]{1,4}[ 　])?[\p{Script=Han}々ヶ]+$|[\p{Script=Han}々]{1,3}[ 　]?\p{Script=Hiragana}{2,4}$/u.exec(
      run,
    )?.[0];
  if (name === undefined) return /^[\p{Script=Latin}][\p{Script=Latin}. ]+$/u.test(run) ? run : null;
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
function readJapaneseParty(phrase: string): Party | null {
  const bare = phrase.replace(/[（(][^（）()]*[）)]$/u, '');
  if (personReferences.includes(bare)) return { name: bare, kind: 'samePerson', role: null };
  const joint = /^(.+?)(?:さん|氏)[・と](.+(?:さん|氏))$/u.exec(bare);
  if (joint?.[1] && joint[2]) {
    const [one, other] = [readJapaneseParty(`${joint[1]}さん`), readJapaneseParty(joint[2])];
    return one?.kind === 'person' && other?.kind === 'person'
      ? { ...one, name: `${one.name}・${other.name}`, role: null }
      : null;
  }
  if (bare === '' || /^[・＝ー]/u.test(bare) || TIME.test(bare)) return null;
  const cut = bare.lastIndexOf('の');
  const inName = /[\p{Script=Han}]の$/u.test(bare.slice(0, cut + 1));
  const own = inName ? bare.slice(cut + 1) : bare;
  const before = inName ? bare.slice(0, cut) : '';
  const title = longestSuffix(own, TITLES);
  if (title !== null) {
    const run = own.slice(0, -title.length);
    const name = nameIn(run.replace(/(?:元|前|副|新|現|名誉|代表)$/u, ''));
    if (name !== null) {
      const role = COURTESIES.has(title) ? roleIn(before) : own.slice(own.indexOf(name) + name.length);
      return { name, kind: 'person', role };
    }
    return COURTESIES.has(title) ? null : { name: bare, kind: 'role', role: null };
  }
  if (groupReferences.includes(bare)) return { name: bare, kind: 'sameGroup', role: null };
  const speaker = longestSuffix(bare, SPEAKERS);
  const surname = longestPrefix(own, SURNAMES, 3);
  const isName =
    /^[\p{Script=Han}々]{2,5}$/u.test(own) && surname !== null && own.length - surname.length <= 3;
  if (isName && (speaker === null || speaker.length === 1))
    return { name: own, kind: 'person', role: roleIn(before) };
  const rank = /^(?:[A-Z]{2}|\d+[\p{Script=Han}]*)([\p{Script=Han}]{2,4})$/u.exec(own)?.[1];
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
  if (/^[\p{Script=Katakana}ー]+[・＝][\p{Script=Katakana}ー・＝]+$/u.test(own))
    return { name: own, kind: 'person', role: roleIn(before) };
  if (/^[A-Z][A-Z&]{1,7}$/.test(own)) return { name: own, kind: 'group', role: null };
  return null;
}

function roleIn(words: string): string | null {
  const last = words.slice(words.lastIndexOf('の') + 1);
  return longestSuffix(last, TITLES) !== null || longestSuffix(last, SPEAKERS) !== null ? last : null;
}

const TITLED = new RegExp(
  `(?:(?:${LETTER}{1,20}の)?)((?:[\\p{Script=Han}々ヶ]{1,6}[ 　])?[\\p{Script=Han}々ヶ]{1,14}|\\p{Script=Han}{1,3}[ 　]?(?:${HIRAGANA_NAME})|${KATAKANA})${TITLE}`,
  'gu',
);
const AGED =
  /([\p{Script=Han}々ヶ]{3,6}|[\p{Script=Katakana}ー]{1,16}[・＝][\p{Script=Katakana}ー・＝]{1,24})[（(](?:\d{1,3}[）)歳]|[1-6]年)/gu;

/** A subject with a day at the beginning of a sentence: an organisation, if it is not a person. */
const ORGANISATION =
  /(?<=^|[。\n]|大手の|会社の)([\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}ー・]{2,20})は(?=[\d、])/gu;

function findJapaneseNames(text: string): NamedParty[] {
  const names: NamedParty[] = [];
  for (const pattern of [TITLED, AGED]) {
    for (const match of text.matchAll(pattern)) {
      const phrase = pattern === AGED ? (match[1] ?? '') : match[0];
      const party = readJapaneseParty(phrase);
      if (party?.kind === 'person') names.push({ ...party, at: match.index });
    }
  }
  for (const match of text.matchAll(ORGANISATION)) {
    const name = match[1] ?? '';
    const party = readJapaneseParty(name);
    if (!name.startsWith('同') && party?.kind !== 'person')
      names.push({ name, kind: 'group', role: null, at: match.index });
  }
  return names.sort((a, b) => a.at - b.at);
}

/** Whether a name is short for another: 山田 for 山田太郎, トランプ for ドナルド・トランプ. */
function isShortJapanese(short: string, full: string): boolean {
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
const QUOTED = /^(?:[（(][^（）()]*[）)])?(?:など)?(?:といった|という|との|として|とし|って|と)/u;
/** という joins a quotation to a noun; with these nouns it is speech. */
const SAID_NOUN =
  /^[^、。]{0,8}(?:声|意見|指摘|批判|不満|考え|思い|コメント|発言|メッセージ|要望|訴え|反応|感想|期待|懸念|不安|疑問|見方|主張|証言|説明|回答)/u;
/** Questions or criticism to which another person replies. */
const ASKED = /^(?:と|など)の(?:質問|問い|問いかけ|指摘|批判|声)[にが]/u;
/** The quote is embedded in another clause. */
const EMBEDDED = /^[^。]{0,24}(?:こと|とき|際に|件|問題|点|と報じ|ため)/u;
const ENDS_SENTENCE =
  /(?:[。！？!?…]|です|ます|ません|ない|たい|た|だ|よ|ね|か|な|ぞ|う|る|い|ろ|て|のに|から|けど|ので|れ|せ|べき|はず|こと|ん|く|す|む|つ|ぶ|ぬ|ぐ|さ|の|が)$/u;

const isSentence = (quote: string): boolean =>
  (/[。！？!?]/u.test(quote) && quote.length >= 6) ||
  (quote.length >= 8 && ENDS_SENTENCE.test(quote)) ||
  (quote.length >= 12 &&
    /[はがをにで]/u.test(quote) &&
    /(?:一言|のみ|よう|ところ|次第|通り|完敗|決断|方針|考え)$/u.test(quote)) ||
  quote.length >= 24;

/** The phrase that ends at `end`, if it can be a speaker. */
function speakerEndingAt(words: string, end: number, at: number): TextSpan | null {
  const phrase = phraseBefore(words.slice(0, end));
  if (phrase === null) return null;
  const start = end - phrase.length;
  if (readJapaneseParty(phrase) === null) return null;
  return { start: at + start, end: at + end };
}

/** The nearest subject before a position: with は, or with が if it can be a speaker. */
function subjectIn(words: string, at: number, particles: RegExp): TextSpan | null {
  let found: TextSpan | null = null;
  for (const match of [...words.matchAll(particles)].reverse()) {
    const speakerSpan = speakerEndingAt(words, match.index, at);
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

/** The clause with が modifies a noun, or is embedded. */
const ADNOMINAL = /こと|ついて|関し|対し|[たるいう][\p{Script=Han}\p{Script=Katakana}]/u;

const PARTICLES = /(?:は|が|も|によると|によれば|からは)(?=[、，]|[^、])|(?:は|が|も|によると|によれば)$/gu;
const AGENTS = /(?:が|によると|によれば)(?=[、，]|[^、])|(?:が)$/gu;
/** Markers of the subject or source of another sentence. */
const TOPICS = /(?:は|が|によると|によれば)/gu;
/** …と話すのは山田さん。 */
const CLEFT = /のは[、，]?([^。、]{2,50}?)(?:だった|です|でした|だ)?(?:[。、]|$)/u;
/** Words in another sentence that refer to the quote. */
const POINTS = /(?:こう|そう|このように|そのように|次のように)/u;

function cleftIn(words: string, at: number): TextSpan | null {
  const match = CLEFT.exec(words);
  if (!match?.[1]) return null;
  const start = match.index + match[0].indexOf(match[1]);
  return speakerEndingAt(words, start + match[1].length, at);
}

function subjectAfter(scene: QuoteScene, verbAt: number): TextSpan | null {
  const { after, afterOffset } = scene;
  const cleft = cleftIn(after, afterOffset);
  if (cleft) return cleft;
  const head = after.slice(0, verbAt);
  for (const match of head.matchAll(/[はがも]/gu)) {
    const speakerSpan = speakerEndingAt(head, match.index, afterOffset);
    if (speakerSpan) return speakerSpan;
  }
  const short = /^と[、，]?([^、。はが]{2,30}?)(?:[。]|$)/u.exec(after);
  return short?.[1]
    ? speakerEndingAt(after, short[0].indexOf(short[1]) + short[1].length, afterOffset)
    : null;
}

/** A sentence that ends with its subject: 初めて会見を開いた山田社長。 */
function nounAtEnd(words: string, at: number): TextSpan | null {
  const end = words.replace(/[。\s]+$/u, '').length;
  const speakerSpan = speakerEndingAt(words, end, at);
  return speakerSpan && readJapaneseParty(words.slice(speakerSpan.start - at, end))?.kind === 'person'
    ? speakerSpan
    : null;
}

const topicOf = (words: string, at: number): TextSpan | null =>
  cleftIn(words, at) ?? nounAtEnd(words, at) ?? subjectIn(words, at, TOPICS);

function subjectAround({ earlier, next, after, before }: QuoteScene): TextSpan | null {
  const isAlone = before === '' && after === '' && earlier.length === 0;
  if (
    next &&
    /^[」』。]*$/u.test(after) &&
    SPEECH_VERBS.test(next.words) &&
    (isAlone || POINTS.test(next.words))
  ) {
    const speakerSpan = cleftIn(next.words, next.at) ?? subjectIn(next.words, next.at, /[はが]/gu);
    if (speakerSpan) return speakerSpan;
  }
  if (next && before === '' && /^[」』。]*$/u.test(after)) {
    const speakerSpan = nounAtEnd(next.words, next.at);
    if (speakerSpan) return speakerSpan;
  }
  for (const { words, at } of earlier) {
    const speakerSpan = topicOf(words, at);
    if (speakerSpan) return speakerSpan;
  }
  return null;
}

/** A name directly before the mark, as in headlines: 首相「…」, 山田氏：「…」. */
function nameAtMark(scene: QuoteScene): TextSpan | null {
  const words = scene.before.replace(/[：:]$/u, '');
  const speakerSpan = speakerEndingAt(words, words.length, scene.beforeOffset);
  return speakerSpan && (scene.isHeadline || words !== scene.before) ? speakerSpan : null;
}

function read(scene: QuoteScene): Reading {
  const { before, beforeOffset, after, afterOffset, quote } = scene;
  const adjacent = /[はが][、，]?$/u.exec(before);
  const beside = adjacent && speakerEndingAt(before, adjacent.index, beforeOffset);
  const none: Reading = {
    isQuote: false,
    speakerSpan: beside,
    isSubjectOmitted: false,
    cue: null,
    isInOtherSentence: false,
  };
  const quoted = QUOTED.exec(after);
  const ends = /^(?:[（(][^（）()]*[）)])?[」』]?(?:[。．\n]|$)|^[ 　]/u.test(after);
  const sentence = isSentence(quote);
  if (quoted) {
    const rest = after.slice(quoted[0].length);
    if (NAMING_STEMS.test(rest) || NAMING_STEMS.test(after)) {
      return sentence && /書か|記され/u.test(rest.slice(0, 10)) ? { ...none, isQuote: true } : none;
    }
    if (/^[「『]/u.test(rest)) return none;
    if (/^と(?:明記|記載|表記)/u.test(after)) return { ...none, isQuote: sentence };
    const clause = after.slice(0, (after.search(/。/u) + 1 || after.length + 1) - 1);
    const verb = SPEECH_VERBS.exec(clause);
    if (!verb && !(sentence && quote.length >= 6)) return none;
    if (quoted[0].endsWith('いう') && !SAID_NOUN.test(rest)) return none;
    if (quote.length < 6 && !sentence && (!verb || verb.index > 12)) return none;
    const cue = verb && { start: afterOffset + verb.index, end: afterOffset + verb.index + verb[0].length };
    const embedded = verb !== null && EMBEDDED.test(clause.slice(verb.index + verb[0].length));
    if (ASKED.test(after)) return { ...none, isQuote: sentence, speakerSpan: null };
    const own = subjectAfter(scene, verb?.index ?? clause.length);
    const speakerSpan = own ?? subjectIn(before, beforeOffset, embedded ? AGENTS : PARTICLES);
    if (speakerSpan)
      return { isQuote: true, speakerSpan, isSubjectOmitted: false, cue, isInOtherSentence: false };
    const around = embedded ? null : subjectAround(scene);
    return {
      isQuote: true,
      speakerSpan: around,
      isSubjectOmitted: !embedded,
      cue,
      isInOtherSentence: around !== null,
    };
  }
  if (!sentence && !(scene.isHeadline && nameAtMark(scene) && quote.length >= 4)) return none;
  if (!ends && !scene.isHeadline) return none;
  const named = nameAtMark(scene);
  if (named) return { ...none, isQuote: true, speakerSpan: named };
  const source = /(?:によると|によれば|は|が)[、，]?$/u.test(before)
    ? subjectIn(before, beforeOffset, PARTICLES)
    : null;
  if (source) return { ...none, isQuote: true, speakerSpan: source };
  if (!/^[\s　◆■▽―…]*$/u.test(before)) return scene.isHeadline ? { ...none, isQuote: true } : none;
  const around = subjectAround(scene);
  return {
    ...none,
    isQuote: true,
    speakerSpan: around,
    isSubjectOmitted: around === null && scene.next !== null,
    isInOtherSentence: true,
  };
}

/** Attributes quotes in Japanese. */
export const japanese: UncasedGrammar = {
  sentenceEnd: /[。！？!?](?:[」』）]*)/gu,
  read,
  readParty: readJapaneseParty,
  topicOf,
  findNames: findJapaneseNames,
  isShortFor: isShortJapanese,
  shortForms:
    /([\p{Script=Han}\p{Script=Katakana}ー・]{3,30})[（(](?:以下[、「]?)?([A-Z]{2,8}|[\p{Script=Han}]{2,6})[）)」]/gu,
  joins: (between) => /^[」』]?(?:、|や|と|も|・|、[^。「」]{1,24}は、?)?$/u.test(between),
};
