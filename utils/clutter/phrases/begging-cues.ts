import { cueBits } from './phrase-book.ts';

/** What begs the user for something, whatever it is. */
export const BEGGING_CUES = cueBits('newsletter', 'ask', 'inbox', 'subscribe', 'donate', 'app', 'push');
/** What belongs to a begging block and means nothing alone. */
export const ATTACHED_CUES =
  BEGGING_CUES | cueBits('signUp', 'offer', 'gift', 'adBlocker', 'formNote', 'topic');
