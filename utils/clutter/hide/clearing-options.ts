import type { ExtraFinder } from '../find/find-extras.ts';
import type { RuleKeeper } from '../rules/apply-rules.ts';
import type { ClutterKind } from '../types.ts';

export interface ClearingOptions {
  /** Which kinds to hide. */
  kinds: Record<ClutterKind, boolean>;
  /** Finds kinds that are off by default, if one is wanted. */
  findExtras?: ExtraFinder | undefined;
  /** Returns the article's elements, which are never hidden, nor are their ancestors. Called for each pass. */
  kept: () => readonly Element[];
  /** Returns the user's rules for this site, if any. Called for each pass. */
  rules?: () => RuleKeeper | null;
  /** Whether a previous version of the extension may have left hidden elements. */
  takesOver?: boolean;
  /** Called when the list of hidden items changes. */
  onChange: () => void;
  /** Ends the work and undoes all changes. */
  signal: AbortSignal;
  /** Whether an event was caused by the user; by default `isTrusted`. */
  isReal?: (event: Event) => boolean;
}
