/**
 * What a page may cost to draw. The time limit ends what takes long in many steps, but not one step that takes for ever: a
 * pattern is drawn within one, and may be made of patterns that are made of patterns; so is a path, however many curves it
 * has.
 */
import type { OPS as Operations } from 'pdfjs-dist';

/** Steps of one page: some ten seconds. A map of a whole town has less than a million. */
const MOST_STEPS = 10_000_000;

export interface StepList {
  fnArray: readonly number[];
  argsArray: readonly unknown[];
}

type Codes = Pick<
  typeof Operations,
  'constructPath' | 'fill' | 'eoFill' | 'stroke' | 'fillStroke' | 'eoFillStroke' | 'showText'
> &
  Pick<typeof Operations, 'paintImageMaskXObject' | 'setFillColorN' | 'setStrokeColorN'>;

const isList = (value: unknown): value is StepList =>
  typeof value === 'object' && value !== null && 'fnArray' in value && 'argsArray' in value;

/** Numbers of a path for each of its curves: the kind and up to six coordinates. */
const NUMBERS_OF_CURVE = 7;

/** The curves of a path: `[operation, [numbers], bounds]`. */
function curvesIn(args: unknown): number {
  const [, data] = Array.isArray(args) ? (args as unknown[]) : [];
  const numbers: unknown = Array.isArray(data) ? data[0] : null;
  return ArrayBuffer.isView(numbers) && 'length' in numbers ? Number(numbers.length) / NUMBERS_OF_CURVE : 0;
}

/** The steps of a pattern that is chosen as colour. */
function patternIn(args: unknown): StepList | null {
  if (!Array.isArray(args) || args[0] !== 'TilingPattern') return null;
  const steps: unknown = args[2];
  return isList(steps) ? steps : null;
}

export class DrawingBudget {
  readonly #colours: ReadonlySet<number>;
  readonly #paints: ReadonlySet<number>;
  readonly #path: number;
  /** What patterns cost, each looked at once however often it is used. */
  readonly #known = new WeakMap<StepList, number>();
  /** The dearest pattern so far: which one is chosen just now would be a second interpreter to know. */
  #dearest = 0;
  #spent = 0;

  /** @param codes numbers of the operations, as pdf.js has them */
  constructor(codes: Codes) {
    const { setFillColorN, setStrokeColorN, ...paints } = codes;
    this.#colours = new Set([setFillColorN, setStrokeColorN]);
    this.#paints = new Set(Object.values(paints));
    this.#path = codes.constructPath;
  }

  /**
   * Counts a step before it is drawn.
   *
   * @throws RangeError where the page costs too much
   */
  spend(at: number, list: StepList): void {
    const { cost, dearest } = this.#costAt(at, list, this.#dearest);
    this.#dearest = dearest;
    this.#spent += cost;
    if (this.#spent + dearest > MOST_STEPS) throw new RangeError('a page takes too many steps to draw');
  }

  #costAt(at: number, { fnArray, argsArray }: StepList, dearest: number): { cost: number; dearest: number } {
    const code = fnArray[at] ?? 0;
    const pattern = this.#colours.has(code) ? patternIn(argsArray[at]) : null;
    if (pattern !== null) return { cost: 1, dearest: Math.max(dearest, this.#costOf(pattern)) };
    const own = code === this.#path ? 1 + curvesIn(argsArray[at]) : 1;
    return { cost: this.#paints.has(code) ? own + dearest : own, dearest };
  }

  #costOf(list: StepList): number {
    const known = this.#known.get(list);
    if (known !== undefined) return known;
    let [sum, dearest] = [0, 0];
    for (let at = 0; at < list.fnArray.length; at += 1) {
      const step = this.#costAt(at, list, dearest);
      sum += step.cost;
      dearest = step.dearest;
    }
    this.#known.set(list, sum);
    return sum;
  }
}
