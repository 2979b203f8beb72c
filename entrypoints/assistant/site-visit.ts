import { imprintPage, printAddress, printBlock } from '../../utils/clutter/block-fingerprint.ts';
import { countRepeats, EMPTY_MEMORY, remember, type SiteMemory } from '../../utils/clutter/site-memory.ts';
import { isExtensionAlive, isPrivateWindow } from '../../utils/platform/bare-browser.ts';
import { loadMemory, storeMemory } from '../../utils/platform/memory-storage.ts';
import { siteKey } from '../../utils/settings/read-settings.ts';

/** How long after the first pass a page is remembered, in ms: what comes late is there, and few readers have left. */
const REMEMBER_MS = 4000;

/** One visit to a page of a site: what is known from others, and what this one adds. */
export class SiteVisit {
  readonly #url: string;
  readonly #host: string;
  readonly #memory: SiteMemory;

  private constructor(url: string, memory: SiteMemory) {
    this.#url = url;
    this.#host = siteKey(url);
    this.#memory = memory;
  }

  /** Recalls the site of a page. A private window recalls nothing, and leaves nothing behind. */
  static async begin(url: string): Promise<SiteVisit> {
    const host = siteKey(url);
    if (host === '' || isPrivateWindow()) return new SiteVisit(url, EMPTY_MEMORY);
    try {
      return new SiteVisit(url, await loadMemory(host));
    } catch (error) {
      console.warn('offprint: the site is not recalled', error);
      return new SiteVisit(url, EMPTY_MEMORY);
    }
  }

  /** On how many other pages of the site a block was met. */
  repeats(): (element: Element) => number {
    const count = countRepeats(this.#memory, printAddress(this.#url));
    return (element) => count(printBlock(element));
  }

  /**
   * Remembers the page once it has come to rest.
   *
   * @param look what of the page is the article, and what is hidden by then; null where it is not to be remembered
   */
  rememberLater(
    look: () => { kept: readonly Element[]; hidden: readonly Element[] } | null,
    signal: AbortSignal,
  ): void {
    if (this.#host === '' || isPrivateWindow()) return;
    const timer = setTimeout(() => {
      const idle = (globalThis as { requestIdleCallback?: (work: () => void) => void }).requestIdleCallback;
      if (idle === undefined) this.#remember(look, signal);
      else idle(() => this.#remember(look, signal));
    }, REMEMBER_MS);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  }

  #remember(look: Parameters<SiteVisit['rememberLater']>[0], signal: AbortSignal): void {
    const seen = signal.aborted || !isExtensionAlive() ? null : look();
    if (seen === null) return;
    const store = async (): Promise<void> => {
      const imprint = imprintPage(document, this.#url, seen.kept, seen.hidden);
      // Another tab of the site may have stored something meanwhile.
      await storeMemory(this.#host, remember(await loadMemory(this.#host), imprint));
    };
    store().catch((error: unknown) => console.warn('offprint: the page is not remembered', error));
  }
}
