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
import { describeFailure } from './read-page.ts';
import { SiteRules } from './site-rules.ts';

/** Clears one document of clutter; restarted when the user changes the settings, and ended with the assistant. */
export class PageClearing {
  readonly rules: SiteRules;
  #url: string;
  readonly #kept: () => readonly Element[];
  readonly #onChange: () => void;
  #life = new AbortController();
  /** Null while the page is not cleared. */
  current: Clearing | null = null;
  #options: ClearingOptions | null = null;
  /** Undo steps for calls of `neverHide`, latest last; also calls without effect have one, since callers count them. */
  readonly #undoSteps: (() => Promise<void>)[] = [];
  /** False if the user switched clearing off, here or everywhere. */
  isOn = false;
  /** Whether hiding is paused because the page kept reloading itself right after something was hidden. */
  isPaused = false;
  /** What failed, as a sentence for the user. */
  error: string | null = null;
  /** Total duration of the first passes, in ms. */
  ms = 0;
  /** Number of hidden blocks at the last report. */
  #hidden = 0;

  /**
   * @param url of the page, which determines the site
   * @param kept returns the elements of the article, which are never hidden
   */
  constructor(url: string, kept: () => readonly Element[], onChange: () => void, signal: AbortSignal) {
    this.#url = url;
    this.#kept = kept;
    this.#onChange = () => {
      this.#reportMoreHidden();
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

  /** Reports newly hidden blocks, which may make a page reload itself. Blocks shown again never do. */
  #reportMoreHidden(): void {
    const { length } = this.items.filter(({ hidden }) => hidden);
    if (length > this.#hidden) reportHidden();
    this.#hidden = length;
  }

  /** @param model the page as it was just read, if it has not changed since */
  async start(settings: SiteView, model: PageModel | null): Promise<void> {
    const { signal } = this.#life;
    this.error = null;
    this.isPaused = false;
    this.isOn = getSiteSettings(settings, this.#url).clutterOff !== true;
    const kinds = getClutterKinds(settings, this.#url);
    const look = {
      kinds,
      findExtras: wantsExtras(kinds) ? findExtras : undefined,
      getExtracted: this.#kept,
      rules: this.rules.keeper((onPause) => this.#findMustStay(onPause)),
    };
    const takesOver = tabState().takesOver === true;
    const options = { ...look, onChange: this.#onChange, signal, mayFindLeftovers: takesOver };
    this.#options = options;
    let first: FirstPass | null = null;
    try {
      if (this.isOn) first = await runFirstPass(document, look, model);
    } catch (error) {
      this.error = describeFailure('errorClearing', error);
    }
    if (signal.aborted) return;
    // Blocks hidden early are shown, and hidden again in the same task if they are clutter.
    tabState().endEarly?.();
    tabState().picking = this.isOn ? this.#makePickerHost() : undefined;
    if (first === null) return;
    try {
      this.current = startClearing(document, options, first);
      this.ms += this.current.firstPassMs;
      this.#reportMoreHidden();
    } catch (error) {
      this.error = describeFailure('errorClearing', error);
    }
  }

  /** Leaves the page unchanged, see `isPaused`. */
  pause(settings: SiteView): void {
    tabState().endEarly?.();
    this.isPaused = true;
    this.isOn = getSiteSettings(settings, this.#url).clutterOff !== true;
  }

  /** Checks the page after a change of the address: blocks stay hidden unless they are text of the new article. */
  async lookAgain(url: string): Promise<void> {
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
   * Starts again after a change of the settings or a replacement of the document.
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

  /** Shows an item permanently. */
  async neverHide(id: number): Promise<void> {
    const item = this.items.find((other) => other.id === id);
    const element = this.current?.elementOf(id) ?? null;
    if (item?.rule !== undefined) {
      const rule = this.rules.find(item.rule);
      this.#undoSteps.push(async () => (rule === undefined ? undefined : this.rules.add(rule)));
      await this.rules.drop(item.rule);
    } else if (element !== null) {
      const rule = createRule(element, 'keep');
      this.#undoSteps.push(() => this.rules.drop(rule.id));
      await this.rules.add(rule);
    } else {
      this.#undoSteps.push(async () => undefined);
    }
  }

  /**
   * Undoes the last call of `neverHide` that is not undone yet.
   *
   * @returns false if there is none
   */
  async undoNeverHide(): Promise<boolean> {
    const takeBack = this.#undoSteps.pop();
    await takeBack?.();
    return takeBack !== undefined;
  }

  #findMustStay(onPause?: () => void): Promise<PageProtection> {
    return findPageProtection(document, this.#kept(), onPause === undefined ? {} : { onPause });
  }

  #makePickerHost(): PickerHost {
    return {
      host: siteKey(this.#url),
      isPassing: isPrivateWindow(),
      findMustStay: () => this.#findMustStay(),
      add: (rule) => void this.rules.add(rule),
      drop: (id) => void this.rules.drop(id),
    };
  }
}
