import { withoutPlace } from '../article/metadata/address-route.ts';

interface NavigateEventLike extends Event {
  userInitiated: boolean;
  destination: { url: string; sameDocument: boolean };
}

interface NavigationLike {
  addEventListener(type: 'navigate', listener: (event: NavigateEventLike) => void): void;
}

/** After a click or a key a page may load itself again for the user's sake, in ms: browsers allow as long for popups. */
const USER_ACT_MS = 5000;

/** The browser's own object; without one, an element of the page may have that name. */
export function isNavigation(navigation: unknown): boolean {
  return Object.prototype.toString.call(navigation) === '[object Navigation]';
}

/**
 * Calls back when the page loads its own address again without being asked to: by a script or a meta refresh, with no
 * recent click or key of the user's. What the browser's own controls do is the user's doing: the reload button, F5,
 * a drag from the top of a phone's screen.
 *
 * The Navigation API tells exactly: a load that the browser's controls begin fires no `navigate` event (HTML standard,
 * "beginning navigation", user involvement "browser UI"). Firefox before 147 has no such API. There a page that is left
 * counts as reloading itself unless the user pressed something shortly before, or their pointer was outside the page, at
 * the browser's buttons; the caller has to see whether the same address follows.
 */
export function watchOwnReloads(listener: () => void, window_: Window = window): void {
  const { navigation } = window_ as { navigation?: NavigationLike };
  if (navigation !== undefined && isNavigation(navigation)) {
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
    if (timeStamp - actedAt > USER_ACT_MS && !isPointerOutside) listener();
  });
}
