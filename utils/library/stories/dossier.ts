/**
 * Writes a story as a document: chronology, who said what with citations, contradictions, sources. The result is the
 * HTML of sections, which the exporters of articles write as a web page, a book, or Markdown.
 */
import { updatedDate } from '../../article/updated-date.ts';
import { type CitationStyle, citeApa, citeChicago, citeQuote } from '../../quotes/cite/cite-quote.ts';
import type { ExportArticle } from '../../transfer/export/export-types.ts';
import { nameOf } from '../../transfer/export/export-types.ts';
import { type Content, element, join, type Markup } from '../../transfer/export/markup.ts';
import { outgoingLine } from '../../transfer/export/outgoing-text.ts';
import { strictAddress } from '../../transfer/export/outgoing-values.ts';
import type { QuoteInArticle, Statement } from '../view-types.ts';
import type { Contradiction, StoryDay, StoryPage, StoryVoice } from './story-views.ts';

/** The document's own words, in the user's language. */
export interface DossierWords {
  timeline: string;
  voices: string;
  contradictions: string;
  sources: string;
  person: string;
  /** Says what the table of people and papers counts. */
  amounts: string;
  changed: string;
  untitled: string;
  /** Before the other articles with a statement. */
  alsoIn: (articles: number) => string;
  probably: (name: string) => string;
  difference: (kind: Contradiction['kind']) => string;
  /** Lines below the title: days, number of articles, papers; when it was made. */
  summary: readonly string[];
  number: (value: number) => string;
  formatDate: (date: string | number | null) => string;
}

export interface DossierSection {
  title: string;
  html: Markup;
}

interface Context {
  /** Prepared for export, by id. Articles that are not there are left out. */
  articles: ReadonlyMap<string, ExportArticle>;
  style: CitationStyle;
  words: DossierWords;
}

const bdi = (text: string): Markup => element('bdi', {}, outgoingLine(text));
const small = (...content: Content[]): Markup => element('p', {}, element('small', {}, ...content));

/** Joins parts with a separator; null ones are omitted. */
function between(parts: readonly (Markup | null)[], separator: string): Markup {
  const known = parts.filter((part) => part !== null);
  return join(...known.flatMap((part, i) => (i === 0 ? [part] : [separator, part])));
}

function linked(content: Content, address: string | null): Content {
  const href = strictAddress(address);
  return href === null ? content : element('a', { href }, content);
}

const paperOf = ({ siteName, host }: ExportArticle): string => siteName ?? host;

/** The headline, linked to the article's page. */
function headline(article: ExportArticle, { words }: Context): Markup {
  const title = element('cite', { lang: article.lang }, bdi(nameOf(article) || words.untitled));
  return join(linked(title, article.url));
}

/** The web addresses of a citation as links, without the part that finds the quote in the page. */
function withLinks(line: string): Content {
  return line.split(/(https?:\/\/[^\s]+?)(?=\.?(?:\s|$))/).map((part, i) => {
    if (i % 2 === 0) return part;
    return linked(part.replace(/#?:~:.*$/, ''), part);
  });
}

/**
 * A quote with its citation; null if it is no longer in the article.
 *
 * @param isBelow its source stands above it already
 */
function quotation(
  { quote: { articleId, start } }: QuoteInArticle,
  context: Context,
  isBelow = false,
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
      isBelow ? null : source.map((line) => small(line)),
    );
  // Without its source, the other styles would not name the speaker.
  if (context.style === 'plain' || isBelow) {
    const [said = '', ...rest] = citeQuote(quote, cited, 'plain').split('\n');
    const link = url === '' ? null : (rest.at(-1) ?? null);
    const source = (link === null ? rest : rest.slice(0, -1)).join(', ');
    return block(said, linked(source, link));
  }
  const cite = context.style === 'apa' ? citeApa : citeChicago;
  const [said = '', ...reference] = cite(quote, cited).split('\n\n');
  return block(said, ...reference.map(withLinks));
}

function timeline(days: readonly StoryDay[], context: Context): Markup {
  const { words, articles } = context;
  return join(
    ...days.map(({ day, events }) => {
      const entries = events.map((event) => {
        const article = articles.get(event.article.id);
        if (article === undefined) return null;
        const line = element(
          'p',
          {},
          between(
            [
              element('strong', {}, bdi(paperOf(article))),
              event.kind === 'change' ? join(words.changed) : null,
              headline(article, context),
            ],
            ' · ',
          ),
        );
        const quote = event.kind === 'article' ? event.quote : null;
        const said = quote === null ? null : quotation({ quote, article: event.article }, context, true);
        return join(line, said);
      });
      return join(element('h3', {}, words.formatDate(day)), ...entries);
    }),
  );
}

/** People and the number of quoted words in each paper. */
function table(voices: readonly StoryVoice[], papers: readonly string[], context: Context): Markup {
  const { words } = context;
  const head = [words.person, ...papers].map((name) => element('th', { scope: 'col' }, bdi(name)));
  const rows = voices.map((voice) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, speaker(voice, words)),
      papers.map((_, at) => element('td', {}, voice.words[at] ? words.number(voice.words[at]) : '–')),
    ),
  );
  return element('table', {}, element('tr', {}, head), rows);
}

const speaker = ({ name, isProbable: isOnlyProbable }: StoryVoice, words: DossierWords): Markup =>
  bdi(isOnlyProbable ? words.probably(name) : name);

/** A statement in its fullest wording, and the other articles that have it. */
function statement({ fullest, also }: Statement, context: Context): Markup {
  const { words, articles } = context;
  const others = also.map(({ quote }) => {
    const article = articles.get(quote.articleId);
    if (article === undefined) return null;
    const date = words.formatDate(quote.saidAt);
    return join(linked(bdi(paperOf(article)), article.url), date === '' ? '' : ` (${date})`);
  });
  const known = others.filter((other) => other !== null);
  return join(
    quotation(fullest, context),
    known.length === 0 ? null : small(words.alsoIn(known.length), ': ', between(known, ', ')),
  );
}

function voices(page: StoryPage, context: Context): Markup {
  const { words } = context;
  return join(
    small(words.amounts),
    table(page.voices, page.papers, context),
    ...page.voices.map((voice) =>
      join(
        element('h3', {}, speaker(voice, words)),
        voice.role === null ? null : small(bdi(voice.role)),
        ...voice.statements.map((one) => statement(one, context)),
      ),
    ),
  );
}

function contradictions(found: readonly Contradiction[], context: Context): Markup {
  return join(
    ...found.map(({ kind, one, other }) =>
      join(
        element('h3', {}, context.words.difference(kind)),
        quotation(one, context),
        quotation(other, context),
      ),
    ),
  );
}

/** The articles with author, paper, dates, and the written-out address, which print needs. */
function sources(ids: readonly string[], context: Context): Markup {
  const { words } = context;
  const items = ids.flatMap((id) => {
    const article = context.articles.get(id);
    if (article === undefined) return [];
    const updated = updatedDate(article);
    const date = [article.publishedAt, updated].map((one) => words.formatDate(one)).filter(Boolean);
    const parts = [
      article.byline === null ? null : bdi(article.byline),
      headline(article, context),
      bdi(paperOf(article)),
      date.length === 0 ? null : join(date.join(' / ')),
    ];
    const address =
      article.url === null ? null : small(linked(element('bdi', { dir: 'ltr' }, article.url), article.url));
    return [element('li', {}, element('p', {}, between(parts, ', ')), address)];
  });
  return element('ol', {}, items);
}

/** What comes below the title, before the first section. */
export function writeSummary({ summary }: DossierWords): Markup {
  return join(...summary.map((line) => element('p', {}, line)));
}

/**
 * Writes the sections of a dossier.
 *
 * @param articles of the story, prepared for export, by id
 */
export function writeDossier(
  page: StoryPage,
  articles: ReadonlyMap<string, ExportArticle>,
  style: CitationStyle,
  words: DossierWords,
): DossierSection[] {
  const context: Context = { articles, style, words };
  const sections: DossierSection[] = [
    { title: words.timeline, html: timeline(page.days, context) },
    { title: words.voices, html: voices(page, context) },
    { title: words.contradictions, html: contradictions(page.contradictions, context) },
    { title: words.sources, html: sources(page.story.articleIds, context) },
  ];
  return sections.filter(
    (_, i) => !(i === 1 && page.voices.length === 0) && !(i === 2 && page.contradictions.length === 0),
  );
}
