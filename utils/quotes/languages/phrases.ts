import { hasClass } from '../model/has-class.ts';
import {
  CUE,
  DET,
  GIVEN,
  GIVEN_HE,
  GIVEN_SHE,
  GROUP,
  PARTICLE,
  PERSON,
  POSSESSIVE,
  PREP,
  TITLE,
} from '../model/lexicon.ts';
import type { Mention } from '../model/mention.ts';
import { readPhrase, SPEAKING_NOUN } from '../model/noun-phrase.ts';
import type { Token } from '../model/token.ts';
import type { Lexicon } from '../model/types.ts';
import { beginAtBody, endAtRole } from './body-names.ts';
import { isPluralVerb, namesPeople } from './plural-people.ts';

/** A mention just read, with the last token that was looked at for it. */
type Phrase = Mention & { end: number };

/** A name begins with its given name: "der Förster Tomas Berg", "мерка Залісся Оксана Марченко". */
function skipNouns(tokens: readonly Token[], mention: Mention): void {
  if (hasClass(tokens[mention.nameFirst], GIVEN)) return;
  for (let i = mention.nameFirst + 1; i < mention.last; i++) {
    if (hasClass(tokens[i], GIVEN)) {
      mention.nameFirst = i;
      return;
    }
  }
  // "marszałkini Sejmu Dorota": a given name alone, behind a genitive.
  const end = tokens[mention.last];
  const genitive = tokens[mention.last - 1]?.tag?.case === 'obl' && end?.tag?.case === 'nom';
  if (genitive && mention.nameFirst < mention.last && hasClass(end, GIVEN)) mention.nameFirst = mention.last;
}

/** Where every noun has a capital, "der Vorsitzende" and "die Proben" are no names. */
function unname(tokens: readonly Token[], mention: Mention): void {
  if (mention.kind !== 'name') return;
  const head = tokens[mention.head];
  const first = tokens[mention.first];
  const known = (head?.classes ?? 0) & (SPEAKING_NOUN | TITLE);
  const alone =
    first &&
    first !== head &&
    mention.head === mention.first + 1 &&
    (first.classes & (DET | POSSESSIVE)) !== 0;
  if (known === 0 && !alone) return;
  if (hasClass(tokens[mention.nameFirst], GIVEN)) return;
  mention.kind = 'noun';
  mention.nameFirst = mention.head;
}

/** "речник поліції Тарас Бойчук": the role, its genitive and the name are one phrase. */
function addNameBehind(tokens: readonly Token[], mention: Phrase): void {
  if (!hasClass(tokens[mention.head], TITLE | PERSON)) return;
  if (hasClass(tokens[mention.nameFirst], GIVEN)) return;
  const name = readPhrase(tokens, mention.end + 1, false);
  if (name?.kind !== 'name' || name.sentence !== mention.sentence) return;
  skipNouns(tokens, name);
  if (!hasClass(tokens[name.nameFirst], GIVEN)) return;
  const { last, end, head, nameFirst, possessive } = name;
  Object.assign(mention, { last, end, head, nameFirst, possessive, kind: 'name' });
}

/** A word of letters of another script than its article's: a body or a brand. */
const LATIN = /^[\p{Script=Latin}\p{N}.&'’-]+$/u;
const CYRILLIC = /^\p{Script=Cyrillic}/u;
/** Adjectives in the genitive, as in names of places: "Кривого", "Nowego". */
const ADJECTIVE = /..(?:ого|ої|ego|ého)$/u;
/**
 * "мешканка Кривого Рогу", "керівник Pfizer", "vítězka Evropské ligy": a name in another case than the role in front of
 * it, or in another script, says where somebody belongs, and is not their name.
 */
function keepRole(tokens: readonly Token[], mention: Phrase): void {
  const { first, nameFirst, last, kind } = mention;
  if (kind !== 'name' || nameFirst <= first) return;
  const role = tokens[nameFirst - 1];
  const name = tokens[nameFirst];
  if (!role || !name || role.capital || !hasClass(role, PERSON | TITLE) || hasClass(name, GIVEN)) return;
  for (let k = nameFirst; k <= last; k++) if (hasClass(tokens[k], GIVEN)) return;
  const alone = last === nameFirst;
  const foreign = CYRILLIC.test(role.text) && LATIN.test(name.text);
  // An adjective in front is of a place or a body; one that is a surname stands last.
  const goesOn = !alone || tokens[last + 1]?.tag?.pos === 'NOUN';
  const adjective = name.tag?.pos === 'ADJ' || ADJECTIVE.test(name.lower);
  const belongs = goesOn && adjective && name.tag?.case === 'obl' && role.tag?.case === 'nom';
  if (!(alone && foreign) && !belongs) return;
  Object.assign(mention, { kind: 'noun', head: nameFirst - 1, nameFirst: nameFirst - 1 });
}

/** "у листі до ради Назар Вітер": what a preposition holds ends before a name in the nominative. */
function endBeforeNominative(tokens: readonly Token[], mention: Phrase): void {
  const before = tokens[mention.first - 1];
  const { kind, first, nameFirst } = mention;
  if (kind !== 'name' || nameFirst === first || before?.sentence !== mention.sentence) return;
  if (
    !hasClass(before, PREP) ||
    !hasClass(tokens[nameFirst], GIVEN) ||
    hasClass(tokens[nameFirst - 1], GIVEN)
  )
    return;
  let last = nameFirst - 1;
  // "po latach reżyserka Inga Tkacz": the role goes with the name.
  while (hasClass(tokens[last], PERSON | TITLE)) last--;
  if (last < first) return;
  Object.assign(mention, { last, end: last, head: last, nameFirst: last, kind: 'noun' });
}

/** "у порту рибалки казали": what a preposition holds ends before people who are the subject of a verb beside them. */
function endBeforePeople(tokens: readonly Token[], mention: Phrase, lexicon: Lexicon): void {
  const { kind, first, last } = mention;
  const before = tokens[first - 1];
  if (kind !== 'noun' || last === first || before?.sentence !== mention.sentence || !hasClass(before, PREP))
    return;
  if (!namesPeople(tokens[last]?.lower ?? '', lexicon)) return;
  if (!isPluralVerb(tokens[last + 1], lexicon) && !isPluralVerb(tokens[first - 2], lexicon)) return;
  const end = last - 1;
  Object.assign(mention, { last: end, end, head: end, nameFirst: end });
}

/** "a Duarte Falcão": in front of a man's name Portuguese "a" is no article. */
function dropPreposition(tokens: readonly Token[], mention: Phrase, lexicon: Lexicon): void {
  const article = tokens[mention.first];
  if (lexicon.code !== 'pt' || mention.kind !== 'name' || article?.lower !== 'a') return;
  const name = tokens[mention.nameFirst];
  if (mention.nameFirst !== mention.first + 1 || !hasClass(name, GIVEN_HE) || hasClass(name, GIVEN_SHE))
    return;
  article.classes = PREP;
  mention.first++;
}

const isAcronym = (token: Token | undefined): boolean => /^\p{Lu}{2,}$/u.test(token?.text ?? '');

/** "dijo a la agencia Sol Mara Solano", "disse ao JB Duarte Falcão": whom it was said to ends before who said it. */
function endAtHearer(tokens: readonly Token[], mention: Phrase, lexicon: Lexicon): void {
  const { kind, first, nameFirst, last } = mention;
  const said = tokens[first - 1];
  if (kind !== 'name' || said?.sentence !== mention.sentence || !hasClass(tokens[first - 2], CUE)) return;
  if (!lexicon.data.hearers?.includes(said.lower)) return;
  let end = -1;
  for (let i = first; i < last; i++) {
    if (!tokens[i]?.capital || hasClass(tokens[i], TITLE | PERSON) !== hasClass(tokens[i], GROUP)) continue;
    // Words in front of a given name, and an acronym in front of a name that is none.
    const isName = i + 1 >= nameFirst && hasClass(tokens[i + 1], GIVEN) && i + 1 < last;
    if (hasClass(tokens[i], GIVEN | PARTICLE)) break;
    // … of two words: "disse à CBN Vila" has nobody behind it.
    const parts = isAcronym(tokens[i]) && i + 2 <= last && tokens[i]?.lower !== 'tv';
    if (isName || (parts && tokens[i + 1]?.capital && !isAcronym(tokens[i + 1]))) {
      end = i;
      break;
    }
  }
  if (end >= 0) Object.assign(mention, { last: end, end, head: end, nameFirst: end, possessive: false });
}

/** "bu noktada sanık": a noun that says where is no part of the phrase behind it. */
function startBehindPlace(tokens: readonly Token[], mention: Phrase, endings: readonly string[]): void {
  for (let k = mention.last - 1; k >= mention.first; k--) {
    const token = tokens[k];
    if (token?.tag?.pos !== 'NOUN' || token.tag.case !== 'obl' || token.capital) continue;
    if (!endings.some((ending) => token.lower.length > ending.length + 2 && token.lower.endsWith(ending)))
      continue;
    const first = k + 1;
    Object.assign(mention, { first, nameFirst: Math.max(first, mention.nameFirst) });
    return;
  }
}

/** "a dit à l'AFP Dana Reed": what a preposition holds ends with an agency's short name, and somebody's full name begins. */
function endBehindAcronym(tokens: readonly Token[], mention: Phrase): void {
  const { kind, first, last, nameFirst, sentence } = mention;
  const before = tokens[first - 1];
  if (kind !== 'name' || nameFirst === first || last === nameFirst || before?.sentence !== sentence) return;
  const end = nameFirst - 1;
  const isHeld = hasClass(before, PREP) || hasClass(tokens[first], PREP);
  if (!isHeld || !/^\p{Lu}{3,}$/u.test(tokens[end]?.text ?? '')) return;
  Object.assign(mention, { last: end, end, head: end, nameFirst: end });
}

/** Corrects a phrase for what names and nouns look like outside English. */
export function adjustMention(tokens: readonly Token[], phrase: Phrase, lexicon: Lexicon): void {
  if (phrase.kind === 'name') skipNouns(tokens, phrase);
  // Where a body's noun comes last in its name or has a capital by itself, this tells nothing.
  if (lexicon.data.headsFirst) {
    dropPreposition(tokens, phrase, lexicon);
    endAtHearer(tokens, phrase, lexicon);
    beginAtBody(tokens, phrase);
    endAtRole(tokens, phrase);
  }
  if (lexicon.data.placeEndings) startBehindPlace(tokens, phrase, lexicon.data.placeEndings);
  if (!lexicon.nounCapitals) endBehindAcronym(tokens, phrase);
  if (lexicon.nounCapitals) unname(tokens, phrase);
  if (lexicon.data.genitives) addNameBehind(tokens, phrase);
  // Only where names have cases does a form tell the nominative.
  if (lexicon.data.foldName) endBeforeNominative(tokens, phrase);
  if (lexicon.data.foldName) keepRole(tokens, phrase);
  if (lexicon.data.pluralEndings) endBeforePeople(tokens, phrase, lexicon);
}
