import { naming, saying } from '../../languages/ja/uncased.ts';
import { findJapaneseNames, isShortJapanese, phraseBefore, readJapaneseParty } from './japanese-names.ts';
import type { Piece, Reading, Scene, UncasedGrammar } from './types.ts';
import { anyOf } from './word-sets.ts';

const SAYING = new RegExp(anyOf(saying), 'u');
const NAMING = new RegExp(`^(?:など|と|い|も|った|、)*${anyOf(naming)}`, 'u');
/** と behind the closing mark makes words of what is quoted. */
const QUOTED = /^(?:[（(][^（）()]*[）)])?(?:など)?(?:といった|という|との|として|とし|って|と)/u;
/** という joins words to a noun; these are words somebody said. */
const SAID_NOUN =
  /^[^、。]{0,8}(?:声|意見|指摘|批判|不満|考え|思い|コメント|発言|メッセージ|要望|訴え|反応|感想|期待|懸念|不安|疑問|見方|主張|証言|説明|回答)/u;
/** Asked or said against somebody who answers. */
const ASKED = /^(?:と|など)の(?:質問|問い|問いかけ|指摘|批判|声)[にが]/u;
/** Not its own clause: what was said is spoken of. */
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

/** The phrase that ends at `end` of some words, if it can speak. */
function speakerEndingAt(words: string, end: number, at: number): Piece | null {
  const phrase = phraseBefore(words.slice(0, end));
  if (phrase === null) return null;
  const start = end - phrase.length;
  if (readJapaneseParty(phrase) === null) return null;
  return { start: at + start, end: at + end };
}

/** The nearest subject before a place: は, or が of somebody who can speak. */
function subjectIn(words: string, at: number, particles: RegExp): Piece | null {
  let found: Piece | null = null;
  for (const match of [...words.matchAll(particles)].reverse()) {
    const who = speakerEndingAt(words, match.index, at);
    if (who === null) continue;
    // が marks what is spoken of as well: は further left is the better one, unless が stands at the quote.
    if (match[0].startsWith('が') && match.index + 3 < words.length) {
      if (!ADNOMINAL.test(words.slice(match.index))) found ??= who;
      continue;
    }
    return who;
  }
  return found;
}

/** The clause of a が goes on to a noun, or is itself spoken of. */
const ADNOMINAL = /こと|ついて|関し|対し|[たるいう][\p{Script=Han}\p{Script=Katakana}]/u;

const PARTICLES = /(?:は|が|も|によると|によれば|からは)(?=[、，]|[^、])|(?:は|が|も|によると|によれば)$/gu;
const AGENTS = /(?:が|によると|によれば)(?=[、，]|[^、])|(?:が)$/gu;
/** By whom another sentence is. */
const TOPICS = /(?:は|が|によると|によれば)/gu;
/** …と話すのは山田さん。 */
const CLEFT = /のは[、，]?([^。、]{2,50}?)(?:だった|です|でした|だ)?(?:[。、]|$)/u;
/** Words by which another sentence points to the quote. */
const POINTS = /(?:こう|そう|このように|そのように|次のように)/u;

function cleftIn(words: string, at: number): Piece | null {
  const match = CLEFT.exec(words);
  if (!match?.[1]) return null;
  const start = match.index + match[0].indexOf(match[1]);
  return speakerEndingAt(words, start + match[1].length, at);
}

function subjectBehind(scene: Scene, verbAt: number): Piece | null {
  const { after, afterAt } = scene;
  const cleft = cleftIn(after, afterAt);
  if (cleft) return cleft;
  const head = after.slice(0, verbAt);
  for (const match of head.matchAll(/[はがも]/gu)) {
    const who = speakerEndingAt(head, match.index, afterAt);
    if (who) return who;
  }
  const short = /^と[、，]?([^、。はが]{2,30}?)(?:[。]|$)/u.exec(after);
  return short?.[1] ? speakerEndingAt(after, short[0].indexOf(short[1]) + short[1].length, afterAt) : null;
}

/** A sentence that ends with the person it is about: 初めて会見を開いた山田社長。 */
function nounAtEnd(words: string, at: number): Piece | null {
  const end = words.replace(/[。\s]+$/u, '').length;
  const who = speakerEndingAt(words, end, at);
  return who && readJapaneseParty(words.slice(who.start - at, end))?.kind === 'person' ? who : null;
}

const topicOf = (words: string, at: number): Piece | null =>
  cleftIn(words, at) ?? nounAtEnd(words, at) ?? subjectIn(words, at, TOPICS);

function subjectAround({ earlier, next, after, before }: Scene): Piece | null {
  const isAlone = before === '' && after === '' && earlier.length === 0;
  if (next && /^[」』。]*$/u.test(after) && SAYING.test(next.words) && (isAlone || POINTS.test(next.words))) {
    const who = cleftIn(next.words, next.at) ?? subjectIn(next.words, next.at, /[はが]/gu);
    if (who) return who;
  }
  if (next && before === '' && /^[」』。]*$/u.test(after)) {
    const who = nounAtEnd(next.words, next.at);
    if (who) return who;
  }
  for (const { words, at } of earlier) {
    const who = topicOf(words, at);
    if (who) return who;
  }
  return null;
}

/** Right before the mark, as headlines have it: 首相「…」, 山田氏：「…」. */
function nameAtMark(scene: Scene): Piece | null {
  const words = scene.before.replace(/[：:]$/u, '');
  const who = speakerEndingAt(words, words.length, scene.beforeAt);
  return who && (scene.isHeadline || words !== scene.before) ? who : null;
}

function read(scene: Scene): Reading {
  const { before, beforeAt, after, afterAt, quote } = scene;
  const adjacent = /[はが][、，]?$/u.exec(before);
  const beside = adjacent && speakerEndingAt(before, adjacent.index, beforeAt);
  const none: Reading = { isQuote: false, who: beside, isElided: false, cue: null, isFar: false };
  const quoted = QUOTED.exec(after);
  const ends = /^(?:[（(][^（）()]*[）)])?[」』]?(?:[。．\n]|$)|^[ 　]/u.test(after);
  const sentence = isSentence(quote);
  if (quoted) {
    const rest = after.slice(quoted[0].length);
    if (NAMING.test(rest) || NAMING.test(after)) {
      return sentence && /書か|記され/u.test(rest.slice(0, 10)) ? { ...none, isQuote: true } : none;
    }
    if (/^[「『]/u.test(rest)) return none;
    if (/^と(?:明記|記載|表記)/u.test(after)) return { ...none, isQuote: sentence };
    const clause = after.slice(0, (after.search(/。/u) + 1 || after.length + 1) - 1);
    const verb = SAYING.exec(clause);
    if (!verb && !(sentence && quote.length >= 6)) return none;
    if (quoted[0].endsWith('いう') && !SAID_NOUN.test(rest)) return none;
    if (quote.length < 6 && !sentence && (!verb || verb.index > 12)) return none;
    const cue = verb && { start: afterAt + verb.index, end: afterAt + verb.index + verb[0].length };
    const embedded = verb !== null && EMBEDDED.test(clause.slice(verb.index + verb[0].length));
    if (ASKED.test(after)) return { ...none, isQuote: sentence, who: null };
    const own = subjectBehind(scene, verb?.index ?? clause.length);
    const who = own ?? subjectIn(before, beforeAt, embedded ? AGENTS : PARTICLES);
    if (who) return { isQuote: true, who, isElided: false, cue, isFar: false };
    const around = embedded ? null : subjectAround(scene);
    return { isQuote: true, who: around, isElided: !embedded, cue, isFar: around !== null };
  }
  if (!sentence && !(scene.isHeadline && nameAtMark(scene) && quote.length >= 4)) return none;
  if (!ends && !scene.isHeadline) return none;
  const named = nameAtMark(scene);
  if (named) return { ...none, isQuote: true, who: named };
  const source = /(?:によると|によれば|は|が)[、，]?$/u.test(before)
    ? subjectIn(before, beforeAt, PARTICLES)
    : null;
  if (source) return { ...none, isQuote: true, who: source };
  if (!/^[\s　◆■▽―…]*$/u.test(before)) return scene.isHeadline ? { ...none, isQuote: true } : none;
  const around = subjectAround(scene);
  return {
    ...none,
    isQuote: true,
    who: around,
    isElided: around === null && scene.next !== null,
    isFar: true,
  };
}

/** Who says what in Japanese. */
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
