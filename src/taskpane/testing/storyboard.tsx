/** A page that draws one state by its address, for pictures: ?screen=predicted&theme=dark&language=ar&role=lead&summary=known */
import { createRoot } from "react-dom/client";
import type { Theme } from "../../outlook/theme.ts";
import { languageFrom, loadTexts } from "../locales/catalogue.ts";
import { wordsOf } from "../words.tsx";
import { PanePicture, type Picture } from "./panePicture.tsx";
import { me, type ScreenName, screens, service } from "./samples.ts";
import { type SummaryName, summaries } from "./summaries.ts";

const wanted = new URLSearchParams(location.search);
const language = languageFrom([wanted.get("language") ?? "en"]);
const name = (wanted.get("screen") ?? "predicted") as ScreenName;

const summary = summaries[(wanted.get("summary") ?? "known") as SummaryName];

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
    parts: { loadSummary: async () => ({ ok: true, value: summary }) },
    ...statuses[wanted.get("status") ?? ""],
  };
  createRoot(document.getElementById("root")!).render(<PanePicture {...picture} />);
});
