import type { Tag } from '../tagging/tags.ts';
import { AUX } from './lexicon.ts';
import type { Token } from './token.ts';
import type { Lexicon } from './types.ts';

const PLURAL = /^(?:ils|elles|nous|vous)$/;

/**
 * "poursuit-il", "a-t-elle": a word with a subject pronoun joined to it is a finite verb. Treebanks part such words in
 * another way, so that the tagger has hardly seen any.
 */
export function tagJoinedVerbs(
  tokens: readonly Token[],
  { elisions, hyphenPronouns, tagger }: Lexicon,
): void {
  if (!tagger || hyphenPronouns.size === 0) return;
  const tagFor = (pos: Tag['pos'], number: Tag['number']): Tag | null =>
    tagger.tags.find((tag) => tag.pos === pos && tag.form === 'fin' && tag.number === number) ?? null;
  for (const [i, token] of tokens.entries()) {
    const joint = tokens[i + 1];
    const link = joint?.lower === 't' && joint.start === token.end;
    const pronoun = link ? tokens[i + 2] : joint;
    const isJoined = pronoun?.start === (link ? joint : token).end && hyphenPronouns.has(pronoun.lower);
    // "qu'ils" is joined by an apostrophe.
    if (token.kind !== 'word' || !isJoined || elisions.has(token.lower)) continue;
    const pos = token.tag?.pos;
    if (token.tag?.form !== 'fin' || (pos !== 'VERB' && pos !== 'AUX')) {
      const number = PLURAL.test(pronoun.lower) ? 'p' : 's';
      token.tag = tagFor((token.classes & AUX) !== 0 ? 'AUX' : 'VERB', number) ?? token.tag;
      token.nominal = 0;
    }
    if (link && joint.tag?.pos === 'PRON') joint.tag = tagger.tags.find((tag) => tag.pos === 'PART') ?? null;
  }
}
