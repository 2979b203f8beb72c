import { sides } from '../model/feature-scales.ts';
import type { Mention } from '../model/mention.ts';
import type { ArticleModel } from '../model/types.ts';

/** By direction, sentences away (at most three) and paragraphs away (at most two). */
const FAR_SIDES = ['prev', 'next'].map((way) =>
  [1, 2, 3].map((away) => ['', 'p', 'pp'].map((apart) => sides(`${way}${away}${apart}`))),
);

/** The number of `distance` between a place and a quote; 0 in the same sentence. */
export function farSide(
  fromSentence: number,
  fromParagraph: number,
  sentence: number,
  paragraph: number,
): number {
  if (fromSentence === sentence) return 0;
  const away = Math.min(3, Math.abs(sentence - fromSentence));
  const apart = Math.min(2, Math.abs(paragraph - fromParagraph));
  return FAR_SIDES[fromSentence < sentence ? 0 : 1]?.[away - 1]?.[apart] ?? 0;
}

/** The numbers of a mention that stands in the quote's sentence. */
export const SIDE_BEFORE = sides('before');
const SIDE_AFTER = sides('after');

/** Where a mention stands from the quote. */
export function whereOf(model: ArticleModel, at: number, mention: Mention): number {
  const quote = model.tokens[at];
  const head = model.tokens[mention.head];
  if (!quote || !head) return 0;
  if (mention.sentence === quote.sentence) return mention.last < at ? SIDE_BEFORE : SIDE_AFTER;
  return farSide(mention.sentence, head.paragraph, quote.sentence, quote.paragraph);
}
