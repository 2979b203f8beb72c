import { expect, it } from 'vitest';
import { planList } from '../../../../entrypoints/shared/plan-list.ts';

it('lets what is typed find likenesses, and a smart list only what answers its search', () => {
  const smart = {
    id: 's',
    name: 'Tugs',
    query: '"no tug"',
    sort: { by: 'saved', reversed: false },
    position: 0,
    createdAt: 0,
    updatedAt: 0,
  } as const;
  expect(planList('inbox', '"no tug"', null, null)).toMatchObject({ query: '"no tug"', isExact: false });
  expect(planList('smart:s', '', null, smart)).toMatchObject({ query: '"no tug"', isExact: true });
  expect(planList('smart:s', 'ice', null, smart, 'unread').isExact).toBe(true);
});
