import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A way to a server on this machine that counts what goes over it. */
export interface CountedServer {
  address: string;
  /** What went over it since it was asked last: requests, and bytes of their bodies and those of the answers. */
  take(): { requests: number; bytes: number };
  /** Methods of the requests that are under way. */
  open(): string[];
  /** As long as it is cut off, every request breaks. */
  cutOff(isCutOff: boolean): void;
  close(): Promise<void>;
}

/** @param address of the server, with a path */
export async function countRequests(address: string): Promise<CountedServer> {
  const target = new URL(address);
  let requests = 0;
  let bytes = 0;
  let isDown = false;
  const underWay = new Set<{ method: string }>();
  const server = createServer((asked, answer) => {
    requests += 1;
    if (isDown) {
      asked.socket.destroy();
      return;
    }
    const { method = '', url, headers } = asked;
    const one = { method };
    underWay.add(one);
    answer.on('close', () => underWay.delete(one));
    // Apache moves nothing to what it takes for another host.
    const { destination } = headers;
    const moved =
      typeof destination === 'string' && URL.canParse(destination)
        ? { destination: new URL(new URL(destination).pathname, target).href }
        : {};
    const own = { ...headers, ...moved, host: target.host };
    const options = { host: target.hostname, port: target.port, method, path: url, headers: own };
    const passed = request(options, (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.on('data', (part: Buffer) => {
        bytes += part.length;
      });
      answered.pipe(answer);
    });
    passed.on('error', () => answer.destroy());
    // Who asked was killed in the middle: the server has to see that, too.
    asked.on('error', () => passed.destroy());
    asked.on('aborted', () => passed.destroy());
    asked.on('data', (part: Buffer) => {
      bytes += part.length;
    });
    asked.pipe(passed);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${target.pathname}`,
    take: () => {
      const counted = { requests, bytes };
      requests = 0;
      bytes = 0;
      return counted;
    },
    open: () => [...underWay].map(({ method }) => method),
    cutOff: (isCutOff) => {
      isDown = isCutOff;
      if (isDown) server.closeAllConnections();
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
