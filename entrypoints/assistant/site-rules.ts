import type { MustStay } from '../../utils/clutter/find/must-stay.ts';
import { heedRules, type RuleKeeper } from '../../utils/clutter/rules/heed-rules.ts';
import type { UserRule } from '../../utils/clutter/rules/user-rules.ts';
import { askBackground } from '../../utils/messaging/tab-side.ts';
import { isPrivateWindow } from '../../utils/platform/bare-browser.ts';
import type { SiteView } from '../../utils/settings/site-settings.ts';
import { siteSettings } from '../../utils/settings/site-settings.ts';

/**
 * The user's rules for the site of one page. A rule made here holds at once and is stored by the background; one
 * made in a private window holds for this page and is forgotten with it.
 */
export class SiteRules {
  readonly #url: string;
  readonly #onChange: () => Promise<void> | undefined;
  #stored: readonly UserRule[] = [];
  /** Made on this page, and not (yet) among those that are stored. */
  #own: UserRule[] = [];
  /** Dropped on this page, and perhaps still among those that are stored; whether the background has answered. */
  readonly #dropped = new Map<string, boolean>();
  /** The rules that were there from the start: none of them is news. */
  #first: ReadonlySet<string> | null = null;

  /** @param onChange resolves once the change holds on the page */
  constructor(url: string, onChange: () => Promise<void> | undefined) {
    this.#url = url;
    this.#onChange = onChange;
  }

  /** What applies the rules in a clearing of the page; null as long as there are none. */
  keeper(findMustStay: (onPause?: () => void) => Promise<MustStay>): () => RuleKeeper | null {
    let keeper: RuleKeeper | null = null;
    return () => {
      const rules = () => this.#all();
      if (rules().length > 0) keeper ??= heedRules(document, rules, findMustStay, this.#first ?? new Set());
      return keeper;
    };
  }

  /** Takes over what is stored now; tells of it where it differs from what holds here. */
  read(settings: SiteView): void {
    const before = this.#ids();
    const all = siteSettings(settings, this.#url).rules ?? [];
    // What was asked for before the drop may be answered after it.
    this.#stored = all.filter(({ id }) => !this.#dropped.has(id));
    const stored = new Set(this.#stored.map(({ id }) => id));
    for (const [id, isAnswered] of this.#dropped) {
      if (isAnswered && !all.some((rule) => rule.id === id)) this.#dropped.delete(id);
    }
    this.#own = this.#own.filter(({ id }) => !stored.has(id));
    this.#first ??= stored;
    if (this.#ids() !== before) void this.#onChange();
  }

  async add(rule: UserRule): Promise<void> {
    this.#dropped.delete(rule.id);
    this.#own.push(rule);
    const applied = this.#onChange();
    if (!isPrivateWindow()) await askBackground('rules/add', { rule }).catch(notStored);
    await applied;
  }

  async drop(id: string): Promise<void> {
    this.#dropped.set(id, false);
    this.#own = this.#own.filter((rule) => rule.id !== id);
    this.#stored = this.#stored.filter((rule) => rule.id !== id);
    const applied = this.#onChange();
    if (!isPrivateWindow()) await askBackground('rules/drop', { id }).catch(notStored);
    await applied;
    // It may have been added again meanwhile.
    if (this.#dropped.has(id)) this.#dropped.set(id, true);
  }

  find(id: string): UserRule | undefined {
    return this.#all().find((rule) => rule.id === id);
  }

  #all(): readonly UserRule[] {
    return [...this.#stored, ...this.#own];
  }

  #ids(): string {
    return this.#all()
      .map(({ id }) => id)
      .sort()
      .join(' ');
  }
}

function notStored(error: unknown): void {
  console.warn('offprint: the rule is not stored', error);
}
