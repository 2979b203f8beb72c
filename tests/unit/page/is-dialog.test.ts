// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { isDialog } from '../../../utils/page/is-dialog.ts';

function make(html: string): Element {
  document.body.innerHTML = html;
  return document.body.firstElementChild as Element;
}

it.each([
  '<dialog></dialog>',
  '<div role="dialog"></div>',
  '<div role="alertdialog"></div>',
  '<div role="AlertDialog"></div>',
  '<div role="presentation dialog"></div>',
  '<section aria-modal="true"></section>',
])('%s is a dialog', (html) => expect(isDialog(make(html))).toBe(true));

it.each([
  '<div class="dialog modal" id="dialog"></div>',
  '<div role="alert"></div>',
  '<div role="dialogue"></div>',
  '<button aria-haspopup="dialog"></button>',
  '<div aria-modal="false"></div>',
  '<div style="position:fixed;inset:0"></div>',
])('%s is none', (html) => expect(isDialog(make(html))).toBe(false));
