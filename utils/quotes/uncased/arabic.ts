import {
  findArabicNames,
  isSameArabicRole,
  isShortArabic,
  phraseBehind,
  readArabicParty,
} from './arabic-names.ts';
import {
  type ArabicWord,
  arabicWords,
  isSaidByMore,
  isSayingOn,
  isSayingVerb,
  isWork,
} from './arabic-words.ts';
import type { Piece, Reading, Scene, UncasedGrammar } from './types.ts';

const SOURCE = /^و?(?:بحسب|حسب|وفق|وفقا|طبقا|نقلا)$/;
const THAT = /^(?:ان|انه|انها|انهم|بان|بانه|بانها|بانهم|ب)$/;
/** Fewer words than these are a term, if no colon stands before them. */
const FEW = 3;
const MANY = 6;
/** How many words stand between the verb and what is quoted. */
const FAR = 26;

const countWords = (quote: string): number => quote.match(/\p{L}[\p{L}\p{M}]*/gu)?.length ?? 0;

const pieceOf = (words: readonly ArabicWord[], at: number): Piece | null => {
  const [first, last] = [words[0], words.at(-1)];
  return first && last ? { start: at + first.start, end: at + last.end } : null;
};

/** The phrase behind the word at `i`, if it can speak. */
function subjectBehind(text: string, words: readonly ArabicWord[], i: number, at: number): Piece | null {
  let phrase = phraseBehind(words, i + 1);
  if (phrase.length === 0) return null;
  const party = (from: readonly ArabicWord[]) =>
    readArabicParty(text.slice(from[0]?.start ?? 0, from.at(-1)?.end ?? 0));
  // "According to the researcher": ل is written to it.
  if (party(phrase) === null) phrase = phrase.slice(0, 1);
  return party(phrase) === null ? null : pieceOf(phrase, at);
}

/** The subject of the verb at `i`, or of the one before it that it speaks on for. */
function subjectOf(text: string, words: readonly ArabicWord[], i: number, at: number): Piece | null {
  for (let verb = i; verb >= 0; verb--) {
    const word = words[verb];
    if (!word) break;
    if (/^قوله?ا?$/.test(word.norm) && verb < i + 1) {
      const from = words.findLastIndex(({ norm }, index) => index < verb && norm === 'عن');
      const told = from >= 0 ? subjectBehind(text, words, from, at) : null;
      if (told) return told;
    }
    if (!isSayingVerb(word)) continue;
    // أما قائد الفريق فقال: the subject stands in front.
    if (word.norm.startsWith('ف') && words[0]?.norm === 'اما') {
      const front = words.slice(1, verb);
      const who = pieceOf(front, at);
      if (who && readArabicParty(text.slice(who.start - at, who.end - at))) return who;
    }
    // "In the statement it says": جاء في بيان.
    const inside = /^و?(?:جاء|ورد)ت?$/.test(word.norm) && /^ف[يى]$/.test(words[verb + 1]?.norm ?? '') ? 1 : 0;
    const who = subjectBehind(text, words, verb + inside, at);
    if (who) return who;
    if (!isSayingOn(words[i] ?? word) && verb !== i) break;
  }
  const [first] = words;
  const cue = words[i];
  return first && cue && isSayingOn(cue) && !isSayingVerb(first) ? subjectBehind(text, words, 0, at) : null;
}

function lastCue(words: readonly ArabicWord[]): number {
  const from = Math.max(0, words.length - FAR);
  for (let i = words.length - 1; i >= from; i--) {
    const word = words[i];
    if (words[i - 1]?.norm === 'عدم') continue;
    if (word && (isSayingVerb(word) || isSayingOn(word) || /^قوله?ا?$/.test(word.norm))) return i;
  }
  return -1;
}

function topicOf(words: string, at: number): Piece | null {
  const all = arabicWords(words);
  const verb = all.findIndex(isSayingVerb);
  return verb < 0 ? null : subjectBehind(words, all, verb, at);
}

function readBehind({ after, afterAt }: Scene): { who: Piece; cue: Piece | null } | null {
  if (!/^\s*[،,.]?\s*\p{L}/u.test(after)) return null;
  const words = arabicWords(after);
  for (const [i, word] of words.slice(0, 3).entries()) {
    if (!isSayingVerb(word) && !SOURCE.test(word.norm)) continue;
    // "…"، وأضاف: what follows is another statement.
    if (word.norm.startsWith('و') && isSayingVerb(word) && !SOURCE.test(word.norm)) return null;
    const who = subjectBehind(after, words, i, afterAt);
    return who && { who, cue: pieceOf([word], afterAt) };
  }
  return null;
}

function around({ earlier }: Scene): Piece | null {
  for (const { words, at } of earlier) {
    const who = topicOf(words, at);
    if (who) return who;
  }
  return null;
}

function read(scene: Scene): Reading {
  const { before, beforeAt, quote } = scene;
  const none: Reading = { isQuote: false, who: null, isElided: false, cue: null, isFar: false };
  const words = arabicWords(before.replace(/["“”«»]\s*$/u, ''));
  const count = countWords(quote);
  const [last] = words.slice(-1);
  const isColon = /:\s*$/.test(before);
  const isThat = words.slice(-10).some(({ norm }) => THAT.test(norm));
  if (last && isWork(last) && !isColon) return none;
  const behind = count >= FEW ? readBehind(scene) : null;
  const cue = lastCue(words);
  const source = words.findLastIndex(({ norm }) => SOURCE.test(norm));
  if (
    cue >= 0 &&
    (isColon || isThat
      ? count >= (isColon ? 2 : FEW)
      : count >= FEW && (words.length - cue <= 8 || count >= MANY))
  ) {
    const verb = words[cue];
    if (verb && isSaidByMore(verb)) return { ...none, isQuote: true, cue: pieceOf([verb], beforeAt) };
    const who = subjectOf(before, words, cue, beforeAt);
    const place = verb ? pieceOf([verb], beforeAt) : null;
    if (who) return { ...none, isQuote: true, who, cue: place };
    const far = source >= 0 ? subjectBehind(before, words, source, beforeAt) : null;
    return { ...none, isQuote: true, who: far, isElided: far === null, cue: place };
  }
  if (behind) return { ...none, isQuote: true, ...behind };
  if (source >= 0 && count >= FEW && words.length - source <= 14) {
    const who = subjectBehind(before, words, source, beforeAt);
    if (who) return { ...none, isQuote: true, who, cue: pieceOf(words.slice(source, source + 1), beforeAt) };
  }
  if (isColon && count >= FEW) {
    const who = pieceOf(words, beforeAt);
    const party =
      who && words.length <= 8
        ? readArabicParty(before.slice(who.start - beforeAt, who.end - beforeAt))
        : null;
    if (party) return { ...none, isQuote: true, who };
  }
  if (count < MANY || !(before.trim() === '' || isColon)) return none;
  const who = around(scene);
  return { ...none, isQuote: true, who, isElided: who === null, isFar: who !== null };
}

/** Who says what in Arabic. */
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
