/**
 * A worker that finds quotes and their speakers. It imports its engine as a module, because Chromium caches the compiled code
 * of modules, but not that of worker scripts.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

/** A separate file of the build, which the bundler must not resolve. */
const ENGINE = '/quote-engine.js';

export default defineUnlistedScript(() => {
  const bufferedEvents: MessageEvent[] = [];
  self.onmessage = (event) => bufferedEvents.push(event);
  import(/* @vite-ignore */ ENGINE)
    .then(() => {
      for (const event of bufferedEvents) self.onmessage?.(event);
    })
    // Triggers the worker's `error` event, as an error in the worker script would.
    .catch(reportError);
});
