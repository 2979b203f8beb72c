/** Creates the rows of an article that is saved. */
import type { Article } from '../../article/types.ts';
import { QUOTES_VERSION } from '../../quotes/quotes-version.ts';
import { summariseVoices } from '../../quotes/speakers/people/summarise-voices.ts';
import type { Quote } from '../../quotes/types.ts';
import { speakerKeyOf } from '../schema/quote-sets.ts';
import { hashText } from '../search/fold-text.ts';
import type { ArticleRow, QuoteSetRow, SavedFrom, SavedPages, SpeakerShare } from '../types.ts';
import type { SpeakerRow } from '../user-types.ts';
import { applyEditsToReread } from './article-details.ts';
import { hostOf, normaliseAddress } from './article-identity.ts';

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
  userState?: Partial<ArticleUserState>;
}

/** The result of saving an article: its id, and whether it existed already. */
export interface SaveResult {
  articleId: string;
  updated: boolean;
  /** The address belongs to another saved article, which stays; this one was saved separately. */
  isSeparate?: true;
  /** It existed, and its text has not changed. */
  isSame?: true;
}

/** User data that a save does not change. Times are milliseconds since 1970. */
export type ArticleUserState = Pick<
  ArticleRow,
  'archivedAt' | 'openedAt' | 'pinnedAt' | 'finishedAt' | 'favourite' | 'progress' | 'listIds'
>;

/** The three most quoted people, for lists. */
function getTopSpeakers(quotes: readonly Quote[]): SpeakerShare[] {
  return summariseVoices(quotes)
    .flatMap(({ name, role, share, unnamed, probable }) =>
      name === null || unnamed || probable ? [] : [{ name, role, share }],
    )
    .slice(0, MAX_SPEAKERS_SHOWN);
}

/** The initial values of fields that later saves don't change. */
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

/** The known items, followed by new non-empty ones. */
export function union(existing: readonly string[], added: readonly (string | undefined)[]): string[] {
  return [
    ...new Set([...existing, ...added.filter((item) => item !== undefined && item !== '')]),
  ] as string[];
}

/**
 * Creates an article's row, without its views.
 *
 * @param before the former row, if it was already saved
 * @param now milliseconds since 1970
 * @param identity of a new article; defaults to its address
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
    ...applyEditsToReread(article, before, retained.savedAt),
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
    tags: union(retained.tags, input.tags ?? []),
    listIds: union(retained.listIds, [input.listId]),
    hasText: input.linkOnly !== true,
    ...deriveQuoteFields(input.quotes),
    textHash: hashText(article.text),
    views: [],
  };
}

/** What a save adds to an existing article whose text stays. */
function mergeAdditions(before: ArticleRow, input: ArticleToSave) {
  return {
    addresses: union(before.addresses, [normaliseAddress(input.article.url)]),
    tags: union(before.tags, input.tags ?? []),
    listIds: union(before.listIds, [input.listId, ...(input.userState?.listIds ?? [])]),
  };
}

/** An existing article whose text stays, with what the save adds to it. */
export function applyAdditions(before: ArticleRow, input: ArticleToSave, now: number): ArticleRow {
  return { ...before, ...mergeAdditions(before, input), deletedAt: null, updatedAt: now };
}

/**
 * Whether a save would add anything to an existing article whose text stays. Otherwise it is not written: writing the
 * 25,000 articles of a file that is imported again took as long as importing it the first time.
 */
export function hasAdditions(before: ArticleRow, input: ArticleToSave): boolean {
  const { addresses, tags, listIds } = mergeAdditions(before, input);
  return (
    addresses.length > before.addresses.length ||
    tags.length > before.tags.length ||
    listIds.length > before.listIds.length
  );
}

/** The fields of a row that are derived from its quotes. */
export function deriveQuoteFields(
  quotes: readonly Quote[],
): Pick<ArticleRow, 'quoteCount' | 'voices' | 'speakerKeys'> {
  return {
    quoteCount: quotes.length,
    voices: getTopSpeakers(quotes),
    speakerKeys: union([], quotes.map(speakerKeyOf)),
  };
}

/** The spellings of the quoted people's names. */
export function createSpeakerRows({ quotes, saidAt }: QuoteSetRow): SpeakerRow[] {
  const rows = new Map<string, SpeakerRow>();
  for (const { speakerKey, resolvedSpeaker, role } of quotes) {
    if (speakerKey === '' || resolvedSpeaker === null) continue;
    const existing = rows.get(speakerKey);
    rows.set(speakerKey, { speakerKey, name: resolvedSpeaker, role: existing?.role ?? role, saidAt });
  }
  return [...rows.values()];
}
