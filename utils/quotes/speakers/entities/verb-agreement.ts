import type { Gender } from '../../model/names/person-names.ts';
import type { ArticleModel } from '../../model/types.ts';
import type { Tag } from '../../tagging/tags.ts';
import { verbsAt } from '../agent-features.ts';

/** Number and gender that the verb at a quote asks of its subject. */
export interface VerbAgreement {
  number: '' | 's' | 'p';
  gender: Gender;
}

const UNKNOWN: VerbAgreement = { number: '', gender: null };

/**
 * @param cue index of the cue that the likeliest speaker is tied to, or -1: then it is the verb nearest to the quote
 * @param at token of the quote
 */
export function readVerbAgreement(model: ArticleModel, cue: number, at: number): VerbAgreement {
  const { behind, before } = verbsAt(model, at);
  const tied = model.cues[cue]?.first ?? -1;
  const tag = model.tokens[tied >= 0 ? tied : behind >= 0 ? behind : before]?.tag;
  if (!tag || (tag.pos !== 'VERB' && tag.pos !== 'AUX')) return UNKNOWN;
  return { number: tag.number, gender: tag.number === 'p' ? null : genderOfTag(tag) };
}

/** The gender of a person that a word's gender tells. */
export function genderOfTag({ gender }: Tag): Gender {
  return gender === 'm' ? 'he' : gender === 'f' ? 'she' : null;
}

/** Whether two things that may be unknown agree: contradict 1, unknown 2, agree 3. */
export function agreement<T>(one: T | null | '', other: T | null | ''): number {
  if (!one || !other) return 2;
  return one === other ? 3 : 1;
}
