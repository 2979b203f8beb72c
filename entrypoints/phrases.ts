import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { BOOKS } from '../utils/clutter/phrases/books.ts';
import { tabWorld } from '../utils/platform/tab-world.ts';

/** What sites beg with in languages other than English, put beside the assistant where an article is in one. */
export default defineUnlistedScript(() => {
  tabWorld().phraseBooks = BOOKS;
});
