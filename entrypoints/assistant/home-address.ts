import { addressElsewhere } from '../../utils/article/metadata/address-elsewhere.ts';
import type { GateAnswer } from '../../utils/messaging/protocol.ts';
import type { SiteView } from '../../utils/settings/site-settings.ts';
import { siteSettings } from '../../utils/settings/site-settings.ts';

/** Where the page says it is at home: what is switched off there is off here, too. */
export class HomeAddress {
  #asked: string | null = null;

  /** What the background was last asked with: its answer is for this address, whatever the page says by now. */
  get asked(): string | null {
    return this.#asked;
  }

  /** What `site/ask` is asked with, of the page as it is now. */
  ask(url: string): { canonicalUrl: string } | null {
    this.#asked = addressElsewhere(document, url);
    return this.#asked === null ? null : { canonicalUrl: this.#asked };
  }

  /**
   * Whether the assistant was put where the site is off because the gate told of the page too early for the page to
   * have said where it is at home. Where the gate knew that, or says no, it is the user who wants this one page read.
   *
   * @param settings as the background told them, asked with this address
   */
  isOffUnknown(settings: SiteView, url: string, gate: GateAnswer | undefined): boolean {
    if (siteSettings(settings, url).off !== true) return false;
    return gate?.verdict.isArticle === true && (gate.canonicalUrl ?? null) !== this.#asked;
  }
}
