/** A worker that looks a backup through, and weighs its words while its articles are written. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerBackupWork } from '../utils/library/backup-work.ts';
import { answerFrom } from '../utils/platform/side-worker.ts';

export default defineUnlistedScript(() => answerFrom(answerBackupWork));
