import { getAttribute, inlineStyleOf, removeAttribute, setAttribute } from '../../page/element-access.ts';

/**
 * A change of an inline style. We hide elements with an inline declaration, because it overrides the page's styles in both
 * browsers and does not match any selector of the page. (A style sheet would need an attribute on the element, would lose
 * against `!important` rules of higher specificity, and can't be adopted from content scripts in Firefox.)
 */
export interface InlineChange {
  element: Element;
  /** The original style attribute; null if there was none. */
  oldAttribute: string | null;
  /** The style attribute after the change. */
  newAttribute: string | null;
  /** The changed properties with their previous values. */
  replaced: readonly { name: string; oldValue: string; oldPriority: string; newValue: string }[];
}

/** Sets inline declarations as `!important`. Returns null if the element can't have a style. */
export function changeInlineStyle(
  element: Element,
  declarations: Readonly<Record<string, string>>,
): InlineChange | null {
  const style = inlineStyleOf(element);
  if (style === null) return null;
  const oldAttribute = getAttribute(element, 'style');
  const replaced = Object.entries(declarations).map(([name, newValue]) => ({
    name,
    newValue,
    oldValue: style.getPropertyValue(name),
    oldPriority: style.getPropertyPriority(name),
  }));
  for (const [name, newValue] of Object.entries(declarations)) style.setProperty(name, newValue, 'important');
  return { element, oldAttribute, newAttribute: getAttribute(element, 'style'), replaced };
}

/** Whether a change is completely in effect. */
export function isInEffect(change: InlineChange): boolean {
  const style = inlineStyleOf(change.element);
  return (
    style !== null &&
    change.replaced.every(
      ({ name, newValue }) =>
        style.getPropertyValue(name) === newValue && style.getPropertyPriority(name) === 'important',
    )
  );
}

/**
 * Undoes a change. If the page has modified the attribute meanwhile, removes only our declarations; otherwise restores the
 * exact original attribute.
 */
export function undoInlineChange(change: InlineChange): void {
  const { element, oldAttribute, newAttribute, replaced } = change;
  if (getAttribute(element, 'style') === newAttribute) {
    if (oldAttribute === null) removeAttribute(element, 'style');
    else setAttribute(element, 'style', oldAttribute);
    return;
  }
  const style = inlineStyleOf(element);
  if (style === null) return;
  for (const { name, newValue, oldValue, oldPriority } of replaced) {
    if (style.getPropertyValue(name) !== newValue || style.getPropertyPriority(name) !== 'important')
      continue;
    if (oldValue === '') style.removeProperty(name);
    else style.setProperty(name, oldValue, oldPriority);
  }
  if (oldAttribute === null && getAttribute(element, 'style') === '') removeAttribute(element, 'style');
}

/** Hides an element with `display: none`. Returns null if the element can't have a style. */
export function hideElement(element: Element): InlineChange | null {
  return changeInlineStyle(element, { display: 'none' });
}

/** Shows an element that a previous version of the extension left hidden. */
export function showLeftHidden(element: Element): void {
  const style = inlineStyleOf(element);
  if (style?.getPropertyValue('display') !== 'none' || style.getPropertyPriority('display') === '') return;
  style.removeProperty('display');
  if (getAttribute(element, 'style') === '') removeAttribute(element, 'style');
}

/**
 * Makes an element that has not been examined yet invisible and takes it out of the layout, in a way that extraction still
 * considers visible.
 */
export function hidePending(element: Element): InlineChange | null {
  return changeInlineStyle(element, PENDING_STYLE);
}

const PENDING_STYLE = {
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
