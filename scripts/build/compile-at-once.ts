import type { Plugin } from 'vite';

/** https://github.com/WICG/explicit-javascript-compile-hints-file-based; a comment in other engines. */
const HINT = '//# allFunctionsCalledOnLoad\n';

/**
 * Makes Chromium compile all functions of a script when it is loaded, and cache the result: functions that are compiled
 * lazily are compiled again in each worker. Only for imported scripts of which most functions are used.
 */
export function compileAtOnce(): Plugin {
  return {
    name: 'compile-at-once',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = HINT + file.code;
    },
  };
}
