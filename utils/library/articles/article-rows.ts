/** What a save makes of an article: its rows. */
import type { Article } from '../../article/types.ts';
import { QUOTES_VERSION } from '../../quotes/quotes-version.ts';
import type { Quote, Voice } from '../../quotes/types.ts';
import { type Spoken, speakerKeyOf } from '../schema/quote-sets.ts';
import { hashText } from '../search/fold-text.ts';
import type { ArticleRow, QuoteSetRow, SavedFrom, SavedPages, VoiceLine } from '../types.ts';
import type { SpeakerRow } from '../user-types.ts';
import { readAgain } from './article-details.ts';
import { hostOf, identify } from './article-identity.ts';

/** Voices a list shows. */
const VOICES_SHOWN = 3;

export interface ArticleToSave {
  /** Its `html` must be sanitised already; see `prepare-content.ts`. */
  article: Article;
  quotes: readonly Quote[];
  /** Its quotes could not be looked for: they will be when articles are read again. */
  lacksQuotes?: boolean;
  voices?: readonly Voice[];
  /** Addresses of the images in `article.html`, in order. */
  images?: readonly string[];
  savedFrom: SavedFrom;
  /** Where the article is split over several pages: which of them `article` holds. */
  pages?: SavedPages | null;
  /** Addresses of its other pages that `article` holds. */
  pageUrls?: readonly string[];
  /** Lists and tags to add. */
  listId?: string;
  tags?: readonly string[];
  /** When the user saved it, for imports. Milliseconds since 1970; now by default. */
  savedAt?: number;
  /** Only the address is known: `article.text` is empty, and a text may be fetched later. */
  linkOnly?: boolean;
  /** What the user had made of it elsewhere, for imports. An article that is here already keeps its own. */
  marks?: Partial<ReaderMarks>;
}

/** What became of an article: its id, and whether it was in the library already. */
export interface Saved {
  articleId: string;
  updated: boolean;
  /** Another story was saved from this address: it stays as it is, and this one is kept beside it. */
  isSeparate?: true;
  /** It was here, and its text stays as it was. */
  isSame?: true;
}

/** What a save does not decide. Times are milliseconds since 1970. */
export type ReaderMarks = Pick<
  ArticleRow,
  'archivedAt' | 'openedAt' | 'pinnedAt' | 'finishedAt' | 'favourite' | 'progress' | 'listIds'
>;

/** The three people who are quoted most, for a list. */
export function voiceLines(voices: readonly Voice[]): VoiceLine[] {
  return voices
    .flatMap(({ name, role, share, unnamed, probable }) =>
      name === null || unnamed || probable ? [] : [{ name, role, share }],
    )
    .slice(0, VOICES_SHOWN);
}

/** What a save does not decide: kept when the article is saved again. */
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

/** Known items first, then the new ones that say something. */
export function union(known: readonly string[], more: readonly (string | undefined)[]): string[] {
  return [...new Set([...known, ...more.filter((item) => item !== undefined && item !== '')])] as string[];
}

/**
 * The row of an article, not yet placed in views.
 *
 * @param before its row so far, where it was saved already
 * @param now milliseconds since 1970
 * @param identity of a new article; by default its address
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
    // Saving something deleted brings it back.
    deletedAt: null,
    tags: union(kept.tags, input.tags ?? []),
    listIds: union(kept.listIds, [input.listId]),
    hasText: input.linkOnly !== true,
    quoteCount: input.quotes.length,
    voices: voiceLines(input.voices ?? []),
    speakerKeys: speakerKeysOf(input.quotes),
    textHash: hashText(article.text),
    views: [],
  };
}

/** An article that is here already, with what a save adds to it while its text stays. */
export function keepKnown(before: ArticleRow, input: ArticleToSave, now: number): ArticleRow {
  return {
    ...before,
    addresses: union(before.addresses, [identify(input.article.url)]),
    tags: union(before.tags, input.tags ?? []),
    listIds: union(before.listIds, [input.listId, ...(input.marks?.listIds ?? [])]),
    deletedAt: null,
    updatedAt: now,
  };
}

/** Folded names of everybody quoted who has one. */
export function speakerKeysOf(quotes: readonly Spoken[]): string[] {
  return union([], quotes.map(speakerKeyOf));
}

/** How the people quoted are written, for lists of people. */
export function speakerRows({ quotes, saidAt }: QuoteSetRow): SpeakerRow[] {
  const rows = new Map<string, SpeakerRow>();
  for (const { speakerKey, resolvedSpeaker, role } of quotes) {
    if (speakerKey === '' || resolvedSpeaker === null) continue;
    const known = rows.get(speakerKey);
    rows.set(speakerKey, { speakerKey, name: resolvedSpeaker, role: known?.role ?? role, saidAt });
  }
  return [...rows.values()];
}
