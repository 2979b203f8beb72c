import { slugWords } from '../../utils/article/metadata/page-address.ts';
import { isOtherText, sharesText } from '../../utils/article/metadata/same-story.ts';
import type { Article, Extraction } from '../../utils/article/types.ts';
import { type TabWorld, tabWorld } from '../../utils/platform/tab-world.ts';
import { foldText } from '../../utils/text/fold-text.ts';

/**
 * How long an application may take to show the text of the address that it has gone to, in ms. After that, what is
 * there is there to stay. Measured on applications with slow servers: up to nine seconds.
 */
const FOLLOW_MS = 10_000;
/**
 * How long another story must stand where nothing says which address it belongs to, in ms: most applications that draw
 * first change the address within a second.
 */
const STAND_MS = 2500;
/** Characters at each end of a text that are compared: some milliseconds of work, however long the text is. */
const COMPARED = 20_000;
/** Share of the words of an address that a headline has where they belong together. */
const NAMED = 0.6;

const sampleOf = (text: string): string =>
  text.length <= 2 * COMPARED ? text : `${text.slice(0, COMPARED)}\n\n${text.slice(-COMPARED)}`;

const sharesMost = (a: string, b: string): boolean => a === b || sharesText(sampleOf(a), sampleOf(b));
const isOther = (a: string, b: string): boolean => a !== b && isOtherText(sampleOf(a), sampleOf(b));

/** Whether the address is made of the headline's words. */
function isNamedAfter(url: string, title: string): boolean {
  const words = foldText(slugWords(url)).split(' ').filter(Boolean);
  const has = new Set(foldText(title).split(' '));
  return words.length >= 3 && words.filter((word) => has.has(word)).length >= NAMED * words.length;
}

/** Why a reading is not filed under the address of the page. */
type Doubt =
  /** The text is that of the article before. */
  | 'behind'
  /** Another text stands under the same address or headline, or nobody knows which of two addresses it is of. */
  | 'unsure';

/**
 * An article is its text and its headline and its address. Applications change these one after the other; while they
 * do not agree, what the page shows is said to be of no certain address, or is filed under the one that it was read at
 * before: nothing may be kept under an address that it does not belong to.
 */
export class LateText {
  readonly #world: TabWorld;
  readonly #now: () => number;
  #doubt: Doubt | null = null;
  #begun: number;
  /** The text that nobody knows the address of, and since when it stands there. */
  #standing: { text: string; since: number } | null = null;

  constructor(world: TabWorld = tabWorld(), now = () => performance.now()) {
    this.#world = world;
    this.#now = now;
    this.#begun = now();
  }

  /** What was read last is not known to belong to the address, and what does may still come. */
  get isStale(): boolean {
    return this.msLeft > 0;
  }

  /** After so many milliseconds what is there is taken for what it is; 0 where nothing is in doubt. */
  get msLeft(): number {
    if (this.#doubt === null) return 0;
    // Whoever saw the address change first: both look for themselves.
    const movedAt = Math.max(this.#world.moved?.at ?? 0, this.#begun);
    const end = this.#doubt === 'behind' ? movedAt + FOLLOW_MS : (this.#standing?.since ?? 0) + STAND_MS;
    return Math.max(0, end - this.#now());
  }

  /** The address has changed: nothing is known of it until the page is read. */
  expectText(): void {
    this.#begun = this.#now();
    if (this.#doubt === 'behind') this.#world.isHasty = true;
    this.#doubt = 'behind';
    this.#standing = null;
  }

  /** Files what was read under the address that it belongs to. */
  place(extraction: Extraction): Extraction {
    const { article, pages } = extraction;
    const before = this.#world.lastRead;
    if (before === undefined) return this.#remember(extraction);
    const isHere = before.url === article.url || before.canonicalUrl === article.canonicalUrl;
    const hasSameHeadline = article.title === before.title;
    if (!isHere && this.#isBehind(article, before)) return this.#placeBehind(extraction, before);
    if (isHere && !isOther(before.text, article.text)) return this.#remember(extraction);
    // The words of an address are a witness.
    if (!hasSameHeadline && isNamedAfter(article.url, article.title)) return this.#remember(extraction);
    // The pages of one article have one headline.
    const isSure = !isHere && this.#world.isHasty !== true && (!hasSameHeadline || Boolean(pages));
    if (isSure) return this.#remember(extraction);
    if (!this.#hasStood(article.text)) {
      this.#doubt = 'unsure';
      return extraction;
    }
    if (isHere) this.#world.replacedAt = this.#now();
    return this.#remember(extraction);
  }

  #isBehind({ text }: Article, before: Article): boolean {
    const { replacedAt, moved } = this.#world;
    const wasFirst = replacedAt !== undefined && moved !== undefined && moved.at - replacedAt < FOLLOW_MS;
    return !wasFirst && sharesMost(text, before.text);
  }

  #placeBehind(extraction: Extraction, before: Article): Extraction {
    this.#doubt = 'behind';
    // Given a new address, a page that shows the same for so long is the same page.
    if (!this.isStale && this.#world.moved?.how === 'replace') return this.#remember(extraction);
    return fileUnder(before, extraction);
  }

  /** Whether one text has been seen here for long enough. */
  #hasStood(text: string): boolean {
    const standing = this.#standing;
    if (standing === null || isOther(standing.text, text)) {
      this.#standing = { text, since: this.#now() };
      return false;
    }
    return this.#now() - standing.since >= STAND_MS;
  }

  #remember(extraction: Extraction): Extraction {
    const world = this.#world;
    this.#doubt = null;
    this.#standing = null;
    if (world.lastRead?.url !== extraction.article.url) world.replacedAt = undefined;
    world.lastRead = extraction.article;
    world.isHasty = false;
    return extraction;
  }
}

function fileUnder({ url, canonicalUrl, claimedUrl }: Article, extraction: Extraction): Extraction {
  const { claimedUrl: _, ...article } = extraction.article;
  const claim = claimedUrl === undefined ? {} : { claimedUrl };
  return { ...extraction, article: { ...article, url, canonicalUrl, ...claim }, pages: null };
}
