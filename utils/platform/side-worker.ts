/**
 * A worker beside the background. Chromium's background is a worker itself and can't start one: there the offscreen
 * document does it, and the two talk over a channel of their own.
 *
 *   background ──{kind: 'worker', script, channel}──▶ offscreen.html ──new Worker──▶ worker
 *        ◀───────────────── BroadcastChannel ───────────────────────────────────────────▶
 */
import type { WorkPort, WorkScope } from '../transfer/work-line.ts';
import { doWithDom } from './parse-page.ts';

/** What the offscreen document is asked for. It is answered when the worker is over. */
interface WorkerTask {
  kind: 'worker';
  script: string;
  channel: string;
}

/** Said once by the worker, when it hears; said to end it. */
const READY = 'ready';
const STOP = 'stop';

/** @param script of our own, by its name in the build */
export function openSideWorker(script: string): WorkPort {
  const name = crypto.randomUUID();
  const channel = new BroadcastChannel(name);
  let isReady = false;
  const early: unknown[] = [];
  const task: WorkerTask = { kind: 'worker', script, channel: name };
  const running = doWithDom<WorkerTask, null>(task, null);
  return {
    send: (message) => {
      if (isReady) channel.postMessage(message);
      else early.push(message);
    },
    listen: (onMessage, onLost) => {
      channel.onmessage = ({ data }) => {
        if (data !== READY) {
          onMessage(data);
          return;
        }
        isReady = true;
        for (const message of early.splice(0)) channel.postMessage(message);
      };
      running.then(
        () => onLost('ended'),
        (error: unknown) => onLost(String(error)),
      );
    },
    close: () => {
      channel.postMessage(STOP);
      channel.close();
    },
  };
}

export function isWorkerTask(task: unknown): task is WorkerTask {
  return (task as Partial<WorkerTask> | null)?.kind === 'worker';
}

/** Ends the worker that runs; one at a time: what a background that was stopped has left must go. */
let endFormer: () => void = () => undefined;

/** For the offscreen document: starts a worker, and answers when it is over. */
export function runSideWorker({ script, channel: name }: WorkerTask): Promise<null> {
  endFormer();
  return new Promise((resolve, reject) => {
    const channel = new BroadcastChannel(name);
    const worker = new Worker(script, { name });
    const end = (): void => {
      worker.terminate();
      channel.close();
    };
    endFormer = () => {
      end();
      resolve(null);
    };
    worker.onerror = ({ message }) => {
      end();
      reject(new Error(message));
    };
    channel.onmessage = ({ data }) => {
      if (data === STOP) endFormer();
    };
  });
}

/** For the worker: answers whoever started it, or over the channel that it is named after. */
export function answerFrom(answer: (scope: WorkScope) => void): void {
  const scope = self as unknown as WorkScope & { name: string };
  if (scope.name === '') {
    answer(scope);
    return;
  }
  const channel = new BroadcastChannel(scope.name);
  answer(channel);
  channel.postMessage(READY);
}
