/**
 * Assigns the modules of our own pages to files. By default, the bundler makes a file for each set of pages that share
 * something: forty small ones for the library, each of which delays a page more than its size. `bench -- popup 30`,
 * three alternating runs each: the popup was painted after 291–296 ms (medians) with this and after 317–329 ms without,
 * of which the browser takes 255–260 ms for an empty one.
 */
import path from 'node:path';
import type { InlineConfig } from 'vite';

/** The bundler's information about a module. */
interface Modules {
  getModuleInfo(id: string): { importers: readonly string[] } | null;
}

/** Names of the pages that load a module at start-up. */
function pagesOf(id: string, modules: Modules): Set<string> {
  const pages = new Set<string>();
  const seen = new Set<string>();
  const walk = (module: string): void => {
    if (seen.has(module)) return;
    seen.add(module);
    if (module.endsWith('.html')) pages.add(path.basename(path.dirname(module)));
    for (const importer of modules.getModuleInfo(module)?.importers ?? []) walk(importer);
  };
  walk(id);
  return pages;
}

/**
 * Chooses the file of a module. `frame` is for every screen, `panel` for modules shared only by the popup and the side
 * panel, `base` for the database and other modules shared by the library and the offscreen page, `text` for reading and
 * cleaning articles, `core` for the screens of library and reader, `shelf` for the rest of the library, `choices` for
 * settings, `saving` for saving in the welcome page, `intake` for imports and PDFs. No file depends on a later one in
 * this list. All shared modules are assigned: otherwise the bundler made some fifteen files of those shared with the
 * offscreen page, for each of which the reader and the library waited.
 *
 * @returns the file's name; null for a module of one page, which is bundled with the page
 */
export function chunkOf(pages: ReadonlySet<string>): string | null {
  const has = (...names: string[]): boolean => names.some((name) => pages.has(name));
  if (pages.size < 2) return null;
  if (has('popup', 'sidepanel')) return has('library', 'reader') ? 'frame' : 'panel';
  // The offscreen page reads pages and files, and needs no screens.
  if (has('offscreen') && has('library')) return 'base';
  if (has('reader')) return has('offscreen') ? 'text' : 'core';
  if (has('library')) return 'shelf';
  if (has('options')) return 'choices';
  return has('welcome') ? 'saving' : 'intake';
}

/** The bundler options for pages. */
export const FEW_CHUNKS: InlineConfig = {
  build: {
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              debugName: 'few chunks',
              name: (id, modules) => chunkOf(pagesOf(id, modules)),
              tags: ['$initial'],
              includeDependenciesRecursively: false,
            },
          ],
        },
      },
    },
  },
};
