import { readRule } from '../../utils/clutter/rules/read-rule.ts';
import type { BackgroundMessages } from '../../utils/messaging/protocol.ts';
import type { Sender } from '../../utils/messaging/receive.ts';
import { browser } from '../../utils/platform/browser.ts';
import { updateSettings } from '../../utils/platform/settings-storage.ts';
import { addRules, removeRule } from '../../utils/settings/rule-file.ts';
import { siteKey } from '../../utils/settings/site-settings.ts';

/**
 * Stores a rule that the user made in a page. The site is that of the sender, whatever it says; of a private
 * window nothing is stored.
 */
export async function storeRule({ rule }: { rule: unknown }, sender: Sender): Promise<null> {
  const read = readRule(rule);
  const host = siteKey(sender.url);
  if ('wrong' in read) throw new TypeError(`not a rule: ${read.wrong}`);
  if (host === '' || sender.incognito) return null;
  await updateSettings((settings) => {
    addRules(settings, { [host]: [read] });
  });
  return null;
}

/** Forgets a rule of the sender's site. */
export async function forgetRule({ id }: { id: string }, sender: Sender): Promise<null> {
  const host = siteKey(sender.url);
  if (!sender.incognito) await updateSettings((settings) => removeRule(settings, host, id));
  return null;
}

/** Lets the user point at what is to be hidden. */
export async function putPicker(tabId: number): Promise<BackgroundMessages['page/pick']['response']> {
  try {
    await browser.scripting.executeScript({
      target: { tabId, frameIds: [0] },
      files: ['/picker.js'],
      injectImmediately: true,
    });
    return { ok: true, message: null };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}
