import { withoutPlace } from '../article/metadata/address-route.ts';

interface NavigateEventLike extends Event {
  userInitiated: boolean;
  destination: { url: string; sameDocument: boolean };
}

interface NavigationLike {
  addEventListener(type: 'navigate', listener: (event: NavigateEventLike) => void): void;
}

/** A reload this soon after a click or a key (ms) is the user's; browsers use the same limit for popups. */
const USER_ACT_MS = 5000;

/** True for the browser's own object; without that API, an element of the page may appear under its name. */
export function isNavigationObject(navigation: unknown): boolean {
  return Object.prototype.toString.call(navigation) === '[object Navigation]';
}

/**
 * Calls back when the page reloads itself by a script or a meta refresh, without a recent click or key press. Reloads by
 * the browser's controls count as the user's: the reload button, F5, pulling down on a phone.
 *
 * The Navigation API distinguishes them: a load started by the browser's controls fires no `navigate` event (HTML
 * standard, "beginning navigation", user involvement "browser UI"). Firefox before 147 lacks this API. There, leaving the
 * page counts as a reload unless the user pressed something shortly before, the pointer was outside the page, near the
 * browser's buttons, or the focus was, as in the address bar; the caller has to check whether the same address is loaded.
 */
export function watchPageReloads(listener: () => void, window_: Window = window): void {
  const { navigation } = window_ as { navigation?: NavigationLike };
  if (navigation !== undefined && isNavigationObject(navigation)) {
    navigation.addEventListener('navigate', ({ userInitiated, destination }) => {
      if (userInitiated || destination.sameDocument) return;
      if (withoutPlace(destination.url) !== withoutPlace(window_.location.href)) return;
      if (window_.navigator.userActivation?.isActive !== true) listener();
    });
    return;
  }
  let actedAt = Number.NEGATIVE_INFINITY;
  let isPointerOutside = false;
  const heed = (types: readonly string[], onEvent: (event: Event) => void): void => {
    for (const type of types) {
      window_.addEventListener(type, (event) => event.isTrusted && onEvent(event), {
        capture: true,
        passive: true,
      });
    }
  };
  heed(['keydown', 'pointerdown', 'touchstart'], ({ timeStamp }) => {
    actedAt = timeStamp;
  });
  heed(['mouseout', 'mouseover'], (event) => {
    isPointerOutside = event.type === 'mouseout' && (event as MouseEvent).relatedTarget === null;
  });
  heed(['pagehide'], ({ timeStamp }) => {
    // By the prototype: a form of the page may be named `hasFocus`.
    const isFocused = Document.prototype.hasFocus.call(window_.document);
    if (timeStamp - actedAt > USER_ACT_MS && !isPointerOutside && isFocused) listener();
  });
}
