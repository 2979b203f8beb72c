import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { heedRules } from '../../utils/clutter/rules/heed-rules.ts';
import { makeRule } from '../../utils/clutter/rules/user-rules.ts';
import { readyStateOf } from '../../utils/page/dom-access.ts';
import { tabWorld } from '../../utils/platform/tab-world.ts';
import { hideEarly } from './hide-early.ts';
import { rememberPage } from './remember-page.ts';

/**
 * What belongs to one site: the user's rules and what is remembered of it. The browser puts it in at the start of
 * pages of sites that have some; on other pages the assistant asks for it when it is needed.
 */
export default defineUnlistedScript(() => {
  const world = tabWorld();
  if (world.site !== undefined) return;
  world.site = { heedRules, makeRule, remember: rememberPage };
  if (readyStateOf(document) === 'loading') hideEarly(document, location.href, world);
});
