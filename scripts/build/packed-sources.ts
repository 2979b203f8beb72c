/**
 * The content of the sources package, as patterns relative to the project's root: everything that the build needs, and
 * documentation. Listed explicitly, so that unrelated files in the folder (notes, benchmark results) are excluded, and
 * two checkouts give the same package. WXT excludes tests (`*.test.ts`) itself.
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
