import { findClutter } from '../../../utils/clutter/find/find-clutter.ts';
import { findExtras } from '../../../utils/clutter/find/find-extras.ts';
import type { ClutterFinding, ClutterKind } from '../../../utils/clutter/types.ts';
import { articlePage } from './article-page.ts';

/** Finds clutter in a page that is put into jsdom's document. */
export function find(html: string, kinds: Partial<Record<ClutterKind, boolean>> = {}): ClutterFinding[] {
  document.title = 'Harbour board votes to dredge the eastern channel – The Pier Gazette';
  document.body.innerHTML = html;
  return findClutter(document, { kinds, findExtras });
}

export const textOf = ({ element }: ClutterFinding): string =>
  (element.textContent ?? '').replace(/\s+/g, ' ').trim();

/** What is found in a block after the article, as `kind: text`. */
export function findAfter(block: string, kinds?: Partial<Record<ClutterKind, boolean>>): string[] {
  return find(articlePage({ after: block }), kinds).map((found) => `${found.kind}: ${textOf(found)}`);
}

/** What is found in a block between the article's paragraphs, as `kind: text`. */
export function findInside(block: string, kinds?: Partial<Record<ClutterKind, boolean>>): string[] {
  return find(articlePage({ inside: block }), kinds).map((found) => `${found.kind}: ${textOf(found)}`);
}

/** What is found in a block behind the article's last paragraph, as `kind: text`. */
export function findLast(block: string, kinds?: Partial<Record<ClutterKind, boolean>>): string[] {
  return find(articlePage({ last: block }), kinds).map((found) => `${found.kind}: ${textOf(found)}`);
}
