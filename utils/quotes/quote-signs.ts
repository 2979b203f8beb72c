import type { ArticleModel } from './article-model.ts';
import { directness, shapeOf } from './candidates.ts';
import { CUE, DET, PHRASE, POSSESSIVE, PREP } from './lexicon.ts';
import { bucket } from './quote-link.ts';

const WORD = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;
/** Longest stretch of a quote whose words are looked at. */
const LOOK = 400;
const FINITE =
  /^(?:is|are|was|were|be|been|am|have|has|had|do|does|did|will|would|can|could|should|must|may|might|want|need|think|know|believe|get|got|go|going|said|make|let|say|i|we|you|he|she|they|it|i'm|i've|it's|we're|don't|he's|that's|not)$/;
const FIRST_PERSON = /^(?:i|we|my|our|us|me|i'm|i've|i'd|i'll|we're|we've|you|your)$/;

/**
 * What speaks for and against a quoted span being somebody's words, and not a title, a nickname or a word held
 * at arm's length. Named features for the weights.
 */
export function readSigns(model: ArticleModel, span: number): string[] {
  const { tokens, text, spans, quoteTokens } = model;
  const at = quoteTokens[span] ?? -1;
  const quoted = spans[span];
  const quote = tokens[at];
  if (!quoted || !quote) return [];
  const { opens, ends, shape } = shapeOf(model, at);
  const direct = directness(model, at);
  const inner = text.slice(quoted.start, Math.min(quoted.end, quoted.start + LOOK));
  const list = inner.match(WORD) ?? [];
  const capitals = list.filter((word) => /^\p{Lu}/u.test(word)).length;
  const lower = list.map((word) => word.toLowerCase().replaceAll('’', "'"));
  const titled =
    list.length > 1 && capitals / list.length > 0.6 ? (capitals === list.length ? 'all' : 'most') : 'no';
  const size = list.length > 30 ? '30+' : bucket(list.length);
  const finite = lower.some((word) => FINITE.test(word));
  const person = lower.some((word) => FIRST_PERSON.test(word));
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  const word = before && before.sentence === quote.sentence ? before : undefined;
  let previous = 'none';
  if (word) {
    if (word.kind === 'mark') previous = word.text;
    else if (word.kind === 'quote') previous = 'quote';
    else if ((word.classes & (CUE | PHRASE)) !== 0) previous = 'cue';
    else if (word.lower === 'that') previous = 'that';
    else if (word.possessive || (word.classes & POSSESSIVE) !== 0) previous = 'possessive';
    else if ((word.classes & DET) !== 0) previous = 'det';
    else if ((word.classes & PREP) !== 0) previous = 'prep';
    else previous = word.capital ? 'name' : 'word';
  }
  const next =
    !after || after.sentence !== quote.sentence
      ? 'end'
      : after.kind === 'mark'
        ? after.text
        : after.capital
          ? 'name'
          : 'word';
  const hyphen = quoted.outerStart > 0 && /[\p{L}-]/u.test(text.charAt(quoted.outerStart - 1));
  return [
    'bias',
    `size=${size}`,
    `size=${size} direct=${direct}`,
    `size=${size} ends=${ends}`,
    `size=${size} titled=${titled}`,
    `size=${size} finite=${finite}`,
    `size=${size} previous=${previous}`,
    `direct=${direct} previous=${previous}`,
    `shape=${shape} ${ends}`,
    `opens=${opens} direct=${direct}`,
    `titled=${titled} previous=${previous}`,
    `next=${next} ends=${ends}`,
    `next=${next} size=${size}`,
    `person=${person} finite=${finite}`,
    `word=${word?.lower ?? 'none'}`,
    `closed=${quoted.closed}`,
    `hyphen=${hyphen}`,
    `long=${list.length >= 4} direct=${direct} titled=${titled}`,
  ];
}
