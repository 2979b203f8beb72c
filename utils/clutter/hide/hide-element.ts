import { dropAttribute, readAttribute, styleOf, writeAttribute } from '../../page/element-access.ts';

/**
 * Hiding by inline style: one declaration that outranks the page's own styles in both browsers and adds nothing a
 * page could look for. (A style sheet of ours would need an attribute on the element, loses against the page's
 * `!important` rules of higher specificity, and cannot be adopted from content scripts in Firefox.)
 */
export interface InlineChange {
  element: Element;
  /** The style attribute as the page had it; null where there was none. */
  before: string | null;
  /** The style attribute as we left it. */
  after: string | null;
  /** Properties that were set, with what they were. */
  replaced: readonly { name: string; value: string; priority: string; ours: string }[];
}

/** Sets inline declarations, each `!important`; null where the element can have none. */
export function changeStyle(
  element: Element,
  declarations: Readonly<Record<string, string>>,
): InlineChange | null {
  const style = styleOf(element);
  if (style === null) return null;
  const before = readAttribute(element, 'style');
  const replaced = Object.entries(declarations).map(([name, ours]) => ({
    name,
    ours,
    value: style.getPropertyValue(name),
    priority: style.getPropertyPriority(name),
  }));
  for (const [name, ours] of Object.entries(declarations)) style.setProperty(name, ours, 'important');
  return { element, before, after: readAttribute(element, 'style'), replaced };
}

/** Whether all of a change is still there. */
export function isInPlace(change: InlineChange): boolean {
  const style = styleOf(change.element);
  return (
    style !== null &&
    change.replaced.every(
      ({ name, ours }) =>
        style.getPropertyValue(name) === ours && style.getPropertyPriority(name) === 'important',
    )
  );
}

/**
 * Takes a change back. Where the page has written the attribute meanwhile, only our declarations are taken out of it;
 * otherwise it is byte for byte what it was.
 */
export function undoStyle(change: InlineChange): void {
  const { element, before, after, replaced } = change;
  if (readAttribute(element, 'style') === after) {
    if (before === null) dropAttribute(element, 'style');
    else writeAttribute(element, 'style', before);
    return;
  }
  const style = styleOf(element);
  if (style === null) return;
  for (const { name, ours, value, priority } of replaced) {
    if (style.getPropertyValue(name) !== ours || style.getPropertyPriority(name) !== 'important') continue;
    if (value === '') style.removeProperty(name);
    else style.setProperty(name, value, priority);
  }
  if (before === null && readAttribute(element, 'style') === '') dropAttribute(element, 'style');
}

/** Hides an element. */
export function hideElement(element: Element): InlineChange | null {
  return changeStyle(element, { display: 'none' });
}

/** Shows what was hidden by somebody who is gone, and looks as if it had been by us. */
export function showLeftover(element: Element): void {
  const style = styleOf(element);
  if (style?.getPropertyValue('display') !== 'none' || style.getPropertyPriority('display') === '') return;
  style.removeProperty('display');
  if (readAttribute(element, 'style') === '') dropAttribute(element, 'style');
}

/**
 * Takes an element out of sight and out of the page's flow, and leaves it a part of the page: for what has not been
 * judged yet, which whoever reads the page must still take for visible.
 */
export function tuckAway(element: Element): InlineChange | null {
  return changeStyle(element, TUCKED);
}

const TUCKED = {
  position: 'absolute',
  'clip-path': 'inset(50%)',
  overflow: 'hidden',
  'pointer-events': 'none',
  width: '0px',
  height: '0px',
  'min-width': '0px',
  'min-height': '0px',
  margin: '0px',
  padding: '0px',
  'border-width': '0px',
  transition: 'none',
};
