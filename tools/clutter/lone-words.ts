import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { getDomain } from 'tldts';
import { readPageSet, type SavedPage } from '../../tests/bench/page-set.ts';
import { askPages } from './open-pages.ts';

/** The site of a page: its registrable domain. */
export const siteOf = ({ url }: SavedPage): string => getDomain(url) ?? url;

/**
 * By site, the words of phrases and names that occur on no other site, among all pages of some folders. Takes some
 * minutes.
 *
 * @param file a cache for the result
 */
export async function findSiteSpecificWords(
  folders: readonly string[],
  file: string | undefined,
): Promise<Map<string, string[]>> {
  if (file !== undefined && existsSync(file))
    return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>));
  const pages = [...new Map(folders.flatMap(readPageSet).map((page) => [page.url, page])).values()];
  const met = await askPages<string[]>(pages, () => 'Lab.listWords()');
  const sites = new Map<string, Set<string>>();
  for (const saved of pages)
    for (const word of met.get(saved.id) ?? [])
      sites.set(word, (sites.get(word) ?? new Set()).add(siteOf(saved)));
  const lone = new Map<string, string[]>();
  for (const [word, on] of sites) {
    const [site] = on;
    if (on.size === 1 && site !== undefined) lone.set(site, [...(lone.get(site) ?? []), word]);
  }
  if (file !== undefined) writeFileSync(file, JSON.stringify(Object.fromEntries(lone)));
  return lone;
}
