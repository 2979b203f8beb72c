import { endsAbbreviated } from './abbreviations.ts';

/** A stretch of a text, as UTF-16 offsets. */
export interface Stretch {
  start: number;
  end: number;
}

/** The end of a sentence that is looked at for an abbreviation, in characters. */
const TAIL = 24;

function segmenterFor(lang: string | null): Intl.Segmenter {
  try {
    return new Intl.Segmenter(lang ?? undefined, { granularity: 'sentence' });
  } catch (error) {
    // The page's `lang` need not be a language tag.
    if (error instanceof RangeError) return new Intl.Segmenter(undefined, { granularity: 'sentence' });
    throw error;
  }
}

/** Without the blanks at both ends; nothing where no word is left (asterisks between two parts). */
export function trimStretch({ start, end }: Stretch, text: string): Stretch[] {
  const words = text.slice(start, end);
  if (!/[\p{L}\p{N}]/u.test(words)) return [];
  return [
    {
      start: start + words.length - words.trimStart().length,
      end: start + words.trimEnd().length,
    },
  ];
}

/**
 * Parts a paragraph into sentences by the Unicode rules (UAX 29), mended where a full stop belongs to an abbreviation.
 *
 * @param text one paragraph
 * @param lang BCP 47 tag of its language, or null
 * @returns stretches in order that cover every word of the text
 */
export function splitSentences(text: string, lang: string | null): Stretch[] {
  const whole: Stretch[] = [];
  for (const { index, segment } of segmenterFor(lang).segment(text)) {
    const last = whole.at(-1);
    const end = index + segment.length;
    const tail = last === undefined ? '' : text.slice(Math.max(last.start, last.end - TAIL), last.end);
    if (last !== undefined && endsAbbreviated(tail, segment, lang)) last.end = end;
    else whole.push({ start: index, end });
  }
  return whole.flatMap((stretch) => trimStretch(stretch, text));
}
