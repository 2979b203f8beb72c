import type { PageProtection } from '../../utils/clutter/find/page-guard.ts';
import { createRuleApplier, type RuleApplier } from '../../utils/clutter/rules/apply-rules.ts';
import type { UserRule } from '../../utils/clutter/rules/user-rules.ts';
import { askBackground } from '../../utils/messaging/tab-side.ts';
import { isPrivateWindow } from '../../utils/platform/bare-browser.ts';
import { getSiteSettings, type SiteView } from '../../utils/settings/site-settings.ts';

/**
 * The user's rules for the site of one page. A new rule applies at once and is stored by the background. In a private window,
 * it applies only to this page and isn't stored.
 */
export class SiteRules {
  readonly #url: string;
  readonly #onChange: () => Promise<void> | undefined;
  #stored: readonly UserRule[] = [];
  /** Rules that were added on this page and are not among the stored ones yet. */
  #added: UserRule[] = [];
  /** Ids of rules that were deleted on this page. The value is true once the background has confirmed the deletion. */
  readonly #removed = new Map<string, boolean>();
  /** Ids of the rules that were stored when the page was loaded. */
  #initialIds: ReadonlySet<string> | null = null;

  /** @param onChange applies a change to the page; resolves when this is done */
  constructor(url: string, onChange: () => Promise<void> | undefined) {
    this.#url = url;
    this.#onChange = onChange;
  }

  /** Returns a function that returns the object that applies the rules to the page; null while there are no rules. */
  createApplier(findProtection: (onPause?: () => void) => Promise<PageProtection>): () => RuleApplier | null {
    let applier: RuleApplier | null = null;
    return () => {
      const getRules = () => this.#listAll();
      if (getRules().length > 0)
        applier ??= createRuleApplier(document, getRules, findProtection, this.#initialIds ?? new Set());
      return applier;
    };
  }

  /** Reads the stored rules from the settings, and applies them if they have changed. */
  update(settings: SiteView): void {
    const idsBefore = this.#joinIds();
    const storedRules = getSiteSettings(settings, this.#url).rules ?? [];
    // The response to an earlier request can arrive after a deletion.
    this.#stored = storedRules.filter(({ id }) => !this.#removed.has(id));
    const storedIds = new Set(this.#stored.map(({ id }) => id));
    for (const [id, isConfirmed] of this.#removed) {
      if (isConfirmed && !storedRules.some((rule) => rule.id === id)) this.#removed.delete(id);
    }
    this.#added = this.#added.filter(({ id }) => !storedIds.has(id));
    this.#initialIds ??= storedIds;
    if (this.#joinIds() !== idsBefore) void this.#onChange();
  }

  async add(rule: UserRule): Promise<void> {
    this.#removed.delete(rule.id);
    this.#added.push(rule);
    const whenApplied = this.#onChange();
    if (!isPrivateWindow()) await askBackground('rules/add', { rule }).catch(logStoreError);
    await whenApplied;
  }

  async remove(id: string): Promise<void> {
    this.#removed.set(id, false);
    this.#added = this.#added.filter((rule) => rule.id !== id);
    this.#stored = this.#stored.filter((rule) => rule.id !== id);
    const whenApplied = this.#onChange();
    if (!isPrivateWindow()) await askBackground('rules/drop', { id }).catch(logStoreError);
    await whenApplied;
    // The rule may have been added again meanwhile.
    if (this.#removed.has(id)) this.#removed.set(id, true);
  }

  find(id: string): UserRule | undefined {
    return this.#listAll().find((rule) => rule.id === id);
  }

  #listAll(): readonly UserRule[] {
    return [...this.#stored, ...this.#added];
  }

  #joinIds(): string {
    return this.#listAll()
      .map(({ id }) => id)
      .sort()
      .join(' ');
  }
}

function logStoreError(error: unknown): void {
  console.warn('offprint: could not store the rule', error);
}
