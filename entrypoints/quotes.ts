import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { tabWorld } from '../utils/platform/tab-world.ts';
import { findQuotes } from '../utils/quotes/find-quotes.ts';
import { locateQuote } from '../utils/quotes/locate-quote.ts';
import { summariseVoices } from '../utils/quotes/summarise-voices.ts';

/** The quote engine, put beside the assistant when a popup, the side panel or a save asks for quotes. */
export default defineUnlistedScript(() => {
  tabWorld().quoteEngine = { findQuotes, summariseVoices, locateQuote };
});
