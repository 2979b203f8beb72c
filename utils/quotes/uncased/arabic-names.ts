import { givenNames } from '../../languages/ar/uncased.ts';
import {
  type ArabicWord,
  arabicWords,
  foldArabic,
  isDefinite,
  isHouse,
  isRole,
  isSayingOn,
  isSayingVerb,
  isStop,
  isTransitive,
  nounOf,
} from './arabic-words.ts';
import type { NamedParty, Party } from './types.ts';

const GIVEN = new Set(givenNames);
/** First parts of compound names: they take the next word with them. */
const COMPOUND = /^(?:عبد|ابو|ام|ابن|بن|ال)$/;
const COURTESY = /^(?:ال)?(?:دكتور|دكتوره|سيد|سيده|استاذ|استاذه|مهندس|مهندسه|د)$/;
const LONGEST_NAME = 3;

const isGiven = ({ norm }: ArabicWord): boolean => GIVEN.has(norm);
const mayBeName = (word: ArabicWord): boolean =>
  !isStop(word) &&
  !isRole(word) &&
  !isSayingVerb(word) &&
  !isSayingOn(word) &&
  !/^(?:[بك]ال|لل|وال)/.test(word.norm) &&
  word.norm.length > 1;

/** Where a name begins among the words of a phrase; -1 without one. */
function nameStart(words: readonly ArabicWord[]): number {
  const given = words.findIndex(
    (word, i) =>
      isGiven(word) &&
      (!isRole(word) || i > 0) &&
      (i === 0 || !isHouse(words[i - 1] ?? word) || isDefinite(words[i - 1] ?? word)),
  );
  if (given >= 0) return given;
  const [first] = words;
  if (!first || (isHouse(first) && !isRole(first))) return -1;
  for (let i = 1; i < words.length; i++) {
    const [word, before] = [words[i], words[i - 1]];
    if (!word || !before || isDefinite(word) || !mayBeName(word) || isHouse(word)) continue;
    if (isDefinite(before) && before.norm !== 'الله') return i;
  }
  return isRole(first) || isHouse(first) || isDefinite(first) ? -1 : 0;
}

/** How many words the name that begins a list has. */
function nameLength(words: readonly ArabicWord[]): number {
  let length = 0;
  let most = LONGEST_NAME;
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

/** What a noun phrase names; null for what can't speak. */
export function readArabicParty(phrase: string): Party | null {
  const words = arabicWords(phrase);
  const [first] = words;
  if (!first || words.length > 14) return null;
  if (/^(?:هو|هي)$/.test(first.norm)) return { name: first.norm, kind: 'same', role: null };
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
    return { name: whole, kind: 'maybe', role, ...(name.length > 1 && { otherwise: whole }) };
  }
  const head = nounOf(first.norm);
  if (isHouse(first) && !isRole(first)) return { name: phrase.trim(), kind: 'group', role: null };
  if (isRole(first)) return { name: phrase.trim(), kind: 'role', role: null, isBack: isDefinite(first) };
  return words.length === 1 && isDefinite(first) && head.length > 2
    ? { name: phrase.trim(), kind: 'maybe', role: null }
    : null;
}

/** The phrase behind a verb, as words, up to where it ends. */
export function phraseBehind(words: readonly ArabicWord[], from: number): ArabicWord[] {
  const found: ArabicWord[] = [];
  for (let i = from; i < words.length && found.length < 12; i++) {
    const word = words[i];
    if (!word || isSayingOn(word) || word.norm.includes('\uFFFC')) break;
    const before = found.at(-1);
    // "The expert in international affairs" goes on behind its "in".
    const goesOn = /^ف[يى]$/.test(word.norm) && found.length === 1 && before !== undefined && isRole(before);
    if (isStop(word) && !goesOn && !(isGiven(word) && found.length > 0)) break;
    if (found.length > 0 && isSayingVerb(word)) break;
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

export function findArabicNames(text: string): NamedParty[] {
  const words = arabicWords(text);
  const names: NamedParty[] = [];
  const subjects = new Map<string, number>();
  let covered = 0;
  for (const [i, word] of words.entries()) {
    const isVerb = isSayingVerb(word);
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
    const phrase = phraseBehind(words, isVerb ? i + 1 : i);
    if (phrase.length === 0) continue;
    if (isVerb) covered = Math.max(covered, i + 1 + phrase.length);
    const own = printed(text, phrase);
    const party = readArabicParty(own);
    if (party?.kind === 'person') names.push({ ...party, at: word.start });
    // A lone name that speaks twice is one.
    if (isVerb && party?.kind === 'maybe') {
      subjects.set(own, (subjects.get(own) ?? 0) + 1);
      if (subjects.get(own) === 2) names.push({ name: own, kind: 'person', role: null, at: word.start });
    }
  }
  return names.sort((a, b) => a.at - b.at);
}

/** الحداد for سامي الحداد; ى and ي are one. */
export function isShortArabic(short: string, full: string): boolean {
  const [one, whole] = [foldArabic(short), foldArabic(full)];
  return whole.length > one.length && (whole.endsWith(` ${one}`) || whole.startsWith(`${one} `));
}

/** The minister, and the minister of water: the same noun leads both. */
export function isSameArabicRole(held: string, role: string): boolean {
  const [one, other] = [arabicWords(held)[0], arabicWords(role)[0]];
  return one !== undefined && other !== undefined && nounOf(one.norm) === nounOf(other.norm);
}
