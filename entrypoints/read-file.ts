/** A worker that reads files: what an import would do, and the import itself. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerFileWork, type WorkerScope } from '../utils/library/imports/answer-file-work.ts';

export default defineUnlistedScript(() => answerFileWork(self as unknown as WorkerScope));
