// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { findClutter } from '../../../utils/clutter/find/find-clutter.ts';
import { buildPageModel } from '../../../utils/clutter/find/page-model.ts';
import { articlePage, PARAGRAPHS } from './article-page.ts';
import { find, findAfter, findInside, textOf } from './find-blocks.ts';

describe('a tooltip about what members may do', () => {
  // Words in no language that anybody here has phrases for.
  const words = '<p>Tallenna juttu omalle sivullesi ja lue se myöhemmin. Toiminto on jäsenille.</p>';
  const buttons = '<a href="/guide">Liity jäseneksi</a><a href="/service/login/?back=1">Kirjaudu</a>';
  const tool = (name: string, inner: string) =>
    `<div class="${name}"><button aria-label="Tallenna"></button><div class="${name}-content">${inner}</div></div>`;

  it('goes in any language, and leaves the button that it hangs on', () => {
    for (const place of ['inside', 'before', 'after'] as const) {
      const found = find(articlePage({ [place]: tool('js-tooltip', words + buttons) }));
      expect(found.map(({ element }) => element.className)).toEqual(['js-tooltip-content']);
    }
  });

  it('goes where its buttons have words that are known', () => {
    const known =
      '<p>Save this story to read it later. Only members have a list.</p><a href="/join">Join</a><a href="/login">Log in</a>';
    expect(find(articlePage({ before: tool('popover', known) }))).toHaveLength(1);
  });

  it.each(
    Object.entries({
      'a wall over the page': tool('modal', words + buttons),
      'a tooltip with no way into an account': tool('js-tooltip', `${words}<a href="/guide">Ohjeet</a>`),
      'a tooltip with a field': tool('js-tooltip', `${words}<input type="text">${buttons}`),
      'the menu of an account': tool('js-tooltip', buttons),
      'a card with headlines': tool(
        'popover',
        `${words}${buttons}<a href="/a">Satama syvennetään ensi keväänä uudelleen</a>`,
      ),
    }),
  )('leaves %s', (_what, block) => {
    expect(findAfter(block)).toEqual([]);
  });
});

describe('a sign-up form', () => {
  const form =
    '<form action="/x"><input type="email" placeholder="E-mail address"><button>Sign up</button></form>';

  it('goes with the note on what its user agrees to', () => {
    const note =
      '<div><div><p>By signing up, you agree to our User Agreement and Privacy Policy &amp; Cookie Statement.</p></div></div>';
    const box = `<div class="x"><h3>The Tide</h3><div>The best of the harbour, every day, in your inbox.</div><div>${form}${note}</div></div>`;
    expect(find(articlePage({ after: box })).map(({ element }) => element.className)).toEqual(['x']);
  });

  it('is none of the story where the box around it is named for a newsletter', () => {
    const box = `<aside data-component="email-signup-newsletter"><p>Sign up to Tidelines</p><div><p>The most pressing stories and debates for people on the coast, from the fisheries to the economy.</p><div><label>Enter your email address</label>${form}</div></div></aside>`;
    expect(findInside(box)).toHaveLength(1);
  });

  it('is named by an attribute for tests, where class names are generated', () => {
    const box =
      '<div class="c-x1"><div data-qa="newsletter-signup"><img src="/letter.png" alt="" width="160"><form><button type="submit">Sign up</button></form></div></div>';
    expect(findInside(box)).toHaveLength(1);
    expect(findInside(box.replace(/ data-qa="[^"]*"/, ''))).toHaveLength(0);
  });

  it('has one field, if its other one is a trap for robots', () => {
    const trapped = (trap: string) =>
      `<div><p>Tidelines</p><form><input type="text" name="hcheck" ${trap}><input type="email" placeholder="Email"><button>Go</button></form></div>`;
    expect(findAfter(trapped('tabindex="-1" autocomplete="off"'))).toHaveLength(1);
    expect(findAfter(trapped('placeholder="First name"'))).toHaveLength(0);
  });

  it('goes where the element that extraction kept is around it', () => {
    const box =
      '<figure id="kept"><p id="box-before">A chart of the tides.</p><aside class="newsletter"><p>Sign up for our newsletter.</p><input type="email"><button>Sign up</button></aside></figure>';
    document.body.innerHTML = articlePage({ inside: box });
    const model = buildPageModel(document.body);
    expect(findClutter(document, { model })).toHaveLength(1);
    const kept = [...document.querySelectorAll('#kept')];
    expect(findClutter(document, { model, getExtracted: () => kept }).map(textOf)).toEqual([
      'Sign up for our newsletter.Sign up',
    ]);
  });
});

describe('names of components', () => {
  const plea = '<p>Support independent journalism</p><a href="/contribute/">Contribute</a>';

  it('of a library are no consent dialog', () => {
    const box = `<div class="cmp-footer"><div class="cmp-text">${plea}</div></div>`;
    expect(findAfter(box)).toHaveLength(1);
  });

  it('of a menu are none around a plea alone', () => {
    expect(findAfter(`<div class="global-nav__widget menu">${plea}</div>`)).toHaveLength(1);
    expect(
      findAfter(`<div class="global-nav__widget menu">${plea}<a href="/tides">Tide tables</a></div>`).join(),
    ).not.toContain('Tide tables');
  });
});

describe('a line in the article', () => {
  const line = (address: string, text: string) => `<p><a href="${address}">${text}</a></p>`;
  const text =
    'Every day, the Gazette’s editors send out a selection of the day’s news from the coast. Sign up for the newsletter here.';

  it('goes if all of it leads to where one signs up', () => {
    expect(findInside(line('/en/newsletter-registration/a-157', text))).toHaveLength(1);
  });

  it('stays if it leads to an issue or tells of one', () => {
    const issue = 'Our newsletter of Friday: who pays for the cranes?';
    expect(findInside(line('/newsletter/2026-03-01', issue))).toEqual([]);
    expect(findInside(`<p>${PARAGRAPHS[0]} The board has a newsletter of its own.</p>`)).toEqual([]);
  });
});

describe('German offers', () => {
  it('to try a paper begin with "Jetzt" and end with what is to be done', () => {
    const offer =
      '<div class="modal"><p>Kennen Sie schon unsere Plus-Inhalte?</p><p><a href="/plus/">Jetzt den Hafenboten testen</a></p></div>';
    expect(findAfter(offer)).toHaveLength(1);
    expect(
      findInside('<p>Jetzt will die Behörde das Wasser im Hafen alle zwei Wochen testen lassen.</p>'),
    ).toEqual([]);
  });
});
