import { type PageText, readPageText } from './page-text.ts';

/** Attributes that hide or show text for `readPageText`. */
const HIDING = ['hidden', 'style'];

/**
 * The text under a node that may change: read when somebody asks, and once more only after a change. All quotes of a
 * page share one reading, however many there are.
 */
export class LivePageText {
  readonly #root: Node;
  readonly #observer: MutationObserver;
  #reading: PageText | null = null;

  constructor(root: Node, Observer: typeof MutationObserver = MutationObserver) {
    this.#root = root;
    this.#observer = new Observer(() => {
      this.#forget();
    });
  }

  /** The text as it stands now. */
  read(): PageText {
    // Changes of this very moment have not been delivered yet.
    if (this.#observer.takeRecords().length > 0) this.#forget();
    if (this.#reading === null) {
      this.#reading = readPageText(this.#root);
      this.#observer.observe(this.#root, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
        attributeFilter: HIDING,
      });
    }
    return this.#reading;
  }

  /** Nothing is watched while there is no reading to spoil. */
  #forget(): void {
    this.#reading = null;
    this.#observer.disconnect();
  }

  /** Lets the page go. */
  close(): void {
    this.#forget();
  }
}
