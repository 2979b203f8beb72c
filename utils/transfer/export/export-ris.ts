/**
 * Writes references in RIS (the format of Research Information Systems, as read by EndNote, Zotero and Mendeley): each
 * line is a tag of two letters, two spaces, a hyphen, a space and a value; `TY` begins a reference and `ER` ends it.
 * Only tags of the first specification (2001) are written, which all programs read. citation.js reads a reference with
 * any later tag, such as `LA` or `DA`, by another table that has no authors of newspaper articles.
 */

import { formatHighlights } from './export-references.ts';
import {
  displayTitle,
  type ExportArticle,
  formatListPath,
  getUpdatedDay,
  parseDateParts,
  toIsoDay,
} from './export-types.ts';
import { familyWithParticle, parseByline } from './person-names.ts';

/** `2026/03/01/`, as far as known; the last part would be words. */
function formatRisDate(date: string | null): string | null {
  const parts = parseDateParts(date);
  return parts === null ? null : `${parts.year}/${parts.month ?? ''}/${parts.day ?? ''}/`;
}

/** A newspaper article. Fields with several values have a line for each. */
export function writeRis(article: ExportArticle): string {
  const { url, excerpt } = article;
  const names = parseByline(article.byline).map((name) =>
    'literal' in name
      ? name.literal
      : [familyWithParticle(name), name.given, name.suffix].filter(Boolean).join(', '),
  );
  const updated = getUpdatedDay(article);
  const lines: (readonly [tag: string, value: string | null])[] = [
    ['TY', 'NEWS'],
    ['ID', article.id],
    ['T1', displayTitle(article)],
    ...names.map((name) => ['A1', name] as const),
    ['JF', article.siteName ?? article.host],
    ['Y1', formatRisDate(article.publishedAt)],
    // RIS has no tag for the date of an update; this one is for any use.
    ['U1', updated === null ? null : `updated ${updated}`],
    ['Y2', formatRisDate(toIsoDay(article.savedAt))],
    ['UR', url],
    ['N2', excerpt],
    ...[...article.tags, ...article.lists.map(formatListPath)].map((word) => ['KW', word] as const),
    ...formatHighlights(article).map((note) => ['N1', note] as const),
  ];
  const written = lines.flatMap(([tag, value]) => {
    // A value must be on one line.
    const text = (value ?? '').replace(/\s+/g, ' ').trim();
    return text === '' ? [] : [`${tag}  - ${text}\r\n`];
  });
  return `${written.join('')}ER  - \r\n\r\n`;
}
