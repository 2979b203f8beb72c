import DOMPurify from 'dompurify';

/**
 * Makes HTML from a page safe to store and to show.
 *
 * @param html any HTML, hostile included
 * @returns HTML without scripts, handlers, styles, forms, frames or ids
 */
export function sanitiseHtml(html: string): string {
  return DOMPurify.sanitize(html);
}
