/** Creates the rows for an article that is being saved. */
import type { Article } from '../../article/types.ts';
import { QUOTES_VERSION } from '../../quotes/quotes-version.ts';
import { summariseSpeakers } from '../../quotes/speakers/people/summarise-speakers.ts';
import type { Quote } from '../../quotes/types.ts';
import { getSpeakerKey } from '../schema/quote-sets.ts';
import { hashText } from '../search/fold-text.ts';
import type {
  ArticleDetails,
  ArticleRow,
  QuoteSetRow,
  SavedFrom,
  SavedPages,
  SpeakerShare,
  VersionRow,
} from '../types.ts';
import type { SpeakerRow } from '../user-types.ts';
import { applyEditsToReread, applyRequestedEdit } from './article-details.ts';
import { getHost, normaliseAddress } from './article-identity.ts';

/** Number of quoted people shown in lists. */
const MAX_SPEAKERS_SHOWN = 3;

export interface ArticleToSave {
  /** `html` must already be sanitised; see `prepare-content.ts`. */
  article: Article;
  quotes: readonly Quote[];
  /** Whether the quotes could not be extracted. They are extracted when articles are processed again. */
  lacksQuotes?: boolean;
  /** URLs of the images in `article.html`, in order. */
  images?: readonly string[];
  savedFrom: SavedFrom;
  /** If the article is split into several pages: the pages that `article` contains. */
  pages?: SavedPages | null;
  /** URLs of the other pages that `article` contains. */
  pageUrls?: readonly string[];
  /** Tags to add. */
  tags?: readonly string[];
  /** For imports: when the user saved the article, in milliseconds since 1970. Defaults to now. */
  savedAt?: number;
  /** Whether only the address is known. `article.text` is empty then; a text may be fetched later. */
  linkOnly?: boolean;
  /**
   * For imports: user data from another application. An existing article keeps its own; if its text is kept, it is also
   * added to the lists.
   */
  userState?: Partial<ArticleUserState>;
  /** The details as the user edited them before saving. */
  details?: ArticleDetails;
  /** If the save replaces a text, a snapshot for `undoReplacement` is stored under this token. */
  undoToken?: string;
}

/** The result of saving an article: its id, and whether it was already saved. */
export interface SaveResult {
  articleId: string;
  updated: boolean;
  /** Set if another article is saved at the same URL. That one is kept, and this one was saved separately. */
  isSeparate?: true;
  /** Set if the article was already saved and its text has not changed. */
  isSame?: true;
  /** The saved text, if it was replaced by a different one; see `replacesText`. */
  replaced?: VersionRow;
}

/** User data that saving again does not change. Times are in milliseconds since 1970. */
export type ArticleUserState = Pick<
  ArticleRow,
  'archivedAt' | 'openedAt' | 'pinnedAt' | 'finishedAt' | 'favourite' | 'progress' | 'listIds'
>;

/** Returns the most quoted people with certain names, for lists. */
function getTopSpeakers(quotes: readonly Quote[]): SpeakerShare[] {
  return summariseSpeakers(quotes)
    .flatMap(({ name, role, share, unnamed, probable }) =>
      name === null || unnamed || probable ? [] : [{ name, role, share }],
    )
    .slice(0, MAX_SPEAKERS_SHOWN);
}

/** Returns the initial values of fields that later saves don't overwrite. */
function createInitialFields(id: string, identity: string, savedAt: number) {
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

/** Returns the existing items, followed by new non-empty ones. */
export function union(existing: readonly string[], added: readonly (string | undefined)[]): string[] {
  return [
    ...new Set([...existing, ...added.filter((item) => item !== undefined && item !== '')]),
  ] as string[];
}

/**
 * Creates an article's row. `views` is left empty.
 *
 * @param before the former row, if the article is already saved
 * @param now milliseconds since 1970
 * @param identity identity of a new article; defaults to its normalised URL
 */
export function createArticleRow(
  input: ArticleToSave,
  before: ArticleRow | undefined,
  now: number,
  identity = normaliseAddress(input.article.canonicalUrl),
): ArticleRow {
  const { article } = input;
  const address = normaliseAddress(article.canonicalUrl);
  const {
    pages: _,
    claimedUrl: __,
    quotesVersion: ___,
    stated: ____,
    ...retained
  } = before ?? {
    ...createInitialFields(crypto.randomUUID(), identity, input.savedAt ?? now),
    ...input.userState,
    pages: undefined,
    claimedUrl: undefined,
    quotesVersion: undefined,
    stated: undefined,
  };
  const details = applyEditsToReread(article, before, retained.savedAt);
  return {
    ...retained,
    ...(input.pages ? { pages: input.pages } : {}),
    ...(input.lacksQuotes === true ? {} : { quotesVersion: QUOTES_VERSION }),
    ...(article.claimedUrl === undefined ? {} : { claimedUrl: article.claimedUrl }),
    addresses: union(retained.addresses, [
      address,
      normaliseAddress(article.url),
      ...(input.pageUrls ?? []).map(normaliseAddress),
    ]),
    url: article.url,
    canonicalUrl: article.canonicalUrl,
    ...(input.details === undefined
      ? details
      : applyRequestedEdit({ ...details, savedAt: retained.savedAt }, input.details)),
    host: getHost(article.canonicalUrl),
    modifiedAt: article.modifiedAt,
    dir: article.dir,
    excerpt: article.excerpt,
    wordCount: article.wordCount,
    isPreview: article.isPreview,
    savedFrom: input.savedFrom,
    updatedAt: now,
    // Saving a deleted article restores it.
    deletedAt: null,
    tags: union(retained.tags, input.tags ?? []),
    listIds: retained.listIds,
    hasText: input.linkOnly !== true,
    ...deriveQuoteFields(input.quotes),
    textHash: hashText(article.text),
    views: [],
  };
}

/** Returns the fields to which a save adds values, for an existing article whose text is kept. */
function mergeAdditions(before: ArticleRow, input: ArticleToSave) {
  return {
    addresses: union(before.addresses, [normaliseAddress(input.article.url)]),
    tags: union(before.tags, input.tags ?? []),
    listIds: union(before.listIds, input.userState?.listIds ?? []),
  };
}

/** Returns the row of an existing article whose text is kept, with the values that the save adds. */
export function applyAdditions(before: ArticleRow, input: ArticleToSave, now: number): ArticleRow {
  return { ...before, ...mergeAdditions(before, input), deletedAt: null, updatedAt: now };
}

/**
 * Whether a save would add anything to an existing article whose text is kept. If not, nothing is written. Before this
 * check, importing a file with 25,000 articles again took as long as the first time.
 */
export function hasAdditions(before: ArticleRow, input: ArticleToSave): boolean {
  const { addresses, tags, listIds } = mergeAdditions(before, input);
  return (
    addresses.length > before.addresses.length ||
    tags.length > before.tags.length ||
    listIds.length > before.listIds.length
  );
}

/** Returns the fields of a row that are derived from its quotes. */
export function deriveQuoteFields(
  quotes: readonly Quote[],
): Pick<ArticleRow, 'quoteCount' | 'voices' | 'speakerKeys'> {
  return {
    quoteCount: quotes.length,
    voices: getTopSpeakers(quotes),
    speakerKeys: union([], quotes.map(getSpeakerKey)),
  };
}

/** Creates rows with the spellings and roles of quoted people. */
export function createSpeakerRows({ quotes, saidAt }: QuoteSetRow): SpeakerRow[] {
  const rows = new Map<string, SpeakerRow>();
  for (const { speakerKey, resolvedSpeaker, role } of quotes) {
    if (speakerKey === '' || resolvedSpeaker === null) continue;
    const existing = rows.get(speakerKey);
    rows.set(speakerKey, { speakerKey, name: resolvedSpeaker, role: existing?.role ?? role, saidAt });
  }
  return [...rows.values()];
}
