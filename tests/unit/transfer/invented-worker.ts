import type { WorkScope } from '../../../utils/transfer/work-line.ts';

/** A worker that lives here, and may be slow or fall over: at once, or after some questions. */
export class InventedWorker extends EventTarget {
  readonly #scope: WorkScope;
  isStopped = false;
  asked = 0;
  readonly #kind: 'good' | 'broken' | number;

  constructor(answer: (scope: WorkScope) => void, kind: 'good' | 'broken' | number = 'good') {
    super();
    this.#kind = kind;
    this.#scope = {
      onmessage: null,
      // Nothing comes from one that has fallen.
      postMessage: (data) => {
        if (!this.#isFallen) this.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) }));
      },
    };
    answer(this.#scope);
  }

  get #isFallen(): boolean {
    return this.#kind === 'broken' || (this.#kind !== 'good' && this.asked > this.#kind);
  }

  postMessage(data: unknown): void {
    this.asked += 1;
    if (this.#isFallen) queueMicrotask(() => this.dispatchEvent(new Event('error')));
    else setTimeout(() => this.#scope.onmessage?.(new MessageEvent('message', { data })), 5);
  }

  terminate(): void {
    this.isStopped = true;
  }
}
