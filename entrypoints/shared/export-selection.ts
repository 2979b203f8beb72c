/** Where a choice of articles waits for the page that exports it: of this tab alone, and gone with it. */
const KEY = 'export-ids';

/** Opens the export of some articles, in this tab. */
export function exportSelection(ids: readonly string[]): void {
  sessionStorage.setItem(KEY, JSON.stringify(ids));
  location.assign('transfer.html?selection#export');
}

/** The articles that were chosen, where this page was opened for them. */
export function readSelection(): readonly string[] {
  if (!new URLSearchParams(location.search).has('selection')) return [];
  const stored: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
  return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : [];
}
