import { AUX, CUE, DET, PREP, PRONOUN, TITLE } from './lexicon.ts';
import type { Token } from './token.ts';

const TERMINAL = /[.!?…]["'’”»)\]\s]*$/;

/** Does a sentence end after token `i`? */
export function endsSentence(tokens: readonly Token[], i: number, text: string): boolean {
  const token = tokens[i];
  const next = tokens[i + 1];
  if (!token) return false;
  if (!next || next.paragraph !== token.paragraph) return true;
  if (token.kind === 'mark') {
    if (token.text !== '.' && token.text !== '!' && token.text !== '?') return false;
    return next.kind !== 'word' || next.capital;
  }
  if (token.kind === 'word' && text.charAt(token.end - 1) === '.') {
    // "… in the U.S. The …": an abbreviation may end a sentence too, but not a title or an initial.
    if (token.text.length === 1 || (token.classes & TITLE) !== 0) return false;
    // "No. 4", but "He said no. Reed nodded."
    if (token.lower === 'no' && !token.capital) return next.kind === 'word' && next.capital;
    return next.kind === 'word' && next.capital && (next.classes & (DET | PRONOUN | PREP)) !== 0;
  }
  if (token.kind !== 'quote') return false;
  const inner = text.slice(Math.max(token.start, token.end - 6), token.end);
  if (!TERMINAL.test(inner)) return false;
  if (next.kind === 'quote') return true;
  if (next.kind !== 'word' || !next.capital) return false;
  // A quoted question may go on with its cue: “Why?” Reed asked.
  const asks = /[!?…]["'’”»)\]\s]*$/.test(inner);
  if (!asks) return true;
  for (let j = i + 1; j < i + 7; j++) {
    const ahead = tokens[j];
    if (!ahead || ahead.kind === 'mark' || ahead.kind === 'quote') return true;
    if ((ahead.classes & CUE) !== 0) return false;
    if ((ahead.classes & AUX) !== 0) return true;
  }
  return true;
}
