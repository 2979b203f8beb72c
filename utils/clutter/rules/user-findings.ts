import { holds, textOf } from '../../page/dom-access.ts';
import { findFirst, nameOf } from '../../page/element-access.ts';
import type { MustStay } from '../find/must-stay.ts';
import { THRESHOLD } from '../find/weights.ts';
import type { ClutterFinding } from '../types.ts';
import { findByRule, type UserRule } from './user-rules.ts';

/** What the user's rules for a site say of its page. */
export interface UserFindings {
  /** Blocks that a rule hides. */
  hide: ClutterFinding[];
  /** Blocks that a rule keeps, with the rule. */
  keep: { element: Element; rule: string }[];
}

/** A text of the article that the user took out by name is a line or a box, never the article. */
const SAME_TEXT_LENGTH = 1500;

/** The blocks of the page that a rule keeps. */
export function keptByUser(document_: Document, rules: readonly UserRule[]): UserFindings['keep'] {
  return rules
    .filter(({ action }) => action === 'keep')
    .flatMap((rule) => findByRule(document_, rule).map((element) => ({ element, rule: rule.id })));
}

/**
 * Finds what the user's rules mean on a page. The guard is the last step here too: a rule that would take some of
 * the article with it, or a wall, does nothing; a text of the article is only ever hidden by the rule that quotes it
 * word for word.
 *
 * @param roots null for the whole page, or what was just put into it. What is kept is asked of the whole page: a block
 *   may lie around what was put in
 * @param findMustStay looks at the page as it is now; asked only where something would be hidden
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

/** Whether a rule may hide what it found. */
export function mayHide(element: Element, rule: UserRule, mustStay: MustStay): boolean {
  if (mustStay.holdsWall(element)) return false;
  if (!mustStay.holdsArticle(element)) return true;
  return (
    rule.text === 'same' &&
    !/^(html|body|main|article|h1)$/.test(nameOf(element)) &&
    textOf(element).trim().length <= SAME_TEXT_LENGTH &&
    findFirst(element, 'h1, article, main') === null
  );
}

/** Joins what the engine found with what the user said; the user's word comes first. */
export function heedUser(findings: readonly ClutterFinding[], user: UserFindings): ClutterFinding[] {
  const touches = (a: Element, b: Element): boolean => holds(a, b) || holds(b, a);
  const allowed = findings.filter(
    ({ element }) =>
      !user.keep.some((kept) => touches(kept.element, element)) &&
      !user.hide.some((hidden) => holds(hidden.element, element)),
  );
  const wanted = user.hide.filter(({ element }) => !allowed.some((other) => holds(other.element, element)));
  return [...allowed, ...wanted];
}
