// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ClearingOptions } from '../../../../utils/clutter/hide/clearing-options.ts';
import { type Clearing, startClearing } from '../../../../utils/clutter/hide/start-clearing.ts';
import { eventually } from '../../eventually.ts';
import { articlePage, DEFAULT_KINDS, HEADLINE, PARAGRAPHS, visibleText } from '../article-page.ts';

let controller = new AbortController();

function clear(html: string, options: Partial<ClearingOptions> = {}): Clearing {
  controller = new AbortController();
  document.documentElement.removeAttribute('style');
  document.body.removeAttribute('style');
  document.body.removeAttribute('class');
  document.body.innerHTML = html;
  return startClearing(document, {
    kinds: DEFAULT_KINDS,
    kept: () => [...document.querySelectorAll('.story-text > p, h1')],
    onChange: () => undefined,
    signal: controller.signal,
    ...options,
  });
}

const settle = (ms = 20) => new Promise((resolve) => setTimeout(resolve, ms));

function expectArticle(): void {
  const seen = visibleText(document.body);
  for (const paragraph of PARAGRAPHS) expect(seen).toContain(paragraph);
  expect(seen).toContain(HEADLINE);
  expect(seen).toContain('Ana Kovač');
}

const FORM = `<div class="signup newsletter-form"><form action="https://gazette.us1.list-manage.com/subscribe/post?u=1" method="post">
<div class="indicates-required"><span class="asterisk">*</span> indicates required</div>
<input type="email" name="EMAIL"><p class="error" hidden>Please, enter correct email address</p>
<input type="submit" value="Subscribe"></form></div>`;

const OVERLAY = `<div style="background:#fff;width:400px"><h3>Enter your email to subscribe</h3><form><input type="email"><button>Subscribe</button></form></div>`;

it('sees what came while the page was looked through in slices, though nothing changes any more', async () => {
  controller = new AbortController();
  document.body.innerHTML = articlePage({ after: FORM });
  const look = {
    kinds: DEFAULT_KINDS,
    kept: () => [],
    shadowRoots: new Set<ShadowRoot>(),
  };
  const options = { ...look, onChange: () => undefined, signal: controller.signal };
  startClearing(document, options, { found: [], ms: 0, hasPaused: true, look });
  expect(visibleText(document.body)).toContain('indicates required');
  await eventually(() => expect(visibleText(document.body)).not.toContain('indicates required'));
  expectArticle();
});

function addOverlay(): HTMLElement {
  const overlay = document.createElement('div');
  overlay.className = 'layer';
  overlay.setAttribute('role', 'dialog');
  overlay.style.cssText = 'position:fixed;inset:0;z-index:1000';
  overlay.innerHTML = OVERLAY;
  document.body.append(overlay);
  return overlay;
}

afterEach(() => {
  controller.abort();
  vi.restoreAllMocks();
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
    const seen = visibleText(document.body);
    for (const gone of [
      'indicates required',
      'enter correct email',
      'Evening Tides',
      'Thank you for signing up',
      'Support independent',
      'Subscribe',
    ]) {
      expect(seen).not.toContain(gone);
    }
    expectArticle();
    expect(seen).toContain('printed on Thursdays');
    expect(clearing.items()).toHaveLength(3);
    expect(clearing.items().every((item) => item.hidden)).toBe(true);
  });

  it('leaves a page alone that is nothing but its sign-up form', () => {
    clear(`<main><h1>Our newsletter</h1><p>Sign up for our newsletter.</p>${FORM}</main>`, {
      kept: () => [],
    });
    expect(visibleText(document.body)).toContain('Sign up for our newsletter');
  });
});

describe('undo', () => {
  it('puts every attribute back as it was, byte for byte', () => {
    const html = articlePage({
      inside: FORM.replace('class="signup', 'style="COLOR:Red;;margin : 1px" class="signup'),
      after: `<div style="" class="newsletter-box">Sign up for our newsletter and get the harbour news by email.</div>`,
    });
    clear(html);
    expect(visibleText(document.body)).not.toContain('harbour news by email');
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
    expect(visibleText(document.body)).toContain('indicates required');
    expect(visibleText(document.body)).not.toContain('Sign up for our newsletter today');
    expect(clearing.items().map((item) => item.hidden)).toEqual([false, true]);
    clearing.setHidden('all', false);
    expect(visibleText(document.body)).toContain('Sign up for our newsletter today');
    clearing.setHidden('all', true);
    expect(visibleText(document.body)).not.toContain('indicates required');
    expect(onChange).toHaveBeenCalledTimes(3);
  });

  it('keeps what the page wrote into the style meanwhile', async () => {
    clear(articlePage({ inside: FORM.replace('class="signup', 'id="box" class="signup') }));
    const box = document.getElementById('box');
    box?.style.setProperty('color', 'green');
    await settle();
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
    addOverlay();
    const before = document.documentElement.outerHTML;
    await eventually(() => expect(visibleText(document.body)).not.toContain('Enter your email'));
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
    addOverlay();
    await settle();
    document.body.style.overflow = 'hidden';
    await eventually(() => expect(getComputedStyle(document.body).overflowY).not.toBe('hidden'));
  });

  it('leaves a dialog that the user asked for', async () => {
    clear(articlePage({ top: '<button id="ask">Newsletter</button>' }), { isReal: () => true });
    document.getElementById('ask')?.click();
    addOverlay();
    await settle();
    expect(visibleText(document.body)).toContain('Enter your email');
  });

  it('does not take a press on the text for a wish where the pointer is a hand over all of the page', async () => {
    clear(articlePage(), { isReal: () => true });
    document.body.style.cursor = 'pointer';
    document.querySelector<HTMLElement>('.story-text > p')?.click();
    addOverlay();
    await eventually(() => expect(visibleText(document.body)).not.toContain('Enter your email'));
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
    const put = (): void => {
      if (made++ > 60 || place === null) return;
      place.innerHTML = `<div class="x${made}">Sign up for our newsletter and never miss a tide.</div>`;
    };
    const adversary = new MutationObserver(() => {
      const box = place?.firstElementChild;
      if (box === null || box === undefined || getComputedStyle(box).display === 'none') put();
    });
    if (place !== null) adversary.observe(place, { attributes: true, subtree: true, childList: true });
    put();
    await eventually(() => expect(clearing.items().some(({ gaveUp }) => gaveUp === true)).toBe(true));
    adversary.disconnect();
    expect(made).toBeLessThan(20);
    expect(visibleText(document.body)).toContain('never miss a tide');
  });

  it('stops when told to', async () => {
    const clearing = clear(articlePage());
    controller.abort();
    addOverlay();
    await settle();
    expect(visibleText(document.body)).toContain('Enter your email');
    expect(clearing.items()).toEqual([]);
  });
});

it('gives a line back whose words the page has written anew in the same node', async () => {
  const ASKS = 'Sign up for our newsletter to get stories like this in your inbox.';
  const TELLS = 'The pilots asked for a second buoy, and were told that there is none to be had before May.';
  clear(articlePage({ after: `<p class="newsletter-line">${ASKS} <a href="/newsletters">Sign up</a></p>` }));
  const line = document.querySelector('.newsletter-line');
  expect(visibleText(document.body)).not.toContain(ASKS);
  line?.lastElementChild?.remove();
  const words = line?.firstChild;
  if (words instanceof Text) words.data = TELLS;
  await eventually(() => expect(visibleText(document.body)).toContain(TELLS));
  expectArticle();
});

it('gives the page back that was fixed at its root', async () => {
  document.documentElement.style.cssText = 'position: fixed; top: -300px; overflow: hidden';
  controller = new AbortController();
  document.body.innerHTML = articlePage();
  addOverlay();
  startClearing(document, {
    kinds: DEFAULT_KINDS,
    kept: () => [...document.querySelectorAll('.story-text > p, h1')],
    onChange: () => undefined,
    signal: controller.signal,
  });
  await eventually(() => expect(getComputedStyle(document.documentElement).position).toBe('static'));
  controller.abort();
  expect(document.documentElement.style.position).toBe('fixed');
  document.documentElement.removeAttribute('style');
});
