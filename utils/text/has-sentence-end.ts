const SENTENCE_END = /[.!?…。！？]["'”’»)\]]*(\s|$)/;

/** True if a text contains the end of a sentence. */
export function hasSentenceEnd(text: string): boolean {
  return SENTENCE_END.test(text);
}
