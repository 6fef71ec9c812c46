/** When there is enough news for another model version: early verdicts count at once, later ones together. */

/** What changed since the newest version was trained. */
export interface News {
  /** verdicts that may be learned and are not, and corrections among them */
  waiting: number;
  corrections: number;
  /** learned verdicts that were taken back, declined, moved or erased */
  gone: number;
  /** verdicts the newest version learned */
  known: number;
  trainedAt: number | null;
  taxonomyChanged: boolean;
  /** the live version's file is not there */
  fileLost: boolean;
}

const dayMs = 86_400_000;
const small = 50;
const restMsPerVerdict = 30_000;

/**
 * Under 50 verdicts each one is worth a version. Later a version needs 2 % corrections or 5 % news beyond what is known,
 * and half a minute's rest for each verdict known, at most a day; after a day anything is enough. So a year of a busy
 * department makes a version a day at most, and a verdict waits a day at most.
 */
export function isWorthIt(news: News, now: number): boolean {
  if (news.taxonomyChanged || news.fileLost) return true;
  const changes = news.waiting + news.gone;
  if (changes === 0) return false;
  if (news.trainedAt === null || news.known < small) return true;
  const age = now - news.trainedAt;
  // Trained later than now: the clock has gone back, and would be waited for.
  if (age >= dayMs || age < 0) return true;
  if (age < Math.min(dayMs, news.known * restMsPerVerdict)) return false;
  return news.corrections >= 0.02 * news.known || changes >= 0.05 * news.known;
}
