import type { ExtraFinder } from '../find/find-extras.ts';
import type { RuleKeeper } from '../rules/heed-rules.ts';
import type { ClutterKind } from '../types.ts';

export interface ClearingOptions {
  /** Which kinds to hide. */
  kinds: Record<ClutterKind, boolean>;
  /** Finds the kinds that are off by default, where one of them is wanted. */
  findExtras?: ExtraFinder | undefined;
  /** What may never be hidden, nor an ancestor of it: the article's own elements. Asked anew for each pass. */
  kept: () => readonly Element[];
  /** The user's own rules for this site, where there are any (yet). Asked anew for each pass. */
  rules?: () => RuleKeeper | null;
  /** On how many other pages of the site a block was met; 0 where that is not known. */
  repeats?: (element: Element) => number;
  /** An earlier version of this may have hidden something here that it could not show again. */
  takesOver?: boolean;
  /** Called when the list of hidden items changes. */
  onChange: () => void;
  /** Ends the work and puts the page back as it was. */
  signal: AbortSignal;
  /** Whether an event is the user's own doing; by default what the browser says of it. */
  isReal?: (event: Event) => boolean;
}
