import { defineBackground } from 'wxt/utils/define-background';
import { closeStorageToTabs } from '../../utils/platform/close-storage.ts';
import { guardRedirects } from '../../utils/platform/fetch-outside.ts';
import { setUpBadge } from './badge.ts';
import { setUpChangeLog } from './change-log.ts';
import { setUpChosenSite } from './chosen-site.ts';
import { setUpCommands } from './commands.ts';
import { setUpDailyBackup } from './daily-backup.ts';
import { setUpGateScript } from './gate-script.ts';
import { setUpMenus } from './menus.ts';
import { setUpMessages } from './messages.ts';
import { setUpOverride } from './override.ts';
import { setUpImageQueue, wakeImageQueue } from './queues/image-queue.ts';
import { setUpImports, wakeImports } from './queues/import-queue.ts';
import { setUpReread, wakeReread } from './reread-quotes.ts';
import { setUpSiteScript } from './site-script.ts';
import { setUpSiteView } from './site-view.ts';
import { setUpSync } from './sync/sync-runner.ts';
import { setUpUpkeep } from './upkeep.ts';
import { setUpWelcome } from './welcome.ts';

/** Every listener is set up at once, before any wait: the browser wakes the worker for what it listens to. */
export default defineBackground(() => {
  closeStorageToTabs().catch((error: unknown) => console.error('offprint: storage is open to tabs', error));
  void guardRedirects();
  setUpChangeLog(() => {
    wakeImports();
    wakeImageQueue();
    wakeReread();
  });
  setUpMessages();
  setUpGateScript();
  setUpChosenSite();
  setUpMenus();
  setUpCommands();
  setUpBadge();
  setUpImageQueue();
  setUpImports();
  setUpReread();
  setUpOverride();
  setUpSiteScript();
  setUpSiteView();
  setUpUpkeep();
  setUpSync();
  setUpDailyBackup();
  setUpWelcome();
});
