import { readCanonicalElsewhere } from '../../utils/article/metadata/canonical-elsewhere.ts';
import type { BackgroundMessages, GateReport } from '../../utils/messaging/protocol.ts';
import { askBackground, receiveInTab } from '../../utils/messaging/tab-side.ts';
import { getSiteSettings, type SiteView } from '../../utils/settings/site-settings.ts';

/**
 * Reports every change of the settings for this page's site until the signal aborts. The background only says that there
 * was a change; the tab then asks for what it may know.
 *
 * @param place returns the request for `site/ask`
 * @returns starts the reports; of earlier changes only the latest is reported
 */
export function watchSite(
  place: () => BackgroundMessages['site/ask']['request'],
  listener: (settings: SiteView) => void,
  signal: AbortSignal,
): () => void {
  let asked = 0;
  /** Number of the latest answered question. */
  let answered = 0;
  let hasBegun = false;
  /** The latest settings before reporting starts. */
  let early: SiteView | null = null;
  const ask = async (): Promise<void> => {
    asked += 1;
    const turn = asked;
    try {
      const { settings } = await askBackground('site/ask', place());
      // A later question has been answered already.
      if (signal.aborted || turn < answered) return;
      answered = turn;
      if (hasBegun) listener(settings);
      else early = settings;
    } catch (error) {
      console.warn('offprint: the settings can’t be read', error);
    }
  };
  const answer = async (): Promise<null> => {
    await ask();
    return null;
  };
  receiveInTab({ 'site/changed': answer }, signal);
  // A page in the back/forward cache receives no messages.
  addEventListener('pageshow', ({ persisted }) => persisted && void ask(), { signal });
  return () => {
    hasBegun = true;
    if (early !== null) listener(early);
    early = null;
  };
}

/** The canonical address that the page claims: what is switched off there is off here, too. */
export class HomeAddress {
  #asked: string | null = null;

  /** The address sent with the last question; the background's answer refers to it, whatever the page claims by now. */
  get asked(): string | null {
    return this.#asked;
  }

  /** The request for `site/ask`, with the address that the page claims now. */
  ask(url: string): { canonicalUrl: string } | null {
    this.#asked = readCanonicalElsewhere(document, url);
    return this.#asked === null ? null : { canonicalUrl: this.#asked };
  }

  /**
   * Whether the assistant was started on a switched-off site because the gate's verdict came before the page had declared
   * its canonical address. If the gate knew the address or refused the page, the user wants this page to be read.
   *
   * @param settings the background's answer for the last question
   */
  isOffUnknown(settings: SiteView, url: string, gate: GateReport | undefined): boolean {
    if (getSiteSettings(settings, url).off !== true) return false;
    return gate?.verdict.isArticle === true && (gate.canonicalUrl ?? null) !== this.#asked;
  }
}
