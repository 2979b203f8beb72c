import { isProbable, PROBABLY_RIGHT } from '../../utils/quotes/sureness.ts';
import type { Offsets, Quote } from '../../utils/quotes/types.ts';
import type { MessageKey } from '../ui/base/strings.ts';
import { cutExcerpt, type Excerpt, type ExcerptMark, type ExcerptPiece, sentencesAround } from './excerpt.ts';

/** A sentence of a screen: its key in `locales`, and what it names. */
export type Sentence = [key: MessageKey, ...words: string[]];

/** Why a quote has its speaker, to be shown. */
export interface WhySpeaker {
  because: Sentence;
  /** The words of the article at the quote; null where nothing there says who speaks. */
  says: ExcerptPiece[] | null;
  /** Where the speaker is named, if that is elsewhere. */
  named: { sentence: Sentence; words: ExcerptPiece[] } | null;
  /** Null where it is no question of being sure. */
  sure: Sentence | null;
}

function isIn(text: string, at: Offsets | undefined): at is Offsets {
  return at !== undefined && at[0] < at[1] && at[1] <= text.length;
}

function reasonOf(quote: Quote, words: string | null, cue: string | null): Sentence {
  if (quote.evidence === 'user') return ['whyUser'];
  if (quote.resolvedSpeaker === null) return ['whyNothing'];
  if (quote.evidence === 'continues') return ['whyContinues'];
  if (words === null) return ['whyArticle'];
  switch (quote.evidence) {
    case 'cue':
      return cue === null ? ['whySameSentence', words] : ['whyCue', cue, words];
    case 'same-sentence':
      return ['whySameSentence', words];
    case 'same-paragraph':
      return ['whySameParagraph', words];
    case 'before':
      return ['whyNear', words];
    default:
      return ['whyArticle'];
  }
}

function sureness(quote: Quote): Sentence | null {
  if (quote.evidence === 'user' || quote.resolvedSpeaker === null) return null;
  return isProbable(quote) ? ['whyProbable', String(PROBABLY_RIGHT)] : ['whyPlain'];
}

/** How the words at the quote and the name hang together. */
function naming(words: string, name: string, isEarlier: boolean): Sentence {
  if (name.toLowerCase().includes(words.toLowerCase())) return ['whyNamedFull', words, name];
  return [isEarlier ? 'whyNamedLast' : 'whyNamedHere', words, name];
}

/**
 * What in an article says who speaks a quote, and how sure that is.
 *
 * @param text of the article; offsets that are not in it are passed over
 * @param lang BCP 47 tag of its language, or null
 */
export function explainSpeaker(quote: Quote, text: string, lang: string | null): WhySpeaker {
  const { speaker, cue, named } = quote.places ?? {};
  const marks: ExcerptMark[] = [];
  if (isIn(text, speaker)) marks.push({ at: speaker, kind: 'name' });
  if (isIn(text, cue)) marks.push({ at: cue, kind: 'cue' });
  const words = isIn(text, speaker) ? text.slice(...speaker) : quote.speaker;
  const because = reasonOf(quote, words, isIn(text, cue) ? text.slice(...cue) : quote.cue);
  const sure = sureness(quote);
  const nothing = { because, says: null, named: null, sure };
  const [anchor] = marks;
  if (anchor === undefined) return nothing;
  const from = Math.min(...marks.map(({ at }) => at[0]));
  const to = Math.max(...marks.map(({ at }) => at[1]));
  // A cue in another paragraph is far from the name: each is worth its own sentence, and the name tells more.
  const isFar = text.slice(from, to).includes('\n');
  const excerpt = sentencesAround(text, isFar ? anchor.at : [from, to], lang);
  const ownName = quote.evidence === 'user' ? null : quote.resolvedSpeaker;
  if (ownName === null || words === null || !isIn(text, named)) {
    return { ...nothing, says: cutExcerpt(text, excerpt, marks) };
  }
  const place: ExcerptMark = { at: named, kind: 'name' };
  const isHere = holds(excerpt, named);
  const other = sentencesAround(text, named, lang);
  return {
    because,
    says: cutExcerpt(text, excerpt, isHere ? [...marks, place] : marks),
    named: {
      sentence: naming(words, ownName, named[0] < from),
      words: isHere ? [] : cutExcerpt(text, other, [place]),
    },
    sure,
  };
}

function holds({ start, end }: Excerpt, [from, to]: Offsets): boolean {
  return from >= start && to <= end;
}
