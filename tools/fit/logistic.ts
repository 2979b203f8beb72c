/** A labelled example with named values. */
export interface Sample {
  values: readonly number[];
  isPositive: boolean;
}

export interface LogisticFit {
  /** One weight for each value. */
  weights: number[];
  bias: number;
}

const ITERATIONS = 25;

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

export const scoreOf = ({ weights, bias }: LogisticFit, values: readonly number[]): number =>
  dot(values, weights) + bias;

/** Solves `matrix · x = right` by elimination; the matrix is positive definite, so no pivoting is needed. */
function solve(matrix: readonly number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const n = rows.length;
  for (let i = 0; i < n; i++) {
    const pivot = rows[i] ?? [];
    for (let k = i + 1; k < n; k++) {
      const row = rows[k] ?? [];
      const factor = (row[i] ?? 0) / (pivot[i] ?? 1);
      for (let j = i; j <= n; j++) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0);
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    const row = rows[i] ?? [];
    const known = dot(row.slice(i + 1, n), x.slice(i + 1));
    x[i] = ((row[n] ?? 0) - known) / (row[i] ?? 1);
  }
  return x;
}

/**
 * Ridge logistic regression by Newton's method.
 *
 * @param penalty on the squared weights of standardised values
 */
export function fitLogistic(samples: readonly Sample[], penalty: number): LogisticFit {
  const size = samples[0]?.values.length ?? 0;
  const column = (i: number): number[] => samples.map(({ values }) => values[i] ?? 0);
  const mean = Array.from({ length: size }, (_, i) => column(i).reduce((a, b) => a + b, 0) / samples.length);
  const deviation = mean.map(
    (m, i) => Math.sqrt(column(i).reduce((a, b) => a + (b - m) ** 2, 0) / samples.length) + 1e-9,
  );
  const rows = samples.map(({ values }) => [
    ...values.map((v, i) => (v - (mean[i] ?? 0)) / (deviation[i] ?? 1)),
    1,
  ]);
  let w = new Array<number>(size + 1).fill(0);
  for (let step = 0; step < ITERATIONS; step++) {
    const gradient = w.map((value, i): number => (i < size ? penalty * value : 0));
    const hessian = w.map((_, i) => w.map((__, j): number => (i === j && i < size ? penalty : 0)));
    rows.forEach((row, n) => {
      const p = 1 / (1 + Math.exp(-dot(row, w)));
      const error = p - (samples[n]?.isPositive === true ? 1 : 0);
      row.forEach((value, i) => {
        gradient[i] = (gradient[i] ?? 0) + error * value;
        const line = hessian[i] ?? [];
        for (let j = 0; j <= size; j++) line[j] = (line[j] ?? 0) + p * (1 - p) * value * (row[j] ?? 0);
      });
    });
    const change = solve(hessian, gradient);
    w = w.map((value, i) => value - (change[i] ?? 0));
  }
  const weights = w.slice(0, size).map((value, i) => value / (deviation[i] ?? 1));
  return { weights, bias: (w[size] ?? 0) - dot(weights, mean) };
}
