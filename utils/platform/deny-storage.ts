import { browser } from './browser.ts';

interface StorageArea {
  setAccessLevel?(options: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/**
 * Denies content scripts access to the extension's storage, because a compromised renderer could act in their name.
 * Chromium keeps this setting across restarts, for `local` since version 140. Firefox has no such API
 * (bugzil.la/1724754), so only `session` is inaccessible to content scripts there.
 */
export async function denyStorageToContentScripts(): Promise<void> {
  const { local, session, sync } = browser.storage as unknown as Record<string, StorageArea | undefined>;
  await Promise.all(
    [local, session, sync].map((area) => area?.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })),
  );
}
