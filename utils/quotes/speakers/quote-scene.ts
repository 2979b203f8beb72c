import { findSubjectBefore } from '../model/clause-subjects.ts';
import { AUX, hasClass, OBJECT_PRONOUN } from '../model/lexicon.ts';
import { distanceNumber } from '../model/mention-features.ts';
import { ATTRIBUTION_PUNCTUATION, classifyLink } from '../model/subject-link.ts';
import type { Mention } from '../model/token.ts';
import type { ArticleModel } from '../model/types.ts';
import type { CandidateFeatures } from './candidate-row.ts';
import { distance, linkQuote } from './candidate-ties.ts';

/** The numbers for mentions in the quote's sentence. */
export const SIDE_BEFORE = distanceNumber('before');
const SIDE_AFTER = distanceNumber('after');

/** The position of a mention relative to the quote. */
export function whereOf(model: ArticleModel, at: number, mention: Mention): number {
  const quote = model.tokens[at];
  const head = model.tokens[mention.head];
  if (!quote || !head) return 0;
  if (mention.sentence === quote.sentence) return mention.last < at ? SIDE_BEFORE : SIDE_AFTER;
  return distanceNumber(distance(head, quote));
}

/** The form of the quote: beginning and end. */
export function shapeOf(model: ArticleModel, at: number): { shape: string; opens: string; ends: string } {
  const { tokens, text, spans } = model;
  const quote = tokens[at];
  const span = quote && spans[quote.span];
  if (!quote || !span) return { shape: 'none', opens: 'none', ends: 'none' };
  const before = tokens[at - 1];
  const first = text.slice(span.start, span.start + 4).match(/\p{L}/u)?.[0] ?? '';
  const capital = first !== '' && first !== first.toLowerCase();
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
  return { shape: `${opens}${capital ? ' cap' : ''}`, opens, ends };
}

/** Ways a quote begins, each with and without a capital. */
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
export const LEADS = ['none', 'quote', 'number', 'word', 'mark', 'comma', 'colon'];
const DIRECTS = [
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

/** The context after a quote: nothing, a new paragraph, a new sentence, or punctuation or a word of its sentence. */
function followsOf(model: ArticleModel, at: number): number {
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
 * Features of the quote at token `at` that depend on its position: beginning and end, context before and after it,
 * adjacent cues, and length.
 */
export function readScene(model: ArticleModel, at: number): CandidateFeatures['scene'] {
  const { shape } = shapeOf(model, at);
  const direct = directness(model, at);
  const near = nearestSubject(model, at) >= 0;
  const span = model.spans[model.tokens[at]?.span ?? -1];
  return {
    opens: OPENINGS.indexOf(shape) + 1,
    lead: LEADS.indexOf(leadOf(model, at)) + 1,
    follows: followsOf(model, at),
    direct: DIRECTS.indexOf(direct) + 1 + (near && direct.startsWith('after') ? 5 : 0),
    size: Math.min(15, Math.floor(Math.sqrt(span ? span.end - span.start : 0) / 1.5)),
  };
}

function leadOf(model: ArticleModel, at: number): string {
  const quote = model.tokens[at];
  const before = model.tokens[at - 1];
  if (!quote || !before) return 'none';
  if (before.text === ':') return 'colon';
  if (before.sentence !== quote.sentence) return 'none';
  return before.kind === 'mark' ? (before.text === ',' ? 'comma' : 'mark') : before.kind;
}

function nearestSubject(model: ArticleModel, at: number): number {
  const cue = model.cues[(model.cueFrom[at] ?? 0) - 1];
  if (!cue || cue.sentence !== model.tokens[at]?.sentence || cue.kind === 'phrase') return -1;
  return findSubjectBefore(model, cue);
}

export function directness(model: ArticleModel, at: number): string {
  const { tokens, cues, cueFrom, mentions, mentionFrom } = model;
  const quote = tokens[at];
  if (!quote) return 'none';
  // After: “…,” X said / said X, if the clause starts directly.
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
