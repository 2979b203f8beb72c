import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { captureDom } from '../../../utils/page/dom-realm.ts';
import { PageChangedError, runAtOnce } from '../../../utils/page/in-slices.ts';
import { walkInSteps } from '../../../utils/page/walk-tree.ts';
import { itLong } from '../../long.ts';

function pageOf(html: string): HTMLElement {
  const { document } = new JSDOM(html).window;
  captureDom(document);
  return document.body;
}

/** What is met, as `<b` and `b>` for elements and the words of texts. */
function walk(root: Element, skipped = ''): string {
  const met: string[] = [];
  const visitor = {
    enter(node: Node): boolean {
      met.push(node.nodeName === '#text' ? (node.textContent ?? '') : `<${node.nodeName.toLowerCase()}`);
      return node.nodeName.toLowerCase() !== skipped;
    },
    leave: (element: Element) => met.push(`${element.localName}>`),
  };
  runAtOnce(walkInSteps(root, visitor, 3));
  return met.join(' ');
}

const DEPTH = 5000;

it('walking a tree meets all that is in an element in order, and nothing around it', () => {
  const body = pageOf('<div><p>One <b>two</b></p><!-- no --><p></p>three</div>after');
  expect(walk(body.firstElementChild ?? body)).toBe('<p One  <b two b> p> <#comment <p p> three');
});

it('walking a tree does not go into what it is told to pass over', () =>
  expect(walk(pageOf('<ul><li>one</li></ul><p>two</p>'), 'ul')).toBe('<ul <p two p>'));

it('walking a tree reads what a component shows before what it is given', () => {
  const body = pageOf('<x-card><i>given</i></x-card><p>after</p>');
  const shadow = body.querySelector('x-card')?.attachShadow({ mode: 'open' });
  if (shadow !== undefined) shadow.innerHTML = '<b>shown</b>';
  expect(walk(body)).toBe('<x-card <b shown b> <i given i> x-card> <p after p>');
});

it('walking a tree says so where its place is gone when it goes on', () => {
  const body = pageOf('<div><p>one</p><p>two</p><p>three</p></div>');
  const steps = walkInSteps(body, { enter: () => true, leave: () => undefined }, 4);
  steps.next();
  body.firstElementChild?.remove();
  expect(() => steps.next(true)).toThrow(PageChangedError);
});

it('walking a tree goes on where the page was changed elsewhere', () => {
  const body = pageOf('<div><p>one</p><p>two</p></div><div>three</div>');
  const steps = walkInSteps(body, { enter: () => true, leave: () => undefined }, 2);
  steps.next();
  body.lastElementChild?.remove();
  expect(() => [...steps]).not.toThrow();
});

itLong('walking a tree has no limit of depth', () => {
  const body = pageOf('');
  let outer = body.ownerDocument.createElement('div');
  for (let depth = 1; depth < DEPTH; depth++) {
    const around = body.ownerDocument.createElement('div');
    around.append(outer);
    outer = around;
  }
  body.append(outer);
  let met = 0;
  runAtOnce(
    walkInSteps(
      body,
      {
        enter: () => {
          met += 1;
          return true;
        },
        leave: () => undefined,
      },
      500,
    ),
  );
  expect(met).toBe(DEPTH);
});
