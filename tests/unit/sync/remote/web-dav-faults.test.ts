import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RemoteError } from '../../../../utils/sync/remote/remote-store.ts';
import { openWebDav } from '../../../../utils/sync/remote/web-dav.ts';
import { FaultServer } from '../../../servers/fault-server.ts';

let server: FaultServer;
let address: string;

beforeEach(async () => {
  server = new FaultServer();
  address = await server.start();
});
afterEach(() => server.stop());

const open = (changes: { address?: string; retryDelays?: number[] } = {}) =>
  openWebDav(
    { address: changes.address ?? address, folder: 'Offprint', user: 'ada', password: 'secret' },
    { retryDelays: changes.retryDelays ?? [1, 1] },
  );

async function failureOf(work: Promise<unknown>): Promise<RemoteError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof RemoteError) return error;
    throw error;
  }
  throw new Error('it did not fail');
}

/** Methods, of requests to a path that ends so. */
const methods = (): string[] => server.asked.map(({ method }) => method);

describe('a response', () => {
  it.each([
    [400, 'refused', false],
    [401, 'signIn', false],
    [403, 'forbidden', false],
    [404, 'notFound', false],
    [405, 'notWebDav', false],
    [409, 'conflict', false],
    [412, 'changed', false],
    [413, 'tooBig', false],
    [418, 'refused', false],
    [423, 'locked', true],
    [429, 'busy', true],
    [500, 'serverFault', true],
    [502, 'serverFault', true],
    [503, 'busy', true],
    [507, 'full', false],
  ] as const)('of %i is %s, and another try may help: %s', async (status, code, mayRetry) => {
    server.fault = () => ({ status });
    const place = open();
    for (const work of [() => place.list(), () => place.put('a/1.seg', new Uint8Array(9))]) {
      server.asked.length = 0;
      const error = await failureOf(work());
      expect([error.code, error.mayRetry]).toEqual([code, mayRetry]);
      // Final refusals are not repeated.
      expect(server.asked.length).toBeLessThanOrEqual(3);
    }
  });

  it('that is an HTML page means that the server does not support WebDAV', async () => {
    server.fault = () => ({ status: 200, body: '<html>Please log in to the wireless network</html>' });
    expect((await failureOf(open().list())).code).toBe('notWebDav');
  });

  it('does not reveal addresses, names or passwords in its error', async () => {
    server.fault = () => ({ status: 403, body: 'no entry for ada' });
    const { message, stack, cause } = await failureOf(open().get('secret-name/1.seg'));
    expect(`${message} ${stack?.split('\n')[0]} ${String(cause)}`).not.toMatch(
      /secret|127\.0|ada|Offprint\//,
    );
  });
});

it('accepts a folder that another device creates at the same time, whatever the status', async () => {
  const place = open();
  await place.prepare();
  server.fault = ({ method, path }) => {
    if (method !== 'MKCOL') return null;
    server.folders.add(path);
    return { status: 403 };
  };
  await place.put('log/1.seg', new Uint8Array(9));
  expect([...server.files.keys()]).toEqual(['/Offprint/log/1.seg']);
});

it('creates folders before uploads once one was missing', async () => {
  const place = open();
  await place.prepare();
  server.asked.length = 0;
  expect(await place.list('log')).toEqual([]);
  const names = ['log/1.age', 'files/aa/1.age', 'files/aa/2.age', 'files/ab/3.age'];
  await Promise.all(names.map((name) => place.put(name, new Uint8Array(9))));
  expect(methods().filter((method) => method === 'PUT')).toHaveLength(4);
  expect(methods().filter((method) => method === 'MKCOL')).toHaveLength(4);
  server.asked.length = 0;
  // Where it was made before, nothing is asked but to take the file.
  const again = open();
  await again.list('log');
  await again.put('log/2.age', new Uint8Array(9));
  await again.put('files/ab/4.age', new Uint8Array(9));
  expect(methods()).toEqual(['PROPFIND', 'PUT', 'MOVE', 'PUT', 'MOVE']);
});

it('creates deleted folders again', async () => {
  const place = open();
  await place.prepare();
  await place.put('log/1.seg', new Uint8Array(9));
  server.files.clear();
  server.folders.delete('/Offprint/log/');
  await place.put('log/2.seg', new Uint8Array(9));
  expect([...server.files.keys()]).toEqual(['/Offprint/log/2.seg']);
});

describe('Retry-After', () => {
  it('is respected: nothing is sent until then', async () => {
    server.fault = () => ({ status: 429, headers: { 'retry-after': '120' } });
    const place = open();
    expect((await failureOf(place.list())).wait).toBe(120_000);
    expect(server.asked).toHaveLength(1);
    server.fault = () => null;
    const later = await failureOf(place.get('a/1.seg'));
    expect(later.code).toBe('busy');
    // Of the two minutes a moment has passed, on a machine that stood still a long one.
    expect(later.wait).toBeGreaterThan(60_000);
    expect(later.wait).toBeLessThanOrEqual(120_000);
    expect(server.asked).toHaveLength(1);
  });

  it('is waited for if it is short', async () => {
    server.fault = (_, before) => (before === 0 ? { status: 503, headers: { 'retry-after': '1' } } : null);
    const place = open();
    const since = Date.now();
    await place.prepare();
    expect(Date.now() - since).toBeGreaterThan(900);
    expect(server.asked.length).toBeGreaterThan(1);
  });
});

describe('a bad connection', () => {
  it('that stays broken counts as unreachable, like an unknown host', async () => {
    server.fault = () => 'tearBefore';
    expect((await failureOf(open().list())).code).toBe('unreachable');
    expect(server.asked).toHaveLength(3);
    const gone = open({ address: 'http://127.0.0.1:1/' });
    expect((await failureOf(gone.list())).code).toBe('unreachable');
  });

  it('without any response times out', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const silent = openWebDav(
        { address, folder: '', user: 'ada', password: 'secret' },
        {
          retryDelays: [],
          fetch: (_, init) =>
            new Promise((_done, fail) => {
              init?.signal?.addEventListener('abort', () => fail(init.signal?.reason));
            }),
        },
      );
      const failure = failureOf(silent.list());
      await vi.advanceTimersByTimeAsync(61_000);
      expect((await failure).code).toBe('timeout');
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('a server that rejects MOVE', () => {
  it.each([400, 403, 405, 501, 502])(
    'and says %i gets files under their names, checked by length',
    async (status) => {
      const place = open();
      await place.prepare();
      server.fault = ({ method }) => (method === 'MOVE' ? { status } : null);
      await place.put('log/1.seg', new Uint8Array(40));
      expect([...server.files.keys()]).toEqual(['/Offprint/log/1.seg']);
      server.asked.length = 0;
      await place.put('log/2.seg', new Uint8Array(40));
      // It has learned.
      expect(methods()).toEqual(['PUT', 'HEAD']);
    },
  );

  it('deletes files that arrived incomplete', async () => {
    const place = open({ retryDelays: [] });
    await place.prepare();
    server.fault = ({ method, path }) => {
      if (method === 'HEAD') server.files.set(path, Buffer.alloc(3));
      return method === 'MOVE' ? { status: 501 } : null;
    };
    expect((await failureOf(place.put('log/1.seg', new Uint8Array(40)))).code).toBe('badAnswer');
    expect([...server.files.keys()]).toEqual([]);
  });

  it('but with a proxy that requires a path as destination uses MOVE with a path', async () => {
    const place = open();
    await place.prepare();
    server.fault = ({ method, headers }) =>
      method === 'MOVE' && String(headers.destination).startsWith('http') ? { status: 502 } : null;
    await place.put('log/1.seg', new Uint8Array(40));
    server.asked.length = 0;
    await place.put('log/2.seg', new Uint8Array(40));
    expect(methods()).toEqual(['PUT', 'MOVE']);
  });
});

it.each([-365, 365])(
  'a server whose clock is %i days off takes away only uploads that are old by it',
  async (days) => {
    const place = open();
    await place.prepare();
    await place.put('log/1.seg', new Uint8Array(9));
    server.ahead = days * 86_400_000;
    const ages = new Map([
      ['old', 25 * 3_600_000],
      ['new', 60_000],
    ]);
    for (const name of ages.keys())
      server.files.set(
        `/Offprint/log/2.seg.${name === 'old' ? '0' : '1'}123456789abcdef.upload`,
        Buffer.from(name),
      );
    server.listing = (names) => {
      const responses = names.map((name) => {
        const age = ages.get(String(server.files.get(name))) ?? 0;
        const changed = new Date(Date.now() + server.ahead - age).toUTCString();
        return `<D:response><D:href>${name}</D:href><D:propstat><D:prop><D:resourcetype>${name.endsWith('/') ? '<D:collection/>' : ''}</D:resourcetype><D:getlastmodified>${changed}</D:getlastmodified></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>`;
      });
      return `<?xml version="1.0"?><D:multistatus xmlns:D="DAV:">${responses.join('')}</D:multistatus>`;
    };
    expect(await place.list('log')).toEqual(['log/1.seg']);
    expect([...server.files.values()].map(String)).toEqual([expect.anything(), 'new']);
  },
);

describe('a redirect', () => {
  it('within the server is followed by reading requests, with the password', async () => {
    server.folders.add('/elsewhere/');
    server.files.set('/elsewhere/1.seg', Buffer.from('x'));
    server.fault = ({ path, headers }) => {
      if (headers.authorization === undefined) return { status: 401 };
      if (!path.startsWith('/Offprint/log/')) return null;
      return { status: 301, headers: { location: path.replace('/Offprint/log/', '/elsewhere/') } };
    };
    const place = open();
    expect(await place.list('log')).toEqual(['log/1.seg']);
    expect(await (await place.get('log/1.seg'))?.text()).toBe('x');
    expect((await failureOf(place.put('log/2.seg', new Uint8Array(3)))).code).toBe('moved');
    expect((await failureOf(place.delete('log/1.seg'))).code).toBe('moved');
    expect([...server.files.keys()]).toEqual(['/elsewhere/1.seg']);
  });

  it('of the entered address is an error', async () => {
    server.folders.add('/dav/');
    server.fault = ({ path }) => (path === '/' ? { status: 301, headers: { location: '/dav/' } } : null);
    expect((await failureOf(open().prepare())).code).toBe('moved');
  });

  it('to another host is an error, and does not send the password there', async () => {
    const other = new FaultServer();
    const elsewhere = await other.start();
    server.fault = () => ({ status: 307, headers: { location: elsewhere } });
    try {
      expect((await failureOf(open().list())).code).toBe('moved');
      expect((await failureOf(open().put('a/1.seg', new Uint8Array(3)))).code).toBe('moved');
      expect(other.asked.map(({ method }) => method)).toEqual(['PROPFIND']);
      expect(other.asked[0]?.headers.authorization).toBeUndefined();
    } finally {
      await other.stop();
    }
  });
});
