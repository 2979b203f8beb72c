import { addressElsewhere } from '../../utils/article/metadata/address-elsewhere.ts';
import type { GateAnswer } from '../../utils/messaging/protocol.ts';
import type { SiteView } from '../../utils/settings/site-settings.ts';
import { siteSettings } from '../../utils/settings/site-settings.ts';

/** The canonical address that the page claims: what is switched off there is off here, too. */
export class HomeAddress {
  #asked: string | null = null;

  /** The address sent with the last question; the background's answer refers to it, whatever the page claims by now. */
  get asked(): string | null {
    return this.#asked;
  }

  /** The request for `site/ask`, with the address that the page claims now. */
  ask(url: string): { canonicalUrl: string } | null {
    this.#asked = addressElsewhere(document, url);
    return this.#asked === null ? null : { canonicalUrl: this.#asked };
  }

  /**
   * Whether the assistant was started on a switched-off site because the gate's verdict came before the page had declared
   * its canonical address. If the gate knew the address or refused the page, the user wants this page to be read.
   *
   * @param settings the background's answer for the last question
   */
  isOffUnknown(settings: SiteView, url: string, gate: GateAnswer | undefined): boolean {
    if (siteSettings(settings, url).off !== true) return false;
    return gate?.verdict.isArticle === true && (gate.canonicalUrl ?? null) !== this.#asked;
  }
}
