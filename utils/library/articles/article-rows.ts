/** Creates the rows of an article that is saved. */
import type { Article } from '../../article/types.ts';
import { QUOTES_VERSION } from '../../quotes/quotes-version.ts';
import { summariseVoices } from '../../quotes/speakers/people/summarise-voices.ts';
import type { Quote } from '../../quotes/types.ts';
import { speakerKeyOf } from '../schema/quote-sets.ts';
import { hashText } from '../search/fold-text.ts';
import type { ArticleRow, QuoteSetRow, SavedFrom, SavedPages, SpeakerShare } from '../types.ts';
import type { SpeakerRow } from '../user-types.ts';
import { readAgain } from './article-details.ts';
import { hostOf, identify } from './article-identity.ts';

/** Number of people shown in lists. */
const MAX_SPEAKERS_SHOWN = 3;

export interface ArticleToSave {
  /** Its `html` must already be sanitised; see `prepare-content.ts`. */
  article: Article;
  quotes: readonly Quote[];
  /** Its quotes could not be extracted. That is done when articles are processed again. */
  lacksQuotes?: boolean;
  /** Addresses of the images in `article.html`, in order. */
  images?: readonly string[];
  savedFrom: SavedFrom;
  /** For an article that is split into several pages: which of them `article` contains. */
  pages?: SavedPages | null;
  /** Addresses of its other pages that `article` contains. */
  pageUrls?: readonly string[];
  /** Lists and tags to add. */
  listId?: string;
  tags?: readonly string[];
  /** When the user saved it, for imports. Milliseconds since 1970; defaults to now. */
  savedAt?: number;
  /** Only the address is known. `article.text` is empty, and a text may be fetched later. */
  linkOnly?: boolean;
  /** User data from elsewhere, for imports. An existing article keeps its own. */
  marks?: Partial<ReaderMarks>;
}

/** The result of saving an article: its id, and whether it existed already. */
export interface Saved {
  articleId: string;
  updated: boolean;
  /** The address belongs to another saved article, which stays; this one was saved separately. */
  isSeparate?: true;
  /** It existed, and its text has not changed. */
  isSame?: true;
}

/** User data that a save does not change. Times are milliseconds since 1970. */
export type ReaderMarks = Pick<
  ArticleRow,
  'archivedAt' | 'openedAt' | 'pinnedAt' | 'finishedAt' | 'favourite' | 'progress' | 'listIds'
>;

/** The three most quoted people, for lists. */
function topSpeakers(quotes: readonly Quote[]): SpeakerShare[] {
  return summariseVoices(quotes)
    .flatMap(({ name, role, share, unnamed, probable }) =>
      name === null || unnamed || probable ? [] : [{ name, role, share }],
    )
    .slice(0, MAX_SPEAKERS_SHOWN);
}

/** The initial values of fields that later saves don't change. */
function newRow(id: string, identity: string, savedAt: number) {
  return {
    id,
    identity,
    addresses: [] as string[],
    savedAt,
    archivedAt: null as number | null,
    openedAt: null as number | null,
    pinnedAt: null as number | null,
    finishedAt: null as number | null,
    favourite: false,
    tags: [] as string[],
    listIds: [] as string[],
    progress: 0,
    highlightCount: 0,
    noteCount: 0,
    imagesTotal: 0,
    imagesSaved: 0,
    imagesFailed: 0,
    leadImageId: null as string | null,
    versionCount: 0,
    searchDoc: -1,
  };
}

/** The known items, followed by new non-empty ones. */
export function union(known: readonly string[], more: readonly (string | undefined)[]): string[] {
  return [...new Set([...known, ...more.filter((item) => item !== undefined && item !== '')])] as string[];
}

/**
 * Creates an article's row, without its views.
 *
 * @param before the former row, if it was already saved
 * @param now milliseconds since 1970
 * @param identity of a new article; defaults to its address
 */
export function describeArticle(
  input: ArticleToSave,
  before: ArticleRow | undefined,
  now: number,
  identity = identify(input.article.canonicalUrl),
): ArticleRow {
  const { article } = input;
  const address = identify(article.canonicalUrl);
  const {
    pages: _,
    claimedUrl: __,
    quotesVersion: ___,
    stated: ____,
    ...kept
  } = before ?? {
    ...newRow(crypto.randomUUID(), identity, input.savedAt ?? now),
    ...input.marks,
    pages: undefined,
    claimedUrl: undefined,
    quotesVersion: undefined,
    stated: undefined,
  };
  return {
    ...kept,
    ...(input.pages ? { pages: input.pages } : {}),
    ...(input.lacksQuotes === true ? {} : { quotesVersion: QUOTES_VERSION }),
    ...(article.claimedUrl === undefined ? {} : { claimedUrl: article.claimedUrl }),
    addresses: union(kept.addresses, [
      address,
      identify(article.url),
      ...(input.pageUrls ?? []).map(identify),
    ]),
    url: article.url,
    canonicalUrl: article.canonicalUrl,
    ...readAgain(article, before, kept.savedAt),
    host: hostOf(article.canonicalUrl),
    modifiedAt: article.modifiedAt,
    dir: article.dir,
    excerpt: article.excerpt,
    wordCount: article.wordCount,
    isPreview: article.isPreview,
    savedFrom: input.savedFrom,
    updatedAt: now,
    // Saving a deleted article restores it.
    deletedAt: null,
    tags: union(kept.tags, input.tags ?? []),
    listIds: union(kept.listIds, [input.listId]),
    hasText: input.linkOnly !== true,
    ...describeQuotes(input.quotes),
    textHash: hashText(article.text),
    views: [],
  };
}

/** What a save adds to an existing article whose text stays. */
function addedData(before: ArticleRow, input: ArticleToSave) {
  return {
    addresses: union(before.addresses, [identify(input.article.url)]),
    tags: union(before.tags, input.tags ?? []),
    listIds: union(before.listIds, [input.listId, ...(input.marks?.listIds ?? [])]),
  };
}

/** An existing article whose text stays, with what the save adds to it. */
export function withSavedData(before: ArticleRow, input: ArticleToSave, now: number): ArticleRow {
  return { ...before, ...addedData(before, input), deletedAt: null, updatedAt: now };
}

/**
 * Whether a save would add anything to an existing article whose text stays. Otherwise it is not written: writing the
 * 25,000 articles of a file that is imported again took as long as importing it the first time.
 */
export function hasNewData(before: ArticleRow, input: ArticleToSave): boolean {
  const { addresses, tags, listIds } = addedData(before, input);
  return (
    addresses.length > before.addresses.length ||
    tags.length > before.tags.length ||
    listIds.length > before.listIds.length
  );
}

/** The fields of a row that are derived from its quotes. */
export function describeQuotes(
  quotes: readonly Quote[],
): Pick<ArticleRow, 'quoteCount' | 'voices' | 'speakerKeys'> {
  return {
    quoteCount: quotes.length,
    voices: topSpeakers(quotes),
    speakerKeys: union([], quotes.map(speakerKeyOf)),
  };
}

/** The spellings of the quoted people's names. */
export function speakerRows({ quotes, saidAt }: QuoteSetRow): SpeakerRow[] {
  const rows = new Map<string, SpeakerRow>();
  for (const { speakerKey, resolvedSpeaker, role } of quotes) {
    if (speakerKey === '' || resolvedSpeaker === null) continue;
    const known = rows.get(speakerKey);
    rows.set(speakerKey, { speakerKey, name: resolvedSpeaker, role: known?.role ?? role, saidAt });
  }
  return [...rows.values()];
}
