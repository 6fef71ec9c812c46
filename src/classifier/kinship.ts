/** What a department's mail, labelled or not, tells about the taxonomy's texts: words that go together speak for each other's labels. */
import { probabilitiesOf } from "./calibration.ts";
import { type LatentView, latentOf, withLatent } from "./latent.ts";
import { type Described, type Prior, priorLogits, rowOf } from "./prior.ts";
import { featuresIn } from "./textVectors.ts";
import { columnCount, type Vector, vectorOf, type Weighting } from "./weighting.ts";

/** How loud the texts' own places speak beside their words; found over all sets with names, see docs/model.md. */
const kinship = 3.5;
/** How loud the mail that sounds like a label speaks for what else is like it. */
const echo = 2.5;
/** Messages that listen; more say nothing new. */
const listeners = 1_500;
/** Labels whose messages lie nearer together than this (of a usual message's distance) are hardly told apart by their texts. */
const leastApart = 0.13;
/** So many messages' worth of doubt keeps a label that hardly anything sounds like from shouting. */
const doubt = 5;

/** Lets each label be spoken for by words that go together with its own. `weighting` is the one the view was made under. */
export function addKinship(
  prior: Prior,
  labels: readonly Described[],
  key: string,
  weighting: Weighting,
  view: LatentView,
): void {
  const places = labels.map(({ texts }) => {
    const sum = new Float64Array(view.dimensions);
    for (const text of texts)
      addUnit(latentOf(view, vectorOf(featuresIn(text, key), weighting)), view.length / 2, sum);
    const place = new Float64Array(view.dimensions);
    addUnit(sum, 0.5, place);
    return place;
  });
  addCentred(prior, places, kinship / view.length);
}

function addUnit(place: ArrayLike<number>, least: number, into: Float64Array): void {
  const length = Math.max(least, Math.hypot(...Array.from(place)));
  for (let j = 0; length > 0 && j < into.length; j++) into[j]! += place[j]! / length;
}

/** Adds to the latent rows of the prior what each label's place has beyond the mean of all. */
function addCentred(prior: Prior, places: readonly Float64Array[], strength: number): void {
  const dimensions = places[0]?.length ?? 0;
  for (let j = 0; j < dimensions; j++) {
    const mean = places.reduce((sum, place) => sum + place[j]!, 0) / places.length;
    const row = rowOf(prior, columnCount + 1 + j, places.length);
    places.forEach((place, k) => {
      row[k]! += strength * (place[j]! - mean);
    });
  }
}

/**
 * One step of expectation and maximisation, as for the dataless classification of texts (McCallum and Nigam 1999): each message
 * counts for the labels that the texts alone give it, and a label is then spoken for by the place where its messages lie. No
 * verdict is looked at. `vectors` are of the department's mail under the view's weighting, without places.
 */
export function addEcho(prior: Prior, labels: number, vectors: readonly Vector[], view: LatentView): void {
  const stride = Math.ceil(vectors.length / listeners);
  const sums = Array.from({ length: labels }, () => new Float64Array(view.dimensions));
  const masses = new Float64Array(labels);
  for (let i = 0; i < vectors.length; i += stride) {
    const place = latentOf(view, vectors[i]!);
    const shares = probabilitiesOf(priorLogits(prior, labels, withLatent(vectors[i]!, place)));
    shares.forEach((share, k) => {
      masses[k]! += share;
      for (let j = 0; j < place.length; j++) sums[k]![j]! += share * place[j]!;
    });
  }
  const places = sums.map((sum, k) => sum.map((value) => value / (masses[k]! + doubt)));
  addCentred(prior, evened(places, leastApart * view.length), echo / view.length);
}

/** Places as seen from their mean, with lengths brought halfway to a usual one; none shorter than `least` is made longer. */
function evened(places: readonly Float64Array[], least: number): Float64Array[] {
  const mean = places[0]?.map((_, j) => places.reduce((sum, place) => sum + place[j]!, 0) / places.length);
  const centred = places.map((place) => place.map((value, j) => value - mean![j]!));
  const lengths = centred.map((place) => Math.hypot(...place));
  const usual = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  return centred.map((place, k) => {
    const length = Math.max(least, Math.sqrt(lengths[k]! * usual));
    return place.map((value) => value / length);
  });
}

/** The latent rows of a prior, to be stored: unlike the rest they cannot be read off the taxonomy's texts. */
export const kinOf = (prior: Prior, dimensions: number): number[][] =>
  Array.from({ length: dimensions }, (_, j) => [...(prior.get(columnCount + 1 + j) ?? [])]);

export function restoreKin(prior: Prior, rows: readonly (readonly number[])[]): void {
  rows.forEach((row, j) => {
    if (row.length > 0) prior.set(columnCount + 1 + j, Float32Array.from(row));
  });
}
