const SPACED = /[\p{L}\p{N}]+(?:['’\-.][\p{L}\p{N}]+)*/gu;
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/g;
/** Characters a word has on average where no spaces part words (Japanese, Chinese, Thai, Khmer, Burmese). */
const UNSPACED_WORD = 2;

/** Counts words as a reader would; scripts without spaces are counted by length. */
export function countWords(text: string): number {
  const dense = text.match(UNSPACED)?.length ?? 0;
  if (dense === 0) return text.match(SPACED)?.length ?? 0;
  const rest = text.replace(UNSPACED, ' ').match(SPACED)?.length ?? 0;
  return rest + Math.round(dense / UNSPACED_WORD);
}
