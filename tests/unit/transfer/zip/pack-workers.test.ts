import { describe, expect, it } from 'vitest';
import {
  handleCompressionRequests,
  startCompressionWorkers,
} from '../../../../utils/transfer/zip/pack-workers.ts';
import { type FilePart, ZipWriter } from '../../../../utils/transfer/zip/zip-writer.ts';

type Scope = Parameters<typeof handleCompressionRequests>[0];
type Question = Parameters<NonNullable<Scope['onmessage']>>[0]['data'];

/** A worker that lives here, and may be slow or fall over. */
class InventedWorker extends EventTarget {
  readonly #scope: Scope;
  isStopped = false;
  asked = 0;
  readonly #kind: 'good' | 'broken';

  constructor(kind: 'good' | 'broken') {
    super();
    this.#kind = kind;
    this.#scope = {
      onmessage: null,
      postMessage: (data) => void this.dispatchEvent(new MessageEvent('message', { data })),
    };
    handleCompressionRequests(this.#scope);
  }

  postMessage(data: Question): void {
    this.asked += 1;
    if (this.#kind === 'broken') queueMicrotask(() => this.dispatchEvent(new Event('error')));
    else setTimeout(() => this.#scope.onmessage?.(new MessageEvent('message', { data })), 5);
  }

  terminate(): void {
    this.isStopped = true;
  }
}

const TEXTS = Array.from({ length: 20 }, (_, i) => `${i} `.repeat(2000 - i * 90));

async function writeWith(kinds: readonly ('good' | 'broken')[]) {
  const workers: InventedWorker[] = [];
  const start = (): Worker => {
    const worker = new InventedWorker(kinds[workers.length] ?? 'good');
    workers.push(worker);
    return worker as unknown as Worker;
  };
  const { compress: pack, stop } = startCompressionWorkers(start, kinds.length);
  const parts: FilePart[] = [];
  const writer = new ZipWriter((part) => void parts.push(part), pack);
  await Promise.all(TEXTS.map((text, i) => writer.add(`entry ${i}`, text)));
  await writer.finish();
  stop();
  return { file: new Blob(parts), workers };
}

async function writeHere(): Promise<Blob> {
  const parts: FilePart[] = [];
  const writer = new ZipWriter((part) => void parts.push(part));
  for (const [i, text] of TEXTS.entries()) await writer.add(`entry ${i}`, text);
  await writer.finish();
  return new Blob(parts);
}

const bytesOf = async (file: Blob): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

describe('packing beside the page', () => {
  it('gives the same file, byte for byte, with the work shared', async () => {
    const { file, workers } = await writeWith(['good', 'good']);
    expect(await bytesOf(file)).toEqual(await bytesOf(await writeHere()));
    for (const { asked, isStopped } of workers) {
      expect(asked).toBeGreaterThan(5);
      expect(isStopped).toBe(true);
    }
  });

  it('fails where a worker falls over', async () => {
    await expect(writeWith(['broken', 'good'])).rejects.toThrow('a compression worker failed');
  });

  it('lets whoever adds the next entry hear that the disk is full', async () => {
    let room = 3000;
    const writer = new ZipWriter((part) => {
      room -= part instanceof Blob ? part.size : part.length;
      if (room < 0) throw new DOMException('full', 'QuotaExceededError');
    });
    const added = await Promise.allSettled(TEXTS.map((text, i) => writer.add(`${i}`, text + i, false)));
    expect(added.at(-1)?.status).toBe('rejected');
    await expect(writer.finish()).rejects.toThrow('full');
  });
});
