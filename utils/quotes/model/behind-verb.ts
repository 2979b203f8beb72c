import { hasClass } from './has-class.ts';
import { ADVERB, AUX, COMPLEMENTISER, CUE, DET, PHRASE, PREP, RELATIVE, TIME, VERB } from './lexicon.ts';
import type { Token } from './token.ts';
import type { ArticleModel } from './types.ts';

/** Tokens between a verb and a subject behind it. */
const REACH = 16;

/** "pasado", "(8)", "de": what goes with a day. */
const isOfDay = (token: Token | undefined): boolean =>
  token !== undefined && (token.kind === 'number' || token.tag?.pos === 'ADJ' || hasClass(token, DET | PREP));

/** Something or somebody, by its tag: "rueda" in "en rueda de prensa". */
const isThing = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  (token.tag?.pos === 'NOUN' || token.tag?.pos === 'PROPN') &&
  !hasClass(token, RELATIVE | COMPLEMENTISER);

/** Behind "este lunes", "na terça-feira passada", "esta mañana" at `k`; `k` where there is none. */
function skipTime(tokens: readonly Token[], k: number, periods: readonly string[]): number {
  const sentence = tokens[k]?.sentence;
  const isTime = (i: number): boolean =>
    tokens[i]?.sentence === sentence &&
    tokens[i]?.capital === false &&
    (hasClass(tokens[i], TIME) || periods.includes(tokens[i]?.lower ?? ''));
  let day = k;
  while (day < k + 3 && isOfDay(tokens[day]) && !isTime(day)) day++;
  if (!isTime(day)) return k;
  let end = day + 1;
  // "el lunes 8 de abril", "na quinta-feira passada"
  while (end < day + 5) {
    const more = tokens[end];
    const joins = hasClass(more, PREP) && (isTime(end + 1) || tokens[end + 1]?.kind === 'number');
    if (!joins && more?.kind !== 'number' && !isTime(end) && !(more?.tag?.pos === 'ADJ' && !more.capital))
      break;
    end++;
  }
  return end;
}

/**
 * Where the subject of a verb begins that follows it, past whom it was said to, when, where and how: "dijo este lunes a
 * la agencia *el alcalde*", "afirmó en rueda de prensa, tras el pleno, *Mara Solano*", "aseguran desde *el sindicato*".
 *
 * @param from the token behind the verb
 * @returns index of the mention that is the subject, or -1; -1 in languages that don't say whom a verb is said to
 */
export function subjectBehind(model: ArticleModel, from: number): number {
  const { tokens, mentions, mentionFrom, lexicon } = model;
  const { hearers, speaksFrom = [], periods = [] } = lexicon.data;
  const sentence = tokens[from]?.sentence;
  if (!hearers) return -1;
  const mentionAt = (k: number): number => {
    const index = mentionFrom[k] ?? 0;
    return mentions[index]?.first === k && mentions[index]?.sentence === sentence ? index : -1;
  };
  let aside = false;
  let k = from;
  while (k < from + REACH) {
    const token = tokens[k];
    if (!token || token.sentence !== sentence || token.kind === 'quote') return -1;
    if (token.kind === 'mark') {
      const opens = hasClass(tokens[k + 1], PREP | ADVERB);
      if (token.text !== ',' || (!aside && !opens)) return -1;
      aside = !aside || opens;
      k++;
      continue;
    }
    const time = skipTime(tokens, k, periods);
    if (time > k) {
      k = time;
      continue;
    }
    if (speaksFrom.includes(token.lower)) return mentionAt(k + 1);
    const said = hearers.includes(token.lower) || (hasClass(token, PREP) && !hasClass(token, DET));
    if (said) {
      // Whoever hears it, or where, with its adjectives.
      const held = mentionAt(k + 1);
      if (held >= 0) k = (mentions[held]?.last ?? k) + 1;
      else if (isThing(tokens[k + 1])) k += 2;
      else return -1;
      while (tokens[k]?.tag?.pos === 'ADJ' && !tokens[k]?.capital && tokens[k]?.sentence === sentence) k++;
      continue;
    }
    const subject = mentionAt(k);
    if (subject >= 0) return subject;
    if (!hasClass(token, ADVERB) || hasClass(token, VERB | AUX | CUE | PHRASE | RELATIVE)) return -1;
    k++;
  }
  return -1;
}
