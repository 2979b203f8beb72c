import type { SitePhrases } from '../../utils/article/site-phrases.ts';
import { findExtras } from '../../utils/clutter/find/find-extras.ts';
import type { PageModel } from '../../utils/clutter/find/page-counts.ts';
import { findPageProtection, type PageProtection } from '../../utils/clutter/find/page-guard.ts';
import type { ClearingOptions } from '../../utils/clutter/hide/clearing-options.ts';
import {
  type Clearing,
  type FirstPass,
  runFirstPass,
  startClearing,
} from '../../utils/clutter/hide/start-clearing.ts';
import { createRule } from '../../utils/clutter/rules/user-rules.ts';
import { type HiddenItem, wantsExtras } from '../../utils/clutter/types.ts';
import { reportHidden } from '../../utils/messaging/report-hidden.ts';
import { isPrivateWindow } from '../../utils/platform/bare-browser.ts';
import { type PickerHost, tabState } from '../../utils/platform/tab-state.ts';
import {
  getClutterKinds,
  getSiteSettings,
  type SiteView,
  siteKey,
} from '../../utils/settings/site-settings.ts';
import { describeFailure } from './extract-from-page.ts';
import { SiteRules } from './site-rules.ts';

/** Hides clutter in one document. Restarts when the user changes the settings, and ends with the assistant. */
export class PageClearing {
  readonly rules: SiteRules;
  #url: string;
  readonly #getExtracted: () => readonly Element[];
  readonly #getPhrases: () => SitePhrases;
  readonly #onChange: () => void;
  #life = new AbortController();
  /** Null while clutter isn't hidden. */
  current: Clearing | null = null;
  #options: ClearingOptions | null = null;
  /** Undo steps for calls of `neverHide`, latest last. Calls without effect have one, too, because callers count the calls. */
  readonly #undoSteps: (() => Promise<void>)[] = [];
  /** False if the user has turned off hiding, on this site or everywhere. */
  isOn = false;
  /** Whether hiding is paused because the page kept reloading itself right after something was hidden. */
  isPaused = false;
  /** An error message for the user, or null. */
  error: string | null = null;
  /** Total duration of the first passes, in ms. */
  durationMs = 0;
  /** Number of hidden blocks when they were last reported. */
  #reportedCount = 0;

  /**
   * @param url the page's URL, which determines the site
   * @param getExtracted returns the elements of the article, which are never hidden
   * @param getPhrases returns the phrases of the page's language
   */
  constructor(
    url: string,
    getExtracted: () => readonly Element[],
    getPhrases: () => SitePhrases,
    onChange: () => void,
    signal: AbortSignal,
  ) {
    this.#url = url;
    this.#getExtracted = getExtracted;
    this.#getPhrases = getPhrases;
    this.#onChange = () => {
      this.#reportNewlyHidden();
      onChange();
    };
    this.rules = new SiteRules(url, () => this.current?.applyRules());
    signal.addEventListener('abort', () => {
      this.#life.abort();
      tabState().picking = undefined;
      tabState().endPicker?.();
    });
  }

  get items(): HiddenItem[] {
    return this.current?.items() ?? [];
  }

  /** Reports newly hidden blocks, because hiding can make a page reload itself. Showing blocks never does. */
  #reportNewlyHidden(): void {
    const count = this.items.reduce((sum, { hidden, copies = 1 }) => sum + (hidden ? copies : 0), 0);
    if (count > this.#reportedCount) reportHidden();
    this.#reportedCount = count;
  }

  /** @param model the model of the page, if the page has not changed since; else null */
  async start(settings: SiteView, model: PageModel | null): Promise<void> {
    const { signal } = this.#life;
    this.error = null;
    this.isPaused = false;
    this.isOn = getSiteSettings(settings, this.#url).clutterOff !== true;
    const kinds = getClutterKinds(settings, this.#url);
    const passOptions = {
      kinds,
      findExtras: wantsExtras(kinds) ? findExtras : undefined,
      getExtracted: this.#getExtracted,
      phrases: this.#getPhrases().cues,
      rules: this.rules.createApplier((onPause) => this.#findProtection(onPause)),
    };
    const mayFindLeftovers = tabState().takesOver === true;
    const options = { ...passOptions, onChange: this.#onChange, signal, mayFindLeftovers };
    this.#options = options;
    let first: FirstPass | null = null;
    try {
      if (this.isOn) first = await runFirstPass(document, passOptions, model);
    } catch (error) {
      this.error = describeFailure('errorClearing', error);
    }
    if (signal.aborted) return;
    // Shows blocks that were hidden early. Those that are clutter are hidden again in the same task.
    tabState().endEarly?.();
    tabState().picking = this.isOn ? this.#createPickerHost() : undefined;
    if (first === null) return;
    try {
      this.current = startClearing(document, options, first);
      this.durationMs += this.current.firstPassMs;
      this.#reportNewlyHidden();
    } catch (error) {
      this.error = describeFailure('errorClearing', error);
    }
  }

  /** Pauses hiding, see `isPaused`. */
  pause(settings: SiteView): void {
    tabState().endEarly?.();
    this.isPaused = true;
    this.isOn = getSiteSettings(settings, this.#url).clutterOff !== true;
  }

  /** Checks the page after a change of the URL. Blocks stay hidden unless they are text of the new article. */
  async recheck(url: string): Promise<void> {
    this.#url = url;
    const clearing = this.current;
    const options = this.#options;
    if (clearing === null || options === null) return;
    try {
      const first = await runFirstPass(document, options, null);
      if (!options.signal.aborted && this.current === clearing) clearing.resume(options, first);
    } catch (error) {
      this.error = describeFailure('errorClearing', error);
    }
  }

  /**
   * Starts again after a change of the settings or a replacement of the document element.
   *
   * @returns false if it was restarted again or ended meanwhile
   */
  async restart(settings: SiteView): Promise<boolean> {
    if (this.#life.signal.aborted) return false;
    this.#life.abort();
    const life = new AbortController();
    this.#life = life;
    this.current = null;
    await this.start(settings, null);
    return !life.signal.aborted;
  }

  /** Shows an item permanently: deletes the user's rule that hides it, or else adds a rule that keeps it. */
  async neverHide(id: number): Promise<void> {
    const item = this.items.find((other) => other.id === id);
    const element = this.current?.elementOf(id) ?? null;
    if (item?.rule !== undefined) {
      const rule = this.rules.find(item.rule);
      this.#undoSteps.push(async () => (rule === undefined ? undefined : this.rules.add(rule)));
      await this.rules.remove(item.rule);
    } else if (element !== null) {
      const rule = createRule(element, 'keep');
      this.#undoSteps.push(() => this.rules.remove(rule.id));
      await this.rules.add(rule);
    } else {
      this.#undoSteps.push(async () => undefined);
    }
  }

  /**
   * Undoes the last call of `neverHide` that has not been undone yet.
   *
   * @returns false if there is none
   */
  async undoNeverHide(): Promise<boolean> {
    const undoStep = this.#undoSteps.pop();
    await undoStep?.();
    return undoStep !== undefined;
  }

  #findProtection(onPause?: () => void): Promise<PageProtection> {
    const pacing = onPause === undefined ? {} : { onPause };
    return findPageProtection(document, this.#getExtracted(), pacing, this.#getPhrases().cues);
  }

  #createPickerHost(): PickerHost {
    return {
      host: siteKey(this.#url),
      isPassing: isPrivateWindow(),
      findMustStay: () => this.#findProtection(),
      add: (rule) => void this.rules.add(rule),
      drop: (id) => void this.rules.remove(id),
    };
  }
}
