const SENTENCE = /[.!?…。！？]["'”’»)\]]*(\s|$)/;

/** True if a text contains the end of a sentence. */
export function hasSentence(text: string): boolean {
  return SENTENCE.test(text);
}
