import { holds } from '../../page/dom-access.ts';
import type { MustStay } from '../find/must-stay.ts';
import type { ClearedPage } from '../hide/cleared-page.ts';
import type { ClutterFinding } from '../types.ts';
import { findByUser, heedUser } from './user-findings.ts';
import type { UserRule } from './user-rules.ts';

/** Brings the user's rules for a site into the clearing of one of its pages. */
export interface RuleKeeper {
  /** What is to be hidden, after the user's word on it. */
  heed(findings: readonly ClutterFinding[], root: Element | null): ClutterFinding[];
  /** The rules have changed: brings back what no rule hides any more, or one keeps, and lets new ones hide. */
  apply(cleared: ClearedPage): void;
}

/**
 * @param rules for the site, asked anew each time
 * @param findMustStay looks at the page as it is now
 * @param known ids of the rules that have been in force on this page already
 */
export function heedRules(
  document_: Document,
  rules: () => readonly UserRule[],
  findMustStay: () => MustStay,
  known: ReadonlySet<string>,
): RuleKeeper {
  let before = known;
  return {
    heed(findings, root) {
      const now = rules();
      if (now.length === 0) return [...findings];
      return heedUser(findings, findByUser(document_, now, root, findMustStay));
    },

    apply(cleared) {
      const now = rules();
      const fresh = now.filter(({ id }) => !before.has(id));
      before = new Set(now.map(({ id }) => id));
      cleared.forget(({ rule }) => rule !== undefined && !before.has(rule));
      const user = findByUser(document_, fresh, null, findMustStay);
      for (const { element } of user.keep) {
        cleared.forget((_, block) => holds(block, element) || holds(element, block));
      }
      // A new rule is the user's latest word, also on what they had brought back before.
      for (const { element } of user.hide) {
        cleared.unspare(element);
        cleared.forget((_, block) => holds(element, block));
      }
    },
  };
}
