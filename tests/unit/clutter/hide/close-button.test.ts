// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { findCloseButton } from '../../../../utils/clutter/hide/close-button.ts';

afterEach(() => {
  document.body.innerHTML = '';
});

/** The id of the control that is found in a modal, or null. */
function closerIn(html: string): string | null {
  document.body.innerHTML = `<div role="dialog">${html}</div>`;
  const modal = document.querySelector('[role="dialog"]');
  return modal === null ? null : (findCloseButton(modal)?.id ?? null);
}

describe('the button that closes a modal', () => {
  it.each([
    ['a sign', '<button id="it" type="button">×</button>'],
    ['a label', '<button id="it" aria-label="Close"><svg></svg></button>'],
    ['a label in another language', '<button id="it" aria-label="Schließen"><svg></svg></button>'],
    ['words', '<p>Letters!</p><a id="it" href="#">No thanks</a>'],
    ['a class', '<span tabindex="0" class="modal__close-icon" id="it"></span>'],
    ['a hook', '<button type="button" id="it" data-bs-dismiss="modal"><i></i></button>'],
  ])('is known by %s', (_, html) => {
    expect(closerIn(`<button type="button" id="other">Sign up</button>${html}`)).toBe('it');
  });

  it('is never one that sends a form or goes elsewhere', () => {
    expect(
      closerIn('<form><input type="email"><button class="close" id="a">Close</button></form>'),
    ).toBeNull();
    expect(closerIn('<a id="a" class="close" href="/offers">Close</a>')).toBeNull();
    expect(closerIn('<a id="a" class="close" href="#/offers">Close</a>')).toBeNull();
    expect(closerIn('<a id="a" class="close" href="#!offers">Close</a>')).toBeNull();
    expect(closerIn('<form><input type="submit" id="a" value="×"></form>')).toBeNull();
    expect(closerIn('<button type="button" id="a">Read the closing prices</button>')).toBeNull();
  });

  it('may stand in a form that sends nothing and closes its dialog', () => {
    expect(closerIn('<form method="dialog"><button id="it" aria-label="Close">×</button></form>')).toBe('it');
  });

  it('is found in a shadow root', () => {
    document.body.innerHTML = '<letter-box></letter-box>';
    const host = document.querySelector('letter-box') as HTMLElement;
    host.attachShadow({ mode: 'open' }).innerHTML = '<div><button type="button" id="it">✕</button></div>';
    expect(findCloseButton(host)?.id).toBe('it');
  });
});
