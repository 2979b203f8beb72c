/** A worker that reads files for import previews and imports. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handleFileTask, type WorkerScope } from '../utils/library/imports/handle-file-task.ts';

export default defineUnlistedScript(() => handleFileTask(self as unknown as WorkerScope));
