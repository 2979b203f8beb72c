import { expect, it } from 'vitest';
import { placeOfSource, readPlaceFrom, writePlace } from '../../../../utils/library/lists/library-place.ts';

it('writes a list that is cut down into the address, and reads it from there', () => {
  for (const source of ['inbox', 'archive', 'tag:far north', 'list:1'] as const) {
    const place = { ...placeOfSource(source), reading: 'finished' as const, query: 'ice' };
    expect(readPlaceFrom(writePlace(place)), source).toEqual(place);
  }
  expect(readPlaceFrom('#inbox?reading=nonsense')).toEqual(placeOfSource('inbox'));
});
