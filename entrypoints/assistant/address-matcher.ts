import { extractSlugWords } from '../../utils/article/metadata/page-address.ts';
import { containsMostOf, isUnrelatedText } from '../../utils/article/metadata/same-story.ts';
import type { Article, Extraction } from '../../utils/article/types.ts';
import { type TabState, tabState } from '../../utils/platform/tab-state.ts';
import { foldText } from '../../utils/text/fold-text.ts';

/**
 * How long an application may take to show the text of its new address. Afterwards the text is taken to belong to it.
 * Up to nine seconds were measured with slow servers.
 */
const FOLLOW_TIMEOUT_MS = 10_000;
/**
 * How long a different text must stay unchanged if nothing tells which address it belongs to: most applications that
 * draw first change the address within a second.
 */
const STABLE_MS = 2500;
/** Characters at each end of a text that are compared, which takes some milliseconds for any length. */
const SAMPLE_LENGTH = 20_000;
/** Minimum share of the words of an address that a matching headline contains. */
const MIN_SHARED_WORDS = 0.6;

const sampleOf = (text: string): string =>
  text.length <= 2 * SAMPLE_LENGTH
    ? text
    : `${text.slice(0, SAMPLE_LENGTH)}\n\n${text.slice(-SAMPLE_LENGTH)}`;

const isSimilar = (a: string, b: string): boolean => a === b || containsMostOf(sampleOf(a), sampleOf(b));
const isDifferent = (a: string, b: string): boolean => a !== b && isUnrelatedText(sampleOf(a), sampleOf(b));

/** Whether the address was made from the headline's words. */
function isUrlOfTitle(url: string, title: string): boolean {
  const words = foldText(extractSlugWords(url)).split(' ').filter(Boolean);
  const has = new Set(foldText(title).split(' '));
  return words.length >= 3 && words.filter((word) => has.has(word)).length >= MIN_SHARED_WORDS * words.length;
}

/** Why a text is not assigned to the current address. */
type Doubt =
  /** The text is that of the previous article. */
  | 'behind'
  /** Another text has appeared under the same address or headline, or either of two addresses may be its own. */
  | 'unsure';

/**
 * Assigns texts to addresses. Applications change text, headline and address one after the other. While these do not
 * match, the text is marked as stale or assigned to the address it was read at before, so that nothing is stored under a
 * wrong address.
 */
export class AddressMatcher {
  readonly #world: TabState;
  readonly #now: () => number;
  #doubt: Doubt | null = null;
  #begun: number;
  /** The text with an uncertain address, and when it appeared. */
  #candidate: { text: string; since: number } | null = null;

  constructor(world: TabState = tabState(), now = () => performance.now()) {
    this.#world = world;
    this.#now = now;
    this.#begun = now();
  }

  /** Whether the last text may not belong to the current address and a matching one may still come. */
  get isStale(): boolean {
    return this.msLeft > 0;
  }

  /** Milliseconds until the current text is accepted; 0 if it is not in doubt. */
  get msLeft(): number {
    if (this.#doubt === null) return 0;
    // Both the gate and the assistant watch the address; the later observation counts.
    const movedAt = Math.max(this.#world.moved?.at ?? 0, this.#begun);
    const end =
      this.#doubt === 'behind' ? movedAt + FOLLOW_TIMEOUT_MS : (this.#candidate?.since ?? 0) + STABLE_MS;
    return Math.max(0, end - this.#now());
  }

  /** Called when the address has changed: the text is in doubt until the page is read. */
  onAddressChange(): void {
    this.#begun = this.#now();
    if (this.#doubt === 'behind') this.#world.isHasty = true;
    this.#doubt = 'behind';
    this.#candidate = null;
  }

  /** Assigns an extracted article to the address it belongs to. */
  place(extraction: Extraction): Extraction {
    const { article, pages } = extraction;
    const before = this.#world.lastRead;
    if (before === undefined) return this.#remember(extraction);
    const isHere = before.url === article.url || before.canonicalUrl === article.canonicalUrl;
    const hasSameHeadline = article.title === before.title;
    if (!isHere && this.#isBehind(article, before)) return this.#assignPrevious(extraction, before);
    if (isHere && !isDifferent(before.text, article.text)) return this.#remember(extraction);
    // Words in the address are evidence.
    if (!hasSameHeadline && isUrlOfTitle(article.url, article.title)) return this.#remember(extraction);
    // All pages of one article have the same headline.
    const isSure = !isHere && this.#world.isHasty !== true && (!hasSameHeadline || Boolean(pages));
    if (isSure) return this.#remember(extraction);
    if (!this.#isStable(article.text)) {
      this.#doubt = 'unsure';
      return extraction;
    }
    if (isHere) this.#world.replacedAt = this.#now();
    return this.#remember(extraction);
  }

  #isBehind({ text }: Article, before: Article): boolean {
    const { replacedAt, moved } = this.#world;
    const wasFirst =
      replacedAt !== undefined && moved !== undefined && moved.at - replacedAt < FOLLOW_TIMEOUT_MS;
    return !wasFirst && isSimilar(text, before.text);
  }

  #assignPrevious(extraction: Extraction, before: Article): Extraction {
    this.#doubt = 'behind';
    // The address was replaced, and the text has stayed the same for so long: it is the same page.
    if (!this.isStale && this.#world.moved?.how === 'replace') return this.#remember(extraction);
    return withAddressOf(before, extraction);
  }

  /** Whether the same text has been there long enough. */
  #isStable(text: string): boolean {
    const candidate = this.#candidate;
    if (candidate === null || isDifferent(candidate.text, text)) {
      this.#candidate = { text, since: this.#now() };
      return false;
    }
    return this.#now() - candidate.since >= STABLE_MS;
  }

  #remember(extraction: Extraction): Extraction {
    const world = this.#world;
    this.#doubt = null;
    this.#candidate = null;
    if (world.lastRead?.url !== extraction.article.url) world.replacedAt = undefined;
    world.lastRead = extraction.article;
    world.isHasty = false;
    return extraction;
  }
}

function withAddressOf({ url, canonicalUrl, claimedUrl }: Article, extraction: Extraction): Extraction {
  const { claimedUrl: _, ...article } = extraction.article;
  const claim = claimedUrl === undefined ? {} : { claimedUrl };
  return { ...extraction, article: { ...article, url, canonicalUrl, ...claim }, pages: null };
}
