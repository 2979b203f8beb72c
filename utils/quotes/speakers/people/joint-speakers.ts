import { PREP } from '../../model/lexicon.ts';
import { AND } from '../../model/names/refine-names.ts';
import type { ArticleModel } from '../../model/types.ts';

const ALONE = { mention: -1, joint: '' };

/**
 * Who speaks together with a mention: "Mara Lindqvist and Tomas Berg said", "said Mara Lindqvist and Tomas Berg".
 *
 * @returns index of the other mention, which stands before or after, and the word between; -1 where somebody speaks alone
 */
export function jointSpeaker(
  model: ArticleModel,
  speaker: number,
  cue: number,
): { mention: number; joint: string } {
  const { tokens, mentions, cues } = model;
  const mention = mentions[speaker];
  const verb = cues[cue];
  if (mention?.kind !== 'name' || mention.possessive || verb?.sentence !== mention.sentence) return ALONE;
  const ahead = verb.first > mention.last;
  const index = ahead ? speaker - 1 : speaker + 1;
  const other = mentions[index];
  if (other?.kind !== 'name' || other.possessive || other.sentence !== mention.sentence) return ALONE;
  const [left, right] = ahead ? [other, mention] : [mention, other];
  const between = tokens[left.last + 1];
  const joint = between?.lower ?? '';
  if (right.first !== left.last + 2 || !AND.test(joint)) return ALONE;
  // "a friend of Lindqvist and Berg said": the pair belongs to another noun.
  const before = tokens[left.first - 1];
  const owned = before?.sentence === left.sentence && (before.classes & PREP) !== 0;
  const after = tokens[right.last + 1];
  // "said Lindqvist and Berg added": the second name opens a clause of its own.
  const goesOn = !ahead && after?.sentence === right.sentence && after.kind === 'word' && !after.capital;
  return owned || (goesOn && (after.classes & PREP) === 0) ? ALONE : { mention: index, joint };
}
