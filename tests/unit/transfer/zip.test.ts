import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { TransferError } from '../../../utils/transfer/transfer-error.ts';
import { crc32 } from '../../../utils/transfer/zip/crc32.ts';
import { isSafeName, ZipArchive } from '../../../utils/transfer/zip/zip-reader.ts';
import { writeZip } from './write-zip.ts';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const zipOf = async (...files: Parameters<typeof writeZip>[0]): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await (await writeZip(files)).arrayBuffer());
const open = (bytes: Uint8Array<ArrayBuffer>): Promise<ZipArchive> => ZipArchive.open(new Blob([bytes]));
/** Reads the first entry. */
const readFirst = async (bytes: Uint8Array<ArrayBuffer>, limit?: number): Promise<unknown> => {
  const zip = await open(bytes);
  const [entry] = zip.entries;
  if (entry === undefined) throw new Error('no entry');
  return zip.bytes(entry, limit);
};

describe('ZIP files', () => {
  it('know the published check value of CRC-32', () => {
    expect(crc32(bytesOf('123456789'))).toBe(0xcbf43926);
  });

  it('give back what was put in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(
          fc.record({ name: fc.stringMatching(/^[a-zé]{1,12}$/), content: fc.string({ maxLength: 3000 }) }),
          { selector: ({ name }) => name, maxLength: 6 },
        ),
        async (files) => {
          const zip = await ZipArchive.open(
            await writeZip(files.map(({ name, content }) => [name, content])),
          );
          expect(zip.entries.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
          for (const { name, content } of files) {
            const entry = zip.find(name);
            expect(entry && new Uint8Array(await zip.bytes(entry))).toEqual(bytesOf(content));
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('can be read by others', async () => {
    const zip = await writeZip([
      ['mimetype', 'application/epub+zip'],
      ['text/ünder.txt', 'harbour '.repeat(500)],
    ]);
    const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
    expect(Object.keys(files)).toEqual(['mimetype', 'text/ünder.txt']);
    expect(new TextDecoder().decode(files['text/ünder.txt'])).toBe('harbour '.repeat(500));
  });

  it('that are cut off or changed are refused, and never read as something else', async () => {
    const content = 'The lamp was lit at nine. '.repeat(40);
    const whole = await zipOf(['a.txt', content]);
    const read = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
      const zip = await open(bytes);
      const entry = zip.find('a.txt');
      if (entry === undefined) throw new TransferError('damaged', 'not there');
      return zip.text(entry);
    };
    for (let length = 0; length < whole.length; length += 1) {
      await expect(read(whole.slice(0, length))).rejects.toBeInstanceOf(TransferError);
    }
    for (let at = 0; at < whole.length; at += 1) {
      const changed = whole.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x41;
      const result = await read(changed).catch((error: unknown) => error);
      if (!(result instanceof TransferError)) expect(result).toBe(content);
    }
  });

  it('are refused when they lie about a size, or are larger than asked for', async () => {
    const whole = await zipOf(['a.txt', 'x'.repeat(100_000)]);
    await expect(readFirst(whole, 1000)).rejects.toMatchObject({ code: 'bomb' });
    const directory = whole.length - 22 - 46 - 5;
    new DataView(whole.buffer).setUint32(directory + 24, 10, true);
    await expect(readFirst(whole)).rejects.toMatchObject({ code: 'bomb' });
  });

  it('are refused when they hold absurdly much', async () => {
    const many = await zipOf(
      ...Array.from({ length: 300 }, (_, i) => [`${i}.txt`, 'x'.repeat(1000)] as const),
    );
    const view = new DataView(many.buffer);
    const opened = await open(many);
    let at = view.getUint32(many.length - 22 + 16, true);
    for (const { name } of opened.entries) {
      view.setUint32(at + 24, 2 ** 20, true);
      at += 46 + name.length;
    }
    await expect(open(many)).rejects.toMatchObject({ code: 'bomb' });
  });

  it('are refused when a name is in them twice', async () => {
    await expect(open(await zipOf(['a', '1'], ['a', '2']))).rejects.toMatchObject({ code: 'damaged' });
  });

  it('are refused when two entries share bytes, by the directory or by an entry’s own header', async () => {
    const two = await zipOf(['a', '1'], ['b', '2']);
    new DataView(two.buffer).setUint32(two.length - 22 - 47 + 42, 0, true);
    await expect(open(two)).rejects.toMatchObject({ code: 'bomb' });
    const shared = await zipOf(['a', '1'.repeat(40)], ['b', '2']);
    // The first one's own header says that its bytes begin where the second's are.
    new DataView(shared.buffer).setUint16(28, 20, true);
    await expect(readFirst(shared)).rejects.toMatchObject({ code: 'bomb' });
  });

  it('may not name what lies outside', () => {
    expect(['images/1', 'content/a b.html', 'ü.md'].every(isSafeName)).toBe(true);
    for (const name of ['../a', 'a/../../b', '/etc/a', 'C:\\a', 'a\\..\\b', 'a\u0000', './a', '']) {
      expect(isSafeName(name)).toBe(false);
    }
  });
});
