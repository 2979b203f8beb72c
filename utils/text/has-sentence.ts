const SENTENCE = /[.!?…。！？]["'”’»)\]]*(\s|$)/;

/** Whether a sentence ends in a text. */
export function hasSentence(text: string): boolean {
  return SENTENCE.test(text);
}
