import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { tabWorld } from '../utils/platform/tab-world.ts';
import { findQuotesInSteps } from '../utils/quotes/find-quotes.ts';
import { learnLanguages } from '../utils/quotes/model/lexicon.ts';
import { summariseVoices } from '../utils/quotes/speakers/summarise-voices.ts';

/**
 * The quote engine with its English, put beside the assistant when a popup, the side panel or a save asks for quotes.
 * Each other language is a script of its own.
 */
export default defineUnlistedScript(() => {
  tabWorld().quoteEngine ??= { findQuotes: findQuotesInSteps, summariseVoices, learnLanguages };
});
