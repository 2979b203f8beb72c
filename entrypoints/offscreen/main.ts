import { type DigestTask, digest } from '../../utils/library/digest-page.ts';
import { answerDomTasks } from '../../utils/platform/parse-page.ts';
import { isWorkerTask, runSideWorker } from '../../utils/platform/side-worker.ts';

// Only our own background reaches this; see `answerDomTasks`.
answerDomTasks((task) => (isWorkerTask(task) ? runSideWorker(task) : digest(task as DigestTask)));
