import { courtesies, sameHouse, samePerson, speakers, surnames, titles } from '../../languages/ja/uncased.ts';
import type { NamedParty, Party } from './types.ts';
import { anyOf, beginningOf, endingOf } from './word-sets.ts';

const SURNAMES = new Set(surnames);
const TITLES = new Set(titles);
const COURTESIES = new Set(courtesies);
const SPEAKERS = new Set(speakers);

/** Letters that a noun is made of; the small words between nouns are in Hiragana. */
const LETTER = '[\\p{Script=Han}\\p{Script=Katakana}\\p{Script=Latin}\\p{N}々ヶー・＝&.]';
const AGE = '(?:[（(][^（）()]{1,16}[）)])?';
const TITLE = anyOf(titles);
const KATAKANA = '[\\p{Script=Katakana}ー]{2,16}(?:[・＝][\\p{Script=Katakana}ー]{1,16}){0,3}';
/** A given name in Hiragana; the first letter is none that joins two nouns. */
const HIRAGANA_NAME =
  '(?![はがをにでとものへや])\\p{Script=Hiragana}{2,4}|[とものはや](?![はもの])\\p{Script=Hiragana}{1,3}';

/** A noun phrase at the end of a text. */
const PHRASE = new RegExp(
  `(?:${LETTER}{1,20}(?:さん|氏)[・と]|(?:${LETTER}{1,20}${AGE}の)*)(?:\\p{Script=Han}{1,3}[ 　]?(?:${HIRAGANA_NAME})(?=${TITLE})|${LETTER}{1,20}[ 　]${LETTER}{1,20}(?=さん|氏)|${LETTER}{1,20})(?:さん|さま|ちゃん|くん|たち|ら)?${AGE}$`,
  'u',
);

/** The noun phrase that a text ends with. */
export function phraseBefore(text: string): string | null {
  return PHRASE.exec(text.slice(-60))?.[0] ?? null;
}

/** Words that look like names of places and houses, not of people. */
const NO_PERSON =
  /(?:[市県町村省庁社部会党銀行大校院所館力局課団国米都府区店側]|協会|連盟|政府|今回|現在|今後|昨年|今年)$/u;
const TIME =
  /^(?:[\d０-９一二三四五六七八九十]+(?:年|月|日|時|分|人|回|件|円|歳|度|間)+|今回|現在|今後|昨年|今年|当時|当初|当日|同日|翌日|前日|最近|今|次|前)$/u;

/** The name at the end of a run of letters, or null where it can't be told from what stands before it. */
function nameIn(run: string): string | null {
  const mixed = /^[\p{Script=Han}々]{1,3}[\p{Script=Katakana}ー]{2,4}$/u.test(run);
  if (mixed && beginningOf(run, SURNAMES, 3) !== null) return run;
  const katakana = /[\p{Script=Katakana}ー]+(?:[・＝][\p{Script=Katakana}ー]+)*$/u.exec(run)?.[0];
  if (katakana) return katakana.length >= 2 ? katakana : null;
  const name =
    /(?:[\p{Script=Han}々ヶ]{1,4}[ 　])?[\p{Script=Han}々ヶ]+$|[\p{Script=Han}々]{1,3}[ 　]?\p{Script=Hiragana}{2,4}$/u.exec(
      run,
    )?.[0];
  if (name === undefined) return /^[\p{Script=Latin}][\p{Script=Latin}. ]+$/u.test(run) ? run : null;
  const letters = name.replace(/[ 　]/, '');
  const surname = beginningOf(name, SURNAMES, 3);
  // A surname that is a place's, and the place goes on.
  if (surname !== null && /^(?:[県市町村区府署駅港]|大学|都内)/u.test(letters.slice(surname.length)))
    return null;
  if (letters.length <= 6 && surname !== null && letters.length - surname.length <= 3) return name;
  if (letters.length <= 5) return NO_PERSON.test(name) ? null : name;
  // 村上恒美安全推進部長: what somebody is head of stands between the name and the title.
  if (surname !== null && surname.length >= 2) return letters.slice(0, surname.length + 2);
  for (let length = 5; length >= 3; length--) {
    const tail = name.slice(-length);
    const own = beginningOf(tail, SURNAMES, 3);
    if (own !== null && own.length >= 2 && length > own.length && length - own.length <= 3) return tail;
  }
  return null;
}

/** What a noun phrase names; null for what can't speak. */
export function readJapaneseParty(phrase: string): Party | null {
  const bare = phrase.replace(/[（(][^（）()]*[）)]$/u, '');
  if (samePerson.includes(bare)) return { name: bare, kind: 'same', role: null };
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
  const title = endingOf(own, TITLES);
  if (title !== null) {
    const run = own.slice(0, -title.length);
    const name = nameIn(run.replace(/(?:元|前|副|新|現|名誉|代表)$/u, ''));
    if (name !== null) {
      const role = COURTESIES.has(title) ? roleIn(before) : own.slice(own.indexOf(name) + name.length);
      return { name, kind: 'person', role };
    }
    return COURTESIES.has(title) ? null : { name: bare, kind: 'role', role: null };
  }
  if (sameHouse.includes(bare)) return { name: bare, kind: 'house', role: null };
  const speaker = endingOf(bare, SPEAKERS);
  const surname = beginningOf(own, SURNAMES, 3);
  const isName =
    /^[\p{Script=Han}々]{2,5}$/u.test(own) && surname !== null && own.length - surname.length <= 3;
  if (isName && (speaker === null || speaker.length === 1))
    return { name: own, kind: 'person', role: roleIn(before) };
  const rank = /^(?:[A-Z]{2}|\d+[\p{Script=Han}]*)([\p{Script=Han}]{2,4})$/u.exec(own)?.[1];
  if (rank !== undefined && beginningOf(rank, SURNAMES, 3) !== null)
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
  return endingOf(last, TITLES) !== null || endingOf(last, SPEAKERS) !== null ? last : null;
}

const TITLED = new RegExp(
  `(?:(?:${LETTER}{1,20}の)?)((?:[\\p{Script=Han}々ヶ]{1,6}[ 　])?[\\p{Script=Han}々ヶ]{1,14}|\\p{Script=Han}{1,3}[ 　]?(?:${HIRAGANA_NAME})|${KATAKANA})${TITLE}`,
  'gu',
);
const AGED =
  /([\p{Script=Han}々ヶ]{3,6}|[\p{Script=Katakana}ー]{1,16}[・＝][\p{Script=Katakana}ー・＝]{1,24})[（(](?:\d{1,3}[）)歳]|[1-6]年)/gu;

/** Who does something on a day, at the beginning of a sentence: a house, where it is no person. */
const HOUSE =
  /(?<=^|[。\n]|大手の|会社の)([\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}ー・]{2,20})は(?=[\d、])/gu;

export function findJapaneseNames(text: string): NamedParty[] {
  const names: NamedParty[] = [];
  for (const pattern of [TITLED, AGED]) {
    for (const match of text.matchAll(pattern)) {
      const phrase = pattern === AGED ? (match[1] ?? '') : match[0];
      const party = readJapaneseParty(phrase);
      if (party?.kind === 'person') names.push({ ...party, at: match.index });
    }
  }
  for (const match of text.matchAll(HOUSE)) {
    const name = match[1] ?? '';
    const party = readJapaneseParty(name);
    if (!name.startsWith('同') && party?.kind !== 'person')
      names.push({ name, kind: 'group', role: null, at: match.index });
  }
  return names.sort((a, b) => a.at - b.at);
}

/** 山田 for 山田太郎, トランプ for ドナルド・トランプ. */
export function isShortJapanese(short: string, full: string): boolean {
  if (full.length <= short.length) return false;
  const parts = full.split(/[・＝ 　]/);
  if (parts.length > 1) return parts.includes(short) || full.replace(/[・＝ 　]/g, '') === short;
  const surname = beginningOf(full, SURNAMES, 3);
  if (surname !== null && surname.length >= short.length) return surname === short;
  return /^\p{Script=Han}/u.test(full) && full.startsWith(short) && full.length - short.length <= 3;
}
