import type { Plugin } from 'vite';

/** Keys that Offprint makes none of, and where `age-encryption` takes them from. */
const UNUSED: Readonly<Record<string, readonly string[]>> = {
  '@noble/post-quantum/hybrid.js': ['MLKEM768P256', 'MLKEM768X25519'],
  '@noble/curves/nist.js': ['p256'],
};
const ABSENT = '\0absent:';

/**
 * `age-encryption` without the kinds of keys that a library never has (`utils/sync/format/library-key.ts` makes X25519
 * keys and passphrases): a third of what sync adds to the background, which every start of the browser reads. Where
 * such a key is met all the same, the package says so as it is used: nothing can be read of these.
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
