/** A page that draws one state by its address, for pictures: ?screen=predicted&theme=dark&language=ar */
import { createRoot } from "react-dom/client";
import type { Theme } from "../../outlook/theme.ts";
import type { Summary } from "../../triage/summary.ts";
import { languageFrom, loadTexts } from "../locales/catalogue.ts";
import { wordsOf } from "../words.tsx";
import { PanePicture, type Picture } from "./panePicture.tsx";
import { me, now, type ScreenName, screens, service } from "./samples.ts";

const wanted = new URLSearchParams(location.search);
const language = languageFrom([wanted.get("language") ?? "en"]);
const name = (wanted.get("screen") ?? "predicted") as ScreenName;

const counts = (confirmed: number, corrected: number, shown: number) => ({
  neverShown: 0,
  shown,
  confirmed,
  corrected,
  unsure: 1,
  unpredicted: 2,
});
const summary: Summary = {
  departmentId: service.id,
  from: "2026-11-23",
  to: "2026-11-23",
  states: { ...counts(41, 7, 12), neverShown: 3 },
  categories: [
    { category: "billing", states: counts(18, 2, 4) },
    { category: "complaint", states: counts(12, 4, 5) },
    { category: "return", states: counts(11, 1, 3) },
  ],
  arms: [],
  moved: 1,
  computedAt: now,
};

const notices = {
  movedOn: { kind: "movedOn" },
  refused: { kind: "refused", failure: { code: "category_unknown" } },
} as const;
const notice = notices[(wanted.get("notice") ?? "") as keyof typeof notices];
const statuses: Record<string, Partial<Picture>> = {
  offline: { isOnline: false, status: { waiting: 3, failure: { code: "offline" } } },
  saved: { hasSaved: true },
};

void loadTexts(language).then((texts) => {
  const picture: Picture = {
    state: { generation: 1, fingerprint: "invoice", screen: screens[name], ...(notice ? { notice } : {}) },
    words: wordsOf(language, texts),
    theme: (wanted.get("theme") ?? "light") as Theme,
    me: wanted.get("role") === "lead" ? me : { ...me, departments: [{ ...service, role: "staff" }] },
    parts: { loadToday: async () => ({ ok: true, value: summary }) },
    ...statuses[wanted.get("status") ?? ""],
  };
  createRoot(document.getElementById("root")!).render(<PanePicture {...picture} />);
});
