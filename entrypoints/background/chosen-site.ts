import { browser } from '../../utils/platform/browser.ts';
import { finishChoosing } from '../../utils/platform/choose-site.ts';

/** Reads the site that the user asked for in a popup, which the browser closed to ask for the permission. */
export function setUpChosenSite(): void {
  browser.permissions.onAdded.addListener(() => {
    finishChoosing().catch((error: unknown) => console.error('offprint: site not chosen', error));
  });
}
