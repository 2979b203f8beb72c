import type { ArticleModel } from '../model/article-model.ts';
import { AUX, CLOSED, CONJ, CUE, DET, PHRASE, POSSESSIVE, PREP, PRONOUN, WORK } from '../model/lexicon.ts';
import type { Token } from '../model/tokens.ts';
import { bucket } from '../speakers/quote-link.ts';
import { directness, shapeOf } from '../speakers/quote-scene.ts';

const WORD = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;
/** Longest stretch of a quote whose words are looked at. */
const LOOK = 400;
const FINITE =
  /^(?:is|are|was|were|be|been|am|have|has|had|do|does|did|will|would|can|could|should|must|may|might|want|need|think|know|believe|get|got|go|going|said|make|let|say|i|we|you|he|she|they|it|i'm|i've|it's|we're|don't|he's|that's|not)$/;
const FIRST_PERSON = /^(?:i|we|my|our|us|me|i'm|i've|i'd|i'll|we're|we've|you|your)$/;

const MARK_NAMES: Readonly<Record<string, string>> = {
  ',': 'comma',
  ':': 'colon',
  '.': 'stop',
  ';': 'semicolon',
  '—': 'comma',
  '–': 'comma',
  '-': 'comma',
};

function nameOf(token: Token | undefined): string {
  if (!token) return 'none';
  // Names would tell of the articles the weights were fitted on, not of the language.
  if (token.capital && (token.classes & CLOSED) === 0) return 'name';
  return token.kind === 'word' ? token.lower : classBeside(token);
}

/** The kind of word or mark right before or after a quote. */
function classBeside(token: Token | undefined): string {
  if (!token) return 'none';
  if (token.kind === 'mark') {
    const name = MARK_NAMES[token.text];
    return name ?? 'mark';
  }
  if (token.kind !== 'word') return token.kind;
  if ((token.classes & (CUE | PHRASE)) !== 0) return 'cue';
  if (token.lower === 'that') return 'that';
  if (token.possessive || (token.classes & POSSESSIVE) !== 0) return 'possessive';
  if ((token.classes & DET) !== 0) return 'det';
  if ((token.classes & PREP) !== 0) return 'prep';
  if ((token.classes & AUX) !== 0) return 'be';
  if ((token.classes & CONJ) !== 0) return 'conj';
  if ((token.classes & PRONOUN) !== 0) return 'pronoun';
  return token.capital ? 'name' : 'word';
}

/**
 * What speaks for and against a quoted span being somebody's words, and not a title, a nickname or a word held
 * at arm's length. Named features for the weights.
 */
export function readQuoteFeatures(model: ArticleModel, span: number): string[] {
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
  // Only English verbs are known here; elsewhere length stands for a sentence.
  const finite = model.lexicon.code === 'en' ? lower.some((word) => FINITE.test(word)) : list.length > 4;
  const person = lower.some((word) => FIRST_PERSON.test(word));
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  const word = before && before.sentence === quote.sentence ? before : undefined;
  const previous = classBeside(word);
  const next = classBeside(after && after.sentence === quote.sentence ? after : undefined);
  const second = tokens[at - 2];
  let work = false;
  let cue = 'none';
  for (let i = at - 1; i >= at - 5; i--) {
    const token = tokens[i];
    if (!token || token.sentence !== quote.sentence || token.kind === 'quote') break;
    if ((token.classes & WORK) !== 0) work = true;
    if (cue === 'none' && (token.classes & (CUE | PHRASE)) !== 0) cue = token.lower;
  }
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
    `word=${nameOf(word)}`,
    `second=${nameOf(second)} previous=${previous}`,
    `cue=${cue}`,
    `work=${work} titled=${titled}`,
    `next=${next} previous=${previous}`,
    `closed=${quoted.closed}`,
    `hyphen=${hyphen}`,
    `long=${list.length >= 4} direct=${direct} titled=${titled}`,
  ];
}
