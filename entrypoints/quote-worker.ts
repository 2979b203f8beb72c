/**
 * A worker that finds quotes and their speakers. It imports its engine, because Chromium caches compiled code of modules,
 * but not of worker scripts.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

/** Another file of the build, which the bundler must not resolve. */
const ENGINE = '/quote-engine.js';

export default defineUnlistedScript(() => {
  const early: MessageEvent[] = [];
  self.onmessage = (event) => early.push(event);
  import(/* @vite-ignore */ ENGINE)
    .then(() => {
      for (const event of early) self.onmessage?.(event);
    })
    // Reported like an error of the worker script itself.
    .catch(reportError);
});
