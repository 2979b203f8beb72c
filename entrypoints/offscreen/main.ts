import { type DigestTask, digest } from '../../utils/library/digest-page.ts';
import { answerDomTasks } from '../../utils/platform/parse-page.ts';

// Only our own background reaches this; see `answerDomTasks`.
answerDomTasks((task) => digest(task as DigestTask));
