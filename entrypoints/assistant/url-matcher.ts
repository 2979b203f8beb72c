import { extractSlugWords } from '../../utils/article/metadata/page-address.ts';
import { containsMostOf, isUnrelatedText } from '../../utils/article/metadata/same-story.ts';
import type { Article, Extraction } from '../../utils/article/types.ts';
import { type TabState, tabState } from '../../utils/platform/tab-state.ts';
import { foldText } from '../../utils/text/fold-text.ts';

/**
 * Time limit for a web application to show the text of its new URL, in ms. Then we assume that the current text belongs to it.
 * We measured up to nine seconds with slow servers.
 */
const TEXT_TIMEOUT_MS = 10_000;
/**
 * How long a different text must stay unchanged if it is unclear which URL it belongs to, in ms. Most web applications that
 * render first change the URL within a second.
 */
const STABLE_MS = 2500;
/** Number of characters at each end of a text that are compared, so that it takes only a few milliseconds. */
const SAMPLE_LENGTH = 20_000;
/** Minimum share of the words in a URL that a matching headline contains. */
const MIN_SHARED_WORDS = 0.6;

const takeSample = (text: string): string =>
  text.length <= 2 * SAMPLE_LENGTH
    ? text
    : `${text.slice(0, SAMPLE_LENGTH)}\n\n${text.slice(-SAMPLE_LENGTH)}`;

const isSimilar = (a: string, b: string): boolean => a === b || containsMostOf(takeSample(a), takeSample(b));
const isDifferent = (a: string, b: string): boolean =>
  a !== b && isUnrelatedText(takeSample(a), takeSample(b));

/** Whether a URL was made from the words of a headline. */
function isUrlOfTitle(url: string, title: string): boolean {
  const words = foldText(extractSlugWords(url)).split(' ').filter(Boolean);
  const titleWords = new Set(foldText(title).split(' '));
  return (
    words.length >= 3 &&
    words.filter((word) => titleWords.has(word)).length >= MIN_SHARED_WORDS * words.length
  );
}

/** Why a text is not assigned to the current URL. */
type Doubt =
  /** The text is that of the previous article. */
  | 'behind'
  /** A different text has appeared with the same URL or headline, or the text can belong to either of two URLs. */
  | 'unsure';

/**
 * Assigns texts to URLs. Single-page applications change the text, the headline and the URL one after the other. While these
 * don't match, the text is marked as stale or assigned to its previous URL, so that nothing is stored under a wrong URL.
 */
export class UrlMatcher {
  readonly #tabState: TabState;
  readonly #now: () => number;
  #doubt: Doubt | null = null;
  #startedAt: number;
  /** The text with an uncertain URL, and the time when it appeared. */
  #candidate: { text: string; since: number } | null = null;

  constructor(state: TabState = tabState(), now = () => performance.now()) {
    this.#tabState = state;
    this.#now = now;
    this.#startedAt = now();
  }

  /** Whether the text may still belong to the previous URL, so that a matching one is awaited. */
  get isStale(): boolean {
    return this.msLeft > 0;
  }

  /** Milliseconds until the current text is accepted; 0 if there is no doubt. */
  get msLeft(): number {
    if (this.#doubt === null) return 0;
    // Both the gate and the assistant watch the URL; the later observation counts.
    const movedAt = Math.max(this.#tabState.moved?.at ?? 0, this.#startedAt);
    const end =
      this.#doubt === 'behind' ? movedAt + TEXT_TIMEOUT_MS : (this.#candidate?.since ?? 0) + STABLE_MS;
    return Math.max(0, end - this.#now());
  }

  /** Called when the URL has changed. The text is in doubt until the page has been read again. */
  onUrlChange(): void {
    this.#startedAt = this.#now();
    if (this.#doubt === 'behind') this.#tabState.isHasty = true;
    this.#doubt = 'behind';
    this.#candidate = null;
  }

  /** Assigns an extracted article to the URL it belongs to. */
  assignUrl(extraction: Extraction): Extraction {
    const { article, pages } = extraction;
    const previous = this.#tabState.lastRead;
    if (previous === undefined) return this.#accept(extraction);
    const isSameUrl = previous.url === article.url || previous.canonicalUrl === article.canonicalUrl;
    const hasSameHeadline = article.title === previous.title;
    if (!isSameUrl && this.#hasPreviousText(article, previous))
      return this.#assignPreviousUrl(extraction, previous);
    if (isSameUrl && !isDifferent(previous.text, article.text)) return this.#accept(extraction);
    // A URL with the words of a new headline belongs to the text.
    if (!hasSameHeadline && isUrlOfTitle(article.url, article.title)) return this.#accept(extraction);
    // The same headline under a new URL is only expected for the pages of one article.
    const isCertain = !isSameUrl && this.#tabState.isHasty !== true && (!hasSameHeadline || Boolean(pages));
    if (isCertain) return this.#accept(extraction);
    if (!this.#isStable(article.text)) {
      this.#doubt = 'unsure';
      return extraction;
    }
    if (isSameUrl) this.#tabState.replacedAt = this.#now();
    return this.#accept(extraction);
  }

  #hasPreviousText({ text }: Article, previous: Article): boolean {
    const { replacedAt, moved } = this.#tabState;
    const textCameFirst =
      replacedAt !== undefined && moved !== undefined && moved.at - replacedAt < TEXT_TIMEOUT_MS;
    return !textCameFirst && isSimilar(text, previous.text);
  }

  #assignPreviousUrl(extraction: Extraction, previous: Article): Extraction {
    this.#doubt = 'behind';
    // The URL was replaced (`history.replaceState`), and the text is still the same, so it is the same page.
    if (!this.isStale && this.#tabState.moved?.how === 'replace') return this.#accept(extraction);
    return withUrlsOf(previous, extraction);
  }

  /** Whether the text has been the same for at least `STABLE_MS`. */
  #isStable(text: string): boolean {
    const candidate = this.#candidate;
    if (candidate === null || isDifferent(candidate.text, text)) {
      this.#candidate = { text, since: this.#now() };
      return false;
    }
    return this.#now() - candidate.since >= STABLE_MS;
  }

  #accept(extraction: Extraction): Extraction {
    const state = this.#tabState;
    this.#doubt = null;
    this.#candidate = null;
    if (state.lastRead?.url !== extraction.article.url) state.replacedAt = undefined;
    state.lastRead = extraction.article;
    state.isHasty = false;
    return extraction;
  }
}

function withUrlsOf({ url, canonicalUrl, claimedUrl }: Article, extraction: Extraction): Extraction {
  const { claimedUrl: _, ...article } = extraction.article;
  const claim = claimedUrl === undefined ? {} : { claimedUrl };
  return { ...extraction, article: { ...article, url, canonicalUrl, ...claim }, pages: null };
}
