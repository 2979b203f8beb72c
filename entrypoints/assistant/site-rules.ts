import type { ReaderRule } from '../../utils/clutter/reader-rules.ts';
import { askBackground } from '../../utils/messaging/tab-side.ts';
import { isPrivateWindow } from '../../utils/platform/bare-browser.ts';
import { siteSettings } from '../../utils/settings/read-settings.ts';
import type { Settings } from '../../utils/settings/schema.ts';

/**
 * The reader's rules for the site of one page. A rule made here holds at once and is stored by the background; one
 * made in a private window holds for this page and is forgotten with it.
 */
export class SiteRules {
  readonly #url: string;
  readonly #onChange: () => void;
  #stored: readonly ReaderRule[] = [];
  /** Made on this page, and not (yet) among those that are stored. */
  #own: ReaderRule[] = [];

  constructor(url: string, onChange: () => void) {
    this.#url = url;
    this.#onChange = onChange;
  }

  all(): readonly ReaderRule[] {
    return [...this.#stored, ...this.#own];
  }

  /** Takes over what is stored now; tells of it where it differs from what holds here. */
  read(settings: Settings): void {
    const before = this.#ids();
    this.#stored = siteSettings(settings, this.#url).rules ?? [];
    const stored = new Set(this.#stored.map(({ id }) => id));
    this.#own = this.#own.filter(({ id }) => !stored.has(id));
    if (this.#ids() !== before) this.#onChange();
  }

  add(rule: ReaderRule): void {
    this.#own.push(rule);
    this.#onChange();
    if (!isPrivateWindow()) this.#tell(askBackground('rules/add', { rule }));
  }

  drop(id: string): void {
    this.#own = this.#own.filter((rule) => rule.id !== id);
    this.#stored = this.#stored.filter((rule) => rule.id !== id);
    this.#onChange();
    if (!isPrivateWindow()) this.#tell(askBackground('rules/drop', { id }));
  }

  #ids(): string {
    return this.all()
      .map(({ id }) => id)
      .sort()
      .join(' ');
  }

  #tell(telling: Promise<unknown>): void {
    telling.catch((error: unknown) => console.warn('offprint: the rule is not stored', error));
  }
}
