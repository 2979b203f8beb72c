import { serveDomTasks } from '../../utils/platform/dom-tasks.ts';
import { type DomTask, runDomTask } from '../shared/dom-tasks.ts';

// Only our own background can reach this; see `serveDomTasks`.
serveDomTasks((task) => runDomTask(task as DomTask));
