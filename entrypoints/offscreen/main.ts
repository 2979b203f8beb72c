import { serveDomTasks } from '../../utils/platform/dom-tasks.ts';
import { type DomTask, runDomTask } from '../shared/dom-tasks.ts';

// Accepts messages only from our background; see `serveDomTasks`.
serveDomTasks((task) => runDomTask(task as DomTask));
