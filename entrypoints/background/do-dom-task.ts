import { runDomTask } from '../../utils/platform/dom-tasks.ts';
import type { DomTask, DomTaskResults } from '../shared/dom-tasks.ts';

/** Firefox's background has a DOM and runs the tasks itself. Chromium's bundle does not contain this code. */
const runLocally = import.meta.env.FIREFOX
  ? async (task: DomTask) => (await import('../shared/dom-tasks.ts')).runDomTask(task)
  : null;

/**
 * Runs a task that needs a DOM or workers.
 *
 * @param budget see `runDomTask`
 * @throws what `runDomTask` throws
 */
export function doDomTask<T extends DomTask>(
  task: T,
  budget?: number | null,
): Promise<DomTaskResults[T['kind']]> {
  return runDomTask(task, runLocally, budget) as Promise<DomTaskResults[T['kind']]>;
}
