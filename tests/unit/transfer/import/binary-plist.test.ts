import { expect, it, vi } from 'vitest';
import { readBinaryPlist } from '../../../../utils/transfer/import/parsing/plist.ts';
import { TransferError } from '../../../../utils/transfer/transfer-error.ts';

const bytesOf = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const number = (value: number, size: number): number[] =>
  Array.from({ length: size }, (_, i) => Math.floor(value / 256 ** (size - 1 - i)) % 256);

/** A property list of objects, the first of them on top. */
function plistOf(objects: readonly (readonly number[])[], placeOf = (place: number): number => place): Blob {
  const head = bytesOf('bplist00');
  const places: number[] = [];
  let at = head.length;
  for (const object of objects) {
    places.push(...number(placeOf(at), 4));
    at += object.length;
  }
  const trailer = [...number(0, 6), 4, 1, ...number(objects.length, 8), ...number(0, 8), ...number(at, 8)];
  return new Blob([Uint8Array.from([...head, ...objects.flat(), ...places, ...trailer])]);
}

const list = (references: readonly number[]): number[] => [
  0xaf,
  0x12,
  ...number(references.length, 4),
  ...references,
];
const string = (letters: number): number[] => [
  0x5f,
  0x12,
  ...number(letters, 4),
  ...bytesOf('a'.repeat(letters)),
];

it('a string that is in many places is read once', async () => {
  const decode = vi.spyOn(TextDecoder.prototype, 'decode');
  const tree = await readBinaryPlist(plistOf([list(Array.from({ length: 500 }, () => 1)), string(1000)]));
  expect(tree).toEqual(Array.from({ length: 500 }, () => 'a'.repeat(1000)));
  expect(decode).toHaveBeenCalledTimes(1);
});

it('strings that lie over one another are not read as often as there are', async () => {
  const many = Array.from({ length: 200 }, (_, i) => i + 1);
  const same = plistOf([list(many), ...many.map((i) => (i === 1 ? string(5000) : []))], (place) =>
    // All but the list are where the one string is.
    place > 8 ? 8 + list(many).length : place,
  );
  await expect(readBinaryPlist(same)).rejects.toThrow(TransferError);
});

it('a list is no key: put together it could be longer than anything', async () => {
  const dictionary = [0xd1, 1, 2];
  await expect(readBinaryPlist(plistOf([dictionary, list([2, 2]), string(9)]))).rejects.toThrow(
    TransferError,
  );
});
