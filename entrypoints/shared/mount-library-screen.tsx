import type { FunctionComponent } from 'preact';
import { isPrivateWindow } from '../../utils/platform/bare-browser.ts';
import { windowsApi } from '../../utils/platform/optional-apis.ts';
import { mount } from './mount.tsx';
import { putDrafts } from './saving/note-draft.ts';

function openOutside(): void {
  windowsApi()
    ?.create({ url: location.href, incognito: false })
    .catch((error: unknown) => console.error('offprint: no ordinary window', error));
}

/**
 * Puts a screen of the library into its page. Firefox gives the pages of private windows a library of their own,
 * which is empty and forgotten with the window: there the screen says so instead of looking as if all were lost.
 * Chromium shows our pages in ordinary windows only.
 */
export function mountLibraryScreen(Screen: FunctionComponent, options: Parameters<typeof mount>[1]): void {
  if (!isPrivateWindow()) {
    mount(Screen, options);
    // A note that a closing popup cut off is to be seen here, before the user writes it again.
    putDrafts().catch((error: unknown) => console.error('offprint: no note put', error));
    return;
  }
  import('../../components/library/PrivateWindow.tsx')
    .then(({ PrivateWindow }) => mount(() => <PrivateWindow onOpenNormalWindow={openOutside} />, options))
    .catch((error: unknown) => console.error('offprint: screen not loaded', error));
}
