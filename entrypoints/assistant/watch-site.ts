import { readCanonicalElsewhere } from '../../utils/article/metadata/canonical-elsewhere.ts';
import type { BackgroundMessages, GateReport } from '../../utils/messaging/protocol.ts';
import { askBackground, receiveInTab } from '../../utils/messaging/tab-side.ts';
import { getSiteSettings, type SiteView } from '../../utils/settings/site-settings.ts';

/**
 * Reports changes of the settings for this page's site until the signal aborts. The background only notifies tabs of a change;
 * the tab then requests the settings that it is allowed to know.
 *
 * @param getRequest returns the request for `site/ask`
 * @returns a function that starts the reports, with the latest earlier change if there was one
 */
export function watchSite(
  getRequest: () => BackgroundMessages['site/ask']['request'],
  listener: (settings: SiteView) => void,
  signal: AbortSignal,
): () => void {
  let requestCount = 0;
  /** Number of the latest request that was answered. */
  let lastAnswered = 0;
  let hasStarted = false;
  /** The latest settings before reporting starts. */
  let earlySettings: SiteView | null = null;
  const requestSettings = async (): Promise<void> => {
    requestCount += 1;
    const requestId = requestCount;
    try {
      const { settings } = await askBackground('site/ask', getRequest());
      // Ignored if a later request has been answered already.
      if (signal.aborted || requestId < lastAnswered) return;
      lastAnswered = requestId;
      if (hasStarted) listener(settings);
      else earlySettings = settings;
    } catch (error) {
      console.warn('offprint: could not read the settings', error);
    }
  };
  const onSiteChanged = async (): Promise<null> => {
    await requestSettings();
    return null;
  };
  receiveInTab({ 'site/changed': onSiteChanged }, signal);
  // A page in the back/forward cache receives no messages.
  addEventListener('pageshow', ({ persisted }) => persisted && void requestSettings(), { signal });
  return () => {
    hasStarted = true;
    if (earlySettings !== null) listener(earlySettings);
    earlySettings = null;
  };
}

/** The canonical URL that the page declares. If Offprint is off on that site, it is off here, too. */
export class DeclaredUrl {
  #requested: string | null = null;

  /** The URL sent with the last request, to which the response refers, even if the page declares another one by now. */
  get requested(): string | null {
    return this.#requested;
  }

  /** Returns the request for `site/ask`, with the URL that the page declares now. */
  createRequest(url: string): { canonicalUrl: string } | null {
    this.#requested = readCanonicalElsewhere(document, url);
    return this.#requested === null ? null : { canonicalUrl: this.#requested };
  }

  /**
   * Whether Offprint is off on this site, but the assistant was started because the gate did not know the canonical URL yet. If
   * the gate knew the URL or rejected the page, the user has started the assistant.
   *
   * @param settings the response to the last request
   */
  isOffUnknownToGate(settings: SiteView, url: string, gate: GateReport | undefined): boolean {
    if (getSiteSettings(settings, url).off !== true) return false;
    return gate?.verdict.isArticle === true && (gate.canonicalUrl ?? null) !== this.#requested;
  }
}
