import type { Plugin } from 'vite';

/** https://github.com/WICG/explicit-javascript-compile-hints-file-based; other engines take it for a comment. */
const HINT = '//# allFunctionsCalledOnLoad\n';

/**
 * Asks Chromium to compile all functions of a script when it is loaded, and so to keep them compiled: what is compiled
 * only when it is called is compiled anew in each worker. Only for scripts that are imported, and mostly used.
 */
export function compileAtOnce(): Plugin {
  return {
    name: 'compile-at-once',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = HINT + file.code;
    },
  };
}
