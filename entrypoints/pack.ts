/** A worker that compresses backups. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handlePackRequests } from '../utils/transfer/zip/pack-workers.ts';

export default defineUnlistedScript(() =>
  handlePackRequests(self as unknown as Parameters<typeof handlePackRequests>[0]),
);
