import {
  highTitles,
  houses,
  openers,
  pronouns,
  saying,
  surnames,
  titles,
} from '../../languages/zh/uncased.ts';
import type { NamedParty, Party } from './types.ts';
import { anyOf, beginningOf, endingOf } from './word-sets.ts';

const SURNAMES = new Set(surnames);
const HOUSES = new Set(houses);
const TITLES = new Set(titles);
const TITLE = anyOf(titles);
const COURTESY = /^(?:先生|女士|小姐|同志)$/;
const HAN = '\\p{Script=Han}';
/** Parts of a foreign name are joined by a dot. */
const DOTTED_ON = `${HAN}{1,8}(?:[·・•‧]${HAN}{1,8}){0,3}[·・•‧]${HAN}{1,8}?`;
const DOTTED_END = new RegExp(`${HAN}{1,8}(?:[·・•‧]${HAN}{1,8}){1,4}$`, 'u');
const TITLES_IN = new RegExp(TITLE, 'gu');
/** No name begins so: the word goes on, or joins what follows. */
const NO_NAME = /^[和与與及等的是会會在对對将將就已也曾今日昨前宣主办辦公则則都还還向跟为為给給了着们們及]/u;

/** Nor so: a verb of saying, or what begins behind a subject. */
const NO_NAME_WORD = new RegExp(
  `^${anyOf([...saying.filter((word) => word.length > 1), ...openers.filter((word) => !surnames.includes(word))])}`,
  'u',
);

/** Role words without what stands before them: "the resident" of "the resident who lives in Haitang Lane". */
function roleOf(words: string): string | null {
  const role = words.slice(words.lastIndexOf('的') + 1).replace(/^.*[，、：\s]/u, '');
  return role === '' || COURTESY.test(role) ? null : role;
}

/** What a noun phrase names; null for what can't speak. */
export function readChineseParty(phrase: string): Party | null {
  const bare = phrase.replace(/[（(][^（）()]*[）)]$/u, '').trim();
  if (pronouns.includes(bare)) return { name: bare, kind: 'same', role: null };
  if (bare === '' || bare.length > 60) return null;
  const dotted = DOTTED_END.exec(bare)?.[0];
  const last = [...bare.matchAll(TITLES_IN)].at(-1);
  const end = last ? last.index + last[0].length : 0;
  const rest = bare.slice(end).trim();
  if (dotted && (rest === dotted || dotted.endsWith(rest) || last === undefined)) {
    const name = rest.length > 0 && rest.length < dotted.length ? rest : dotted;
    return { name, kind: 'person', role: roleOf(bare.slice(0, -name.length)) };
  }
  const latin = /^(?:[A-Z][\p{L}.'-]+ ){1,3}[A-Z][\p{L}'-]+$/u.test(rest);
  if (latin) return { name: rest, kind: 'person', role: roleOf(bare.slice(0, end)) };
  if (last && rest !== '') {
    const isName =
      /^\p{Script=Han}{2,4}$/u.test(rest) &&
      !NO_NAME.test(rest) &&
      !NO_NAME_WORD.test(rest) &&
      endingOf(rest, HOUSES) === null;
    const surname = beginningOf(rest, SURNAMES, 2);
    if (
      isName &&
      (surname !== null
        ? rest.length - surname.length <= 2
        : highTitles.some((title) => last[0].endsWith(title)) || rest.length === 3)
    ) {
      return { name: rest, kind: 'person', role: roleOf(bare.slice(0, end)) };
    }
  }
  if (last && rest === '') {
    const front = bare.slice(0, last.index);
    const surname = beginningOf(front, SURNAMES, 2);
    if (surname !== null && front.length - surname.length <= 2)
      return {
        name: front,
        kind: front === surname ? 'maybe' : 'person',
        role: COURTESY.test(last[0]) ? null : last[0],
        ...(front === surname && { otherwise: bare }),
      };
    return /^[的和与]/u.test(bare)
      ? null
      : { name: bare.replace(/^(?:据|據|但|而)/u, ''), kind: 'role', role: null };
  }
  if (/^\p{Script=Han}{1,4}$/u.test(bare)) {
    const surname = beginningOf(bare, SURNAMES, 2);
    if (
      surname !== null &&
      bare.length > surname.length &&
      bare.length - surname.length <= 2 &&
      endingOf(bare, HOUSES) === null
    )
      return { name: bare, kind: 'person', role: null };
    if (bare.length === 1 ? surname !== null : endingOf(bare, HOUSES) === null)
      return { name: bare, kind: 'maybe', role: null };
  }
  return endingOf(bare, HOUSES) !== null && bare.length <= 24 && !/[的了是]/u.test(bare)
    ? { name: bare, kind: 'group', role: null }
    : null;
}

const NEXT = `(?=${anyOf([...saying, ...openers])}|[^\\p{L}]|$)`;
const SURNAME = anyOf(surnames);
const ROLE = `[^\\s，。、；：:！？“”「」『』（）()的了\\uFFFC]{0,20}?`;
const TITLED = new RegExp(
  `(${ROLE}${TITLE}(?:${TITLE}){0,3})(${DOTTED_ON}${NEXT}|(?:[A-Z][\\p{L}.'-]{1,16} ){1,3}[A-Z][\\p{L}'-]{1,16}|${SURNAME}(?:${HAN}${NEXT}|${HAN}{2})|(?<=${anyOf(highTitles)})${HAN}{2,5}?${NEXT})`,
  'gu',
);

/** What may be a name at the beginning of a clause; one that comes again with other words behind it is. */
const AT_CLAUSE = new RegExp(`(?<=^|[，。；：！？\\n”」、])(${SURNAME}${HAN}{2})(?=(.))`, 'gu');
const PLACE = /[村县縣市省区區镇鎮乡鄉院部局会會国國路山河的是了在有和后後时時这這那个個些们們人]$/u;

export function findChineseNames(text: string): NamedParty[] {
  const names: NamedParty[] = [];
  for (const match of text.matchAll(TITLED)) {
    const [, role = '', name = ''] = match;
    if (NO_NAME.test(name) || NO_NAME_WORD.test(name) || TITLES.has(name) || endingOf(name, HOUSES) !== null)
      continue;
    names.push({ name, kind: 'person', role: roleOf(role), at: match.index });
  }
  const known = new Set(names.map(({ name }) => name));
  const followers = new Map<string, Set<string>>();
  for (const [, name = '', follower = ''] of text.matchAll(AT_CLAUSE)) {
    if (!known.has(name)) followers.set(name, (followers.get(name) ?? new Set()).add(follower));
  }
  for (const { 1: name = '', index } of text.matchAll(AT_CLAUSE)) {
    if ((followers.get(name)?.size ?? 0) >= 2 && !PLACE.test(name))
      names.push({ name, kind: 'person', role: null, at: index });
  }
  return names.sort((a, b) => a.at - b.at);
}

/** 蔣 for 蔣萬安, 门德斯 for 卡洛斯·门德斯. */
export function isShortChinese(short: string, full: string): boolean {
  if (full.length <= short.length) return false;
  const parts = full.split(/[·・•‧ ]/);
  if (parts.length > 1) return parts.includes(short);
  return beginningOf(full, SURNAMES, 2) === short;
}
