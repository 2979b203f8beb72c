/** Exports a story as a document. */
import { sanitiseHtml } from '../../article/html/sanitise-html.ts';
import type { CitationStyle } from '../../quotes/cite/cite-quote.ts';
import { writeEpub } from '../../transfer/export/export-epub.ts';
import { writeHtml } from '../../transfer/export/export-html.ts';
import { htmlToMarkdown } from '../../transfer/export/export-markdown.ts';
import type { ExportArticle } from '../../transfer/export/export-types.ts';
import { escapeMarkdown, paragraph } from '../../transfer/export/markdown-text.ts';
import { element, join, type Markup } from '../../transfer/export/markup.ts';
import { outgoingLine } from '../../transfer/export/outgoing-text.ts';
import { prepareExport } from '../../transfer/export/prepare-export.ts';
import { readForExport } from '../backup/export-articles.ts';
import { FORMATS } from '../backup/export-formats.ts';
import { exportFile } from '../backup/write-export.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { type DossierSection, type DossierWords, writeDossier, writeSummary } from './dossier.ts';
import type { StoryPage } from './story-views.ts';

/** A section or the whole dossier, as the exporters of articles take it. */
function asArticle(title: string, html: string, { lang, dir }: DossierLanguage): ExportArticle {
  return prepareExport({
    ...{ id: '', url: '', title, html, lang, dir, byline: null, siteName: null, host: '', publishedAt: null },
    ...{ excerpt: null, wordCount: 0, savedAt: 0, archived: false, favourite: false, progress: 0 },
    ...{ finishedAt: null, imageUrl: null, tags: [], lists: [], text: '', quotes: [], highlights: [] },
    images: new Map(),
  });
}

const joinSections = (summary: Markup, sections: readonly DossierSection[]): string =>
  join(summary, ...sections.map(({ title, html }) => [element('h2', {}, title), html])).toString();

/** The language of the document's own words; quotes have their own. */
interface DossierLanguage {
  lang: string;
  dir: 'ltr' | 'rtl';
}

export interface DossierRequest {
  page: StoryPage;
  style: CitationStyle;
  words: DossierWords;
  language: DossierLanguage;
}

/** Writes a dossier. `html` can also be printed: it is one document with a style for paper. */
export async function exportDossier(
  format: 'html' | 'markdown' | 'epub',
  { page, style, words, language }: DossierRequest,
  db: LibraryDb = library,
): Promise<{ file: Blob; name: string }> {
  const articles = new Map<string, ExportArticle>();
  const ids = page.story.articleIds;
  for await (const article of readForExport(ids, FORMATS.quotesMarkdown.parts, undefined, undefined, db))
    articles.set(article.id, article);
  const sections = writeDossier(page, articles, style, words);
  const summary = writeSummary(words);
  const title = outgoingLine(page.story.title) || words.untitled;
  const parts: BlobPart[] = [];
  if (format === 'epub') {
    const chapters = sections.map((section, i) =>
      asArticle(section.title, join(i === 0 ? summary : null, section.html).toString(), language),
    );
    await writeEpub(chapters, async (part) => void parts.push(part), { title });
  } else if (format === 'html') {
    parts.push(await writeHtml(asArticle(title, joinSections(summary, sections), language)));
  } else {
    const body = htmlToMarkdown(sanitiseHtml(joinSections(summary, sections)));
    parts.push(`# ${paragraph(escapeMarkdown(title))}\n\n${body}\n`);
  }
  const { name, type } = exportFile(format, title);
  return { file: new Blob(parts, { type }), name };
}
