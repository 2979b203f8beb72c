import { hasClass } from '../has-class.ts';
import { AUX, CUE, GIVEN, VERB } from '../lexicon.ts';
import type { Mention } from '../mention.ts';
import type { Token } from '../token.ts';
import type { Lexicon } from '../types.ts';
import { agreesWithName, rankHead } from './rank-head.ts';
import { type Part, type Role, scoreRole, splitPhrase } from './role-phrase.ts';
import { CONTRACTED, endsInHead, HONORIFIC, isDet, isPrep, isWord } from './role-words.ts';
import { walkBack } from './walk-back.ts';

/** The part that says what somebody is, with whose complements the phrase then ends. */
function choosePart(
  tokens: readonly Token[],
  parts: readonly Part[],
  direct: boolean,
  lexicon: Lexicon,
): Part | undefined {
  const known = parts.filter((part) => part.rank === 2);
  // "the answer of spokesman Reed", but "the head of the union of fishermen, Reed".
  const part = direct ? known[known.length - 1] : known[0];
  if (part) return part;
  if (direct && !endsInHead(lexicon)) {
    // "en recuerdo del botánico Poeppig", but "el icono de moda Reed": an article in front begins somebody.
    const last = parts[parts.length - 1];
    const starts = last && tokens[last.first - 1];
    const article = starts && isWord(starts) && (isDet(starts) || CONTRACTED.test(starts.lower));
    return last?.rank === 1 && article ? last : parts.find((one) => one.rank === 1);
  }
  const nearest = direct ? parts[parts.length - 1] : parts[0];
  return nearest?.rank === 1 ? nearest : undefined;
}

/** Prepositions that somebody may follow; "at the same time Dana Reed" has another. */
const OF_SOMEBODY =
  /^(?:of|by|with|from|for|to|von|mit|für|an|laut|de|d|par|avec|pour|selon|con|por|para|según|di|da|dal|per|secondo|do|com|segundo|z|ze|od|dla|przez|według|з|із|від|для|за)$/;

/** The role right in front of a name: "U.S. President", "le président de Toyota". */
function readDirect(tokens: readonly Token[], to: number, words: number, lexicon: Lexicon): Role | null {
  const first = walkBack(tokens, to, lexicon);
  if (first > to) return null;
  const part = choosePart(tokens, splitPhrase(tokens, first, to, lexicon, true), true, lexicon);
  if (!part) return null;
  if (!agreesWithName(tokens[part.head], tokens[to + 1], lexicon)) return null;
  if (part.rank === 1) {
    let before = part.first - 1;
    if (isWord(tokens[before]) && isDet(tokens[before] as Token)) before--;
    const prep = tokens[before];
    const odd =
      isWord(prep) && prep.sentence === tokens[to]?.sentence && isPrep(prep) && !OF_SOMEBODY.test(prep.lower);
    if (words < 2 || odd) return null;
  }
  return { first: part.first, last: to, head: part.head, score: scoreRole(part.rank, part.first, to) };
}

/** May the name at `mention` end an apposition: "the harbour master, Dana Reed, said"? */
function closes(tokens: readonly Token[], mention: Mention, opens: boolean): boolean {
  const after = tokens[mention.last + 1];
  if (!after || after.sentence !== mention.sentence || after.kind === 'quote') return true;
  if (/^[,.:;—–"”»)]$/.test(after.text)) return true;
  return (
    opens && (hasClass(after, AUX | CUE | VERB) || after.tag?.pos === 'VERB' || after.tag?.pos === 'AUX')
  );
}

/** The role in front of a name and its comma; `comma` is the index of the comma. */
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
  if (!speaks && !closes(tokens, mention, opens)) return null;
  // "Anna Reed, Tomas Holm, …" is a list.
  if (hasClass(tokens[first], GIVEN) && tokens[first]?.capital) return null;
  const part = choosePart(tokens, splitPhrase(tokens, first, to, lexicon), false, lexicon);
  if (!part || !agreesWithName(tokens[part.head], tokens[mention.nameFirst], lexicon)) return null;
  const determined = before?.sentence === mention.sentence && isWord(before) && isDet(before);
  if (part.rank === 1 && (!determined || part.first !== first || tokens[mention.last + 1]?.text !== ','))
    return null;
  return { first: part.first, last: to, head: part.head, score: scoreRole(part.rank, part.first, to) + 0.2 };
}

/** What stands in front of a name and says what its bearer is. */
export function readRolesBefore(tokens: readonly Token[], mention: Mention, lexicon: Lexicon): Role[] {
  const roles: Role[] = [];
  let name = mention.nameFirst;
  // "die Nominierte Kamala Harris": a noun that was taken for a part of the name.
  const led = isWord(tokens[name - 1]) && isDet(tokens[name - 1] as Token) && tokens[name + 1]?.capital;
  if (lexicon.nounCapitals && led && mention.last - name > 1 && rankHead(tokens, name, lexicon) > 0) name++;
  let at = name - 1;
  const inSentence = (i: number) => tokens[i]?.sentence === mention.sentence;
  while (inSentence(at) && HONORIFIC.test(tokens[at]?.lower ?? '')) at--;
  if (inSentence(at) && tokens[at]?.text !== ',') {
    const role = readDirect(tokens, at, mention.last - name + 1, lexicon);
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
