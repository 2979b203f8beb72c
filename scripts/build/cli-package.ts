/** Builds the engines as a package for Node: `offprint-quotes`, with the extension's words and taggers. */
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { listShippedPackages, writeLicenceFile } from './licences.ts';
import { writeTaggers } from './taggers.ts';
import { writeWords } from './words.ts';

/** The only dependency; jsdom is too large, and too specific to Node, to be bundled. */
const DEPENDENCY = 'jsdom';

export const COMMAND = {
  name: 'offprint-quotes',
  description: 'Who says what in a news article: quotes, speakers, roles, offsets.',
  needs: [DEPENDENCY],
};

interface PackageFile {
  version: string;
  license: string;
  devDependencies: Record<string, string>;
  engines?: Record<string, string>;
}

const readPackage = (file: string): PackageFile => JSON.parse(readFileSync(file, 'utf8')) as PackageFile;

/**
 * Writes the package, ready for `npm pack`.
 *
 * @param root the project's folder
 * @param place the folder to write to, which is emptied first
 */
export async function buildCliPackage(root: string, place: string): Promise<void> {
  rmSync(place, { recursive: true, force: true });
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: true,
      target: 'node22',
      outDir: place,
      minify: false,
      rolldownOptions: {
        input: ['index', 'offprint-quotes'].map((name) => path.join(root, 'cli', `${name}.ts`)),
        external: [DEPENDENCY],
        output: { entryFileNames: '[name].mjs', chunkFileNames: 'engine.mjs' },
      },
    },
    ssr: { noExternal: true, external: [DEPENDENCY] },
  });
  const command = path.join(place, 'offprint-quotes.mjs');
  writeFileSync(command, `#!/usr/bin/env node\n${readFileSync(command, 'utf8')}`);
  chmodSync(command, 0o755);
  for (const { relativeDest, contents } of writeWords()) {
    mkdirSync(path.dirname(path.join(place, relativeDest)), { recursive: true });
    writeFileSync(path.join(place, relativeDest), contents);
  }
  writeTaggers(path.join(root, 'utils/quotes/tagging/weights'), path.join(place, 'taggers'));
  copyFileSync(path.join(root, 'docs', 'cli.md'), path.join(place, 'README.md'));
  copyFileSync(path.join(root, 'LICENSE'), path.join(place, 'LICENSE'));
  writeFileSync(path.join(place, 'licences.txt'), writeLicenceFile(listShippedPackages(root)));
  const own = readPackage(path.join(root, 'package.json'));
  const needed = readPackage(path.join(root, 'node_modules', DEPENDENCY, 'package.json'));
  const described = {
    name: COMMAND.name,
    version: own.version,
    description: COMMAND.description,
    license: own.license,
    type: 'module',
    engines: needed.engines,
    bin: { 'offprint-quotes': 'offprint-quotes.mjs' },
    exports: './index.mjs',
    dependencies: { [DEPENDENCY]: needed.version },
  };
  writeFileSync(path.join(place, 'package.json'), `${JSON.stringify(described, null, 2)}\n`);
}
