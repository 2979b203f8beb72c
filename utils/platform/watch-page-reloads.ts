import { stripFragment } from '../article/metadata/address-route.ts';

interface NavigateEventLike extends Event {
  userInitiated: boolean;
  destination: { url: string; sameDocument: boolean };
}

interface NavigationLike {
  addEventListener(type: 'navigate', listener: (event: NavigateEventLike) => void): void;
}

/** A reload within this time (ms) after user input is attributed to the user. Browsers use the same limit for popups. */
const USER_ACTIVATION_MS = 5000;

/** True for the browser's `Navigation` object. If the API is missing, `window.navigation` may be an element with that id. */
export function isNavigationObject(navigation: unknown): boolean {
  return Object.prototype.toString.call(navigation) === '[object Navigation]';
}

/**
 * Calls `listener` when a script or a meta refresh reloads the page without recent user input. Reloads from the browser
 * UI (reload button, F5, pull-to-refresh) are attributed to the user.
 *
 * With the Navigation API, they are easy to distinguish: a load started from the browser UI fires no `navigate` event
 * (HTML Standard, "beginning navigation", user involvement "browser UI"). Firefox before 147 lacks this API. There,
 * leaving the page counts as a reload, and the caller must check whether the same URL is loaded next, unless
 * - there was user input shortly before,
 * - the pointer had left the page, for example for the toolbar, or
 * - the page had lost the focus, for example to the address bar.
 */
export function watchPageReloads(listener: () => void, window_: Window = window): void {
  const { navigation } = window_ as { navigation?: NavigationLike };
  if (navigation !== undefined && isNavigationObject(navigation)) {
    navigation.addEventListener('navigate', ({ userInitiated, destination }) => {
      if (userInitiated || destination.sameDocument) return;
      if (stripFragment(destination.url) !== stripFragment(window_.location.href)) return;
      if (window_.navigator.userActivation?.isActive !== true) listener();
    });
    return;
  }
  let lastInputAt = Number.NEGATIVE_INFINITY;
  let isPointerOutside = false;
  const listenToTrusted = (types: readonly string[], onEvent: (event: Event) => void): void => {
    for (const type of types) {
      window_.addEventListener(type, (event) => event.isTrusted && onEvent(event), {
        capture: true,
        passive: true,
      });
    }
  };
  listenToTrusted(['keydown', 'pointerdown', 'touchstart'], ({ timeStamp }) => {
    lastInputAt = timeStamp;
  });
  listenToTrusted(['mouseout', 'mouseover'], (event) => {
    isPointerOutside = event.type === 'mouseout' && (event as MouseEvent).relatedTarget === null;
  });
  listenToTrusted(['pagehide'], ({ timeStamp }) => {
    // Called on the prototype, because a form named `hasFocus` would shadow the method.
    const isFocused = Document.prototype.hasFocus.call(window_.document);
    if (timeStamp - lastInputAt > USER_ACTIVATION_MS && !isPointerOutside && isFocused) listener();
  });
}
