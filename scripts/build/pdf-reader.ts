import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

/** What pdf.js reads when it reads a PDF: how letters of East Asian fonts are coded, and fonts that files only name. */
const FOLDERS = [
  ['cmaps', 'cmaps'],
  ['standard_fonts', 'fonts'],
] as const;

/** Code that is loaded from an address which is put together as it runs. */
const LOADS_CODE = /\bimport\(\s*\/\*webpackIgnore: true\*\//g;
const LOADS_NOTHING = 'Promise.reject(';

/**
 * pdf.js without the two places where it would load more code: its worker into the page where no worker can be started,
 * and decoders in place of WebAssembly. Neither is in the package, and the linter of Firefox's store objects to both.
 *
 * @throws Error where they are not where they were, as in another version
 */
function withoutLoads(code: string, name: string): string {
  if (code.match(LOADS_CODE)?.length !== 1) throw new Error(`${name} loads code in other places than it did`);
  return code.replace(LOADS_CODE, LOADS_NOTHING);
}

/** The same for the part that runs in our pages and in the background. */
export function tamePdfReader(): Plugin {
  return {
    name: 'tame-pdf-reader',
    transform(code, id) {
      return /pdfjs-dist\/build\/pdf\.mjs$/.test(id) ? withoutLoads(code, id) : undefined;
    },
  };
}

/**
 * @param root the project's folder, with `node_modules` in it
 * @returns what to put into the build; licences of the fonts lie beside them
 */
export function listPdfReader(
  root: string,
): ({ absoluteSrc: string; relativeDest: string } | { contents: string; relativeDest: string })[] {
  const from = path.join(root, 'node_modules', 'pdfjs-dist');
  const data = FOLDERS.flatMap(([folder, place]) =>
    readdirSync(path.join(from, folder)).map((file) => ({
      absoluteSrc: path.join(from, folder, file),
      relativeDest: `pdf/${place}/${file}`,
    })),
  );
  const worker = readFileSync(path.join(from, 'build', 'pdf.worker.min.mjs'), 'utf8');
  return [
    { contents: withoutLoads(worker, 'the worker'), relativeDest: 'pdf/worker.js' },
    { absoluteSrc: path.join(from, 'build', 'pdf.renderer.min.mjs'), relativeDest: 'pdf/renderer.js' },
    ...data,
  ];
}
