/** The standard normal distribution: how many standard errors belong to a confidence. */

/**
 * z with P(Z ≤ z) = p, to about 1e-9 relative error, for 0 < p < 1; ±Infinity at the ends.
 *
 * Source: the rational approximation of P. J. Acklam (2003).
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError("a probability is needed");
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity;
  if (p > 0.5) return -normalQuantile(1 - p);
  return p < 0.02425 ? tail(Math.sqrt(-2 * Math.log(p))) : centre(p - 0.5);
}

/** z of a two-sided interval at level 1 − alpha: 1.959964 for 0.05. */
export const twoSided = (alpha: number): number => -normalQuantile(alpha / 2);

const polynomial = (x: number, ...coefficients: readonly number[]) =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);

const tail = (q: number) =>
  polynomial(
    q,
    -7.784894002430293e-3,
    -3.223964580411365e-1,
    -2.400758277161838,
    -2.549732539343734,
    4.374664141464968,
    2.938163982698783,
  ) / polynomial(q, 7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1);

function centre(q: number): number {
  const r = q * q;
  const above = polynomial(
    r,
    -3.969683028665376e1,
    2.209460984245205e2,
    -2.759285104469687e2,
    1.38357751867269e2,
    -3.066479806614716e1,
    2.506628277459239,
  );
  const below = polynomial(
    r,
    -5.447609879822406e1,
    1.615858368580409e2,
    -1.556989798598866e2,
    6.680131188771972e1,
    -1.328068155288572e1,
    1,
  );
  return (above * q) / below;
}
