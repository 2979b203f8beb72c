import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countByMonth } from '../../../../components/people/MonthBars.tsx';

const at = (day: string): number => Date.parse(`${day}T12:00:00Z`);

it('counts quotes by month, in all and for each source, empty months too', () => {
  const { length, starts, rows, maxCount } = countByMonth([
    { saidAt: at('2026-01-31'), source: 'Courier' },
    { saidAt: at('2025-11-01'), source: 'Courier' },
    { saidAt: at('2026-01-01'), source: 'Courier' },
    { saidAt: at('2025-12-15'), source: 'Lantern' },
  ]);
  expect(length).toBe(1);
  expect(starts.map((day) => `${day.getFullYear()}-${`${day.getMonth() + 1}`.padStart(2, '0')}`)).toEqual([
    '2025-08',
    '2025-09',
    '2025-10',
    '2025-11',
    '2025-12',
    '2026-01',
  ]);
  expect(rows).toEqual([
    { source: null, counts: [0, 0, 0, 1, 1, 2], total: 4 },
    { source: 'Courier', counts: [0, 0, 0, 1, 0, 2], total: 3 },
    { source: 'Lantern', counts: [0, 0, 0, 0, 1, 0], total: 1 },
  ]);
  expect(maxCount).toBe(2);
});

it('shows one row where there is one source, and nothing where nothing was said', () => {
  expect(countByMonth([{ saidAt: at('2026-01-31'), source: 'Courier' }]).rows).toHaveLength(1);
  expect(countByMonth([])).toEqual({ length: 1, starts: [], rows: [], maxCount: 0 });
});

it('never shows more bars than a page has room for, and counts every quote once', () => {
  const one = fc.record({
    saidAt: fc.integer({ min: -2_000_000_000_000, max: 4_000_000_000_000 }),
    source: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
  });
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 60 }), (said) => {
      const { starts, rows, maxCount } = countByMonth(said);
      expect(starts.length).toBeGreaterThanOrEqual(6);
      expect(starts.length).toBeLessThanOrEqual(24);
      expect(rows.length).toBeLessThanOrEqual(7);
      const [all, ...sources] = rows;
      for (const row of rows) {
        expect(row.counts).toHaveLength(starts.length);
        expect(row.counts.reduce((a, b) => a + b)).toBe(row.total);
      }
      expect(all?.total).toBe(said.length);
      expect(sources.reduce((sum, { total }) => sum + total, 0)).toBeLessThanOrEqual(all?.total ?? 0);
      expect(maxCount).toBeGreaterThan(0);
    }),
  );
});
