import type { FunctionComponent } from 'preact';
import { isPrivateWindow } from '../../utils/platform/bare-browser.ts';
import { windowsApi } from '../../utils/platform/optional-apis.ts';
import { mount } from './mount.tsx';
import { flushDrafts } from './saving/note-draft.ts';

function openNormalWindow(): void {
  windowsApi()
    ?.create({ url: location.href, incognito: false })
    .catch((error: unknown) => console.error('offprint: no ordinary window', error));
}

/**
 * Mounts a screen of the library. In private windows of Firefox, our pages have a separate, temporary database, so an
 * explanation is shown instead of an empty library. Chromium never shows our pages in private windows.
 */
export function mountLibraryScreen(Screen: FunctionComponent, options: Parameters<typeof mount>[1]): void {
  if (!isPrivateWindow()) {
    mount(Screen, options);
    // Stores notes that were not stored when the popup closed.
    flushDrafts().catch((error: unknown) => console.error('offprint: note drafts not stored', error));
    return;
  }
  import('../../components/library/PrivateWindow.tsx')
    .then(({ PrivateWindow }) =>
      mount(() => <PrivateWindow onOpenNormalWindow={openNormalWindow} />, options),
    )
    .catch((error: unknown) => console.error('offprint: screen not loaded', error));
}
