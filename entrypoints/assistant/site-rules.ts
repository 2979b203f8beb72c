import type { PageProtection } from '../../utils/clutter/find/page-guard.ts';
import { createRuleApplier, type RuleApplier } from '../../utils/clutter/rules/apply-rules.ts';
import type { UserRule } from '../../utils/clutter/rules/user-rules.ts';
import { askBackground } from '../../utils/messaging/tab-side.ts';
import { isPrivateWindow } from '../../utils/platform/bare-browser.ts';
import { getSiteSettings, type SiteView } from '../../utils/settings/site-settings.ts';

/**
 * The user's rules for the site of one page. A rule made here applies at once and is stored by the background; in a
 * private window it applies to this page only and is not stored.
 */
export class SiteRules {
  readonly #url: string;
  readonly #onChange: () => Promise<void> | undefined;
  #stored: readonly UserRule[] = [];
  /** Rules made on this page and not yet among the stored ones. */
  #own: UserRule[] = [];
  /** Rules deleted on this page and perhaps still among the stored ones; the value says whether the background has answered. */
  readonly #dropped = new Map<string, boolean>();
  /** The rules that applied from the start. */
  #first: ReadonlySet<string> | null = null;

  /** @param onChange resolves once the change is applied to the page */
  constructor(url: string, onChange: () => Promise<void> | undefined) {
    this.#url = url;
    this.#onChange = onChange;
  }

  /** Returns what applies the rules to the page; null while there are no rules. */
  keeper(findMustStay: (onPause?: () => void) => Promise<PageProtection>): () => RuleApplier | null {
    let keeper: RuleApplier | null = null;
    return () => {
      const rules = () => this.#all();
      if (rules().length > 0)
        keeper ??= createRuleApplier(document, rules, findMustStay, this.#first ?? new Set());
      return keeper;
    };
  }

  /** Adopts the stored rules, and applies them if they differ. */
  read(settings: SiteView): void {
    const before = this.#ids();
    const all = getSiteSettings(settings, this.#url).rules ?? [];
    // The answer to an earlier question may arrive after a deletion.
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
