import type { ExtraFinder } from '../find/find-extras.ts';
import type { CueReader } from '../phrases/read-cues.ts';
import type { RuleApplier } from '../rules/apply-rules.ts';
import type { ClutterKind } from '../types.ts';

export interface ClearingOptions {
  /** The kinds to hide. */
  kinds: Record<ClutterKind, boolean>;
  /** Finds kinds that are off by default; needed if one of them is to be hidden. */
  findExtras?: ExtraFinder | undefined;
  /** Read the cues of the page's language; by default those of all languages. */
  phrases?: CueReader;
  /** Returns the elements that extraction found. These and their ancestors are never hidden. Called for each pass. */
  getExtracted: () => readonly Element[];
  /** Returns the user's rules for this site, if any. Called for each pass. */
  rules?: () => RuleApplier | null;
  /** Whether a previous version of the extension may have left hidden elements. */
  mayFindLeftovers?: boolean;
  /** Called when the list of hidden items changes. */
  onChange: () => void;
  /** Ends the work and undoes all changes. */
  signal: AbortSignal;
  /** Whether an event was caused by the user; by default `isTrusted`. */
  isUserEvent?: (event: Event) => boolean;
}
