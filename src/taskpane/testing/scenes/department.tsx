/** The department room: the summary in each state of its evidence. */

import type { Overview } from "../../../triage/overview.ts";
import type { AppParts } from "../../App.tsx";
import { type PageName, pages } from "../../department/pages.ts";
import type { Screen } from "../../triage/state.ts";
import { departmentApi } from "../departmentApi.ts";
import { fallenAnswer } from "../overview.ts";
import { PanePicture } from "../panePicture.tsx";
import { me, screens } from "../samples.ts";
import { type SummaryName, summaries } from "../summaries.ts";
import type { Scene } from "./scene.ts";

const secondTab = "[role=tablist] [role=tab]:nth-child(2)";

/** Another answer above the figures, and what is pressed there. */
interface Told {
  name: string;
  overview: Overview;
  press: readonly string[];
}

const summaryScene = (name: SummaryName, told?: Told): Scene => ({
  name: `summary, ${told?.name ?? name}`,
  draw: ({ words, theme }) => (
    <PanePicture
      state={{ generation: 1, fingerprint: "invoice", screen: screens.predicted as Screen }}
      me={me}
      words={words}
      theme={theme}
      parts={{
        loadSummary: async () => ({ ok: true, value: summaries[name] }),
        api: departmentApi([], told && [["GET", /overview$/, () => told.overview]]) as AppParts["api"],
      }}
    />
  ),
  press: [secondTab, ...(told?.press ?? [])],
  until: "main h1, main h2, main p",
});

/** A page of the room by its place, and what is pressed on it. */
const pageScene = (name: string, page: number, press: readonly string[] = []): Scene => ({
  name,
  draw: ({ words, theme }) => (
    <PanePicture
      state={{ generation: 1, fingerprint: "invoice", screen: screens.predicted as Screen }}
      me={me}
      words={words}
      theme={theme}
      parts={{
        api: departmentApi() as AppParts["api"],
        loadSummary: async () => ({ ok: true, value: summaries.known }),
      }}
    />
  ),
  press: [secondTab, `main [role=tab]:nth-child(${page})`, ...press],
  until: "h2",
});

const placeOf = (name: PageName) => pages.findIndex((page) => page.name === name) + 1;

export const department: readonly Scene[] = [
  ...(Object.keys(summaries) as SummaryName[]).map((name) => summaryScene(name)),
  summaryScene("known", {
    name: "getting worse, states explained",
    overview: fallenAnswer,
    press: ["main section button[aria-expanded]"],
  }),
  pageScene("objectives", placeOf("objectives")),
  pageScene("objectives, method", placeOf("objectives"), ["article summary"]),
  pageScene("objectives, editor", placeOf("objectives"), ["article summary", "article details button"]),
  pageScene("reviews", placeOf("reviews")),
  pageScene("review, open", placeOf("reviews"), ["main p + button"]),
  pageScene("review, closed", placeOf("reviews"), ["main li button"]),
  pageScene("corrections", placeOf("corrections")),
  pageScene("corrections, declining", placeOf("corrections"), ["article button:last-of-type"]),
  pageScene("corrections, proposing", placeOf("corrections"), ["#proposals-title + button"]),
  pageScene("corrections, accepting a proposal", placeOf("corrections"), [
    "section[aria-labelledby=proposals-title] li:nth-child(2) button",
  ]),
  pageScene("more figures", 1, ["[data-more-figures]"]),
];
