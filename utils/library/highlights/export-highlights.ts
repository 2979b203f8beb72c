import { readForExport } from '../backup/export-articles.ts';
import { createTextWriter, FORMATS, type HighlightsFormat } from '../backup/export-formats.ts';
import { describeExportFile } from '../backup/write-export.ts';
import { library } from '../db.ts';
import type { HighlightFilter } from '../lists/library-location.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { highlightIds } from './list-highlights.ts';

/** Exports the highlights that match a filter. @param name for the file name */
export async function exportHighlights(
  filter: HighlightFilter,
  format: HighlightsFormat,
  name: string,
  db: LibraryDb = library,
): Promise<{ file: Blob; name: string }> {
  const wanted = await highlightIds(filter, db);
  const writer = createTextWriter(format);
  const parts = [writer.head ?? ''];
  const articles = readForExport([...wanted.keys()], FORMATS[format].parts, undefined, undefined, db);
  for await (const article of articles) {
    const ids = wanted.get(article.id);
    const highlights = article.highlights.filter(({ id }) => id !== undefined && ids?.has(id));
    parts.push(writer.write({ ...article, highlights }));
  }
  parts.push(writer.end?.() ?? '');
  const { name: fileName, type } = describeExportFile(format, name);
  return { file: new Blob(parts, { type }), name: fileName };
}
