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
 * Mounts a screen of the library. In private windows Firefox gives our pages a separate, temporary library; the screen then
 * explains that instead of looking empty. Chromium shows our pages in ordinary windows only.
 */
export function mountLibraryScreen(Screen: FunctionComponent, options: Parameters<typeof mount>[1]): void {
  if (!isPrivateWindow()) {
    mount(Screen, options);
    // Restores a note that was cut off when the popup closed.
    putDrafts().catch((error: unknown) => console.error('offprint: no note put', error));
    return;
  }
  import('../../components/library/PrivateWindow.tsx')
    .then(({ PrivateWindow }) => mount(() => <PrivateWindow onOpenNormalWindow={openOutside} />, options))
    .catch((error: unknown) => console.error('offprint: screen not loaded', error));
}
