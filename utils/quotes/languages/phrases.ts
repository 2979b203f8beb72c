import { hasClass } from '../model/has-class.ts';
import { DET, GIVEN, PERSON, POSSESSIVE, PREP, TITLE } from '../model/lexicon.ts';
import type { Mention } from '../model/mention.ts';
import { readPhrase, SPEAKING_NOUN } from '../model/mentions.ts';
import type { Token } from '../model/token.ts';
import type { Lexicon } from '../model/types.ts';
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

/** Corrects a phrase for what names and nouns look like outside English. */
export function adjustMention(tokens: readonly Token[], phrase: Phrase, lexicon: Lexicon): void {
  if (phrase.kind === 'name') skipNouns(tokens, phrase);
  if (lexicon.nounCapitals) unname(tokens, phrase);
  if (lexicon.data.genitives) addNameBehind(tokens, phrase);
  // Only where names have cases does a form tell the nominative.
  if (lexicon.data.foldName) endBeforeNominative(tokens, phrase);
  if (lexicon.data.pluralEndings) endBeforePeople(tokens, phrase, lexicon);
}
