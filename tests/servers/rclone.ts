import { devNull } from 'node:os';
import { requireRclone } from '../../scripts/find-dav-servers.ts';
import {
  type FolderServer,
  freePort,
  makeFolder,
  PASSWORD,
  readFolder,
  runServer,
  USER,
} from './run-server.ts';

/** `rclone serve webdav`. It remembers folders for minutes: what is written behind its back has to be there first. */
export async function startRclone(): Promise<FolderServer> {
  const rclone = requireRclone();
  const folder = makeFolder('rclone');
  const port = await freePort();
  const address = `http://127.0.0.1:${port}/`;
  const args = ['serve', 'webdav', folder, '--addr', `127.0.0.1:${port}`, '--user', USER, '--pass', PASSWORD];
  const stop = await runServer(rclone, [...args, '--config', devNull], address, folder);
  return { address, user: USER, password: PASSWORD, folder, read: () => readFolder(folder), stop };
}
