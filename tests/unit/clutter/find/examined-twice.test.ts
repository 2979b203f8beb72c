// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { findClutter } from '../../../../utils/clutter/find/find-clutter.ts';
import { buildPageModel } from '../../../../utils/clutter/find/page-model.ts';
import { articlePage } from '../article-page.ts';
import { textOf } from '../find-blocks.ts';

const BOX =
  '<div id="box"><p>Sign up for our newsletter.</p><input type="email"><button>Sign up</button></div>';

/** What is found by one reading of the page, where so much of it is kept. */
function looks(...kept: readonly (readonly Element[])[]): string[] {
  const model = buildPageModel(document.body);
  return kept.map((elements) =>
    findClutter(document, { model, getExtracted: () => elements })
      .map(textOf)
      .join(),
  );
}

it('keeps what the article is made of in one look, and not in the next', () => {
  document.body.innerHTML = articlePage({ after: BOX });
  const box = document.querySelector('#box');
  expect(box).not.toBeNull();
  const found = 'Sign up for our newsletter.Sign up';
  expect(looks([], box === null ? [] : [box], [])).toEqual([found, '', found]);
});
