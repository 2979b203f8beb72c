import { defineBackground } from 'wxt/utils/define-background';
import { denyStorageToContentScripts } from '../../utils/platform/deny-storage.ts';
import { guardRedirects } from '../../utils/platform/fetch-public-url.ts';
import { setUpChangeLog } from './change-log.ts';
import { setUpImageQueue, wakeImageQueue } from './jobs/image-queue.ts';
import { setUpImports, wakeImports } from './jobs/import-queue.ts';
import { setUpCommands, setUpMenus } from './menus.ts';
import { setUpMessages } from './messages.ts';
import { setUpPageScripts, setUpPendingRequest, setUpWelcome } from './page-scripts.ts';
import { setUpReread, wakeReread } from './reread-quotes.ts';
import { setUpSiteView } from './site-view.ts';
import { setUpBadge } from './status-badge.ts';
import { setUpSync } from './sync/sync-runner.ts';
import { setUpUpkeep } from './upkeep.ts';

/** Registers every listener synchronously, because browsers dispatch events to a starting background only then. */
export default defineBackground(() => {
  denyStorageToContentScripts().catch((error: unknown) =>
    console.error('offprint: storage is open to tabs', error),
  );
  void guardRedirects();
  setUpChangeLog(() => {
    wakeImports();
    wakeImageQueue();
    wakeReread();
  });
  setUpMessages();
  setUpPageScripts();
  setUpPendingRequest();
  setUpMenus();
  setUpCommands();
  setUpBadge();
  setUpImageQueue();
  setUpImports();
  setUpReread();
  setUpSiteView();
  setUpUpkeep();
  setUpSync();
  setUpWelcome();
});
