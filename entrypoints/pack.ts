/** A worker that compresses backups. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handleCompressionRequests } from '../utils/transfer/zip/pack-workers.ts';

export default defineUnlistedScript(() =>
  handleCompressionRequests(self as unknown as Parameters<typeof handleCompressionRequests>[0]),
);
