/** Converts records of imports to input for `saveArticles`, and to highlights. */
import type { Article } from '../../article/types.ts';
import { READ_THRESHOLD } from '../../text/reading-progress.ts';
import { directionOfLanguage } from '../../text/text-direction.ts';
import type { ImportedHighlight, ImportItem } from '../../transfer/import/import-types.ts';
import { locateHighlight } from '../articles/anchor-highlight.ts';
import { normaliseAddress } from '../articles/article-identity.ts';
import type { ArticleToSave } from '../articles/article-rows.ts';
import { DEFAULT_COLOUR, HIGHLIGHT_COLOURS, type HighlightColour } from '../articles/highlight-colours.ts';
import { hashText } from '../search/fold-text.ts';
import type { HighlightRow } from '../user-types.ts';
import type { ProcessedText } from './prepare-import.ts';

function getLeadImage(item: ImportItem): Article['leadImage'] {
  return item.imageUrl !== null && /^https?:\/\//i.test(item.imageUrl) && URL.canParse(item.imageUrl)
    ? { url: item.imageUrl, alt: '', caption: null }
    : null;
}

/**
 * Converts a record to an article.
 *
 * @param processed its text, or null if the record has none
 * @param listIds lists for the article
 */
export function importedArticle(
  item: ImportItem,
  processed: ProcessedText | null,
  listIds: string[],
  now: number,
): ArticleToSave {
  const savedAt = item.savedAt ?? now;
  const page = processed?.article;
  const article: Article = {
    url: item.url,
    canonicalUrl: item.url,
    title: page?.title || item.title || titleFromAddress(item.url),
    byline: page?.byline ?? item.byline,
    siteName: page?.siteName ?? item.siteName,
    publishedAt: page?.publishedAt ?? item.publishedAt,
    modifiedAt: page?.modifiedAt ?? null,
    lang: page?.lang ?? item.lang,
    dir: page?.dir ?? directionOfLanguage(item.lang ?? ''),
    excerpt: page?.excerpt ?? item.excerpt,
    // Don't fetch the picture of an article without a text, which the user did not request.
    leadImage: processed === null ? null : (page?.leadImage ?? getLeadImage(item)),
    html: processed?.html ?? '',
    text: processed?.text ?? '',
    wordCount: processed?.wordCount ?? 0,
    isPreview: page?.isPreview ?? false,
  };
  return {
    article,
    quotes: processed?.quotes ?? [],
    images: processed?.images ?? [],
    savedFrom: 'import',
    linkOnly: processed === null,
    tags: item.tags,
    savedAt,
    userState: {
      archivedAt: item.archived ? savedAt : null,
      openedAt: item.progress > 0 ? savedAt : null,
      finishedAt: item.progress >= READ_THRESHOLD ? savedAt : null,
      favourite: item.favourite,
      progress: item.progress,
      listIds,
    },
  };
}

/** Colours of other products. A map, because a file may contain a colour named `constructor`. */
const COLOURS: ReadonlyMap<string, HighlightColour> = new Map<string, HighlightColour>([
  ...HIGHLIGHT_COLOURS.map((colour): [string, HighlightColour] => [colour, colour]),
  ['orange', 'yellow'],
  ['purple', 'blue'],
  ['pink', 'red'],
]);

const IDENTITIES = new WeakMap<ImportItem, string>();

/** The identity of an item's article. It is kept, because several steps of an import need it. */
export function getIdentity(item: ImportItem): string {
  const known = IDENTITIES.get(item);
  if (known !== undefined) return known;
  const identity = normaliseAddress(item.url);
  IDENTITIES.set(item, identity);
  return identity;
}

/** The beginning of the ids of imported highlights. */
export const IMPORTED_HIGHLIGHT_PREFIX = 'import-';

/**
 * The row of a highlight. The same highlight of the same article always gets the same id, so that it is never
 * duplicated.
 *
 * @param defaultCreatedAt when it was created, in milliseconds since 1970, if the file has no date
 */
export function importedHighlight(
  articleId: string,
  highlight: ImportedHighlight,
  text: string,
  defaultCreatedAt: number,
): HighlightRow {
  const createdAt = highlight.createdAt ?? defaultCreatedAt;
  const row: HighlightRow = {
    id: `${IMPORTED_HIGHLIGHT_PREFIX}${articleId}-${hashText(`${highlight.text}\n${highlight.note}`)}`,
    articleId,
    text: highlight.text,
    prefix: '',
    suffix: '',
    start: null,
    end: null,
    note: highlight.note,
    colour: COLOURS.get(highlight.colour?.toLowerCase() ?? '') ?? DEFAULT_COLOUR,
    createdAt,
    updatedAt: createdAt,
  };
  const range = highlight.text === '' || text === '' ? null : locateHighlight(text, row);
  if (range !== null) {
    row.start = range[0];
    row.end = range[1];
  }
  return row;
}

/** Meaningless parts of a path: numbers, dates, ids, technical words. */
const MEANINGLESS =
  /^(?:\d+|[\da-f]{12,}|index|default|article|articles|story|amp|p|node|[a-z]?\d{4,}[a-z]?)$/i;

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // Not encoded in UTF-8; left unchanged.
    return part;
  }
}

/** The words of one part of a path; `''` if there are none. */
function wordsOf(part: string): string {
  const words = decode(part)
    .replace(/\.(?:html?|php|aspx?|jsp|shtml|amp|stm)$/i, '')
    .split(/[-_+\s.,~]+/)
    .filter((word) => word !== '' && !/^(?:\d{5,}|[\da-f]{8,}|[a-z]{0,2}\d{5,})$/i.test(word));
  const joined = words.join(' ');
  return MEANINGLESS.test(joined) || !/\p{L}{2}/u.test(joined) ? '' : joined;
}

/** Derives a title from a web address: the words of the longest meaningful part of its path, or else its host. */
export function titleFromAddress(address: string): string {
  if (!URL.canParse(address)) return '';
  const { hostname, pathname } = new URL(address);
  const parts = pathname.split('/').map(wordsOf);
  const longest = parts.reduce(
    (best, part) => (part.split(' ').length >= best.split(' ').length ? part || best : best),
    '',
  );
  if (longest === '') return hostname.replace(/^www\./, '');
  return longest.charAt(0).toLocaleUpperCase() + longest.slice(1);
}
