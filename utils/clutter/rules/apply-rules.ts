import { containsNode, textOf } from '../../page/dom-access.ts';
import { findFirst, localNameOf } from '../../page/element-access.ts';
import type { PageProtection } from '../find/page-guard.ts';
import { CLUTTER_THRESHOLD } from '../find/weights.ts';
import type { ClearedPage } from '../hide/cleared-page.ts';
import type { ClutterFinding } from '../types.ts';
import { findByRule, type UserRule } from './user-rules.ts';

/** Applies the user's rules for a site to one of its pages. */
export interface RuleApplier {
  /** Drops findings in blocks that a rule keeps. */
  dropKept(findings: readonly ClutterFinding[]): ClutterFinding[];
  /**
   * Combines the findings of the whole page with the user's rules.
   *
   * @param onPause called for each pause on a large page
   */
  combine(findings: readonly ClutterFinding[], onPause?: () => void): Promise<ClutterFinding[]>;
  /** Finds the blocks in inserted elements that rules hide. */
  findIn(roots: readonly Element[]): Promise<ClutterFinding[]>;
  /** Applies changed rules: shows blocks whose rule was deleted or which a new rule keeps; lets new rules hide blocks. */
  apply(cleared: ClearedPage): Promise<void>;
}

/**
 * Creates the object that applies the user's rules to one page.
 *
 * @param getRules returns the current rules for the site
 * @param findProtection examines the current page
 * @param appliedIds ids of the rules already applied to this page
 */
export function createRuleApplier(
  document_: Document,
  getRules: () => readonly UserRule[],
  findProtection: (onPause?: () => void) => Promise<PageProtection>,
  appliedIds: ReadonlySet<string>,
): RuleApplier {
  let idsBefore = appliedIds;
  return {
    dropKept(findings) {
      return combineFindings(findings, { hide: [], keep: findKeptByUser(document_, getRules()) });
    },

    async combine(findings, onPause) {
      return combineFindings(
        findings,
        await findByUser(document_, getRules(), null, () => findProtection(onPause)),
      );
    },

    async findIn(roots) {
      return (await findByUser(document_, getRules(), roots, findProtection)).hide;
    },

    async apply(cleared) {
      const rulesNow = getRules();
      const newRules = rulesNow.filter(({ id }) => !idsBefore.has(id));
      idsBefore = new Set(rulesNow.map(({ id }) => id));
      cleared.remove(({ rule }) => rule !== undefined && !idsBefore.has(rule));
      const userFindings = await findByUser(document_, newRules, null, findProtection);
      for (const { element } of userFindings.keep) {
        cleared.remove((_, block) => containsNode(block, element) || containsNode(element, block));
      }
      // A new rule is the user's latest decision and overrides earlier exemptions.
      for (const { element } of userFindings.hide) {
        cleared.endExemptionsAround(element);
        cleared.remove((_, block) => containsNode(element, block));
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

/** Maximum length of a passage of the article that a rule can hide, in characters, so that it is never the whole article. */
const MAX_PASSAGE_LENGTH = 1500;

/** Finds the blocks of the page that a rule keeps. */
export function findKeptByUser(document_: Document, rules: readonly UserRule[]): UserFindings['keep'] {
  return rules
    .filter(({ action }) => action === 'keep')
    .flatMap((rule) => findByRule(document_, rule).map((element) => ({ element, rule: rule.id })));
}

/**
 * Matches the user's rules against a page. Rules can't hide walls, nor text of the article unless they were made for exactly
 * this passage.
 *
 * @param roots inserted elements, or null for the whole page. Blocks to keep are always searched in the whole page, because
 *   they can contain an insertion
 * @param findProtection examines the current page; called only if a rule would hide something
 */
export async function findByUser(
  document_: Document,
  rules: readonly UserRule[],
  roots: readonly Element[] | null,
  findProtection: () => Promise<PageProtection>,
): Promise<UserFindings> {
  const keep = findKeptByUser(document_, rules);
  const candidates = rules
    .filter(({ action }) => action === 'hide')
    .flatMap((rule) =>
      (roots ?? [document_])
        .flatMap((root) => findByRule(root, rule))
        .map((element): { element: Element; rule: UserRule } => ({ element, rule })),
    );
  if (candidates.length === 0) return { hide: [], keep };
  const pageProtection = await findProtection();
  const hide = candidates
    .filter(({ element, rule }) => mayHide(element, rule, pageProtection))
    .map(
      ({ element, rule }): ClutterFinding => ({
        element,
        kind: 'subscribe-nag',
        reason: 'yourRule',
        score: CLUTTER_THRESHOLD,
        rule: rule.id,
      }),
    );
  return { hide, keep };
}

/** Whether a rule may hide an element that it matches. */
export function mayHide(element: Element, rule: UserRule, pageProtection: PageProtection): boolean {
  const protection = pageProtection.stays(element);
  if (protection !== 'article') return protection !== 'wall';
  return (
    rule.text === 'same' &&
    !/^(html|body|main|article|h1)$/.test(localNameOf(element)) &&
    textOf(element).trim().length <= MAX_PASSAGE_LENGTH &&
    findFirst(element, 'h1, article, main') === null
  );
}

/** Combines the engine's findings with the user's rules, which take precedence. */
export function combineFindings(
  findings: readonly ClutterFinding[],
  userFindings: UserFindings,
): ClutterFinding[] {
  const areNested = (a: Element, b: Element): boolean => containsNode(a, b) || containsNode(b, a);
  const allowed = findings.filter(
    ({ element }) =>
      !userFindings.keep.some((keptBlock) => areNested(keptBlock.element, element)) &&
      !userFindings.hide.some((hidden) => containsNode(hidden.element, element)),
  );
  const added = userFindings.hide.filter(
    ({ element }) => !allowed.some((other) => containsNode(other.element, element)),
  );
  return [...allowed, ...added];
}
