import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, it } from 'vitest';
import { DrawingBudget, type StepList } from '../../../entrypoints/shared/pdf/drawing-budget.ts';
import { itLong } from '../../long.ts';

function draw(list: StepList): void {
  const budget = new DrawingBudget(OPS);
  for (let at = 0; at < list.fnArray.length; at += 1) budget.spend(at, list);
}

/** A list that paints so often, with a pattern where one is given. */
function paint(times: number, pattern: StepList | null): StepList {
  const paints = new Array<number>(times).fill(OPS.constructPath);
  const args = new Array<unknown[]>(times).fill([OPS.fill]);
  if (pattern === null) return { fnArray: paints, argsArray: args };
  return {
    fnArray: [OPS.setFillColorN, ...paints],
    argsArray: [['TilingPattern', null, pattern], ...args],
  };
}

it('draws a page of many steps, and one with a pattern', () => {
  expect(() => draw(paint(500_000, null))).not.toThrow();
  expect(() => draw(paint(1000, paint(1000, paint(5, null))))).not.toThrow();
});

it('refuses patterns of patterns before the first is drawn', () => {
  let bomb = paint(10, null);
  for (let depth = 0; depth < 12; depth += 1) bomb = paint(10, bomb);
  expect(() => draw(bomb)).toThrow(RangeError);
  expect(() => draw({ fnArray: bomb.fnArray.slice(0, 1), argsArray: bomb.argsArray })).toThrow(RangeError);
});

itLong('refuses a page of steps without end', () => {
  expect(() => draw(paint(10_000_001, null))).toThrow(RangeError);
});

it('counts each curve of a path, which is drawn in one step', () => {
  const path = (curves: number): StepList => ({
    fnArray: new Array<number>(100).fill(OPS.constructPath),
    argsArray: new Array<unknown[]>(100).fill([OPS.stroke, [new Float32Array(7 * curves)], null]),
  });
  expect(() => draw(path(10_000))).not.toThrow();
  expect(() => draw(path(200_000))).toThrow(RangeError);
});
