import { holds } from '../../page/dom-access.ts';
import type { MustStay } from '../find/must-stay.ts';
import type { ClearedPage } from '../hide/cleared-page.ts';
import type { ClutterFinding } from '../types.ts';
import { findByUser, heedUser, keptByUser } from './user-findings.ts';
import type { UserRule } from './user-rules.ts';

/** Brings the user's rules for a site into the clearing of one of its pages. */
export interface RuleKeeper {
  /** Leaves out of what was found what a rule keeps. */
  keep(findings: readonly ClutterFinding[]): ClutterFinding[];
  /**
   * What is to be hidden of the whole page, after the user's word on it.
   *
   * @param onPause called where the page is so large that it has its turn meanwhile
   */
  heed(findings: readonly ClutterFinding[], onPause?: () => void): Promise<ClutterFinding[]>;
  /** What rules hide of what was just put into the page. */
  findIn(roots: readonly Element[]): Promise<ClutterFinding[]>;
  /** The rules have changed: brings back what no rule hides any more, or one keeps, and lets new ones hide. */
  apply(cleared: ClearedPage): Promise<void>;
}

/**
 * @param rules for the site, asked anew each time
 * @param findMustStay looks at the page as it is now
 * @param known ids of the rules that have been in force on this page already
 */
export function heedRules(
  document_: Document,
  rules: () => readonly UserRule[],
  findMustStay: (onPause?: () => void) => Promise<MustStay>,
  known: ReadonlySet<string>,
): RuleKeeper {
  let before = known;
  return {
    keep(findings) {
      return heedUser(findings, { hide: [], keep: keptByUser(document_, rules()) });
    },

    async heed(findings, onPause) {
      return heedUser(findings, await findByUser(document_, rules(), null, () => findMustStay(onPause)));
    },

    async findIn(roots) {
      return (await findByUser(document_, rules(), roots, findMustStay)).hide;
    },

    async apply(cleared) {
      const now = rules();
      const fresh = now.filter(({ id }) => !before.has(id));
      before = new Set(now.map(({ id }) => id));
      cleared.forget(({ rule }) => rule !== undefined && !before.has(rule));
      const user = await findByUser(document_, fresh, null, findMustStay);
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
