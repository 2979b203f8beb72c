import { holds, textOf } from '../../page/dom-access.ts';
import { findFirst, nameOf } from '../../page/element-access.ts';
import type { MustStay } from '../find/page-guard.ts';
import { THRESHOLD } from '../find/weights.ts';
import type { ClearedPage } from '../hide/cleared-page.ts';
import type { ClutterFinding } from '../types.ts';
import { findByRule, type UserRule } from './user-rules.ts';

/** Applies the user's rules for a site to one of its pages. */
export interface RuleKeeper {
  /** Removes findings that a rule keeps. */
  keep(findings: readonly ClutterFinding[]): ClutterFinding[];
  /**
   * Combines the findings of the whole page with the user's rules.
   *
   * @param onPause called for each pause on a large page
   */
  combine(findings: readonly ClutterFinding[], onPause?: () => void): Promise<ClutterFinding[]>;
  /** Finds what rules hide in inserted elements. */
  findIn(roots: readonly Element[]): Promise<ClutterFinding[]>;
  /** Applies changed rules: shows what no rule hides any more or a rule keeps, and lets new rules hide. */
  apply(cleared: ClearedPage): Promise<void>;
}

/**
 * @param rules returns the current rules for the site
 * @param findMustStay examines the current page
 * @param known ids of the rules already applied to this page
 */
export function applyUserRules(
  document_: Document,
  rules: () => readonly UserRule[],
  findMustStay: (onPause?: () => void) => Promise<MustStay>,
  known: ReadonlySet<string>,
): RuleKeeper {
  let before = known;
  return {
    keep(findings) {
      return combineFindings(findings, { hide: [], keep: keptByUser(document_, rules()) });
    },

    async combine(findings, onPause) {
      return combineFindings(
        findings,
        await findByUser(document_, rules(), null, () => findMustStay(onPause)),
      );
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
      // A new rule is the user's latest decision and overrides earlier exemptions.
      for (const { element } of user.hide) {
        cleared.unspare(element);
        cleared.forget((_, block) => holds(element, block));
      }
    },
  };
}

/** The matches of the user's rules in a page. */
export interface UserFindings {
  /** Blocks that a rule hides. */
  hide: ClutterFinding[];
  /** Blocks that a rule keeps, with the rule. */
  keep: { element: Element; rule: string }[];
}

/** Maximum characters of a passage of the article that a rule may hide, so that it is never the whole article. */
const SAME_TEXT_LENGTH = 1500;

/** The blocks of the page that a rule keeps. */
export function keptByUser(document_: Document, rules: readonly UserRule[]): UserFindings['keep'] {
  return rules
    .filter(({ action }) => action === 'keep')
    .flatMap((rule) => findByRule(document_, rule).map((element) => ({ element, rule: rule.id })));
}

/**
 * Matches the user's rules with a page. The guard comes last here, too: a rule that would hide text of the article or a wall
 * has no effect; a passage of the article is hidden only by a rule that quotes it word for word.
 *
 * @param roots inserted elements, or null for the whole page. Kept blocks are always searched in the whole page, since they
 *   may contain an insertion
 * @param findMustStay examines the current page; called only if something would be hidden
 */
export async function findByUser(
  document_: Document,
  rules: readonly UserRule[],
  roots: readonly Element[] | null,
  findMustStay: () => Promise<MustStay>,
): Promise<UserFindings> {
  const keep = keptByUser(document_, rules);
  const wanted = rules
    .filter(({ action }) => action === 'hide')
    .flatMap((rule) =>
      (roots ?? [document_])
        .flatMap((root) => findByRule(root, rule))
        .map((element): { element: Element; rule: UserRule } => ({ element, rule })),
    );
  if (wanted.length === 0) return { hide: [], keep };
  const mustStay = await findMustStay();
  const hide = wanted
    .filter(({ element, rule }) => mayHide(element, rule, mustStay))
    .map(
      ({ element, rule }): ClutterFinding => ({
        element,
        kind: 'subscribe-nag',
        reason: 'yourRule',
        score: THRESHOLD,
        rule: rule.id,
      }),
    );
  return { hide, keep };
}

/** Whether a rule may hide its match. */
export function mayHide(element: Element, rule: UserRule, mustStay: MustStay): boolean {
  const stays = mustStay.stays(element);
  if (stays !== 'article') return stays !== 'wall';
  return (
    rule.text === 'same' &&
    !/^(html|body|main|article|h1)$/.test(nameOf(element)) &&
    textOf(element).trim().length <= SAME_TEXT_LENGTH &&
    findFirst(element, 'h1, article, main') === null
  );
}

/** Combines the engine's findings with the user's rules, which take precedence. */
export function combineFindings(findings: readonly ClutterFinding[], user: UserFindings): ClutterFinding[] {
  const touches = (a: Element, b: Element): boolean => holds(a, b) || holds(b, a);
  const allowed = findings.filter(
    ({ element }) =>
      !user.keep.some((kept) => touches(kept.element, element)) &&
      !user.hide.some((hidden) => holds(hidden.element, element)),
  );
  const wanted = user.hide.filter(({ element }) => !allowed.some((other) => holds(other.element, element)));
  return [...allowed, ...wanted];
}
