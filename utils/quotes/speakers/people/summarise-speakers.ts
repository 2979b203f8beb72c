import { countWords } from '../../../text/count-words.ts';
import { isProbable } from '../../confidence-level.ts';
import { chooseKeyQuotes } from '../../ranking/choose-key-quotes.ts';
import type { Quote, QuotedSpeaker } from '../../types.ts';

/** Maximum number of people listed as topics of a speaker. */
const MAX_MENTIONED_NAMES = 3;

/**
 * The names that occur in the most quotes, most frequent first, then in order of appearance. The speaker's own name is
 * omitted; the quotes may contain it if the user corrected the speaker.
 */
function topMentionedNames(quotes: readonly Quote[], speaker: string | null): string[] {
  const counts = new Map<string, number>();
  for (const quote of quotes)
    for (const name of quote.about ?? []) counts.set(name, (counts.get(name) ?? 0) + 1);
  if (speaker !== null) counts.delete(speaker);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_MENTIONED_NAMES)
    .map(([name]) => name);
}

/** Sort order: named speakers, then unnamed sources, then probable names, then unclear speakers. */
const rankOf = ({ name, unnamed, probable }: QuotedSpeaker): number =>
  name === null ? 3 : probable ? 2 : unnamed ? 1 : 0;

/**
 * Summarises who is quoted in an article: named people and organisations, then unnamed sources, then probable speakers,
 * each by number of quoted words, then order of appearance. All quotes with an unclear speaker form one entry with
 * `name: null`, the last.
 */
export function summariseSpeakers(quotes: readonly Quote[]): QuotedSpeaker[] {
  const speakers = new Map<string, QuotedSpeaker>();
  let total = 0;
  for (const [index, quote] of quotes.entries()) {
    const name = quote.resolvedSpeaker;
    const probable = isProbable(quote);
    const key = name === null ? '' : `${probable ? '?' : '!'}${name}`;
    let speaker = speakers.get(key);
    if (!speaker) {
      speaker = { name, role: null, quotes: [], words: 0, share: 0, keyQuote: -1 };
      if (probable) speaker.probable = true;
      speakers.set(key, speaker);
    }
    const words = countWords(quote.text);
    total += words;
    speaker.words += words;
    speaker.quotes.push(index);
    // A description such as "two officials" stays unnamed, even if other quotes mark the same text as a name.
    if (name !== null && quote.unnamed) speaker.unnamed = true;
    speaker.role ??= name === null ? null : quote.role;
  }
  const list = [...speakers.values()];
  for (const speaker of list) {
    speaker.share = total > 0 ? speaker.words / total : 0;
    const own = speaker.quotes.flatMap((index) => quotes[index] ?? []);
    speaker.keyQuote = speaker.quotes[chooseKeyQuotes(own, 1)[0] ?? -1] ?? -1;
    const about = topMentionedNames(own, speaker.name);
    if (speaker.name !== null && about.length > 0) speaker.about = about;
  }
  // Array.prototype.sort is stable, so equal entries stay in order of appearance.
  return list.sort((a, b) => rankOf(a) - rankOf(b) || b.words - a.words);
}
