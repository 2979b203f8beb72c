import { isProbable } from '../../utils/quotes/sureness.ts';
import type { Quote, Voice } from '../../utils/quotes/types.ts';
import type { Strings } from '../ui/base/strings.ts';

/** Who said a quote, as screens write it: the name, "Probably" with it where it is not sure, or that it is unclear. */
export function speakerLabel(t: Strings['t'], quote: Pick<Quote, 'resolvedSpeaker' | 'sureness'>): string {
  const { resolvedSpeaker: name } = quote;
  if (name === null) return t('speakerUnclear');
  return isProbable(quote) ? t('speakerProbably', name) : name;
}

/** The same of somebody who is quoted. */
export function voiceLabel(t: Strings['t'], { name, probable }: Pick<Voice, 'name' | 'probable'>): string {
  return speakerLabel(t, { resolvedSpeaker: name, sureness: probable ? 'probably' : 'plain' });
}
