/** A worker that reads files, for the preview of an import and the import itself. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handleFileWork, type WorkerScope } from '../utils/library/imports/answer-file-work.ts';

export default defineUnlistedScript(() => handleFileWork(self as unknown as WorkerScope));
