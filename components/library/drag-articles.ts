/** Type of what is dragged: ids of articles, as JSON. No other program knows it. */
const TYPE = 'application/x-offprint-articles';

/** Begins to drag articles; their addresses go along as text, for other programs. */
export function dragArticles(data: DataTransfer, ids: readonly string[], urls: readonly string[]): void {
  data.setData(TYPE, JSON.stringify(ids));
  data.setData('text/uri-list', urls.join('\r\n'));
  data.effectAllowed = 'copyLink';
}

/** Ids of the articles that were dropped; none where something else was. */
export function readDragged(data: DataTransfer): string[] {
  const text = data.getData(TYPE);
  if (text === '') return [];
  const ids: unknown = JSON.parse(text);
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}
