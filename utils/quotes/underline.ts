import type { Quotation } from './types.ts';

/** A quote to be underlined in its page. */
export interface Underline extends Quotation {
  /** The speaker's colour: an index into `VOICE_HUES`. */
  hue: number;
}

/** The name of a port from one of our pages to a tab: what comes over it is underlined for as long as it is open. */
export const UNDERLINE_PORT = 'offprint-underlines';

/** The name of the highlight of one colour; see `background/article-tabs.ts`. */
export function highlightName(hue: number, isDark: boolean): string {
  return `offprint-voice-${hue}${isDark ? '-dark' : ''}`;
}
