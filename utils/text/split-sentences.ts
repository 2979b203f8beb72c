/** A stretch of a text, as UTF-16 offsets. */
export interface Stretch {
  start: number;
  end: number;
}

/** A full stop after one of these ends no sentence, whatever the segmenter says. Initials count among them. */
const ABBREVIATED =
  /(?:^|[\s(“"])(?:\p{Lu}|Mr|Mrs|Ms|Mx|Dr|St|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Rev|vs|z\.B|bzw|Hr|Fr|Mme|Sr|Sra|св|ім|вул|др)\.\s*$/u;

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
 * Parts a paragraph into sentences by the Unicode rules (UAX 29), mended where a title or an initial has a full stop.
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
    if (last !== undefined && ABBREVIATED.test(text.slice(Math.max(last.start, last.end - 24), last.end)))
      last.end = end;
    else whole.push({ start: index, end });
  }
  return whole.flatMap((stretch) => trimStretch(stretch, text));
}
