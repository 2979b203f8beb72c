import { FaultServer } from './fault-server.ts';
import { type DavServer, PASSWORD, USER } from './run-server.ts';

/**
 * A WebDAV server in this process, with its files in memory: for tests and benches, which so need nothing installed.
 * Real servers are for the long tests.
 */
export async function startDavServer(): Promise<DavServer> {
  const server = new FaultServer();
  server.login = { user: USER, password: PASSWORD };
  const address = await server.start();
  return {
    address,
    user: USER,
    password: PASSWORD,
    read: () => [...server.files].map(([name, bytes]) => `${name}\n${bytes.toString('latin1')}`).join('\n'),
    stop: () => server.stop(),
  };
}
