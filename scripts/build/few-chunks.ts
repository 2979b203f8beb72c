/**
 * Which modules of our own pages lie in one file. Left to itself, the bundler makes a file for each set of pages that
 * share something: forty small ones for the library, and a page waits for each of them longer than for its bytes.
 * `bench -- popup 30`, three runs each, in turn: the popup was painted after 291–296 ms (medians) with this and after
 * 317–329 ms without, of which the browser takes 255–260 ms for an empty one.
 */
import path from 'node:path';
import type { InlineConfig } from 'vite';

/** What the bundler tells of a module. */
interface Modules {
  getModuleInfo(id: string): { importers: readonly string[] } | null;
}

/** Names of the pages that load a module before anything is asked of them. */
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
 * `frame` is for every screen, `panel` for what only the popup and the side panel share, `base` for the database and
 * what else the library shares with the offscreen page, `text` for what reads and cleans articles, `core` for the
 * screens of library and reader, `shelf` for what the library has besides, `choices` for settings, `saving` for what the
 * welcome page saves with, `intake` for imports and PDFs. A file needs none that comes after it here.
 *
 * Nothing that two pages share is left to the bundler: of what the offscreen page has in common with others it made some
 * fifteen files, for each of which the reader and the library waited.
 *
 * @returns the file's name; null for a module of one page, which lies in the page's own
 */
export function chunkOf(pages: ReadonlySet<string>): string | null {
  const has = (...names: string[]): boolean => names.some((name) => pages.has(name));
  if (pages.size < 2) return null;
  if (has('popup', 'sidepanel')) return has('library', 'reader') ? 'frame' : 'panel';
  // That one reads pages and files, and has no use for screens.
  if (has('offscreen') && has('library')) return 'base';
  if (has('reader')) return has('offscreen') ? 'text' : 'core';
  if (has('library')) return 'shelf';
  if (has('options')) return 'choices';
  return has('welcome') ? 'saving' : 'intake';
}

/** For the build of the pages. */
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
