import { hasClass } from '../has-class.ts';
import { CUE, GIVEN, POSSESSIVE, RELATIVE } from '../lexicon.ts';
import type { Mention } from '../mention.ts';
import type { Token } from '../token.ts';
import type { Lexicon } from '../types.ts';
import { agreesWithName } from './rank-head.ts';
import { PARTISAN, type Role, scoreRole, splitPhrase } from './role-phrase.ts';
import { endsRole, isAnd, isDet, isPrep, isWord, LONGEST_ROLE, skipQuoted } from './role-words.ts';

/** How a phrase ends: at a mark or the end of its sentence, before "who", or before a verb. */
type End = 'closed' | 'relative' | 'open';

/** The last token of the phrase that begins at `first`, and how it ends there. */
export function walkOn(tokens: readonly Token[], first: number): { last: number; end: End } {
  const { sentence } = tokens[first] ?? {};
  let i = first;
  let end: End = 'open';
  for (; i < first + LONGEST_ROLE; i++) {
    i = i > first ? skipQuoted(tokens, i, 1) : i;
    const token = tokens[i];
    if (!token || token.sentence !== sentence || (token.kind === 'mark' && endsRole(token))) {
      end = 'closed';
      break;
    }
    // "coordinator at Observatório do Clima": a word of the name, whatever it is in the language of the text.
    const inName = tokens[i - 1]?.capital && tokens[i + 1]?.capital && token.text.length < 4 && i > first;
    if (inName && !token.capital && !isAnd(token)) continue;
    // "the fleet's boats campaigner": behind an owner stands no verb.
    if (i > first && tokens[i - 1]?.possessive && isWord(token)) continue;
    if (endsRole(token)) {
      if (hasClass(token, RELATIVE) || token.tag?.pos === 'PRON' || token.tag?.form === 'ger')
        end = 'relative';
      break;
    }
    // "the mayor of Harbor and Tomas Holm": somebody else.
    if (isAnd(token) && hasClass(tokens[i + 1], GIVEN) && tokens[i + 1]?.capital) break;
    // "attaquant chargé de", "a researcher based in": what a participle says is left out.
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

/** Behind the comma or dash of an apposition, its age passed over: "Dana Reed, 47, …"; -1 without one. */
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

/** What may stand in front of an apposition: "Dana Reed, then the mayor of Harbor". */
const FORMERLY = /^(?:then|now|currently|formerly|previously|once|himself|herself|also)$/;

/** Whom somebody is related to. */
const KIN =
  /^(?:aunt|boyfriend|brother|child|cousin|dad|daughter|father|fiancée?|friend|girlfriend|grand\p{L}+|husband|kids?|mother|mom|mum|nephew|niece|parents?|partner|sister|son|spouse|step\p{L}+|twin|uncle|widow|widower|wife)$/u;

/** The role in apposition: "Dana Reed, the mayor of Harbor, said". */
export function readApposition(tokens: readonly Token[], mention: Mention, lexicon: Lexicon): Role | null {
  let first = findApposition(tokens, mention);
  if (first >= 0 && FORMERLY.test(tokens[first]?.lower ?? '')) first++;
  const opening = tokens[first];
  if (first < 0 || !opening || opening.sentence !== mention.sentence || isAnd(opening)) return null;
  const owned = hasClass(opening, POSSESSIVE);
  // "Dana Reed, her deputy": an office that others name the owner of. "His wife" tells nothing without him.
  if (owned && (lexicon.code !== 'en' || KIN.test(tokens[walkOn(tokens, first + 1).last]?.lower ?? '')))
    return null;
  const determined = isWord(opening) && isDet(opening);
  if (isWord(opening) && isPrep(opening)) return null;
  if (determined && opening.text !== 'one') first++;
  const { last, end } = walkOn(tokens, first);
  if (last < first) return null;
  const [part] = splitPhrase(tokens, first, last, lexicon);
  if (!part || part.rank === 0 || part.first !== first) return null;
  if (!agreesWithName(tokens[part.head], tokens[mention.nameFirst], lexicon)) return null;
  const next = tokens[last + 1];
  // "Dana Reed, a member of the board said": the second comma was left out.
  const said = hasClass(next, CUE) && !lexicon.isDefinite(opening.lower);
  if (end === 'open' && ((determined && !said) || part.rank === 1)) return null;
  if (part.rank === 1) {
    const goesOn = /^(?:who|qui|quien)$/.test(next?.lower ?? '');
    // "a harbour favourite running for the board"
    const acts = /^an?$/.test(opening.lower) && lexicon.code === 'en' && end === 'relative';
    if (end !== 'closed' && !(determined && (goesOn || acts))) return null;
    const beyond = tokens[last + 2];
    const bare = !determined && first === last;
    if (bare && next?.text === ',' && isWord(beyond) && !endsRole(beyond)) return null;
  }
  const score = PARTISAN.test(tokens[part.head]?.lower ?? '') ? 2.5 : scoreRole(part.rank, first, last);
  return { first, last, head: part.head, score };
}
