/** What is wrong with a deployment: a stable code, where, what it means for people, and what to do. */
export interface Complaint {
  code: string;
  /** `wrong` breaks something for somebody; `advice` does not, yet. */
  weight: "wrong" | "advice";
  /** The path or file it was seen at. */
  place: string;
  sentence: string;
  todo: string;
}

export const wrong = (code: string, place: string, sentence: string, todo: string): Complaint => ({
  code,
  weight: "wrong",
  place,
  sentence,
  todo,
});

export const advice = (code: string, place: string, sentence: string, todo: string): Complaint => ({
  ...wrong(code, place, sentence, todo),
  weight: "advice",
});
