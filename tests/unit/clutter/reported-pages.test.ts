// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../utils/article/extract-article.ts';
import { findClutter } from '../../../utils/clutter/find/find-clutter.ts';
import { articlePage, PARAGRAPHS } from './article-page.ts';
import { find, findAfter } from './find-blocks.ts';

const FORM = '<form><input type="email"><button>Subscribe</button></form>';

it.each([
  [
    'that asks for a subscription and can be continued past',
    `<div class="modal" role="dialog"><h4>Discover more from The Pier Gazette</h4><p>Subscribe now to keep reading and get access to the full archive.</p>${FORM}<a href="#">Continue reading</a></div>`,
  ],
  [
    'the same with a button',
    `<div class="modal" role="dialog"><h4>Discover more from The Pier Gazette</h4><p>Subscribe now to keep reading and get access to the full archive.</p>${FORM}<button>Continue reading</button></div>`,
  ],
  [
    'that leads to the app',
    '<div class="sheet" style="position:fixed;bottom:0"><p>See this story in the app</p><a href="https://apps.apple.com/app/id1">Open the app</a><button>Continue in browser</button></div>',
  ],
])('takes a layer %s', (_what, layer) => {
  expect(findAfter(layer)).toHaveLength(1);
});

/** Ways to declare a dialog, as opening and closing tags. */
const DIALOGS = [
  ['<dialog open>', '</dialog>'],
  ['<div role="dialog">', '</div>'],
  ['<div role="alertdialog">', '</div>'],
  ['<div aria-modal="true">', '</div>'],
] as const;

it.each(DIALOGS)('takes a dialog that can be continued past, declared as %s', (start, end) => {
  const text = `<h4>Discover more from The Pier Gazette</h4><p>Subscribe now to keep reading and get access to the full archive.</p>`;
  const found = findAfter(`${start}${text}${FORM}<button>Continue reading</button>${end}`);
  expect(found).toEqual([expect.stringContaining('overlay: Discover more')]);
});

it.each(DIALOGS)('leaves all of a login dialog, declared as %s', (start, end) => {
  const login = '<div><p>Welcome back</p><form><input type="password"><button>Log in</button></form></div>';
  expect(findAfter(`${start}${login}<div><p>Sign up for our newsletter.</p>${FORM}</div>${end}`)).toEqual([]);
});

const asking = (rest: string) =>
  `<div class="modal" role="dialog"><p>Subscribe now to keep reading and get access to the full archive.</p>${rest}</div>`;

it.each([
  ['leads on to another page', asking(`${FORM}<a href="/plans">Continue reading</a>`)],
  ['sends the form', asking('<form><input type="email"><button>Continue reading</button></form>')],
  ['sends a field', asking('<input type="email"><button>Continue reading</button><button>Log in</button>')],
  ['is the only one', asking('<button>Continue reading</button>')],
])('leaves a wall whose control to read on %s', (_what, layer) => {
  expect(findAfter(layer)).toEqual([]);
});

it('leaves a wall over the beginning of an article, whatever it has to read on', () => {
  const start = `<h1>Harbour board votes</h1><p>${PARAGRAPHS[0]}</p><p>${PARAGRAPHS[1]}</p>`;
  const layer = asking(`${FORM}<button>Continue reading</button>`);
  expect(find(`<main><article>${start}</article></main>${layer}`)).toEqual([]);
});

it('takes a box in details', () => {
  const inside = `<p>Sign up for our newsletter.</p>${FORM}`;
  expect(findAfter(`<details><summary>The Evening Tide</summary>${inside}</details>`)).toHaveLength(1);
});

it('leaves a button of the header with its closed drop-down', () => {
  const top = `<div class="newsletters"><button aria-expanded="false" class="all">Newsletters</button><div class="drop-down" hidden><p>Sign up for our newsletter.</p>${FORM}</div></div>`;
  expect(find(articlePage({ top }))).toEqual([]);
  const apart = `<div><button aria-haspopup="true" aria-controls="letters">Newsletters</button></div><div id="letters" hidden><p>Sign up for our newsletter.</p>${FORM}</div>`;
  expect(find(articlePage({ top: apart }))).toEqual([]);
});

describe('the saved text', () => {
  const read = (inside: string): string => {
    document.title = 'Harbour board votes to dredge the eastern channel';
    document.body.innerHTML = articlePage({ inside });
    const promos = findClutter(document).map(({ element }) => element);
    return extractArticle(document, 'https://pier.example/town/channel', { promos })?.article.text ?? '';
  };

  it.each([
    '“Join our union,” the drivers chanted outside the depot.',
    'Join our union, the drivers chanted: “Support us with a donation.”',
  ])('has what somebody is quoted as calling for: %s', (told) => {
    expect(read(`<p>${told}</p>`)).toContain(told);
  });

  it('has none of what the site asks for', () => {
    const asked = read(
      `<div class="box"><h3>Tides in your inbox</h3><p>Sign up for our newsletter.</p>${FORM}</div>`,
    );
    expect(asked).toContain('The harbour board voted on Tuesday');
    expect(asked).not.toContain('newsletter');
  });
});
