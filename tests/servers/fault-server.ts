import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server does instead of its work. */
export type Fault =
  | { status: number; headers?: Record<string, string>; body?: string }
  /** The connection breaks: before anything is done, after it was done, or in the middle of the answer. */
  | 'tearBefore'
  | 'tearAfter'
  | 'tearMiddle'
  /** The connection breaks in the middle of an upload, and the server keeps what it has got. */
  | 'halfWritten';

/** How long a connection that nothing comes over stays open: longer than any test takes. */
const LONG_MS = 3_600_000;

export interface Asked {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** A small WebDAV server in memory that fails when it is told to. */
export class FaultServer {
  readonly files = new Map<string, Buffer>();
  readonly folders = new Set(['/']);
  readonly asked: Asked[] = [];
  /** Asked for each request, with how many came before it. */
  fault: (request: Asked, before: number) => Fault | null = () => null;
  /** Who is let in (basic authentication); null lets everyone in. */
  login: { user: string; password: string } | null = null;
  /** How far its clock is ahead, in ms. */
  ahead = 0;
  /** Writes a folder's listing; tests put others here. */
  listing: (names: readonly string[], base: string) => string = listPlainly;
  readonly #server = createServer(
    // One that is closed just when it is used again would be a fault that no test has asked for.
    { keepAliveTimeout: LONG_MS },
    (request, response) => {
      this.#answer(request, response).catch((error: unknown) => {
        // Whoever asked may go in the middle: a browser is closed, or its background stopped.
        if (request.errored === null) throw error;
      });
    },
  );

  async start(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('date', new Date(Date.now() + this.ahead).toUTCString());
    const asked = {
      method: request.method ?? '',
      path: decodeURI(request.url ?? ''),
      headers: request.headers,
    };
    const fault = this.fault(asked, this.asked.push(asked) - 1);
    if (fault === 'tearBefore') {
      request.socket.destroy();
      return;
    }
    const body = await readAll(request);
    if (!this.#isLetIn(asked)) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="place"' }).end();
      return;
    }
    if (fault !== null && typeof fault === 'object') {
      response.writeHead(fault.status, fault.headers).end(fault.body ?? '');
      return;
    }
    const isHalf = fault === 'halfWritten' && asked.method === 'PUT';
    const { status, text = '' } = this.#work(asked, isHalf ? body.subarray(0, body.length / 2) : body);
    if (fault === 'tearAfter' || isHalf) {
      request.socket.destroy();
      return;
    }
    const length = Buffer.byteLength(text);
    response.writeHead(status, { 'content-length': fault === 'tearMiddle' ? length + 1000 : length });
    response.write(text);
    if (fault === 'tearMiddle') setTimeout(() => request.socket.destroy(), 20);
    else response.end();
  }

  #isLetIn({ headers }: Asked): boolean {
    if (this.login === null) return true;
    const { user, password } = this.login;
    return headers.authorization === `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  }

  #work({ method, path, headers }: Asked, body: Buffer): { status: number; text?: string | Buffer } {
    const parent = path.replace(/[^/]+\/?$/, '');
    const isThere = this.folders.has(path) || this.files.has(path);
    switch (method) {
      case 'MKCOL':
        if (isThere) return { status: 405 };
        if (!this.folders.has(parent)) return { status: 409 };
        this.folders.add(path);
        return { status: 201 };
      case 'PUT':
        if (!this.folders.has(parent)) return { status: 409 };
        this.files.set(path, body);
        return { status: isThere ? 204 : 201 };
      case 'MOVE': {
        const file = this.files.get(path);
        if (file === undefined) return { status: 404 };
        this.files.set(new URL(String(headers.destination), 'http://server.example').pathname, file);
        this.files.delete(path);
        return { status: 201 };
      }
      case 'DELETE':
        return { status: this.files.delete(path) ? 204 : 404 };
      case 'PROPFIND': {
        if (!this.folders.has(path)) return { status: 404 };
        if (headers.depth !== '0' && headers.depth !== '1') return { status: 403 };
        const all = [...this.files.keys(), ...this.folders];
        const inside = all.filter((name) => name !== path && name.replace(/[^/]+\/?$/, '') === path);
        return { status: 207, text: this.listing([path, ...(headers.depth === '1' ? inside : [])], path) };
      }
      default: {
        const file = this.files.get(path);
        return file === undefined ? { status: 404 } : { status: 200, text: file };
      }
    }
  }
}

function listPlainly(names: readonly string[]): string {
  const responses = names.map(
    (name) =>
      `<D:response><D:href>${encodeURI(name)}</D:href><D:propstat><D:prop><D:resourcetype>${name.endsWith('/') ? '<D:collection/>' : ''}</D:resourcetype></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>`,
  );
  return `<?xml version="1.0"?><D:multistatus xmlns:D="DAV:">${responses.join('')}</D:multistatus>`;
}
