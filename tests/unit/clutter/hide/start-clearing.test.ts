// @vitest-environment jsdom
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { ClearingOptions } from '../../../../utils/clutter/hide/clearing-options.ts';
import { createPositionMarker } from '../../../../utils/clutter/hide/position-marker.ts';
import { type Clearing, startClearing } from '../../../../utils/clutter/hide/start-clearing.ts';
import { eventually } from '../../eventually.ts';
import { articlePage, DEFAULT_KINDS, HEADLINE, PARAGRAPHS, visibleText } from '../article-page.ts';

/** In CSS pixels: jsdom lays nothing out. */
const heights = new WeakMap<Element, number>();
Element.prototype.getBoundingClientRect = function (this: Element): DOMRect {
  return new DOMRect(0, 0, 400, heights.get(this) ?? 0);
};

/** jsdom's own, which is not the global object of the tests. */
const view = Reflect.get(Document.prototype, 'defaultView', document) as Window;

let controller = new AbortController();

function clear(html: string, options: Partial<ClearingOptions> = {}): Clearing {
  controller = new AbortController();
  document.body.innerHTML = html;
  return startClearing(document, {
    kinds: DEFAULT_KINDS,
    getExtracted: () => [...document.querySelectorAll('.story-text > p, h1')],
    onChange: () => undefined,
    signal: controller.signal,
    ...options,
  });
}

/** Long enough for the look at the whole page that follows a change. */
const settle = (ms = 400) => new Promise((resolve) => setTimeout(resolve, ms));
const seen = (): string => visibleText(document.body);

function put(html: string, place: Element = document.body): HTMLElement {
  place.insertAdjacentHTML('beforeend', html);
  return place.lastElementChild as HTMLElement;
}

const ASKS = '<h3>Sign up for our newsletter</h3><form><input type="email"><button>Sign up</button></form>';

function expectArticle(): void {
  const text = seen();
  for (const paragraph of PARAGRAPHS) expect(text).toContain(paragraph);
  expect(text).toContain(HEADLINE);
  expect(text).toContain('Ana Kovač');
}

const FORM = `<div class="signup newsletter-form"><form action="https://gazette.us1.list-manage.com/subscribe/post?u=1" method="post">
<div class="indicates-required"><span class="asterisk">*</span> indicates required</div>
<input type="email" name="EMAIL"><p class="error" hidden>Please, enter correct email address</p>
<input type="submit" value="Subscribe"></form></div>`;

const OVERLAY = `<div class="layer" role="dialog" style="position:fixed;inset:0;z-index:1000"><div style="background:#fff;width:400px">
<h3>Enter your email to subscribe</h3><form><input type="email"><button>Subscribe</button></form></div></div>`;

it('sees what came while the page was looked through in slices, though nothing changes any more', async () => {
  controller = new AbortController();
  document.body.innerHTML = articlePage({ after: FORM });
  const findOptions = {
    kinds: DEFAULT_KINDS,
    getExtracted: () => [],
    shadowRoots: new Set<ShadowRoot>(),
  };
  const options = { ...findOptions, onChange: () => undefined, signal: controller.signal };
  startClearing(document, options, { found: [], ms: 0, hasPaused: true, findOptions });
  expect(seen()).toContain('indicates required');
  await eventually(() => expect(seen()).not.toContain('indicates required'));
  expectArticle();
});

afterEach(() => {
  controller.abort();
  vi.restoreAllMocks();
  for (const element of [document.documentElement, document.body]) {
    element.removeAttribute('style');
    element.removeAttribute('class');
  }
  document.body.innerHTML = '';
});

describe('the first pass', () => {
  it('takes sign-up forms with their notes, errors and success texts, and leaves the article', () => {
    const clearing = clear(
      articlePage({
        inside: FORM,
        after: `<section class="newsletters"><h3>Evening Tides with Ana Kovač</h3>${FORM}
        <div class="success"><h4>Successfully subscribed</h4><p>Thank you for signing up for this newsletter. We’ve sent you a confirmation email.</p></div></section>
        <div style="position:fixed;bottom:0" class="bar">Support independent journalism on the coast. <button>Subscribe</button></div>`,
      }),
    );
    const text = seen();
    for (const gone of [
      'indicates required',
      'enter correct email',
      'Evening Tides',
      'Thank you for signing up',
      'Support independent',
      'Subscribe',
    ]) {
      expect(text).not.toContain(gone);
    }
    expectArticle();
    expect(text).toContain('printed on Thursdays');
    expect(clearing.items()).toHaveLength(3);
    expect(clearing.items().every((item) => item.hidden)).toBe(true);
  });

  it('leaves a page alone that is nothing but its sign-up form', () => {
    clear(`<main><h1>Our newsletter</h1><p>Sign up for our newsletter.</p>${FORM}</main>`, {
      getExtracted: () => [],
    });
    expect(seen()).toContain('Sign up for our newsletter');
  });
});

describe('undo', () => {
  it('puts every attribute back as it was, byte for byte', () => {
    const html = articlePage({
      inside: FORM.replace('class="signup', 'style="COLOR:Red;;margin : 1px" class="signup'),
      after: `<div style="" class="newsletter-box">Sign up for our newsletter and get the harbour news by email.</div>`,
    });
    clear(html);
    expect(seen()).not.toContain('harbour news by email');
    const before = document.createElement('div');
    before.innerHTML = html;
    controller.abort();
    expect(document.body.innerHTML).toBe(before.innerHTML);
  });

  it('brings one item back and hides it again', () => {
    const onChange = vi.fn();
    const clearing = clear(
      articlePage({
        inside: FORM,
        after: `<div class="newsletter-box">Sign up for our newsletter today.</div>`,
      }),
      { onChange },
    );
    const [first] = clearing.items();
    clearing.setHidden(first?.id ?? -1, false);
    expect(seen()).toContain('indicates required');
    expect(seen()).not.toContain('Sign up for our newsletter today');
    expect(clearing.items().map((item) => item.hidden)).toEqual([false, true]);
    clearing.setHidden('all', false);
    expect(seen()).toContain('Sign up for our newsletter today');
    clearing.setHidden('all', true);
    expect(seen()).not.toContain('indicates required');
    expect(onChange).toHaveBeenCalledTimes(3);
  });

  it('keeps what the page wrote into the style meanwhile', async () => {
    clear(articlePage({ inside: FORM.replace('class="signup', 'id="box" class="signup') }));
    const box = document.getElementById('box');
    box?.style.setProperty('color', 'green');
    await settle(20);
    controller.abort();
    expect(box?.getAttribute('style')).toBe('color: green;');
  });
});

describe('late arrivals', () => {
  it('takes an overlay that comes late, its scroll lock and its backdrop, and gives all back', async () => {
    const onChange = vi.fn();
    const clearing = clear(articlePage(), { onChange });
    document.body.className = 'home modal-open';
    document.body.style.overflow = 'hidden';
    const backdrop = document.createElement('div');
    backdrop.style.cssText = 'position:fixed;top:0;left:0;width:100%;height:100%';
    document.body.append(backdrop);
    put(OVERLAY);
    const before = document.documentElement.outerHTML;
    await eventually(() => expect(seen()).not.toContain('Enter your email'));
    await eventually(() => expect(getComputedStyle(document.body).overflowY).not.toBe('hidden'));
    expect(getComputedStyle(backdrop).display).toBe('none');
    expect(onChange).toHaveBeenCalled();
    expect(clearing.items()).toHaveLength(1);
    expectArticle();
    controller.abort();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('undoes a lock that is set after the overlay was put in', async () => {
    clear(articlePage());
    put(OVERLAY);
    await settle(20);
    document.body.style.overflow = 'hidden';
    await eventually(() => expect(getComputedStyle(document.body).overflowY).not.toBe('hidden'));
  });

  it('leaves a dialog that the user asked for', async () => {
    clear(articlePage({ top: '<button id="ask">Newsletter</button>' }), { isUserEvent: () => true });
    document.getElementById('ask')?.click();
    put(OVERLAY);
    await settle(20);
    expect(seen()).toContain('Enter your email');
  });

  it('does not take a press on the text for a wish where the pointer is a hand over all of the page', async () => {
    clear(articlePage(), { isUserEvent: () => true });
    document.body.style.cursor = 'pointer';
    document.querySelector<HTMLElement>('.story-text > p')?.click();
    put(OVERLAY);
    await eventually(() => expect(seen()).not.toContain('Enter your email'));
    document.body.removeAttribute('style');
  });

  it('gives up on a box that the page puts back each time, and says so', async () => {
    // On a machine that is busy the work takes its time, and the page gets its box back less often.
    let clock = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => {
      clock += 0.01;
      return clock;
    });
    const clearing = clear(articlePage({ after: '<div id="place"></div>' }));
    const place = document.getElementById('place');
    let made = 0;
    const putBack = (): void => {
      if (made++ > 60 || place === null) return;
      place.innerHTML = `<div class="x${made}">Sign up for our newsletter and never miss a tide.</div>`;
    };
    const adversary = new MutationObserver(() => {
      const box = place?.firstElementChild;
      if (box === null || box === undefined || getComputedStyle(box).display === 'none') putBack();
    });
    if (place !== null) adversary.observe(place, { attributes: true, subtree: true, childList: true });
    putBack();
    await eventually(() => expect(clearing.items().some(({ gaveUp }) => gaveUp === true)).toBe(true));
    adversary.disconnect();
    expect(made).toBeLessThan(20);
    expect(seen()).toContain('never miss a tide');
  });

  it('stops when told to', async () => {
    const clearing = clear(articlePage());
    controller.abort();
    put(OVERLAY);
    await settle(20);
    expect(seen()).toContain('Enter your email');
    expect(clearing.items()).toEqual([]);
  });
});

it('gives a line back whose words the page has written anew in the same node', async () => {
  const asks = 'Sign up for our newsletter to get stories like this in your inbox.';
  const TELLS = 'The pilots asked for a second buoy, and were told that there is none to be had before May.';
  clear(articlePage({ after: `<p class="newsletter-line">${asks} <a href="/newsletters">Sign up</a></p>` }));
  const line = document.querySelector('.newsletter-line');
  expect(seen()).not.toContain(asks);
  line?.lastElementChild?.remove();
  const words = line?.firstChild;
  if (words instanceof Text) words.data = TELLS;
  await eventually(() => expect(seen()).toContain(TELLS));
  expectArticle();
});

it('gives the page back that was fixed at its root', async () => {
  document.documentElement.style.cssText = 'position: fixed; top: -300px; overflow: hidden';
  clear(articlePage() + OVERLAY);
  await eventually(() => expect(getComputedStyle(document.documentElement).position).toBe('static'));
  controller.abort();
  expect(document.documentElement.style.position).toBe('fixed');
});

describe('scroll locks', () => {
  it('undoes a lock on html and a fixed body, back at the same offset', async () => {
    const scrollTo = vi.spyOn(view, 'scrollTo').mockImplementation(() => undefined);
    clear(articlePage());
    document.documentElement.style.overflow = 'hidden';
    document.body.style.cssText = 'position:fixed;top:-640px;width:100%';
    put(`<div style="position:fixed;inset:0">${ASKS}</div>`);
    await eventually(() => expect(seen()).not.toContain('newsletter'));
    await eventually(() => expect(getComputedStyle(document.documentElement).overflowY).not.toBe('hidden'));
    expect(getComputedStyle(document.body).position).toBe('static');
    expect(scrollTo).toHaveBeenCalledWith(0, 640);
    controller.abort();
    expect(document.body.getAttribute('style')).toBe('position: fixed; top: -640px; width: 100%;');
    expect(document.documentElement.getAttribute('style')).toBe('overflow: hidden;');
  });

  it('undoes a lock set by a class', async () => {
    clear(`<style>.modal-open{overflow:hidden}</style>${articlePage()}`);
    document.body.className = 'modal-open';
    put(`<div style="position:fixed;inset:0">${ASKS}</div>`);
    await eventually(() => expect(getComputedStyle(document.body).overflowY).not.toBe('hidden'));
    expect(document.body.className).toBe('modal-open');
  });

  it('makes the page usable again that was made inert', async () => {
    clear(articlePage());
    const main = document.querySelector('main');
    main?.setAttribute('inert', '');
    main?.setAttribute('aria-hidden', 'true');
    document.body.style.overflow = 'hidden';
    put(`<div role="dialog" aria-modal="true" style="position:fixed;inset:0">${ASKS}</div>`);
    await eventually(() => expect(main?.hasAttribute('inert')).toBe(false));
    expect(main?.hasAttribute('aria-hidden')).toBe(false);
    controller.abort();
    expect(main?.getAttribute('aria-hidden')).toBe('true');
    expect(main?.hasAttribute('inert')).toBe(true);
  });

  it('leaves a lock when nothing of ours had set it', async () => {
    clear(articlePage({ after: `<div class="newsletter-box">${ASKS}</div>` }));
    document.body.style.overflow = 'hidden';
    await settle();
    expect(document.body.style.overflow).toBe('hidden');
    expect(getComputedStyle(document.body).overflow).toBe('hidden');
  });

  it('leaves a registration wall with its blur and its cut', async () => {
    clear(articlePage());
    const text = document.querySelector<HTMLElement>('.story-text');
    if (text) text.style.cssText = 'max-height: 300px; overflow: hidden; filter: blur(4px);';
    document.body.style.overflow = 'hidden';
    put(
      '<div style="position:fixed;bottom:0"><h2>Register for free to read on</h2><p>Create a free account to continue reading.</p><input type="email"><button>Continue</button></div>',
    );
    await settle();
    expect(seen()).toContain('Create a free account');
    expect(text?.getAttribute('style')).toBe('max-height: 300px; overflow: hidden; filter: blur(4px);');
    expect(document.body.style.overflow).toBe('hidden');
  });

  it.each([
    ['padding', 'body', 'paddingTop'],
    ['margin', 'documentElement', 'marginTop'],
  ] as const)('takes the %s of %s back that a banner had put on the page', async (_kind, root, side) => {
    clear(articlePage());
    document[root].style[side] = '60px';
    const before = document[root].getAttribute('style');
    const banner = put(
      '<div class="app-banner" style="position:fixed;top:0;height:60px">Read faster in our app. <a href="https://apps.apple.com/app/id1">Get the app</a></div>',
    );
    heights.set(banner, 60);
    await eventually(() => expect(seen()).not.toContain('Get the app'));
    expect(getComputedStyle(document[root])[side]).toBe('0px');
    controller.abort();
    expect(document[root].getAttribute('style')).toBe(before);
  });

  it('lets a sticky header follow that a banner had pushed down by a custom property', async () => {
    clear(articlePage());
    const root = document.documentElement;
    root.style.cssText = 'margin-top: 84px; --bar: 84px; --column: 640px;';
    const banner = put(
      '<div class="app-banner" style="position:fixed;top:0;height:84px">Read faster in our app. <a href="https://apps.apple.com/app/id1">Get the app</a></div>',
    );
    heights.set(banner, 84);
    await eventually(() => expect(seen()).not.toContain('Get the app'));
    const style = getComputedStyle(root);
    expect(style.marginTop).toBe('0px');
    expect(style.getPropertyValue('--bar')).toBe('0px');
    expect(style.getPropertyValue('--column')).toBe('640px');
    controller.abort();
    expect(root.getAttribute('style')).toBe('margin-top: 84px; --bar: 84px; --column: 640px;');
  });
});

describe('pop-ups', () => {
  it('keeps a pop-up from appearing that waits for the pointer to leave', async () => {
    clear(
      articlePage({
        after: `<div id="exit" class="popup" style="position:fixed;display:none">${ASKS}</div>`,
      }),
    );
    const popup = document.getElementById('exit');
    popup?.style.setProperty('display', 'block');
    await eventually(() => expect(popup && getComputedStyle(popup).display).toBe('none'));
    controller.abort();
    expect(popup?.getAttribute('style')).toContain('display: block');
  });

  it('gives a hidden pop-up back to the user who asks for it', async () => {
    const html = articlePage({
      top: '<button id="ask">Newsletter</button>',
      after: `<div id="box" class="popup" style="position:fixed;visibility:hidden">${ASKS}</div>`,
    });
    const clearing = clear(html, { isUserEvent: () => true });
    const box = document.getElementById('box');
    document.getElementById('ask')?.addEventListener('click', () => {
      if (box) box.style.visibility = 'visible';
    });
    document.getElementById('ask')?.click();
    await settle();
    expect(box && getComputedStyle(box).display).not.toBe('none');
    expect(clearing.items()[0]?.hidden).toBe(false);
  });

  it('does not take a click of the page’s own for the user’s', async () => {
    clear(articlePage({ top: '<button id="ask">Newsletter</button>' }));
    document.getElementById('ask')?.click();
    put(`<div style="position:fixed;inset:0">${ASKS}</div>`);
    await eventually(() => expect(seen()).not.toContain('Sign up'));
  });

  it('does not take an answer to the consent dialog for a wish', async () => {
    const consent =
      '<div class="cookie-consent" role="dialog"><p>We use cookies.</p><button id="ok">Accept all</button></div>';
    clear(articlePage({ after: consent }), { isUserEvent: () => true });
    document.getElementById('ok')?.click();
    put(OVERLAY);
    await eventually(() => expect(seen()).not.toContain('Enter your email'));
  });

  it('gives the focus back that a pop-up took', async () => {
    clear(articlePage({ top: '<a id="link" href="/sea">Sea</a>' }));
    document.getElementById('link')?.focus();
    const popup = put(`<div style="position:fixed;inset:0">${ASKS}</div>`);
    popup.querySelector('input')?.focus();
    await eventually(() => expect(document.activeElement?.id).toBe('link'));
  });

  it('leaves a form that the user is typing in', async () => {
    clear(articlePage({ after: '<div id="late"></div>' }), { isUserEvent: () => true });
    const late = document.getElementById('late');
    if (late === null) throw new Error('no place');
    late.innerHTML = '<form id="f"><input type="email"></form>';
    late.querySelector('input')?.dispatchEvent(new Event('input', { bubbles: true }));
    late
      .querySelector('form')
      ?.insertAdjacentHTML('beforeend', '<p>Sign up for our newsletter today.</p><button>Sign up</button>');
    await settle();
    expect(late && getComputedStyle(late).display).not.toBe('none');
    expect(
      late.querySelector('input') && getComputedStyle(late.querySelector('form') as Element).display,
    ).not.toBe('none');
  });
});

describe('what is put into the text', () => {
  it('takes each box that is put in while scrolling', async () => {
    clear(articlePage());
    const paragraphs = document.querySelectorAll('.story-text > p');
    for (const i of [0, 2, 4]) {
      paragraphs[i]?.insertAdjacentHTML('afterend', `<div class="b${i}">${ASKS}</div>`);
      await settle(5);
    }
    await eventually(() => expect(seen()).not.toContain('Sign up'));
    for (const p of PARAGRAPHS) expect(seen()).toContain(p);
  });

  it('takes the box of a second article that is put under the first, and leaves its text', async () => {
    clear(articlePage());
    const second = PARAGRAPHS.map((p) => `<p>${p.replaceAll('harbour', 'river')}</p>`);
    put(
      `<article><h1>River board follows the harbour board</h1><div>${second.slice(0, 3).join('')}<div class="nl">${ASKS}</div>${second.slice(3).join('')}</div></article>`,
    );
    await eventually(() => expect(seen()).not.toContain('Sign up'));
    expect(seen()).toContain('River board follows');
    for (const p of PARAGRAPHS) expect(seen()).toContain(p.replaceAll('harbour', 'river'));
  });

  it('takes a box that is filled later than it is put in', async () => {
    clear(articlePage());
    const box = put('<div class="island"></div>');
    await settle(5);
    box.innerHTML = ASKS;
    await eventually(() => expect(seen()).not.toContain('Sign up'));
  });
});

describe('pages that never rest', () => {
  it('hides a box again that a framework makes anew, as the same item', async () => {
    const clearing = clear(articlePage({ after: '<div id="root"></div>' }));
    const root = document.getElementById('root');
    for (let turn = 0; turn < 4; turn++) {
      if (root) root.innerHTML = `<div class="r${turn}">${ASKS}</div>`;
      await eventually(() => expect(seen()).not.toContain('Sign up'));
    }
    await settle();
    expect(clearing.items()).toHaveLength(1);
  });

  it('brings a place back into which the page puts something else', async () => {
    clear(articlePage({ after: `<div id="portal"><div class="popup">${ASKS}</div></div>` }));
    const portal = document.getElementById('portal');
    if (portal) {
      portal.innerHTML =
        '<div class="gallery"><h2>Twelve pictures of the mole</h2><p>The mole at dawn, with the first barge of the year in front of it, and a seal that looks at the photographer.</p></div>';
    }
    await eventually(() => expect(seen()).toContain('The mole at dawn'));
  });

  it('brings it back, too, where there was no time to look at once', async () => {
    const getExtracted = () => {
      const until = performance.now() + 6;
      while (performance.now() < until);
      return [...document.querySelectorAll('.story-text > p, h1')];
    };
    clear(articlePage({ after: `<div id="portal"><div class="popup">${ASKS}</div></div>` }), {
      getExtracted,
    });
    const portal = document.getElementById('portal');
    if (portal) {
      portal.innerHTML =
        '<h2>Twelve pictures of the mole</h2><p>The mole at dawn, with the first barge of the year in front of it.</p>';
    }
    await eventually(() => expect(seen()).toContain('The mole at dawn'));
  });

  it('hides a box again whose style the page resets', async () => {
    clear(articlePage({ after: `<div id="box" class="nl-box">${ASKS}</div>` }));
    const box = document.getElementById('box');
    box?.setAttribute('style', 'color: red');
    await eventually(() => expect(seen()).not.toContain('Sign up'));
    controller.abort();
    expect(box?.getAttribute('style')).toMatch(/^color: red;?$/);
  });

  it('does not look through the page for changes that ask nothing', async () => {
    // By a clock that stands: after a quarter of a second it looks once more in any case.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const getExtracted = vi.fn(() => [...document.querySelectorAll('.story-text > p')]);
    clear(articlePage({ after: `<p id="clock"></p><div class="nl-box">${ASKS}</div>` }), { getExtracted });
    const clock = document.getElementById('clock');
    getExtracted.mockClear();
    for (let tick = 0; tick < 200; tick++) {
      if (clock) clock.textContent = `${tick} seconds`;
      if (tick % 20 === 0) await vi.advanceTimersByTimeAsync(1);
    }
    await vi.advanceTimersByTimeAsync(20);
    expect(getExtracted).not.toHaveBeenCalled();
    expect(seen()).toContain('199 seconds');
  });
});

describe('showing the place of an item', () => {
  it('outlines it, and leaves no trace', () => {
    const clearing = clear(articlePage({ after: `<div class="nl-box" style="margin:1px">${ASKS}</div>` }));
    const before = document.documentElement.outerHTML;
    const place = clearing.positionOf(clearing.items()[0]?.id ?? -1);
    const marker = createPositionMarker(document);
    expect(place?.hiddenElement).not.toBeNull();
    expect(document.documentElement.outerHTML).toBe(before);
    if (place) marker.show(place);
    expect(document.documentElement.outerHTML).not.toBe(before);
    expect(seen()).not.toContain('Sign up');
    marker.clear();
    expect(document.documentElement.outerHTML).toBe(before);
  });
});
