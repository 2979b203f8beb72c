import { describe, expect, it } from 'vitest';
import { imageTypeOf } from '../../../utils/fetching/image-type.ts';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff, 0xe0];
const HTML = [...'<html><script>'].map((letter) => letter.charCodeAt(0));
const box = (brand: string): number[] => [
  0,
  0,
  0,
  32,
  ...[...`ftyp${brand}`].map((letter) => letter.charCodeAt(0)),
];

describe('the type of an image', () => {
  it.each([
    ['image/png', PNG, 'image/png'],
    ['Image/SVG+XML; charset=utf-8', HTML, 'image/svg+xml'],
    ['', PNG, 'image/png'],
    ['application/octet-stream', JPEG, 'image/jpeg'],
    ['application/octet-stream', HTML, null],
    ['text/html', PNG, null],
    ['image/png"><script>', PNG, 'image/png'],
    // Not what it is said to be
    ['image/png', JPEG, 'image/jpeg'],
    ['image/png', HTML, null],
    ['image/x-anything', HTML, null],
    ['image/png', [], null],
    ['image/avif', box('avif'), 'image/avif'],
    ['image/avif', box('mif1'), 'image/avif'],
    ['image/heic', box('heic'), 'image/heic'],
    ['video/mp4', box('isom'), null],
    ['image/vnd.microsoft.icon', [0, 0, 1, 0, 1], 'image/x-icon'],
  ])('%s %j is %s', (contentType, bytes, expected) => {
    expect(imageTypeOf(contentType, Uint8Array.from(bytes))).toBe(expected);
  });
});
