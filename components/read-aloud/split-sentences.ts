/** A stretch of a text, as UTF-16 offsets. */
export interface Stretch {
  start: number;
  end: number;
}

/**
 * The longest stretch spoken at once, in characters: some voices break off after about fifteen seconds, which is
 * some 240 characters at the usual pace.
 */
const LONGEST = 240;

/** A full stop after one of these ends no sentence, whatever the segmenter says. Initials count among them. */
const ABBREVIATED =
  /(?:^|[\s(“"])(?:\p{Lu}|Mr|Mrs|Ms|Mx|Dr|St|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Rev|vs|z\.B|bzw|Hr|Fr|Mme|Sr|Sra|св|ім|вул|др)\.\s*$/u;

const CLAUSE_END = /[,;:—–،؛、，；：]["”’»]?\s+|[、，；：]/gu;

function parts(stretch: Stretch, text: string): Stretch[] {
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
  return [{ start, end: cut }, ...parts({ start: cut, end }, text)];
}

/**
 * Parts a paragraph into what is spoken at once: its sentences, and the clauses of very long ones.
 *
 * @param text one paragraph
 * @param lang BCP 47 tag of its language; the segmenter's own default where it is not a tag
 * @returns stretches in order that cover every word of the text, without blanks at their ends
 */
export function splitSentences(text: string, lang: string | null): Stretch[] {
  const whole: Stretch[] = [];
  for (const { index, segment } of segmenterFor(lang).segment(text)) {
    const last = whole.at(-1);
    const end = index + segment.length;
    if (last !== undefined && ABBREVIATED.test(text.slice(last.start, last.end))) last.end = end;
    else whole.push({ start: index, end });
  }
  return whole
    .flatMap((stretch) => parts(stretch, text))
    .flatMap(({ start, end }) => {
      const words = text.slice(start, end);
      const from = start + words.length - words.trimStart().length;
      const to = start + words.trimEnd().length;
      // Asterisks and rules between two parts say nothing.
      return /[\p{L}\p{N}]/u.test(words) ? [{ start: from, end: to }] : [];
    });
}

function segmenterFor(lang: string | null): Intl.Segmenter {
  try {
    return new Intl.Segmenter(lang ?? undefined, { granularity: 'sentence' });
  } catch (error) {
    // The page's `lang` need not be a language tag.
    if (error instanceof RangeError) return new Intl.Segmenter(undefined, { granularity: 'sentence' });
    throw error;
  }
}
