// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { looksLikeWall } from '../../../../utils/clutter/hide/covered-page.ts';
import { allCues } from '../../../../utils/clutter/phrases/all-cues.ts';

function layer(inner: string): Element {
  document.body.innerHTML = `<div>${inner}</div>`;
  return document.body.firstElementChild as Element;
}

const OFFER = '<h2>Subscribe to the Gazette</h2><p>Subscribe for £1 a week and support our journalism.</p>';

describe('a layer that offers a subscription', () => {
  it.each([
    '<a href="/offers">See all subscriptions</a>',
    '<button>Subscribe now</button><a href="/login">Log in</a><a href="/terms">Terms</a>',
    '<a href="/offers">Offers</a><button>Log in</button>',
  ])('is a wall where there is no way out of it: %s', (inner) => {
    expect(looksLikeWall(layer(OFFER + inner), allCues())).toBe(true);
  });

  it.each([
    '<a href="/subscribe">Subscribe</a><button>Remind me later</button>',
    '<a href="/subscribe">Subscribe</a><button class="css-1x"><svg></svg></button>',
    '<a href="/subscribe">Subscribe</a><a href="#">On to the story</a>',
    '<button>Allow</button><button>Block</button>',
    '<form><input type="email"><button>Subscribe</button></form>',
    '<iframe src="/letter"></iframe>',
    '<a href="/subscribe">Subscribe</a><button aria-label="Close">×</button>',
  ])('is none where something else can be done: %s', (inner) => {
    expect(looksLikeWall(layer(OFFER + inner), allCues())).toBe(false);
  });

  it('is none where a component may have a field', () => {
    const element = layer(`${OFFER}<x-form></x-form>`);
    const root = element.querySelector('x-form')?.attachShadow({ mode: 'open' });
    if (root !== undefined) root.innerHTML = '<input type="email">';
    expect(looksLikeWall(element, allCues())).toBe(false);
  });
});
