/** The administration: each of its pages, a department's form section by section, and the questions it asks. */
import type { Me } from "../../../triage/department.ts";
import type { Screen } from "../../triage/state.ts";
import { fakeAdminApi } from "../adminSamples.ts";
import { PanePicture } from "../panePicture.tsx";
import { me, screens } from "../samples.ts";
import type { Scene } from "./scene.ts";

const admin: Me = { ...me, roles: ["staff", "admin"] };
const adminTab = "header [role=tab]:nth-child(3)";
const page = (n: number) => `main [role=tab]:nth-child(${n})`;
const firstCard = "main article button";
/** Of the form itself: a section holds foldable parts of its own. */
const section = (n: number) => `main h1 ~ details:nth-of-type(${n}) > summary`;

const scene = (name: string, press: readonly string[], until: string): Scene => ({
  name,
  draw: ({ words, theme }) => (
    <PanePicture
      state={{ generation: 1, fingerprint: "invoice", screen: screens.predicted as Screen }}
      me={admin}
      words={words}
      theme={theme}
      parts={{ api: fakeAdminApi() as never }}
    />
  ),
  press: [adminTab, ...press],
  until,
});

export const administration: readonly Scene[] = [
  scene("departments", [], "main article"),
  scene("configuration file", ["main details:last-of-type > summary"], "main textarea"),
  scene("department, closed sections", [firstCard], "main h2"),
  scene("department, name and mailboxes", [firstCard, section(1)], "main h2"),
  scene("department, people", [firstCard, section(2)], "main h2"),
  scene("department, policy", [firstCard, section(3)], "main h2"),
  scene("department, taxonomy", [firstCard, section(4), "main details details summary"], "main h2"),
  scene("department, versions", [firstCard, section(6)], "main h2"),
  scene("people", [page(2)], "main article"),
  scene("erase?", [page(2), "main article button:nth-of-type(2)"], "main section"),
  scene("log", [page(3)], "main ol li"),
  scene("diagnostics", [page(4)], "main dl"),
];
