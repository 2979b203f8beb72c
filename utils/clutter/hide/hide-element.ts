import { dropAttribute, readAttribute, styleOf, writeAttribute } from '../../page/element-access.ts';

/**
 * Hides by inline style: one declaration that overrides the page's styles in both browsers and adds nothing that a page
 * could detect by selectors. (A style sheet would need an attribute on the element, loses against `!important` rules of
 * higher specificity, and can't be adopted from content scripts in Firefox.)
 */
export interface InlineChange {
  element: Element;
  /** The original style attribute; null if there was none. */
  before: string | null;
  /** The style attribute after the change. */
  after: string | null;
  /** The changed properties with their previous values. */
  replaced: readonly { name: string; value: string; priority: string; ours: string }[];
}

/** Sets inline declarations, each `!important`; null if the element has no style. */
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

/** Whether a change is completely in effect. */
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
 * Undoes a change. If the page has modified the attribute meanwhile, only our declarations are removed; otherwise it is
 * restored byte for byte.
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

/** Shows an element that a previous version of the extension left hidden. */
export function showLeftover(element: Element): void {
  const style = styleOf(element);
  if (style?.getPropertyValue('display') !== 'none' || style.getPropertyPriority('display') === '') return;
  style.removeProperty('display');
  if (readAttribute(element, 'style') === '') dropAttribute(element, 'style');
}

/**
 * Makes an unjudged element invisible and takes it out of the layout, in a way that code reading the page still considers
 * visible.
 */
export function hideUnjudged(element: Element): InlineChange | null {
  return changeStyle(element, UNJUDGED_STYLE);
}

const UNJUDGED_STYLE = {
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
