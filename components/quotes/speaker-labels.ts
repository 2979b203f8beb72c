import { isProbable } from '../../utils/quotes/confidence-level.ts';
import type { Quote, QuotedSpeaker } from '../../utils/quotes/types.ts';
import type { Strings } from '../ui/base/strings.ts';

/** Returns the label of a quote's speaker: “<name>”, “Probably <name>” or “Speaker unclear”. */
export function getQuoteSpeakerLabel(
  t: Strings['t'],
  quote: Pick<Quote, 'resolvedSpeaker' | 'sureness'>,
): string {
  const { resolvedSpeaker: name } = quote;
  if (name === null) return t('speakerUnclear');
  return isProbable(quote) ? t('speakerProbably', name) : name;
}

/** Returns the label of one of an article's speakers; see `getQuoteSpeakerLabel`. */
export function getSpeakerLabel(
  t: Strings['t'],
  { name, probable }: Pick<QuotedSpeaker, 'name' | 'probable'>,
): string {
  return getQuoteSpeakerLabel(t, { resolvedSpeaker: name, sureness: probable ? 'probably' : 'plain' });
}
