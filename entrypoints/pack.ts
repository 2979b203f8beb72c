/** A worker that compresses backups. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerPacking } from '../utils/transfer/zip/pack-workers.ts';

export default defineUnlistedScript(() =>
  answerPacking(self as unknown as Parameters<typeof answerPacking>[0]),
);
