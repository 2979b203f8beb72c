import { isSameText } from '../../utils/article/metadata/same-story.ts';
import type { Article, Extraction } from '../../utils/article/types.ts';
import { type TabWorld, tabWorld } from '../../utils/platform/tab-world.ts';

/**
 * How long an application may take to show the text of the address that it has gone to, in ms. After that, what is
 * there is there to stay. Measured on applications with slow servers: up to nine seconds.
 */
const FOLLOW_MS = 10_000;

/** Whether an article's text is that of the one before, at another address. */
function isOfAnother(article: Article, before: Article): boolean {
  // A page that is given the address that it has said it had all along is the same page.
  if (before.url === article.url || before.canonicalUrl === article.canonicalUrl) return false;
  return isSameText(before.text, article.text);
}

/**
 * Applications change the address first and the text later. Until it follows, what the page shows is the article of
 * the address before, and is said to be that one: nothing may be filed under an address that it was not read at.
 */
export class LateText {
  readonly #world: TabWorld;
  readonly #now: () => number;
  /** When the address changed; at the latest when this page was first read. */
  readonly #movedAt: number;
  #isLeftOver = false;

  constructor(world: TabWorld = tabWorld(), now = () => performance.now()) {
    this.#world = world;
    this.#now = now;
    this.#movedAt = world.moved?.at ?? now();
  }

  /** The text that was read last is the one of the address before. */
  get isLeftOver(): boolean {
    return this.#isLeftOver;
  }

  /** The same, and another may still come. */
  get isStale(): boolean {
    return this.#isLeftOver && !this.isOver;
  }

  /** No other text is to be expected any more. */
  get isOver(): boolean {
    return this.#now() - this.#movedAt >= FOLLOW_MS;
  }

  /** Files what was read under the address that it belongs to. */
  place(extraction: Extraction): Extraction {
    const before = this.#world.lastRead;
    this.#isLeftOver = before !== undefined && isOfAnother(extraction.article, before);
    if (before === undefined || !this.#isLeftOver) return this.#remember(extraction);
    // Given a new address, a page that shows the same for so long is the same page.
    if (this.isOver && this.#world.moved?.how === 'replace') return this.#remember(extraction);
    const { claimedUrl: _, ...article } = extraction.article;
    const { url, canonicalUrl, claimedUrl } = before;
    const claim = claimedUrl === undefined ? {} : { claimedUrl };
    return { ...extraction, article: { ...article, url, canonicalUrl, ...claim }, pages: null };
  }

  #remember(extraction: Extraction): Extraction {
    this.#isLeftOver = false;
    this.#world.lastRead = extraction.article;
    return extraction;
  }
}
