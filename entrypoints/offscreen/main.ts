import { answerDomTasks } from '../../utils/platform/parse-page.ts';
import { type DomTask, runDomTask } from '../shared/dom-tasks.ts';

// Only our own background can reach this; see `answerDomTasks`.
answerDomTasks((task) => runDomTask(task as DomTask));
