import { splitSentences, type TextRange, trimRange } from '../../utils/text/segment-text.ts';

/**
 * The longest stretch spoken at once, in characters: some voices break off after about fifteen seconds, which is
 * some 240 characters at the usual pace.
 */
const LONGEST = 240;

const CLAUSE_END = /[,;:—–،؛、，；：]["”’»]?\s+|[、，；：]/gu;

function clauses(stretch: TextRange, text: string): TextRange[] {
  const { start, end } = stretch;
  if (end - start <= LONGEST) return [stretch];
  let cut = -1;
  for (const match of text.slice(start, end).matchAll(CLAUSE_END)) {
    const after = start + match.index + match[0].length;
    if (after - start > LONGEST) break;
    cut = after;
  }
  if (cut <= start) cut = text.lastIndexOf(' ', start + LONGEST) + 1;
  // One word without a blank: as it is.
  if (cut <= start || cut >= end) return [stretch];
  return [{ start, end: cut }, ...clauses({ start: cut, end }, text)];
}

/** Parts a paragraph into what is spoken at once: its sentences, and the clauses of very long ones. */
export function splitSpeech(text: string, lang: string | null): TextRange[] {
  return splitSentences(text, lang)
    .flatMap((stretch) => clauses(stretch, text))
    .flatMap((stretch) => trimRange(stretch, text));
}
