/** One message of an import file as it was found there, before anything is made of it. */

export interface Found {
  /** where it stands, as a person would look for it: `row 17`, `line 3`, `billing/a.eml`, `mail 4` */
  place: string;
  subject: string;
  body: string;
  sender: string;
  category: string;
  priority: string;
  /** internet message id, or the file's own id; empty when there is none */
  id: string;
  receivedAt: number | undefined;
}

/** Something that cannot be imported, and why; the reason names no content. */
export interface Fault {
  place: string;
  reason: string;
}

export type Item = Found | Fault;

export const isFault = (item: Item): item is Fault => "reason" in item;

/** Which field of a row or line means what; `subject=Betreff` on the command line. */
export type FieldNames = Readonly<Record<FieldName, string>>;
export const fieldNames = ["subject", "body", "category", "priority", "from", "id", "date"] as const;
export type FieldName = (typeof fieldNames)[number];

export const usualFieldNames: FieldNames = {
  subject: "subject",
  body: "body",
  category: "category",
  priority: "priority",
  from: "from",
  id: "id",
  date: "date",
};

/** Milliseconds since 1970 of a date as people and programs write it; undefined when it is none. */
export function timeOf(text: string): number | undefined {
  const time = text === "" ? Number.NaN : Date.parse(text);
  return Number.isFinite(time) && time > 0 && time < 4_102_444_800_000 ? time : undefined;
}

/** A row or line, by the names its file uses. */
export function foundIn(place: string, names: FieldNames, value: (name: string) => unknown): Found {
  const text = (field: FieldName): string => {
    const one = value(names[field]);
    return typeof one === "string" ? one : typeof one === "number" ? String(one) : "";
  };
  return {
    place,
    subject: text("subject"),
    body: text("body"),
    sender: text("from"),
    category: text("category").trim(),
    priority: text("priority").trim(),
    id: text("id").trim(),
    receivedAt: timeOf(text("date")),
  };
}
