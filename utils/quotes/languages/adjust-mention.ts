import {
  DET,
  GIVEN_NAME,
  GROUP_NOUN,
  hasClass,
  NAME_PARTICLE,
  ORGANISATION_NOUN,
  PERSON_NOUN,
  POSSESSIVE,
  PREP,
  TITLE,
} from '../model/lexicon.ts';
import { SPEAKING_NOUN } from '../model/noun-phrase.ts';
import type { Mention, ParsedMention, Token } from '../model/token.ts';
import type { Lexicon } from '../model/types.ts';

/** Moves the start of a name past leading nouns to its given name: "der Förster Tomas Berg", "мерка Залісся Оксана Марченко". */
function skipToGivenName(tokens: readonly Token[], mention: Mention): void {
  if (hasClass(tokens[mention.nameFirst], GIVEN_NAME)) return;
  for (let i = mention.nameFirst + 1; i < mention.last; i++) {
    if (hasClass(tokens[i], GIVEN_NAME)) {
      mention.nameFirst = i;
      return;
    }
  }
}

/** In languages that capitalise all nouns, "der Vorsitzende" and "die Proben" are not names. */
function demoteToNoun(tokens: readonly Token[], mention: Mention): void {
  if (mention.kind !== 'name') return;
  const head = tokens[mention.head];
  const first = tokens[mention.first];
  const roleClasses = (head?.classes ?? 0) & (SPEAKING_NOUN | TITLE);
  const isBareNoun =
    first &&
    first !== head &&
    mention.head === mention.first + 1 &&
    (first.classes & (DET | POSSESSIVE)) !== 0;
  if (roleClasses === 0 && !isBareNoun) return;
  if (hasClass(tokens[mention.nameFirst], GIVEN_NAME)) return;
  mention.kind = 'noun';
  mention.nameFirst = mention.head;
}

/**
 * "мама Олени", "rzecznik Tomasza Berga": a noun for a person in the nominative is not the title of a name in another
 * case. Only the list of given names identifies the case reliably.
 */
function cutGenitiveName(tokens: readonly Token[], mention: ParsedMention, lexicon: Lexicon): void {
  const given = tokens[mention.nameFirst];
  let head = mention.nameFirst - 1;
  if (mention.kind !== 'name' || head < mention.first || !given || hasClass(given, GIVEN_NAME)) return;
  if (lexicon.givenNameClasses(given.lower) === 0 || given.tag?.case !== 'obl') return;
  while (head > mention.first && !hasClass(tokens[head], PERSON_NOUN | TITLE)) head--;
  if (!hasClass(tokens[head], PERSON_NOUN | TITLE) || tokens[head]?.tag?.case !== 'nom') return;
  Object.assign(mention, { head, nameFirst: head, kind: 'noun' });
}

/** "у листі до ради Назар Вітер": a preposition's complement ends before a name in the nominative. */
function endBeforeNominative(tokens: readonly Token[], mention: ParsedMention): void {
  const before = tokens[mention.first - 1];
  const { kind, first, nameFirst } = mention;
  if (kind !== 'name' || nameFirst === first || before?.sentence !== mention.sentence) return;
  if (
    !hasClass(before, PREP) ||
    !hasClass(tokens[nameFirst], GIVEN_NAME) ||
    hasClass(tokens[nameFirst - 1], GIVEN_NAME)
  )
    return;
  let last = nameFirst - 1;
  // "po latach reżyserka Inga Tkacz": the role belongs to the name.
  while (hasClass(tokens[last], PERSON_NOUN | TITLE)) last--;
  if (last < first) return;
  Object.assign(mention, { last, consumedTo: last, head: last, nameFirst: last, kind: 'noun' });
}

/** "a dit à l'AFP Dana Reed": a preposition's complement ends with an agency's acronym, and a full name follows. */
function endAfterAcronym(tokens: readonly Token[], mention: ParsedMention): void {
  const { kind, first, last, nameFirst, sentence } = mention;
  const before = tokens[first - 1];
  if (kind !== 'name' || nameFirst === first || last === nameFirst || before?.sentence !== sentence) return;
  const end = nameFirst - 1;
  if (!hasClass(before, PREP) || !/^\p{Lu}{3,}$/u.test(tokens[end]?.text ?? '')) return;
  Object.assign(mention, { last: end, consumedTo: end, head: end, nameFirst: end });
}

/** Whether a noun denotes a person's role, not an organisation or a group. */
const isPersonalRole = (token: Token | undefined): boolean =>
  hasClass(token, PERSON_NOUN | TITLE) && !hasClass(token, GROUP_NOUN | ORGANISATION_NOUN | GIVEN_NAME);

/**
 * "Delegación Municipal de Puertos", "Ministério Público": an organisation's name begins with its capitalised head
 * noun.
 */
function startAtOrganisation(tokens: readonly Token[], mention: Mention): void {
  if (mention.kind !== 'name' || hasClass(tokens[mention.nameFirst], GIVEN_NAME)) return;
  let from = mention.nameFirst;
  while (
    from > mention.first &&
    tokens[from - 1]?.isCapitalised &&
    hasClass(tokens[from - 1], GROUP_NOUN | ORGANISATION_NOUN)
  )
    from--;
  mention.nameFirst = from;
}

/**
 * "El Comandante del Cuerpo de Bomberos", "o Presidente da Câmara": a capitalised role with its complement is not a
 * name. The complement is then read separately.
 */
function cutAfterRole(tokens: readonly Token[], mention: ParsedMention): void {
  if (mention.kind !== 'name') return;
  let head = mention.first;
  while (head < mention.last && !isPersonalRole(tokens[head])) {
    if (tokens[head]?.isCapitalised && !hasClass(tokens[head], TITLE)) return;
    head++;
  }
  if (!isPersonalRole(tokens[head])) return;
  let last = head;
  while (
    isPersonalRole(tokens[last + 1]) ||
    (tokens[last + 1]?.isCapitalised && tokens[last + 1]?.tag?.pos === 'ADJ')
  )
    last++;
  const particle = tokens[last + 1];
  if (last >= mention.last || !particle || particle.isCapitalised || !hasClass(particle, NAME_PARTICLE))
    return;
  for (let i = last + 1; i <= mention.last; i++) if (hasClass(tokens[i], GIVEN_NAME)) return;
  Object.assign(mention, { last, consumedTo: last, head, nameFirst: head, kind: 'noun' });
}

/** Corrects the boundaries, head and kind of a mention in place, for languages other than English. */
export function adjustMention(tokens: readonly Token[], mention: ParsedMention, lexicon: Lexicon): void {
  if (mention.kind === 'name') skipToGivenName(tokens, mention);
  // Capitalised head nouns are a cue only in head-initial languages such as Spanish.
  if (lexicon.data.isHeadInitial) {
    startAtOrganisation(tokens, mention);
    cutAfterRole(tokens, mention);
  }
  if (!lexicon.capitalisesNouns) endAfterAcronym(tokens, mention);
  if (lexicon.capitalisesNouns) demoteToNoun(tokens, mention);
  // Only languages that inflect names mark the nominative.
  if (lexicon.data.stemName) {
    cutGenitiveName(tokens, mention, lexicon);
    endBeforeNominative(tokens, mention);
  }
}
