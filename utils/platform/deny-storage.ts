import { browser } from './browser.ts';

interface StorageArea {
  setAccessLevel?(options: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/**
 * Denies content scripts access to the browser's storage, since a compromised renderer could act in their name. Chromium
 * remembers this after a restart, for `local` since version 140. Firefox has no such API (bugzil.la/1724754); there only
 * `session` is inaccessible to content scripts.
 */
export async function denyStorageToContentScripts(): Promise<void> {
  const { local, session, sync } = browser.storage as unknown as Record<string, StorageArea | undefined>;
  await Promise.all(
    [local, session, sync].map((area) => area?.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })),
  );
}
