/** How sharp the prior may be: read off the texts themselves, each judged by the others (leave one out). */
import { dot, type Sparse } from "./textVectors.ts";

/** Where a taxonomy has too few texts to tell: right for a definition and a few phrases in one language. */
const usualTemperature = 0.05;
const temperatures = [0.01, 0.0125, 0.015, 0.0175, 0.02, 0.025, 0.03, 0.035, 0.04, 0.05, 0.07, 0.1];
const fewestTexts = 20;
/** A taxonomy's texts are by one hand and mail is not: on mail the best temperature is one to six times theirs. */
const margin = 1.5;

/** Cosines of a text with each label's centroid; its own label's is taken without it. */
function cosines(
  text: Sparse,
  own: number,
  centroids: readonly Sparse[],
  squares: readonly number[],
): number[] {
  const square = dot(text, text);
  return centroids.map((centroid, k) => {
    const along = dot(text, centroid) - (k === own ? square : 0);
    const left = k === own ? squares[k]! - 2 * (along + square) + square : squares[k]!;
    return left > 0 ? along / Math.sqrt(left * square) : 0;
  });
}

const lossAt = (scores: readonly number[], right: number, temperature: number): number => {
  const most = Math.max(...scores);
  const sum = scores.reduce((total, score) => total + Math.exp((score - most) / temperature), 0);
  return Math.log(sum) - (scores[right]! - most) / temperature;
};

/**
 * The softmax temperature over cosines that minimises the leave-one-out log-loss of the labels' own texts, every
 * label counting the same. A centroid of texts in four languages has smaller cosines than one of a single language
 * and so wants a lower temperature; texts tell that without any labelled mail.
 */
export function temperatureFor(texts: readonly (readonly Sparse[])[], centroids: readonly Sparse[]): number {
  const known = texts.map((own) => own.filter((text) => text.size > 0));
  const count = known.reduce((sum, own) => sum + own.length, 0);
  if (count < fewestTexts || known.some((own) => own.length < 2)) return usualTemperature;
  const squares = centroids.map((centroid) => dot(centroid, centroid));
  const rows = known.flatMap((own, k) =>
    own.map((text) => ({ scores: cosines(text, k, centroids, squares), right: k, weight: 1 / own.length })),
  );
  const losses = temperatures.map((temperature) =>
    rows.reduce((sum, { scores, right, weight }) => sum + weight * lossAt(scores, right, temperature), 0),
  );
  return Math.min(usualTemperature, margin * temperatures[losses.indexOf(Math.min(...losses))]!);
}
