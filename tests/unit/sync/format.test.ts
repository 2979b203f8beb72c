import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openPicture, openText, sealPicture, sealText } from '../../../utils/sync/format/content-file.ts';
import { LibraryKey } from '../../../utils/sync/format/library-key.ts';
import { makeManifest, readManifest, writeManifest } from '../../../utils/sync/format/manifest.ts';
import { packText, paddedSize, unpackText } from '../../../utils/sync/format/padding.ts';
import { readSegment, type Segment, writeSegment } from '../../../utils/sync/format/segment-file.ts';
import {
  ForeignFolderError,
  NewerFormatError,
  TruncatedFileError,
  UnreadableFileError,
  WrongPassphraseError,
} from '../../../utils/sync/format/sync-errors.ts';
import { Clock } from '../../../utils/sync/merge/stamp.ts';

const DEVICE = '00000000000000aa';
const NAME = `log/${DEVICE}-00000007.age`;
const FAST = 10;

function segment(note: string): Segment {
  const stamp = new Clock(DEVICE).next();
  return {
    head: {
      device: DEVICE,
      number: 7,
      mark: 'ab',
      name: 'Desk',
      at: 1,
      seen: {},
      live: { [DEVICE]: [3, 5] },
    },
    records: [
      {
        key: 'ab',
        kind: 'article',
        record: { fields: { [`note:1:${DEVICE}`]: [stamp, note, {}] }, gone: null },
      },
      { key: 'cd', kind: 'list', record: { fields: {}, gone: stamp } },
    ],
  };
}

describe('a segment', () => {
  it('comes back as it was, and says nothing of itself', async () => {
    const key = await LibraryKey.generate();
    const written = segment('the harbour master’s telephone');
    const bytes = await writeSegment(key, written);
    expect(await readSegment(key, NAME, bytes)).toEqual(written);
    expect(new TextDecoder('latin1').decode(bytes)).not.toMatch(/harbour|note|Desk|age1/);
  });

  it('is refused where it is torn, damaged, of another library, or under another name', async () => {
    const key = await LibraryKey.generate();
    const bytes = await writeSegment(key, segment('x'));
    const damaged = bytes.slice();
    damaged[damaged.length - 20] = (damaged.at(-20) ?? 0) ^ 1;
    for (const wrong of [bytes.slice(0, -1), bytes.slice(0, 90), new Uint8Array(), damaged])
      await expect(readSegment(key, NAME, wrong)).rejects.toBeInstanceOf(UnreadableFileError);
    const other = await LibraryKey.generate();
    await expect(readSegment(other, NAME, bytes)).rejects.toBeInstanceOf(UnreadableFileError);
    const elsewhere = NAME.replace('7', '8');
    await expect(readSegment(key, elsewhere, bytes)).rejects.toBeInstanceOf(UnreadableFileError);
  });
});

describe('texts and pictures', () => {
  it('come back as they were, and only under their own names', async () => {
    const key = await LibraryKey.generate();
    const json = JSON.stringify({ html: '<p>Ebb</p>', text: 'Ebb' });
    const name = key.computeName('text', json);
    const sealed = await sealText(key, json);
    expect(await openText(key, name, sealed)).toBe(json);
    await expect(openText(key, key.computeName('text', 'flood'), sealed)).rejects.toBeInstanceOf(
      UnreadableFileError,
    );
    const picture = Uint8Array.from({ length: 5000 }, (_, i) => i % 251);
    const pictureName = key.computeName('picture', picture);
    const hidden = await sealPicture(key, picture);
    expect(await openPicture(key, pictureName, picture.length, hidden)).toEqual(picture);
  });

  it('are of few sizes, at most an eighth larger than they need be', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1025, max: 1e9 }), (length) => {
        expect(paddedSize(length)).toBeGreaterThanOrEqual(length);
        expect(paddedSize(length)).toBeLessThanOrEqual(length * 1.125);
      }),
    );
    const sizes = new Set(Array.from({ length: 100_000 }, (_, i) => paddedSize(i)));
    expect(sizes.size).toBeLessThan(150);
  });

  it('are packed as `gzip` does, and give back any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 5000 }), async (text) => {
        expect(await unpackText(await packText(text), 10_000)).toBe(text.toWellFormed());
      }),
      { numRuns: 30 },
    );
    await expect(unpackText(await packText('x'.repeat(1000)), 999)).rejects.toThrow();
  });
});

describe('a library’s key', () => {
  it('opens with its passphrase, however that is composed, and with no other', async () => {
    const key = await LibraryKey.generate();
    const sealed = await key.sealWithPassphrase('Möwe am Kai', FAST);
    expect((await LibraryKey.unsealWithPassphrase(sealed, 'Mo\u0308we am Kai')).identity).toBe(key.identity);
    await expect(LibraryKey.unsealWithPassphrase(sealed, 'Moewe am Kai')).rejects.toBeInstanceOf(
      WrongPassphraseError,
    );
  });

  it('gives the same names on every device, and others to another library', async () => {
    const key = await LibraryKey.generate();
    const same = await LibraryKey.fromIdentity(key.identity);
    const other = await LibraryKey.generate();
    expect(same.computeName('article', 'paper.example/a')).toBe(
      key.computeName('article', 'paper.example/a'),
    );
    expect(other.computeName('article', 'paper.example/a')).not.toBe(
      key.computeName('article', 'paper.example/a'),
    );
    expect(key.computeName('record', 'paper.example/a')).not.toBe(
      key.computeName('article', 'paper.example/a'),
    );
  });
});

describe('the manifest', () => {
  it('tells a library from a foreign folder and from a newer format', () => {
    const manifest = { ...makeManifest(Date.UTC(2026, 4, 1, 12)), mac: 'ab' };
    expect(readManifest(writeManifest(manifest))).toEqual(manifest);
    for (const text of ['holiday', '[]', 'null', '{"format":"other","version":1}'])
      expect(() => readManifest(text)).toThrow(ForeignFolderError);
    for (const length of [0, 20, 80])
      expect(() => readManifest(writeManifest(manifest).slice(0, length))).toThrow(TruncatedFileError);
    const newer = writeManifest(manifest).replace('"version": 1', '"version": 2');
    expect(() => readManifest(newer)).toThrow(NewerFormatError);
  });
});
