import { describe, expect, it } from 'vitest';
import { imageTypeOf } from '../../../utils/fetching/image-type.ts';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

describe('the type of an image', () => {
  it.each([
    ['image/png', [], 'image/png'],
    ['Image/SVG+XML; charset=utf-8', [], 'image/svg+xml'],
    ['', PNG, 'image/png'],
    ['application/octet-stream', [0xff, 0xd8, 0xff, 0xe0], 'image/jpeg'],
    ['application/octet-stream', [0x3c, 0x68, 0x74], null],
    ['text/html', PNG, null],
    ['image/png"><script>', PNG, null],
  ])('%s %j is %s', (contentType, bytes, expected) => {
    expect(imageTypeOf(contentType, Uint8Array.from(bytes))).toBe(expected);
  });
});
