import { AUX, CUE_VERB, GIVEN_NAME, hasClass, OTHER_VERB, POSSESSIVE, RELATIVE } from './lexicon.ts';
import {
  endsRole,
  findPhraseStart,
  HONORIFIC,
  isCoordinator,
  isDeterminer,
  isPreposition,
  isWord,
  MAX_ROLE_TOKENS,
  PARTY_MEMBER,
  type Part,
  type Role,
  scoreRole,
  splitRolePhrase,
} from './role-phrase.ts';
import type { Mention, Token } from './token.ts';
import type { Lexicon } from './types.ts';

/** The end of a phrase: at a punctuation mark or the end of its sentence, before "who", or before a verb. */
type PhraseEnd = 'closed' | 'relative' | 'open';

/** The last token of the phrase that begins at `first`, and the kind of its end. */
function findPhraseEnd(tokens: readonly Token[], first: number): { last: number; end: PhraseEnd } {
  const { sentence } = tokens[first] ?? {};
  let i = first;
  let end: PhraseEnd = 'open';
  for (; i < first + MAX_ROLE_TOKENS; i++) {
    const token = tokens[i];
    if (!token || token.sentence !== sentence || (token.kind === 'mark' && endsRole(token))) {
      end = 'closed';
      break;
    }
    // "coordinator at Observatório do Clima": part of a name, whatever its meaning in the text's language.
    const isInName =
      tokens[i - 1]?.isCapitalised && tokens[i + 1]?.isCapitalised && token.text.length < 4 && i > first;
    if (isInName && !token.isCapitalised && !isCoordinator(token)) continue;
    // "the fleet's boats campaigner": a possessor is not followed by a verb.
    if (i > first && tokens[i - 1]?.isPossessive && isWord(token)) continue;
    if (endsRole(token)) {
      if (hasClass(token, RELATIVE) || token.tag?.pos === 'PRON' || token.tag?.form === 'ger')
        end = 'relative';
      break;
    }
    // "the mayor of Harbor and Tomas Holm": another person.
    if (isCoordinator(token) && hasClass(tokens[i + 1], GIVEN_NAME) && tokens[i + 1]?.isCapitalised) break;
    // "attaquant chargé de", "a researcher based in": participle clauses are left out.
    if (i > first && token.tag?.pos === 'VERB' && token.nominal < 0.5) {
      end = 'relative';
      break;
    }
    if (i > first && token.tag?.pos === 'ADV' && token.nominal < 0.3 && !token.isCapitalised) break;
  }
  let last = i - 1;
  const isFunctionWord = (token: Token | undefined) =>
    isWord(token) && (isPreposition(token) || isDeterminer(token) || isCoordinator(token));
  while (last > first && isFunctionWord(tokens[last])) last--;
  return { last, end };
}

/** The first token of an apposition after its comma or dash, skipping an age: "Dana Reed, 47, …"; -1 without one. */
function findAppositionStart(tokens: readonly Token[], mention: Mention): number {
  let at = mention.last + 1;
  const isMark = (i: number) =>
    tokens[i]?.sentence === mention.sentence && /^[,—–]$/.test(tokens[i]?.text ?? '');
  if (!isMark(at)) return -1;
  for (let i = at + 1; i < at + 4; i++) {
    if (isMark(i)) {
      if (tokens.slice(at, i).some((token) => token.kind === 'number')) at = i;
      break;
    }
  }
  return tokens[at + 1]?.sentence === mention.sentence ? at + 1 : -1;
}

/** Words that may precede an apposition: "Dana Reed, then the mayor of Harbor". */
const TIME_ADVERB = /^(?:then|now|currently|formerly|previously|once|himself|herself|also)$/;

/** Nouns for relatives. */
const KINSHIP_NOUN =
  /^(?:aunt|boyfriend|brother|child|cousin|dad|daughter|father|fiancée?|friend|girlfriend|grand\p{L}+|husband|kids?|mother|mom|mum|nephew|niece|parents?|partner|sister|son|spouse|step\p{L}+|twin|uncle|widow|widower|wife)$/u;

/** The role in apposition: "Dana Reed, the mayor of Harbor, said". */
export function parseApposition(tokens: readonly Token[], mention: Mention, lexicon: Lexicon): Role | null {
  let first = findAppositionStart(tokens, mention);
  if (first >= 0 && TIME_ADVERB.test(tokens[first]?.lower ?? '')) first++;
  const opening = tokens[first];
  if (first < 0 || !opening || opening.sentence !== mention.sentence || isCoordinator(opening)) return null;
  const isOwned = hasClass(opening, POSSESSIVE);
  // "Dana Reed, her deputy": an office under another person. "His wife" means nothing without him.
  if (
    isOwned &&
    (lexicon.code !== 'en' || KINSHIP_NOUN.test(tokens[findPhraseEnd(tokens, first + 1).last]?.lower ?? ''))
  )
    return null;
  const isDetermined = isWord(opening) && isDeterminer(opening);
  if (isWord(opening) && isPreposition(opening)) return null;
  if (isDetermined) first++;
  const { last, end } = findPhraseEnd(tokens, first);
  if (last < first) return null;
  const [part] = splitRolePhrase(tokens, first, last, lexicon);
  if (!part?.isRole || part.first !== first) return null;
  const next = tokens[last + 1];
  // "Dana Reed, a member of the board said": the second comma is missing.
  const isBeforeCue = hasClass(next, CUE_VERB) && !lexicon.isDefinite(opening.lower);
  if (end === 'open' && isDetermined && !isBeforeCue) return null;
  const score = PARTY_MEMBER.test(tokens[part.head]?.lower ?? '') ? 2.5 : scoreRole(first, last);
  return { first, last, head: part.head, score };
}

/** The part with the role: "the answer of spokesman Reed", but "the head of the union of fishermen, Reed". */
function chooseRolePart(parts: readonly Part[], isAdjacent: boolean): Part | undefined {
  return isAdjacent ? parts.findLast((part) => part.isRole) : parts.find((part) => part.isRole);
}

/** The role directly before a name: "U.S. President", "le président de Toyota". */
function parseAdjacentRole(tokens: readonly Token[], to: number, lexicon: Lexicon): Role | null {
  const first = findPhraseStart(tokens, to, lexicon);
  if (first > to) return null;
  const part = chooseRolePart(splitRolePhrase(tokens, first, to, lexicon, true), true);
  if (!part) return null;
  return { first: part.first, last: to, head: part.head, score: scoreRole(part.first, to) };
}

/** Whether the name at `mention` may end an apposition: "the harbour master, Dana Reed, said". */
function canEndApposition(tokens: readonly Token[], mention: Mention, opensSentence: boolean): boolean {
  const after = tokens[mention.last + 1];
  if (!after || after.sentence !== mention.sentence || after.kind === 'quote') return true;
  if (/^[,.:;—–"”»)]$/.test(after.text)) return true;
  return (
    opensSentence &&
    (hasClass(after, AUX | CUE_VERB | OTHER_VERB) || after.tag?.pos === 'VERB' || after.tag?.pos === 'AUX')
  );
}

/** The role before a name and a comma; `comma` is the index of the comma. */
function parseRoleBeforeComma(
  tokens: readonly Token[],
  mention: Mention,
  comma: number,
  lexicon: Lexicon,
): Role | null {
  const to = comma - 1;
  const first = findPhraseStart(tokens, to, lexicon);
  if (first > to) return null;
  const before = tokens[first - 1];
  const opensSentence = [first, first - 1, first - 2].some(
    (i) => tokens[i - 1]?.sentence !== mention.sentence,
  );
  const start = isWord(before) && isDeterminer(before) ? tokens[first - 2] : before;
  const isSeparate = start?.sentence !== mention.sentence || start.kind !== 'word';
  const isSubject = isSeparate && hasClass(tokens[mention.last + 1], CUE_VERB);
  if (!isSubject && !canEndApposition(tokens, mention, opensSentence)) return null;
  // "Anna Reed, Tomas Holm, …" is a list.
  if (hasClass(tokens[first], GIVEN_NAME) && tokens[first]?.isCapitalised) return null;
  const part = chooseRolePart(splitRolePhrase(tokens, first, to, lexicon), false);
  if (!part) return null;
  return { first: part.first, last: to, head: part.head, score: scoreRole(part.first, to) + 0.2 };
}

/** The roles before a name. */
export function parseRolesBefore(tokens: readonly Token[], mention: Mention, lexicon: Lexicon): Role[] {
  const roles: Role[] = [];
  const name = mention.nameFirst;
  let at = name - 1;
  const isInSentence = (i: number) => tokens[i]?.sentence === mention.sentence;
  while (isInSentence(at) && HONORIFIC.test(tokens[at]?.lower ?? '')) at--;
  if (isInSentence(at) && tokens[at]?.text !== ',') {
    const role = parseAdjacentRole(tokens, at, lexicon);
    if (role) {
      roles.push(role);
      at = role.first - 1;
      if (isInSentence(at) && isWord(tokens[at]) && isDeterminer(tokens[at] as Token)) at--;
    }
  }
  if (isInSentence(at) && tokens[at]?.text === ',') {
    const role = parseRoleBeforeComma(tokens, mention, at, lexicon);
    if (role) roles.push(role);
  }
  return roles;
}
