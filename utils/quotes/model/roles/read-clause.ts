import type { Lexicon } from '../lexicon.ts';
import type { Mention } from '../mentions.ts';
import type { Token } from '../tokens.ts';
import { walkOn } from './read-after.ts';
import { type Role, splitPhrase } from './role-phrase.ts';
import { isDet, isWord } from './role-words.ts';

const WHO = /^(?:who|der|die|das|qui|que|quien|che|quem|który|która|який|яка|який|который|которая|som|der)$/;

/** Forms of "to be" and "to become", as they stand behind a name. */
const IS =
  /^(?:is|was|became|ist|war|wurde|est|était|es|era|fue|è|fu|é|foi|jest|był|była|є|був|була|является|är|er|var)$/;

/** What the office of somebody is who does this. */
const LEADS =
  /^(?:chairs|heads|leads|runs|directs|manages|represents|coaches|edits|owns|founded|chaired|headed|led|ran|leitet|führt|vertritt|trainiert|gründete|dirige|préside|représente|entraîne|dirigea|preside|lidera|representa|guida|presiede|rappresenta|allena|kieruje|reprezentuje|prowadzi|очолює|керує|представляє|возглавляет|руководит)$/;

/** What a clause says that somebody is or does: "Dana Reed is a professor of", "Dana Reed, who chairs the union, said". */
export function readClause(tokens: readonly Token[], mention: Mention, lexicon: Lexicon): Role | null {
  let at = mention.last + 1;
  const same = (i: number) => tokens[i]?.sentence === mention.sentence;
  let relative = false;
  if (tokens[at]?.text === ',' && same(at + 1) && WHO.test(tokens[at + 1]?.lower ?? '')) {
    relative = true;
    at += 2;
  }
  const verb = tokens[at];
  if (!isWord(verb) || !same(at)) return null;
  if (IS.test(verb.lower)) {
    let first = at + 1;
    const det = tokens[first];
    if (isWord(det) && isDet(det)) first++;
    if (!same(first)) return null;
    const { last } = walkOn(tokens, first);
    if (last < first) return null;
    const [part] = splitPhrase(tokens, first, last, lexicon);
    if (part?.rank !== 2 || part.first !== first) return null;
    return { first, last, head: part.head, score: last > first ? 3.2 : 2 };
  }
  if (!LEADS.test(verb.lower)) return null;
  const { last } = walkOn(tokens, at + 1);
  if (last <= at + 1 || !same(at + 1)) return null;
  return { first: at, last, head: -1, score: relative ? 2.2 : 1 };
}
