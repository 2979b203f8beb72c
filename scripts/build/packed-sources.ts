/**
 * What the sources package holds, as patterns from the project's root: all that the build reads, and what a person
 * needs who reads it. Said one by one, so that nothing that happens to lie in the folder (notes, results of a bench)
 * gets into it, and two checkouts give the same package. WXT leaves tests (`*.test.ts`) out on its own.
 */
export const PACKED_SOURCES: readonly string[] = [
  ...[
    'cli',
    'components',
    'docs',
    'entrypoints',
    'locales',
    'public',
    'scripts',
    'tests',
    'tools',
    'utils',
  ].map((folder) => `${folder}/**/*`),
  ...['CHANGELOG', 'CONTRIBUTING', 'README', 'SECURITY'].map((name) => `${name}.md`),
  'LICENSE',
  ...['biome', 'knip', 'package', 'package-lock', 'tsconfig'].map((name) => `${name}.json`),
  'vitest.config.ts',
  'wxt.config.ts',
];
