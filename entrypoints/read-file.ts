/** A worker that reads files, for the preview of an import and the import itself. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handleFileTask, type WorkerScope } from '../utils/library/imports/handle-file-task.ts';

export default defineUnlistedScript(() => handleFileTask(self as unknown as WorkerScope));
