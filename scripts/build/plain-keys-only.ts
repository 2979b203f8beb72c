import type { Plugin } from 'vite';

/** Modules for keys that Offprint does not use, and the modules of `age-encryption` that import them. */
const UNUSED: Readonly<Record<string, readonly string[]>> = {
  '@noble/post-quantum/hybrid.js': ['MLKEM768P256', 'MLKEM768X25519'],
  '@noble/curves/nist.js': ['p256'],
};
const ABSENT = '\0absent:';

/**
 * Removes the kinds of keys from `age-encryption` that a library never has (`utils/sync/format/library-key.ts` creates
 * X25519 keys and passphrases): a third of sync's code in the background, which is loaded at every start of the
 * browser. With such a key, the package throws an error that it can't be read.
 */
export function plainKeysOnly(): Plugin {
  return {
    name: 'plain-keys-only',
    enforce: 'pre',
    resolveId: (id, importer) =>
      id in UNUSED && importer?.includes('age-encryption') === true ? `${ABSENT}${id}` : undefined,
    load: (id) =>
      UNUSED[id.slice(ABSENT.length)]?.map((name) => `export const ${name} = undefined;`).join('\n'),
  };
}
