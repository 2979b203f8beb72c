/**
 * A worker that finds who says what in an article. Its engine is imported: of what a worker starts with Chromium keeps
 * no compiled code, of a module it does.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

/** A file of the build's own: not for the bundler to look into. */
const ENGINE = '/quote-engine.js';

export default defineUnlistedScript(() => {
  const early: MessageEvent[] = [];
  self.onmessage = (event) => early.push(event);
  import(/* @vite-ignore */ ENGINE)
    .then(() => {
      for (const event of early) self.onmessage?.(event);
    })
    // As if it had begun with it: whoever started the worker hears of it.
    .catch(reportError);
});
