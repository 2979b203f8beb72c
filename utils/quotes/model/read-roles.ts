import { AUX, CUE, GIVEN, hasClass, POSSESSIVE, RELATIVE, VERB } from './lexicon.ts';
import {
  endsRole,
  HONORIFIC,
  isAnd,
  isDet,
  isPrep,
  isWord,
  MAX_ROLE_TOKENS,
  PARTISAN,
  type Part,
  type Role,
  scoreRole,
  splitPhrase,
  walkBack,
} from './role-phrase.ts';
import type { Mention, Token } from './token.ts';
import type { Lexicon } from './types.ts';

/** The end of a phrase: at a punctuation mark or the end of its sentence, before "who", or before a verb. */
type End = 'closed' | 'relative' | 'open';

/** The last token of the phrase that begins at `first`, and the kind of its end. */
function findPhraseEnd(tokens: readonly Token[], first: number): { last: number; end: End } {
  const { sentence } = tokens[first] ?? {};
  let i = first;
  let end: End = 'open';
  for (; i < first + MAX_ROLE_TOKENS; i++) {
    const token = tokens[i];
    if (!token || token.sentence !== sentence || (token.kind === 'mark' && endsRole(token))) {
      end = 'closed';
      break;
    }
    // "coordinator at Observatório do Clima": part of a name, whatever its meaning in the text's language.
    const inName = tokens[i - 1]?.capital && tokens[i + 1]?.capital && token.text.length < 4 && i > first;
    if (inName && !token.capital && !isAnd(token)) continue;
    // "the fleet's boats campaigner": a possessor is not followed by a verb.
    if (i > first && tokens[i - 1]?.possessive && isWord(token)) continue;
    if (endsRole(token)) {
      if (hasClass(token, RELATIVE) || token.tag?.pos === 'PRON' || token.tag?.form === 'ger')
        end = 'relative';
      break;
    }
    // "the mayor of Harbor and Tomas Holm": another person.
    if (isAnd(token) && hasClass(tokens[i + 1], GIVEN) && tokens[i + 1]?.capital) break;
    // "attaquant chargé de", "a researcher based in": participle clauses are left out.
    if (i > first && token.tag?.pos === 'VERB' && token.nominal < 0.5) {
      end = 'relative';
      break;
    }
    if (i > first && token.tag?.pos === 'ADV' && token.nominal < 0.3 && !token.capital) break;
  }
  let last = i - 1;
  const loose = (token: Token | undefined) =>
    isWord(token) && (isPrep(token) || isDet(token) || isAnd(token));
  while (last > first && loose(tokens[last])) last--;
  return { last, end };
}

/** The first token of an apposition after its comma or dash, skipping an age: "Dana Reed, 47, …"; -1 without one. */
function findApposition(tokens: readonly Token[], mention: Mention): number {
  let at = mention.last + 1;
  const mark = (i: number) =>
    tokens[i]?.sentence === mention.sentence && /^[,—–]$/.test(tokens[i]?.text ?? '');
  if (!mark(at)) return -1;
  for (let i = at + 1; i < at + 4; i++) {
    if (mark(i)) {
      if (tokens.slice(at, i).some((token) => token.kind === 'number')) at = i;
      break;
    }
  }
  return tokens[at + 1]?.sentence === mention.sentence ? at + 1 : -1;
}

/** Words that may precede an apposition: "Dana Reed, then the mayor of Harbor". */
const FORMERLY = /^(?:then|now|currently|formerly|previously|once|himself|herself|also)$/;

/** Nouns for relatives. */
const KIN =
  /^(?:aunt|boyfriend|brother|child|cousin|dad|daughter|father|fiancée?|friend|girlfriend|grand\p{L}+|husband|kids?|mother|mom|mum|nephew|niece|parents?|partner|sister|son|spouse|step\p{L}+|twin|uncle|widow|widower|wife)$/u;

/** The role in apposition: "Dana Reed, the mayor of Harbor, said". */
export function readApposition(tokens: readonly Token[], mention: Mention, lexicon: Lexicon): Role | null {
  let first = findApposition(tokens, mention);
  if (first >= 0 && FORMERLY.test(tokens[first]?.lower ?? '')) first++;
  const opening = tokens[first];
  if (first < 0 || !opening || opening.sentence !== mention.sentence || isAnd(opening)) return null;
  const owned = hasClass(opening, POSSESSIVE);
  // "Dana Reed, her deputy": an office under another person. "His wife" means nothing without him.
  if (
    owned &&
    (lexicon.code !== 'en' || KIN.test(tokens[findPhraseEnd(tokens, first + 1).last]?.lower ?? ''))
  )
    return null;
  const determined = isWord(opening) && isDet(opening);
  if (isWord(opening) && isPrep(opening)) return null;
  if (determined) first++;
  const { last, end } = findPhraseEnd(tokens, first);
  if (last < first) return null;
  const [part] = splitPhrase(tokens, first, last, lexicon);
  if (!part?.isRole || part.first !== first) return null;
  const next = tokens[last + 1];
  // "Dana Reed, a member of the board said": the second comma is missing.
  const said = hasClass(next, CUE) && !lexicon.isDefinite(opening.lower);
  if (end === 'open' && determined && !said) return null;
  const score = PARTISAN.test(tokens[part.head]?.lower ?? '') ? 2.5 : scoreRole(first, last);
  return { first, last, head: part.head, score };
}

/** The part with the role: "the answer of spokesman Reed", but "the head of the union of fishermen, Reed". */
function choosePart(parts: readonly Part[], direct: boolean): Part | undefined {
  return direct ? parts.findLast((part) => part.isRole) : parts.find((part) => part.isRole);
}

/** The role directly before a name: "U.S. President", "le président de Toyota". */
function readDirect(tokens: readonly Token[], to: number, lexicon: Lexicon): Role | null {
  const first = walkBack(tokens, to, lexicon);
  if (first > to) return null;
  const part = choosePart(splitPhrase(tokens, first, to, lexicon, true), true);
  if (!part) return null;
  return { first: part.first, last: to, head: part.head, score: scoreRole(part.first, to) };
}

/** Whether the name at `mention` may end an apposition: "the harbour master, Dana Reed, said". */
function mayEndApposition(tokens: readonly Token[], mention: Mention, opens: boolean): boolean {
  const after = tokens[mention.last + 1];
  if (!after || after.sentence !== mention.sentence || after.kind === 'quote') return true;
  if (/^[,.:;—–"”»)]$/.test(after.text)) return true;
  return (
    opens && (hasClass(after, AUX | CUE | VERB) || after.tag?.pos === 'VERB' || after.tag?.pos === 'AUX')
  );
}

/** The role before a name and a comma; `comma` is the index of the comma. */
function readWithComma(
  tokens: readonly Token[],
  mention: Mention,
  comma: number,
  lexicon: Lexicon,
): Role | null {
  const to = comma - 1;
  const first = walkBack(tokens, to, lexicon);
  if (first > to) return null;
  const before = tokens[first - 1];
  const opens = [first, first - 1, first - 2].some((i) => tokens[i - 1]?.sentence !== mention.sentence);
  const start = isWord(before) && isDet(before) ? tokens[first - 2] : before;
  const apart = start?.sentence !== mention.sentence || start.kind !== 'word';
  const speaks = apart && hasClass(tokens[mention.last + 1], CUE);
  if (!speaks && !mayEndApposition(tokens, mention, opens)) return null;
  // "Anna Reed, Tomas Holm, …" is a list.
  if (hasClass(tokens[first], GIVEN) && tokens[first]?.capital) return null;
  const part = choosePart(splitPhrase(tokens, first, to, lexicon), false);
  if (!part) return null;
  return { first: part.first, last: to, head: part.head, score: scoreRole(part.first, to) + 0.2 };
}

/** The roles before a name. */
export function readRolesBefore(tokens: readonly Token[], mention: Mention, lexicon: Lexicon): Role[] {
  const roles: Role[] = [];
  const name = mention.nameFirst;
  let at = name - 1;
  const inSentence = (i: number) => tokens[i]?.sentence === mention.sentence;
  while (inSentence(at) && HONORIFIC.test(tokens[at]?.lower ?? '')) at--;
  if (inSentence(at) && tokens[at]?.text !== ',') {
    const role = readDirect(tokens, at, lexicon);
    if (role) {
      roles.push(role);
      at = role.first - 1;
      if (inSentence(at) && isWord(tokens[at]) && isDet(tokens[at] as Token)) at--;
    }
  }
  if (inSentence(at) && tokens[at]?.text === ',') {
    const role = readWithComma(tokens, mention, at, lexicon);
    if (role) roles.push(role);
  }
  return roles;
}
