import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { es as boilerplate } from '../utils/article/boilerplate/es.ts';
import { es as phrases } from '../utils/clutter/phrases/es.ts';
import { tabWorld } from '../utils/platform/tab-world.ts';

/** What sites print and beg with in Spanish, put beside the assistant where an article is in Spanish, or in a language nobody can name. */
export default defineUnlistedScript(() => {
  const world = tabWorld();
  world.siteWords = { ...world.siteWords, es: { phrases, boilerplate: [boilerplate] } };
});
