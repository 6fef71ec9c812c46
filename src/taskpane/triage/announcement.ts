/** What a screen reader hears when the screen changes: once, politely, the answer first. */
import type { DepartmentView } from "../../triage/department.ts";
import type { Words } from "../words.tsx";
import { nameOf } from "./nameOf.ts";
import type { Screen } from "./state.ts";

export function announcementOf(screen: Screen, department: DepartmentView | undefined, words: Words): string {
  const { t, f } = words;
  const category = (id: string | undefined) => (department ? nameOf(department.taxonomy, id, words) : "");
  switch (screen.kind) {
    case "predicted": {
      const [top] = screen.prediction.categories;
      const [priority] = screen.prediction.priorities;
      const sure = (what: string, p = 0) => `${what} ${f.percent(p)}`;
      return t.both(
        sure(category(top?.category), top?.probability),
        priority ? sure(t.priorities[priority.priority], priority.probability) : "",
      );
    }
    case "severalFit":
      return t.severalFit;
    case "yourCallFirst":
      return t.yourCallFirst;
    case "unpredicted":
      return t.noPrediction;
    case "answered": {
      const { verdict } = screen.given;
      if (verdict.kind === "unsure") return t.youWereNotSure;
      return `${t.saved}: ${t.both(category(verdict.category), t.priorities[verdict.priority])}`;
    }
    case "answeredByColleague":
      return screen.known.by.kind === "colleague" ? t.colleagueSaid(screen.known.by.name) : "";
    case "notAMessage":
      return t.notAMessage[screen.what];
    case "nothingSelected":
      return t.nothingSelected;
    case "signInNeeded":
      return t.signInTitle;
    case "fault":
      return t.failures[screen.failure.code];
    default:
      return "";
  }
}
