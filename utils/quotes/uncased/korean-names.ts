import { courtesies, pronouns, speakers, surnames, titles } from '../../languages/ko/uncased.ts';
import type { NamedParty, Party } from './types.ts';
import { anyOf, beginningOf, endingOf } from './word-sets.ts';

const SURNAMES = new Set(surnames);
const TITLES = new Set(titles);
const SPEAKERS = new Set(speakers);
const COURTESIES = new Set(courtesies);
/** Before a title: the former, the acting, the deputy. */
const FORMER = /^(?:전|현|신임|당시|부|제\d+대)$/;
/** Ends of words for houses and places, which no name before a title has. */
const HOUSE =
  /(?:대|대학교|대학|부|청|당|시|도|구|군|사|원|회|국|처|은행|공사|그룹|전자|건설|위|팀|측|과|실|센터|연구소|병원|학교|신문|방송|일보|의힘|캠프|출신|소속|담당|관련|국내|현지)$/;

/** A whole name: surname and one or two syllables. */
function isName(word: string): boolean {
  const surname = beginningOf(word, SURNAMES, 2);
  return (
    /^[가-힣]{2,4}$/.test(word) &&
    surname !== null &&
    word.length - surname.length >= 1 &&
    word.length - surname.length <= 2
  );
}

/** 최모, A, 이: how a name is hidden or shortened. */
const HIDDEN = /^(?:[가-힣]모|[A-Z])$/;

const bareWord = (word: string): string => word.replace(/\([^()]*\)/g, '').replace(/['"‘’“”,]/g, '');

/** What a noun phrase names; null for what can't speak. */
export function readKoreanParty(phrase: string): Party | null {
  const words = phrase
    .replace(/\([^()]*\)/g, '')
    .trim()
    .split(/\s+/)
    .map(bareWord)
    .filter(Boolean);
  const head = words.at(-1);
  if (head === undefined) return null;
  const bare = words.join(' ');
  if (pronouns.includes(bare)) return { name: bare, kind: 'same', role: null };
  if (pronouns.includes(head)) return { name: head, kind: 'same', role: null };
  const joined = endingOf(head, TITLES, 6);
  // 최민경씨, A교수: the title is written to the name.
  const front = joined === null ? '' : head.slice(0, -joined.length);
  if (joined !== null && front !== '') {
    if (HIDDEN.test(front)) return { name: hiddenFrom(words, head), kind: 'role', role: null };
    const isOffice =
      /^(?:시장|군수|구청장|지사|도지사|총장|원장|병원장|위원장|행장|은행장|이사|청장|서장|관장|소장|장관)$/.test(
        joined,
      );
    if (
      (isName(front) || /^[가-힣]{3}$/.test(front)) &&
      front.length >= (isOffice ? 3 : 2) &&
      !(TITLES.has(head) || SPEAKERS.has(head)) &&
      nameBefore(words) < 0
    )
      return person(front, words.slice(0, -1), joined);
  }
  if (TITLES.has(head) || endingOf(head, TITLES, 6) !== null) {
    const at = nameBefore(words);
    if (at >= 0) {
      const name = words[at] ?? '';
      const behind = words.slice(at + 1).join(' ');
      if (HIDDEN.test(name))
        return { name: hiddenFrom(words, `${name} ${behind}`), kind: 'role', role: null };
      const isShort = name.length === 1 || (!isName(name) && foreignName(words, at) === name);
      return {
        name: foreignName(words, at),
        kind: isShort ? 'maybe' : 'person',
        role: roleIn(behind, words.slice(0, at)),
        ...(isShort && { otherwise: `${name} ${behind}` }),
      };
    }
  }
  // 배우 서정임, 택시기사 오세훈
  const before = words.at(-2);
  if (
    isName(head) &&
    before !== undefined &&
    (endingOf(before, TITLES, 6) || endingOf(before, SPEAKERS, 6) || /[인사생원가수]$/.test(before))
  ) {
    return { name: head, kind: 'person', role: before };
  }
  if (endingOf(head, SPEAKERS, 6) !== null || TITLES.has(head)) {
    const isHouse =
      /(?:측|부|청|당|원|회|국|처|은행|위|팀|진|실|노조|연대|협회|회사|업체|센터|학교|대학|정부|국회|검찰|경찰|백악관)$/.test(
        head,
      );
    return { name: bare, kind: isHouse ? 'group' : 'role', role: null };
  }
  return isName(head) && words.length === 1 && head.length >= 3
    ? { name: head, kind: 'maybe', role: null }
    : null;
}

/** Somebody whose name is hidden, with the word before it that says who. */
function hiddenFrom(words: readonly string[], own: string): string {
  const before = words.at(-own.split(' ').length - 1);
  const isWho =
    before !== undefined && (endingOf(before, SPEAKERS, 6) !== null || /[인생원자]$/.test(before));
  const more = words.at(-own.split(' ').length - 2);
  return isWho
    ? [more !== undefined && /^(?:전직|현직|초등학교|해당)$/.test(more) ? more : '', before, own]
        .filter(Boolean)
        .join(' ')
    : own;
}

function roleIn(behind: string, before: readonly string[]): string | null {
  if (behind !== '' && !COURTESIES.has(behind)) return behind;
  const role = before.at(-1);
  return role !== undefined && !/[은는이가을를의에]$/.test(role) ? role : null;
}

const person = (name: string, before: readonly string[], title: string): Party => ({
  name,
  kind: 'person',
  role: roleIn(title, before),
});

/** Where the name stands before a title: 이창용 한국은행 총재, 김 전 대표. */
function nameBefore(words: readonly string[]): number {
  const last = words.length - 2;
  for (let i = last; i >= Math.max(0, last - 4); i--) {
    const word = words[i] ?? '';
    if (FORMER.test(word)) continue;
    if (i === last || words.slice(i + 1, -1).every((between) => FORMER.test(between))) {
      if (SURNAMES.has(word) || HIDDEN.test(word) || (isName(word) && !HOUSE_NAMES.has(word))) return i;
      if (
        i === 0 &&
        /^[가-힣]{2,5}$/.test(word) &&
        !HOUSE.test(word) &&
        !HOUSE_NAMES.has(word) &&
        endingOf(word, SPEAKERS, 6) === null &&
        !/[의은는이가을를]$/.test(word)
      )
        return i;
      if (/^[가-힣]{2,6}$/.test(word) && i > 0 && isForeign(words[i - 1] ?? '', word)) return i;
    }
    const beyond = words[i + 2] ?? '';
    if (
      i + 2 <= last &&
      (HOUSE_NAMES.has(beyond) || HOUSE.test(beyond)) &&
      !HOUSE.test(words[i + 1] ?? '') &&
      isForeign(word, words[i + 1] ?? '')
    )
      return i + 1;
    if (isName(word) && word.length >= 3 && !HOUSE.test(word) && !HOUSE_NAMES.has(word)) return i;
    if (endingOf(word, TITLES, 6) !== null && i < last) break;
  }
  // 도널드 해리슨 미국 대통령
  const [first = '', second = ''] = words;
  const isLone = words.length >= 4 && !HOUSE.test(first) && !HOUSE.test(second) && isForeign(first, second);
  return isLone && words.length <= 6 ? 1 : -1;
}

const HOUSE_NAMES = new Set(
  '민주당 국방부 외교부 한국 미국 일본 중국 전남 전북 경남 경북 강원 서울 서울대 인천 제주 이날 전날 오늘 현대 한화 정부 우리 당시 지난해 이번'.split(
    ' ',
  ),
);

const isForeign = (first: string, second: string): boolean =>
  /^[가-힣]{2,5}$/.test(first) &&
  /^[가-힣]{2,6}$/.test(second) &&
  !HOUSE_NAMES.has(first) &&
  !HOUSE_NAMES.has(second) &&
  beginningOf(second, SPEAKERS, 6) === null &&
  endingOf(second, TITLES, 6) === null &&
  endingOf(first, TITLES, 6) === null &&
  !/(?:은|는|이|가|을|를|의|에|서|로|한|인|던|할|된|해|적|국|년|월|일)$/.test(first);

function foreignName(words: readonly string[], at: number): string {
  const name = words[at] ?? '';
  const before = words[at - 1];
  return before !== undefined &&
    name.length > 1 &&
    (!isName(name) || at + 2 < words.length) &&
    isForeign(before, name)
    ? `${before} ${name}`
    : name;
}

const TITLE = anyOf(titles);
const TITLED = new RegExp(
  `(?:[가-힣A-Z·]{1,12}(?:\\([^()\\n]{1,12}\\))? ){0,4}(?:[가-힣]{2,4}(?:\\([^()\\n]{1,12}\\)) ?)?(?:[가-힣]{2,4})?${TITLE}(?=[은는이가도의을를에과와,.·\\s(’”]|께서|측|$)`,
  'gu',
);
/** 배우 서정임은, 택시기사 오세훈이: the role before the name. */
const AGED = /(?:([가-힣]{2,8}) )?([가-힣]{2,4})\(\d{1,3}(?:세|살|·[^()]{1,8})?\)/gu;

export function findKoreanNames(text: string): NamedParty[] {
  const names: NamedParty[] = [];
  for (const match of text.matchAll(TITLED)) {
    const party = readKoreanParty(match[0]);
    if (party?.kind === 'person') names.push({ ...party, at: match.index });
  }
  for (const { 1: role, 2: name = '', index } of text.matchAll(AGED)) {
    if (isName(name)) names.push({ name, kind: 'person', role: role ?? null, at: index });
  }
  for (const { 1: role = '', 2: name = '', index } of text.matchAll(BEHIND_ROLE)) {
    if (isName(name)) names.push({ name, kind: 'person', role, at: index });
  }
  return names.sort((a, b) => a.at - b.at);
}

const BEHIND_ROLE =
  /(배우|가수|작가|감독|선수|변호사|평론가|시인|화가|기자|개그맨|방송인|유튜버) ([가-힣]{3})(?=[은는이가도의을를])/gu;

/** 김 for 김민수, 해리슨 for 도널드 해리슨. */
export function isShortKorean(short: string, full: string): boolean {
  if (full.length <= short.length) return false;
  if (full.includes(' ')) return full.split(' ').includes(short);
  return short.length <= 2 && SURNAMES.has(short) && beginningOf(full, SURNAMES, 2) === short;
}
