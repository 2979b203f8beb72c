/** Passes selected articles to the export page, in session storage of this tab. */
const KEY = 'export-ids';

/** Opens the export of these articles in this tab. */
export function exportSelection(ids: readonly string[]): void {
  sessionStorage.setItem(KEY, JSON.stringify(ids));
  location.assign('transfer.html?selection#export');
}

/** The articles for which this page was opened. */
export function readSelection(): readonly string[] {
  if (!new URLSearchParams(location.search).has('selection')) return [];
  const stored: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
  return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : [];
}
