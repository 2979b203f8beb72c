import type { Stretch } from './split-sentences.ts';

/** How much of the text on either side of an edge is looked at, in UTF-16 units: more than any word is long. */
const AROUND = 120;

function segmenterFor(lang: string | null): Intl.Segmenter {
  try {
    return new Intl.Segmenter(lang ?? undefined, { granularity: 'word' });
  } catch (error) {
    // The page's `lang` need not be a language tag.
    if (error instanceof RangeError) return new Intl.Segmenter(undefined, { granularity: 'word' });
    throw error;
  }
}

/** The word, mark or sign that holds the unit at an index. */
function wordAt(text: string, index: number, segmenter: Intl.Segmenter): Stretch {
  // A word never reaches over the end of a line, and scripts without spaces are parted by what is around them.
  const line = text.lastIndexOf('\n', index - 1) + 1;
  const from = Math.max(line, index - AROUND);
  const found = segmenter.segment(text.slice(from, index + AROUND)).containing(index - from);
  if (found === undefined) return { start: index, end: index + 1 };
  return { start: from + found.index, end: from + found.index + found.segment.length };
}

/**
 * A stretch of a text that begins and ends with whole words, by the Unicode rules (UAX 29) and the browser's
 * dictionaries, which part words also where the script has no spaces. Blanks at its ends go.
 *
 * @param place UTF-16 offsets
 * @param lang BCP 47 tag of the text's language, or null
 * @returns the same stretch where it holds nothing but blanks
 */
export function snapToWords(text: string, place: Stretch, lang: string | null): Stretch {
  const words = text.slice(place.start, place.end);
  if (words.trim() === '') return place;
  const start = place.start + words.length - words.trimStart().length;
  const end = place.start + words.trimEnd().length;
  const segmenter = segmenterFor(lang);
  return { start: wordAt(text, start, segmenter).start, end: wordAt(text, end - 1, segmenter).end };
}
