import { attributeOf, localNameOf } from './element-access.ts';

const DIALOG_ROLES: ReadonlySet<string> = new Set(['dialog', 'alertdialog']);

/**
 * Whether an element declares itself a dialog: the `dialog` element (HTML), the roles `dialog` and `alertdialog`, or
 * `aria-modal="true"` (WAI-ARIA). The only definition; callers add weaker evidence where they need it, such as the name of
 * an overlay or a fixed position. It says neither that the dialog is open nor that it is modal.
 */
export function isDialog(element: Element): boolean {
  if (localNameOf(element) === 'dialog') return true;
  // The values of ARIA attributes ignore case, and `role` is a list of fallbacks.
  const role = attributeOf(element, 'role').toLowerCase();
  if (role !== '' && role.split(/\s+/).some((token) => DIALOG_ROLES.has(token))) return true;
  return attributeOf(element, 'aria-modal').toLowerCase() === 'true';
}
