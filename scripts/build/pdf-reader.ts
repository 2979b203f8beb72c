import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

/** Folders with data that pdf.js loads: encodings of East Asian fonts, and fonts that PDFs only name. */
const FOLDERS = [
  ['cmaps', 'cmaps'],
  ['standard_fonts', 'fonts'],
] as const;

/** Code that imports from an address computed at run time. */
const LOADS_CODE = /\bimport\(\s*\/\*webpackIgnore: true\*\//g;
const LOADS_NOTHING = 'Promise.reject(';

/**
 * Removes from pdf.js the two places where it would load more code: its worker if no worker can be started, and
 * decoders instead of WebAssembly. Neither is in the package, and the linter of Firefox's store rejects both.
 *
 * @throws Error if they are not found, as in another version
 */
function withoutLoads(code: string, name: string): string {
  if (code.match(LOADS_CODE)?.length !== 1) throw new Error(`${name} loads code in other places than it did`);
  return code.replace(LOADS_CODE, LOADS_NOTHING);
}

/** The same for the part that runs in our pages and in the background. */
export function withoutPdfLoads(): Plugin {
  return {
    name: 'tame-pdf-reader',
    transform(code, id) {
      return /pdfjs-dist\/build\/pdf\.mjs$/.test(id) ? withoutLoads(code, id) : undefined;
    },
  };
}

/**
 * Lists the files of pdf.js for the build, with the licences of its fonts.
 *
 * @param root the project's folder, with `node_modules` in it
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
