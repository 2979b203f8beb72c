import { foldText } from './fold-text.ts';
import { type Stretch, splitSentences } from './split-sentences.ts';

/** Below this share of the words a sentence of the article does not say what was asked for. */
const NEAR_ENOUGH = 0.34;

/** Words that say something, by their stems: endings differ between a summary and its source. */
function stems(text: string): Set<string> {
  const words = foldText(text).match(/[\p{L}\p{N}]{4,}|\p{N}+|[\p{Script=Han}]/gu) ?? [];
  return new Set(words.map((word) => word.slice(0, 6)));
}

/** A sentence of the article. */
export interface FoundSentence extends Stretch {
  text: string;
}

/**
 * The sentence of an article that comes nearest to each of other sentences, by the words they share.
 *
 * @param written sentences by somebody else, such as a summary's
 * @param text the article's text, paragraphs parted by `\n\n`
 * @returns one answer for each, in order; null where no sentence has a third of its words
 */
export function findNearestSentences(
  written: readonly string[],
  text: string,
  lang: string | null,
): (FoundSentence | null)[] {
  const all: (FoundSentence & { stems: Set<string> })[] = [];
  let at = 0;
  for (const block of text.split('\n\n')) {
    for (const { start, end } of splitSentences(block, lang)) {
      const sentence = block.slice(start, end);
      all.push({ start: at + start, end: at + end, text: sentence, stems: stems(sentence) });
    }
    at += block.length + 2;
  }
  return written.map((sentence) => {
    const wanted = stems(sentence);
    let best: FoundSentence | null = null;
    let bestScore = 0;
    for (const { stems: own, ...candidate } of all) {
      let shared = 0;
      for (const stem of wanted) if (own.has(stem)) shared += 1;
      const share = shared / Math.max(1, wanted.size);
      // Of two that share as much, the shorter says less else.
      const score = share + shared / Math.max(1, own.size) / 10;
      if (share >= NEAR_ENOUGH && score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  });
}
