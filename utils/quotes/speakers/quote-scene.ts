import { findSubjectBefore } from '../model/clause-subjects.ts';
import { AUX, hasClass, OBJECT_PRONOUN } from '../model/lexicon.ts';
import { distanceNumber } from '../model/mention-features.ts';
import { ATTRIBUTION_PUNCTUATION, classifyLink } from '../model/subject-link.ts';
import type { Mention } from '../model/token.ts';
import type { ArticleModel } from '../model/types.ts';
import type { CandidateFeatures } from './candidate-row.ts';
import { describeDistance, linkQuote } from './candidate-ties.ts';

/** Values for mentions in the quote's sentence. */
export const SIDE_BEFORE = distanceNumber('before');
const SIDE_AFTER = distanceNumber('after');

/** Classifies the position of a mention relative to the quote. */
export function classifyPosition(model: ArticleModel, at: number, mention: Mention): number {
  const quote = model.tokens[at];
  const head = model.tokens[mention.head];
  if (!quote || !head) return 0;
  if (mention.sentence === quote.sentence) return mention.last < at ? SIDE_BEFORE : SIDE_AFTER;
  return distanceNumber(describeDistance(head, quote));
}

/** Describes how a quote begins and ends. */
export function describeShape(
  model: ArticleModel,
  at: number,
): { shape: string; opens: string; ends: string } {
  const { tokens, text, spans } = model;
  const quote = tokens[at];
  const span = quote && spans[quote.span];
  if (!quote || !span) return { shape: 'none', opens: 'none', ends: 'none' };
  const before = tokens[at - 1];
  const first = text.slice(span.start, span.start + 4).match(/\p{L}/u)?.[0] ?? '';
  const isCapitalised = first !== '' && first !== first.toLowerCase();
  const opens =
    !before || before.paragraph !== quote.paragraph
      ? 'paragraph'
      : before.sentence !== quote.sentence
        ? 'sentence'
        : 'inside';
  const last = text
    .slice(Math.max(span.start, span.end - 3), span.end)
    .trimEnd()
    .slice(-1);
  const ends = last === ',' ? 'comma' : /[.!?…]/.test(last) ? 'stop' : /[—–-]/.test(last) ? 'dash' : 'none';
  return { shape: `${opens}${isCapitalised ? ' cap' : ''}`, opens, ends };
}

/** How a quote begins: its position, with and without a capital. */
export const OPENINGS = [
  'none',
  'inside',
  'inside cap',
  'sentence',
  'sentence cap',
  'paragraph',
  'paragraph cap',
];
/** Contexts directly before a quote. */
export const LEAD_CONTEXTS = ['none', 'quote', 'number', 'word', 'mark', 'comma', 'colon'];
const DIRECTNESS_LEVELS = [
  'none',
  'before-far-weak',
  'before-far',
  'before-quote',
  'before-weak',
  'before',
  'colon',
  'after-ing',
  'after-far',
  'after',
];

/** Classifies the context after a quote: end of the paragraph, another sentence, or punctuation or a word of its own. */
function classifyContextAfter(model: ArticleModel, at: number): number {
  const quote = model.tokens[at];
  const after = model.tokens[at + 1];
  if (!quote || !after || after.paragraph !== quote.paragraph) return 1;
  if (after.sentence !== quote.sentence) return after.kind === 'quote' ? 2 : 3;
  if (after.kind === 'quote') return 4;
  if (after.kind === 'mark') return ATTRIBUTION_PUNCTUATION.test(after.text) ? 6 : 5;
  if (/^(?:and|but|or|while|as)$/.test(after.lower)) return 7;
  return 8;
}

/**
 * Computes the features that all candidates of the quote at token `at` share: its beginning, the context before and
 * after it, adjacent cues, and its length.
 */
export function computeSceneFeatures(model: ArticleModel, at: number): CandidateFeatures['scene'] {
  const { shape } = describeShape(model, at);
  const direct = classifyDirectness(model, at);
  const near = findNearestSubject(model, at) >= 0;
  const span = model.spans[model.tokens[at]?.span ?? -1];
  return {
    opens: OPENINGS.indexOf(shape) + 1,
    lead: LEAD_CONTEXTS.indexOf(classifyContextBefore(model, at)) + 1,
    follows: classifyContextAfter(model, at),
    direct: DIRECTNESS_LEVELS.indexOf(direct) + 1 + (near && direct.startsWith('after') ? 5 : 0),
    size: Math.min(15, Math.floor(Math.sqrt(span ? span.end - span.start : 0) / 1.5)),
  };
}

function classifyContextBefore(model: ArticleModel, at: number): string {
  const quote = model.tokens[at];
  const before = model.tokens[at - 1];
  if (!quote || !before) return 'none';
  if (before.text === ':') return 'colon';
  if (before.sentence !== quote.sentence) return 'none';
  return before.kind === 'mark' ? (before.text === ',' ? 'comma' : 'mark') : before.kind;
}

function findNearestSubject(model: ArticleModel, at: number): number {
  const cue = model.cues[(model.cueFrom[at] ?? 0) - 1];
  if (!cue || cue.sentence !== model.tokens[at]?.sentence || cue.kind === 'phrase') return -1;
  return findSubjectBefore(model, cue);
}

export function classifyDirectness(model: ArticleModel, at: number): string {
  const { tokens, cues, cueFrom, mentions, mentionFrom } = model;
  const quote = tokens[at];
  if (!quote) return 'none';
  // “…,” X said · “…,” said X, if the clause begins directly after the quote.
  for (let c = cueFrom[at] ?? 0; c < cues.length; c++) {
    const cue = cues[c];
    if (!cue || cue.sentence !== quote.sentence || cue.first - at > 40) break;
    if (cue.kind === 'phrase') continue;
    let k = at + 1;
    while (k < at + 3 && ATTRIBUTION_PUNCTUATION.test(tokens[k]?.text ?? '')) k++;
    while (k < cue.first && hasClass(tokens[k], AUX | OBJECT_PRONOUN)) k++;
    if (cue.first === k) return cue.isParticiple ? 'after-ing' : 'after';
    const mention = mentions[mentionFrom[k] ?? 0];
    if (mention?.first === k) {
      const link = classifyLink(model, mention, cue);
      if (link === 'subject' || link === 'head') return 'after';
      if (link === 'apposition' || link === 'relative') return 'after-far';
    }
    break;
  }
  for (let c = (cueFrom[at] ?? 0) - 1; c >= 0; c--) {
    const cue = cues[c];
    if (!cue || cue.sentence !== quote.sentence || at - cue.last > 40) break;
    if (cue.kind === 'phrase' && at - cue.last > 12) continue;
    const link = linkQuote(model, cue, at);
    if (link.quotes > 0) return 'before-quote';
    const near = at - cue.last <= 3 ? 'before' : 'before-far';
    return cue.kind === 'verb' ? near : `${near}-weak`;
  }
  const back = tokens[at - 1];
  if (back?.text === ':') return 'colon';
  return 'none';
}
