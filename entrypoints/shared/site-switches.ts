import { updateSettings } from '../../utils/platform/settings-storage.ts';
import { editSite } from '../../utils/settings/edit-site.ts';
import { siteKey } from '../../utils/settings/read-settings.ts';

/** Turns one switch of the site of an address on or off. */
export async function changeSite(url: string, which: 'off' | 'clutterOff', on: boolean): Promise<void> {
  await updateSettings((settings) =>
    editSite(settings, siteKey(url), (site) => {
      if (on) site[which] = true;
      else delete site[which];
    }),
  );
}
