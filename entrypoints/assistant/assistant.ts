import type { Extraction, Verdict } from '../../utils/article/types.ts';
import { wantsExtras } from '../../utils/clutter/find/extra-kinds.ts';
import { findExtras } from '../../utils/clutter/find/find-extras.ts';
import { findMustStay, type MustStay } from '../../utils/clutter/find/must-stay.ts';
import type { PageModel } from '../../utils/clutter/find/page-counts.ts';
import {
  type Clearing,
  type FirstLook,
  lookFirst,
  startClearing,
} from '../../utils/clutter/hide/start-clearing.ts';
import { EMPTY_MEMORY } from '../../utils/clutter/memory/site-memory.ts';
import { makeRule } from '../../utils/clutter/rules/user-rules.ts';
import type { GateAnswer, PageReport, ReportRequest } from '../../utils/messaging/protocol.ts';
import { announce, askBackground, receiveInTab } from '../../utils/messaging/tab-side.ts';
import { readyStateOf } from '../../utils/page/dom-access.ts';
import { bareBrowser, isPrivateWindow } from '../../utils/platform/bare-browser.ts';
import { type PickingSide, tabWorld } from '../../utils/platform/tab-world.ts';
import { type LocationWatch, watchLocation } from '../../utils/platform/watch-location.ts';
import { clearingChoices, clutterKinds, siteKey, siteSettings } from '../../utils/settings/read-settings.ts';
import type { SiteView } from '../../utils/settings/site-view.ts';
import { Announcer } from './announcer.ts';
import { KeptQuotes } from './kept-quotes.ts';
import { learnLanguage } from './learn-language.ts';
import { FOR_NEXT, leaveClearing, takeLeftClearing } from './left-clearing.ts';
import { outlinePlace } from './outlined-place.ts';
import { PageMarks } from './page-marks.ts';
import { PageText } from './page-text.ts';
import { describeFailure, surveyMustStay } from './read-page.ts';
import { SiteRules } from './site-rules.ts';
import { askRepeats, foundBlocks, rememberLater } from './site-visit.ts';
import { stepDownWith } from './step-down.ts';
import { Waiters } from './waiters.ts';
import { watchSite } from './watch-site.ts';

/** How long a report waits for the page to be read, and for a text to follow its address, in ms. */
const READING_MS = 8000;
const FOLLOWING_MS = 5000;

/** Offprint's work in one article page, from the first reading to the end of the page or of its address. */
export class Assistant {
  readonly #life: AbortController = new AbortController();
  readonly #url = location.href;
  readonly #rules = new SiteRules(this.#url, () => this.#clearing?.applyRules());
  /** What other pages of the site have taught; nothing where the user has switched that off. */
  #memory = EMPTY_MEMORY;
  #remembers = false;
  #state: PageReport['state'] = 'reading';
  #verdict: Verdict = { isArticle: true, reason: 'userSaysYes', score: 0 };
  #clearing: Clearing | null = null;
  #clearingLife = new AbortController();
  #clutterOn = false;
  #choices = '';
  #error: string | null = null;
  #ms = { gate: 0, assistant: 0 };
  readonly #marks = new PageMarks();
  readonly #quotes = new KeptQuotes();
  readonly #waiters = new Waiters();
  readonly #announcer = new Announcer(this.#url, this.#life.signal);
  readonly #location: LocationWatch;
  readonly #text: PageText;

  constructor(signal: AbortSignal) {
    signal.addEventListener('abort', () => {
      if (signal.reason === FOR_NEXT) this.#leaveClearing();
      this.#life.abort();
    });
    this.#life.signal.addEventListener('abort', () => {
      this.#marks.end();
      this.#clearingLife.abort();
      tabWorld().picking = undefined;
      tabWorld().endPicker?.();
      this.#waiters.lookAgain();
    });
    stepDownWith(() => this.#life.abort(), this.#life.signal);
    this.#receive();
    this.#location = watchLocation(() => this.#leave(), this.#life.signal);
    this.#text = new PageText(this.#url, this.#location, () => this.#onText(), this.#life.signal);
    addEventListener('pageshow', (event) => event.persisted && this.#announcer.now(), {
      signal: this.#life.signal,
    });
  }

  /** Reads the page, clears it, and says that the report is ready. */
  async start(gate: Pick<GateAnswer, 'verdict' | 'ms'> | undefined): Promise<void> {
    // Only the user's word brings the assistant into a page that the gate refused, or has not seen.
    if (gate?.verdict.isArticle) this.#verdict = gate.verdict;
    this.#ms.gate = gate?.ms ?? 0;
    const [{ settings, memory }, { keepsLoading }] = await Promise.all([
      askBackground('site/ask', null),
      askBackground('page/loaded', { opened: performance.timeOrigin }),
    ]);
    if (this.#life.signal.aborted) return;
    this.#remembers = settings.siteMemory;
    this.#memory = memory;
    this.#rules.read(settings);
    learnLanguage(document);
    const start = performance.now();
    const model = await this.#text.read();
    this.#ms.assistant = performance.now() - start;
    if (this.#life.signal.aborted) return;
    if (keepsLoading) this.#leaveAlone();
    else await this.#clear(settings, model);
    if (this.#life.signal.aborted) return;
    this.#state = this.#extraction === null ? 'failed' : 'article';
    let before = clearingChoices(settings, this.#url);
    watchSite((changed) => {
      const now = clearingChoices(changed, this.#url);
      // What the user brought back stays, when something else was changed.
      if (now !== before) void this.#clearAnew(changed);
      before = now;
      this.#remembers = changed.siteMemory;
      this.#rules.read(changed);
    }, this.#life.signal);
    this.#tell();
    void this.#text.waitForText();
    rememberLater(this.#url, () => this.#seen(), this.#life.signal);
    if (readyStateOf(document) === 'complete') this.#text.readAgainSoon();
    else
      addEventListener('load', () => this.#text.readAgainSoon(), { once: true, signal: this.#life.signal });
  }

  /** For what nothing else caught: the popup says that reading failed, and why. */
  fail(error: unknown): void {
    this.#state = 'failed';
    this.#error = describeFailure('errorExtract', error);
    this.#tell();
  }

  /** There is something new to report. */
  #tell(): void {
    this.#waiters.lookAgain();
    this.#announcer.now();
  }

  get #extraction(): Extraction | null {
    return this.#text.reading?.extraction ?? null;
  }

  /** The page was read anew. */
  #onText(): void {
    this.#quotes.forget();
    this.#state = this.#extraction === null ? 'failed' : 'article';
    this.#tell();
  }

  async #clear(settings: SiteView, model: PageModel | null): Promise<void> {
    const { signal } = this.#clearingLife;
    this.#choices = clearingChoices(settings, this.#url);
    this.#clutterOn = siteSettings(settings, this.#url).clutterOff !== true;
    const kinds = clutterKinds(settings, this.#url);
    const look = {
      kinds,
      findExtras: wantsExtras(kinds) ? findExtras : undefined,
      kept: () => this.#kept(),
      repeats: askRepeats(this.#memory, this.#url),
    };
    let first: FirstLook | null = null;
    try {
      if (this.#clutterOn) first = await lookFirst(document, look, model);
    } catch (error) {
      this.#error = describeFailure('errorClearing', error);
    }
    if (signal.aborted) return;
    const left = takeLeftClearing(first === null ? '' : this.#choices);
    // What was hidden before anybody had looked is shown again, and hidden in this same turn if it is clutter.
    tabWorld().endEarly?.();
    tabWorld().picking = this.#clutterOn ? this.#lendPicker() : undefined;
    if (first === null) return;
    try {
      const rules = this.#rules.keeper(() => this.#findMustStay());
      const onChange = () => this.#announcer.soon();
      const takesOver = tabWorld().takesOver === true;
      const options = { ...look, rules, onChange, signal, takesOver };
      if (left !== null) {
        this.#clearingLife = left.life;
        this.#clearing = left.clearing;
        left.clearing.goOn(options, first);
        return;
      }
      this.#clearing = startClearing(document, options, first);
      this.#ms.assistant += this.#clearing.firstPassMs;
    } catch (error) {
      this.#error = describeFailure('errorClearing', error);
    }
  }

  /** The page loads itself again whenever something is hidden. */
  #leaveAlone(): void {
    tabWorld().endEarly?.();
    this.#error = bareBrowser().i18n.getMessage('clearingReloads');
  }

  /** Another assistant goes on with what is hidden here. */
  #leaveClearing(): void {
    if (this.#clearing === null || this.#life.signal.aborted) return;
    leaveClearing(this.#clearing, this.#clearingLife, this.#choices);
    this.#clearingLife = new AbortController();
    this.#clearing = null;
  }

  /** The user switched clearing, or a kind of clutter, on or off. */
  async #clearAnew(settings: SiteView): Promise<void> {
    this.#clearingLife.abort();
    const life = new AbortController();
    this.#clearingLife = life;
    this.#clearing = null;
    await this.#clear(settings, null);
    if (!life.signal.aborted) this.#announcer.now();
  }

  #kept(): readonly Element[] {
    return this.#extraction?.kept ?? [];
  }

  #findMustStay(): MustStay {
    return findMustStay(document, this.#kept());
  }

  #lendPicker(): PickingSide {
    return {
      host: siteKey(this.#url),
      isPassing: isPrivateWindow(),
      findMustStay: () => this.#findMustStay(),
      add: (rule) => void this.#rules.add(rule),
      drop: (id) => void this.#rules.drop(id),
    };
  }

  /** What of the page is remembered for its site: nothing once the user has switched that off. */
  async #seen(): Promise<{ mustStay: MustStay; hidden: readonly Element[] } | null> {
    if (!this.#remembers || this.#extraction === null) return null;
    const mustStay = await surveyMustStay(document, this.#kept());
    if (this.#clearing === null || this.#life.signal.aborted) return null;
    return { mustStay, hidden: foundBlocks(this.#clearing) };
  }

  async #neverHide(id: number): Promise<void> {
    this.#marks.blocks.clear();
    const item = this.#clearing?.items().find((other) => other.id === id);
    const element = this.#clearing?.elementOf(id) ?? null;
    if (item?.rule !== undefined) await this.#rules.drop(item.rule);
    else if (element !== null) await this.#rules.add(makeRule(element, 'keep'));
  }

  /** Whether there is nothing to wait for; of a page that was left there is nothing to come. */
  #isRead(isFresh: boolean): boolean {
    if (this.#life.signal.aborted) return true;
    return this.#state !== 'reading' && !(isFresh && this.#text.isStale);
  }

  async #report({ html, isFresh = false, waits = false }: ReportRequest): Promise<PageReport> {
    this.#location.look();
    if (isFresh && this.#state !== 'reading' && !this.#life.signal.aborted) await this.#text.readAgain();
    if (waits) {
      const limit = this.#state === 'reading' ? READING_MS : FOLLOWING_MS;
      await this.#waiters.until(() => this.#isRead(isFresh), limit);
    }
    // Of a page that was left meanwhile there is nothing to tell: another assistant reads the next one.
    const isLeft = this.#life.signal.aborted;
    const extraction = isLeft ? null : this.#extraction;
    return {
      state: isLeft ? 'reading' : this.#state,
      url: this.#url,
      isStale: this.#text.isStale,
      verdict: this.#verdict,
      article:
        extraction === null || html ? (extraction?.article ?? null) : { ...extraction.article, html: '' },
      pages: extraction?.pages ?? null,
      corrections: this.#quotes.corrections,
      known: extraction === null ? null : this.#quotes.found,
      hidden: this.#clearing?.items() ?? [],
      clutterOn: this.#clutterOn,
      error: this.#text.reading?.error ?? this.#error,
      ms: { ...this.#ms },
    };
  }

  #receive(): void {
    receiveInTab(
      {
        'page/report': (request) => this.#report(request),
        'page/jumpToPlace': (place) => ({ found: this.#marks.show(this.#extraction, place, 'jumpTo') }),
        'page/markPlace': ({ place }) => {
          if (place !== null) return { found: this.#marks.show(this.#extraction, place, 'mark') };
          this.#marks.clear();
          return { found: true };
        },
        'page/jumpBack': () => {
          this.#marks.jumpBack();
          return null;
        },
        'page/correctSpeaker': (corrections) => {
          this.#quotes.correct(corrections);
          this.#tell();
          return null;
        },
        'page/takeBackSpeaker': (places) => {
          this.#quotes.takeBack(places);
          this.#tell();
          return null;
        },
        'page/lacksQuotes': () => this.#extraction !== null && this.#quotes.found === null,
        'page/keepQuotes': ({ quotes, length }) => {
          this.#quotes.keep(quotes, length, this.#extraction?.article.text ?? '');
          return null;
        },
        'page/setHidden': ({ id, hidden }) => {
          this.#clearing?.setHidden(id, hidden);
          this.#marks.blocks.clear();
          return this.#clearing?.items() ?? [];
        },
        'page/neverHide': async ({ id }) => {
          await this.#neverHide(id);
          return this.#clearing?.items() ?? [];
        },
        'page/outlineHidden': ({ id }) => {
          outlinePlace(this.#marks.blocks, this.#clearing, id);
          return null;
        },
      },
      this.#life.signal,
    );
  }

  /** The address changed without a load: this article is over. The page gets back what was hidden, or another comes. */
  #leave(): void {
    this.#leaveClearing();
    announce('page/left', { tabId: null, url: this.#url });
    this.#life.abort();
  }
}
