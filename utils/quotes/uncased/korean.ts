import { saying } from '../../languages/ko/uncased.ts';
import { findKoreanNames, isShortKorean, readKoreanParty } from './korean-names.ts';
import type { Piece, Reading, Scene, UncasedGrammar } from './types.ts';
import { anyOf } from './word-sets.ts';

const SAYING = new RegExp(anyOf(saying), 'u');
/** What makes words of a quote. Right behind the mark. */
const QUOTED =
  /^[.,]?\s?(?:이?라고|이?라며|이?라면서|이?라는|라던|이?란\s|고\s|고,|며|면서|는\s|냐고|냐며|자고|자며|다고|다며|다면서|라 |이라 |라$)/u;
/** 라는, 는 and 란 join words to a noun; these are what somebody said. */
const NAMING = /^[.,]?\s?(?:이?라는|는\s|이?란\s)/u;
const SAID_NOUN =
  /^[.,]?\s?(?:이?라는|는)\s(?:[가-힣]+\s){0,2}?(?:입장|말|글|지적|비판|반응|의견|주장|뜻|메시지|소감|우려|설명|취지|목소리|이야기|얘기|답변|해명|기대|전망|분석|평가|생각|각오|소망|바람|당부|발언|댓글|불만|호소|의사|계획|의지|방침|질문|요구|제안)/u;
/** Calls something by a name. */
const CALLED = /^[.,]?\s?이?(?:라고|라|로|으로)\s(?:부르|불리|불렀|불린|부른|이름|명명|칭하|칭했|일컫|적힌)/u;

const isSentence = (quote: string): boolean =>
  /[.?!…]$/u.test(quote) ||
  (quote.length >= 8 && /(?:다|요|까|죠|라|자|냐|지|것|중|음|함|임|네|군|나|해|아|야|뿐|터)$/u.test(quote)) ||
  quote.length >= 20;

const TIME =
  /^(?:\d+[일월년시분]?|오늘|어제|이날|전날|당시|최근|현재|지금|이번|올해|지난|앞서|이어|특히|또|한편|이에|다만|반면|그러나|하지만)$/;

/** The noun phrase of a subject that ends at `end`, as far back as it can be one. */
function partyEndingAt(words: string, end: number, at: number): Piece | null {
  const head = words.slice(0, end);
  const starts = [...head.matchAll(/(?<=^|\s)\S/gu)].map(({ index }) => index).slice(-6);
  let found: Piece | null = null;
  for (const start of starts.reverse()) {
    const phrase = head.slice(start);
    const first = phrase.split(' ')[0] ?? '';
    // What ends in a particle belongs to another phrase, names aside.
    if (
      phrase.includes(' ') &&
      (/(?:에서|에게|으로|부터|까지|에는|하는|있는|했던|한다|[을를은는와과며고며,.]|[했된할던]|위해|대해|관련|통해)$/u.test(
        first,
      ) ||
        TIME.test(first) ||
        first.includes('\uFFFC'))
    )
      break;
    const party = readKoreanParty(phrase);
    if (party === null) {
      if (found === null) continue;
      break;
    }
    const before = found && readKoreanParty(words.slice(found.start - at, end));
    // More words in front are worth it where they name the person.
    if (
      found === null ||
      (before &&
        before.kind !== 'person' &&
        (party.kind === 'person' || party.kind === 'maybe' || party.name.length > before.name.length)) ||
      (before && before.role === null && party.role !== null && before.name === party.name)
    ) {
      found = { start: at + start, end: at + end };
    }
  }
  return found;
}

/** The subject of a clause: 은/는 before 이/가, the nearest first. */
function subjectIn(words: string, at: number, isEmbedded: boolean): Piece | null {
  const marks = [
    ...words.matchAll(/(은|는|이|가|께서는?|도|에 따르면|에 의하면)(?=\s|$|,|[“"‘'])/gu),
  ].reverse();
  const order = isEmbedded ? [/^[이가]/u, /^[은는]/u] : [/^(?:은|는|께서|에)/u, /^(?:이|가|도)/u];
  for (const kind of order) {
    for (const match of marks) {
      if (!kind.test(match[0])) continue;
      const who = partyEndingAt(words, match.index, at);
      if (who) return who;
    }
  }
  return null;
}

function topicOf(words: string, at: number): Piece | null {
  return subjectIn(words, at, false);
}

/** Right before the mark, as headlines have it: 김 대표 "…". */
function nameAtMark({ before, beforeAt, isHeadline }: Scene): Piece | null {
  const words = before.replace(/[\s:：]+$/u, '');
  return isHeadline || /[:：]\s?$/u.test(before) ? partyEndingAt(words, words.length, beforeAt) : null;
}

function around({ earlier, next, after }: Scene): Piece | null {
  if (next && /^[.\s]*$/u.test(after) && /이같이|이렇게|그렇게|이처럼/u.test(next.words)) {
    const who = topicOf(next.words, next.at);
    if (who) return who;
  }
  for (const { words, at } of earlier) {
    const who = topicOf(words, at);
    if (who) return who;
  }
  return null;
}

function read(scene: Scene): Reading {
  const { before, beforeAt, after, afterAt, quote } = scene;
  const none: Reading = { isQuote: false, who: null, isElided: false, cue: null, isFar: false };
  const sentence = isSentence(quote);
  if (CALLED.test(after)) return none;
  const quoted = QUOTED.exec(after);
  if (quoted) {
    if (NAMING.test(after) && !(SAID_NOUN.test(after) && (sentence || quote.length >= 6))) return none;
    const verb = SAYING.exec(after.slice(quoted[0].length));
    if (!verb && !sentence) return none;
    if (quote.length < 5 && !sentence) return none;
    const verbAt = quoted[0].length + (verb?.index ?? 0);
    const cue = verb && { start: afterAt + verbAt, end: afterAt + verbAt + verb[0].length };
    const tail = after.slice(quoted[0].length, verb ? verbAt : undefined);
    const isEmbedded = verb !== null && /^\S*[는은한던]\s(?:것|데|점|사실|바)/u.test(after.slice(verbAt));
    const said = /^말한|^밝힌|^전한/u.test(verb?.[0] ?? '')
      ? null
      : subjectIn(tail, afterAt + quoted[0].length, false);
    const who = subjectIn(before, beforeAt, isEmbedded) ?? said;
    if (who) return { ...none, isQuote: true, who, cue };
    // 업계에선 "…"라는 기대가 나온다: nobody says it.
    if (NAMING.test(after) && /(?:에선|에서는|일각|사이에서)/u.test(before))
      return { ...none, isQuote: true, cue };
    const far = before.trim().split(/\s+/).length <= 12 ? around(scene) : null;
    return {
      ...none,
      isQuote: true,
      who: far,
      isElided: far === null,
      cue: cue ?? { start: afterAt, end: afterAt },
      isFar: far !== null,
    };
  }
  const named = nameAtMark(scene);
  if (named && (sentence || quote.length >= 6)) return { ...none, isQuote: true, who: named };
  const source =
    /(?:에 따르면|에 의하면|[은는이가])\s*$/u.test(before) && sentence
      ? subjectIn(before, beforeAt, false)
      : null;
  if (source && /^[.,\s]/u.test(after)) return { ...none, isQuote: true, who: source };
  const points = /이같이|이렇게|이처럼/u.exec(after);
  if (sentence && points && SAYING.test(after)) {
    return { ...none, isQuote: true, who: subjectIn(after.slice(0, points.index), afterAt, false) };
  }
  if (!sentence || !/^[.\s]*$/u.test(after)) return none;
  if (!/^[\s"“]*$/u.test(before) && !(scene.isHeadline && /…$/u.test(before))) return none;
  const who = around(scene);
  return { ...none, isQuote: true, who, isElided: who === null, isFar: who !== null };
}

/** Who says what in Korean. */
export const korean: UncasedGrammar = {
  sentenceEnd: /[.!?](?=\s|$)/gu,
  read,
  readParty: readKoreanParty,
  topicOf,
  findNames: findKoreanNames,
  isShortFor: isShortKorean,
  shortForms: /([가-힣]{4,20})\((?:이하 )?([A-Z]{2,8})\)/gu,
  joins: (between) => /^,?\s?$/u.test(between),
};
