/**
 * Exports a story as a document: chronology, who said what with citations, contradictions, sources. The result is the
 * HTML of sections, which the exporters of articles write as a web page, a book, or Markdown.
 */
import { sanitiseHtml } from '../../article/html/sanitise-html.ts';
import { findUpdateDate } from '../../article/updated-date.ts';
import { type CitationStyle, citeApa, citeChicago, citeQuote } from '../../quotes/cite/cite-quote.ts';
import { writeEpub } from '../../transfer/export/export-epub.ts';
import { writeHtml } from '../../transfer/export/export-html.ts';
import { htmlToMarkdown } from '../../transfer/export/export-markdown.ts';
import { displayTitle, type ExportArticle } from '../../transfer/export/export-types.ts';
import { escapeMarkdown, formatParagraph } from '../../transfer/export/markdown-text.ts';
import { type Content, element, joinContent, type Markup } from '../../transfer/export/markup.ts';
import { prepareExport } from '../../transfer/export/prepare-export.ts';
import { sanitiseLine } from '../../transfer/export/sanitise-text.ts';
import { toStrictUrl } from '../../transfer/export/validate-values.ts';
import { readForExport } from '../backup/export-articles.ts';
import { FORMATS } from '../backup/export-formats.ts';
import { describeExportFile } from '../backup/write-export.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { QuoteInArticle, Statement } from '../view-types.ts';
import type { Contradiction, StoryDay, StoryPage, StoryVoice } from './story-views.ts';

type MessageKey =
  | 'storyTimeline'
  | 'storyVoices'
  | 'storyContradictions'
  | 'storyPerson'
  | 'storyVoicesCaption'
  | 'storyChanged'
  | 'untitled'
  | 'speakerProbably'
  | `storyContradiction_${Contradiction['kind']}`;

/** Messages and formats of the interface, in whose language the dossier is written. Quotes keep their own. */
interface DossierStrings {
  t(key: MessageKey, ...substitutions: string[]): string;
  count(key: 'statementRepeats', count: number): string;
  formatNumber(value: number): string;
  locale: string;
  direction: 'ltr' | 'rtl';
}

export interface DossierRequest {
  page: StoryPage;
  style: CitationStyle;
  strings: DossierStrings;
  formatDate: (date: string | number | null, locale: string) => string;
  /** Lines below the title: the period, the number of articles, the papers, and the export date. */
  summary: readonly string[];
  /** Heading of the last section. */
  sourcesTitle: string;
}

interface Section {
  title: string;
  html: Markup;
}

interface Context extends DossierRequest {
  /** Articles prepared for export, by id. Missing ones are omitted. */
  articles: ReadonlyMap<string, ExportArticle>;
  format: (date: string | number | null) => string;
}

const bdi = (text: string): Markup => element('bdi', {}, sanitiseLine(text));
const small = (...content: Content[]): Markup => element('p', {}, element('small', {}, ...content));

/** Joins parts with a separator; null ones are omitted. */
function joinWith(parts: readonly (Markup | null)[], separator: string): Markup {
  const existing = parts.filter((part) => part !== null);
  return joinContent(...existing.flatMap((part, i) => (i === 0 ? [part] : [separator, part])));
}

function linkTo(content: Content, address: string | null): Content {
  const href = toStrictUrl(address);
  return href === null ? content : element('a', { href }, content);
}

const getPaper = ({ siteName, host }: ExportArticle): string => siteName ?? host;

/** The headline, linked to the article's page. */
function headline(article: ExportArticle, { strings }: Context): Markup {
  const title = element('cite', { lang: article.lang }, bdi(displayTitle(article) || strings.t('untitled')));
  return joinContent(linkTo(title, article.url));
}

/** Turns the web addresses of a citation into links, shown without their text fragments. */
function linkAddresses(line: string): Content {
  return line.split(/(https?:\/\/[^\s]+?)(?=\.?(?:\s|$))/).map((part, i) => {
    if (i % 2 === 0) return part;
    return linkTo(part.replace(/#?:~:.*$/, ''), part);
  });
}

/**
 * A quote with its citation; null if it is no longer in the article.
 *
 * @param omitsSource true if the source is shown above the quote
 */
function renderQuote(
  { quote: { articleId, start } }: QuoteInArticle,
  context: Context,
  omitsSource = false,
): Markup | null {
  const article = context.articles.get(articleId);
  const quote = article?.quotes.find((one) => one.start === start);
  if (article === undefined || quote === undefined) return null;
  const url = article.url ?? '';
  const cited = { ...article, url, canonicalUrl: url };
  const { lang, dir } = article;
  const block = (said: string, ...source: Content[]): Markup =>
    element(
      'blockquote',
      { dir, lang },
      element('p', {}, said),
      omitsSource ? null : source.map((line) => small(line)),
    );
  // Without its source, the other styles would not name the speaker.
  if (context.style === 'plain' || omitsSource) {
    const [said = '', ...rest] = citeQuote(quote, cited, 'plain').split('\n');
    const link = url === '' ? null : (rest.at(-1) ?? null);
    const source = (link === null ? rest : rest.slice(0, -1)).join(', ');
    return block(said, linkTo(source, link));
  }
  const cite = context.style === 'apa' ? citeApa : citeChicago;
  const [said = '', ...reference] = cite(quote, cited).split('\n\n');
  return block(said, ...reference.map(linkAddresses));
}

function renderTimeline(days: readonly StoryDay[], context: Context): Markup {
  const { strings, articles } = context;
  return joinContent(
    ...days.map(({ day, events }) => {
      const entries = events.map((event) => {
        const article = articles.get(event.article.id);
        if (article === undefined) return null;
        const line = element(
          'p',
          {},
          joinWith(
            [
              element('strong', {}, bdi(getPaper(article))),
              event.kind === 'change' ? joinContent(strings.t('storyChanged')) : null,
              headline(article, context),
            ],
            ' · ',
          ),
        );
        const quote = event.kind === 'article' ? event.quote : null;
        const said = quote === null ? null : renderQuote({ quote, article: event.article }, context, true);
        return joinContent(line, said);
      });
      return joinContent(element('h3', {}, context.format(day)), ...entries);
    }),
  );
}

/** People and the number of quoted words in each paper. */
function renderTable(voices: readonly StoryVoice[], papers: readonly string[], context: Context): Markup {
  const { strings } = context;
  const head = [strings.t('storyPerson'), ...papers].map((name) =>
    element('th', { scope: 'col' }, bdi(name)),
  );
  const rows = voices.map((voice) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, renderSpeaker(voice, context)),
      papers.map((_, at) => element('td', {}, voice.words[at] ? strings.formatNumber(voice.words[at]) : '–')),
    ),
  );
  return element('table', {}, element('tr', {}, head), rows);
}

const renderSpeaker = ({ name, isProbable }: StoryVoice, { strings }: Context): Markup =>
  bdi(isProbable ? strings.t('speakerProbably', name) : name);

/** Renders a statement in its most complete wording, with links to the other articles that contain it. */
function renderStatement({ mostComplete, repeats }: Statement, context: Context): Markup {
  const { strings, articles, format } = context;
  const others = repeats.map(({ quote }) => {
    const article = articles.get(quote.articleId);
    if (article === undefined) return null;
    const date = format(quote.saidAt);
    return joinContent(linkTo(bdi(getPaper(article)), article.url), date === '' ? '' : ` (${date})`);
  });
  const existing = others.filter((other) => other !== null);
  return joinContent(
    renderQuote(mostComplete, context),
    existing.length === 0
      ? null
      : small(strings.count('statementRepeats', existing.length), ': ', joinWith(existing, ', ')),
  );
}

function voices(context: Context): Markup {
  const { page, strings } = context;
  return joinContent(
    small(strings.t('storyVoicesCaption')),
    renderTable(page.voices, page.papers, context),
    ...page.voices.map((voice) =>
      joinContent(
        element('h3', {}, renderSpeaker(voice, context)),
        voice.role === null ? null : small(bdi(voice.role)),
        ...voice.statements.map((one) => renderStatement(one, context)),
      ),
    ),
  );
}

function renderContradictions(found: readonly Contradiction[], context: Context): Markup {
  return joinContent(
    ...found.map(({ kind, one, other }) =>
      joinContent(
        element('h3', {}, context.strings.t(`storyContradiction_${kind}`)),
        renderQuote(one, context),
        renderQuote(other, context),
      ),
    ),
  );
}

/** Renders the list of articles with author, paper, dates, and the full address, which is needed in print. */
function renderSources(ids: readonly string[], context: Context): Markup {
  const items = ids.flatMap((id) => {
    const article = context.articles.get(id);
    if (article === undefined) return [];
    const updated = findUpdateDate(article);
    const date = [article.publishedAt, updated].map(context.format).filter(Boolean);
    const parts = [
      article.byline === null ? null : bdi(article.byline),
      headline(article, context),
      bdi(getPaper(article)),
      date.length === 0 ? null : joinContent(date.join(' / ')),
    ];
    const address =
      article.url === null ? null : small(linkTo(element('bdi', { dir: 'ltr' }, article.url), article.url));
    return [element('li', {}, element('p', {}, joinWith(parts, ', ')), address)];
  });
  return element('ol', {}, items);
}

/** Writes the sections of a dossier; those without content are left out. */
export function writeDossier(
  request: DossierRequest,
  articles: ReadonlyMap<string, ExportArticle>,
): Section[] {
  const { page, strings, formatDate } = request;
  const context: Context = { ...request, articles, format: (date) => formatDate(date, strings.locale) };
  const sections: Section[] = [
    { title: strings.t('storyTimeline'), html: renderTimeline(page.days, context) },
  ];
  if (page.voices.length > 0) sections.push({ title: strings.t('storyVoices'), html: voices(context) });
  if (page.contradictions.length > 0) {
    const html = renderContradictions(page.contradictions, context);
    sections.push({ title: strings.t('storyContradictions'), html });
  }
  const html = renderSources(page.story.articleIds, context);
  return [...sections, { title: request.sourcesTitle, html }];
}

/** Converts a section or the whole dossier to the input of the exporters. */
function asArticle(title: string, html: string, { locale, direction }: DossierStrings): ExportArticle {
  return prepareExport({
    ...{ id: '', url: '', title, html, lang: locale, dir: direction, byline: null, siteName: null, host: '' },
    ...{ excerpt: null, wordCount: 0, savedAt: 0, archived: false, favourite: false, progress: 0 },
    ...{ finishedAt: null, imageUrl: null, tags: [], lists: [], text: '', quotes: [], highlights: [] },
    ...{ images: new Map(), publishedAt: null },
  });
}

/** Writes a dossier. `html` can also be printed: it is one document with a style for paper. */
export async function exportDossier(
  format: 'html' | 'markdown' | 'epub',
  request: DossierRequest,
  db: LibraryDb = library,
): Promise<{ file: Blob; name: string }> {
  const { page, strings } = request;
  const articles = new Map<string, ExportArticle>();
  const ids = page.story.articleIds;
  for await (const article of readForExport(ids, FORMATS.quotesMarkdown.parts, undefined, undefined, db))
    articles.set(article.id, article);
  const sections = writeDossier(request, articles);
  const summary = joinContent(...request.summary.map((line) => element('p', {}, line)));
  const title = sanitiseLine(page.story.title) || strings.t('untitled');
  const fullHtml = joinContent(
    summary,
    ...sections.map((one) => [element('h2', {}, one.title), one.html]),
  ).toString();
  const parts: BlobPart[] = [];
  if (format === 'epub') {
    const chapters = sections.map((section, i) =>
      asArticle(section.title, joinContent(i === 0 ? summary : null, section.html).toString(), strings),
    );
    await writeEpub(chapters, async (part) => void parts.push(part), { title });
  } else if (format === 'html') {
    parts.push(await writeHtml(asArticle(title, fullHtml, strings)));
  } else {
    const body = htmlToMarkdown(sanitiseHtml(fullHtml));
    parts.push(`# ${formatParagraph(escapeMarkdown(title))}\n\n${body}\n`);
  }
  const { name, type } = describeExportFile(format, title);
  return { file: new Blob(parts, { type }), name };
}
