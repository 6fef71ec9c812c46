/** The pages of the department room, in the order of their tabs; a page is added by one line. */
import { type ComponentType, lazy } from "react";
import type { Summary, SummaryQuery } from "../../triage/summary.ts";
import type { ApiAnswer } from "../apiAnswer.ts";
import type { ApiClient } from "../apiClient.ts";
import type { ReadableDepartment } from "../profile/departmentOf.ts";
import type { Landing } from "./landing.ts";
import type { Period } from "./period.ts";
import type { RoomTexts } from "./words/en.ts";

export type PageName = keyof RoomTexts["pages"];

/** What the pages may use of the pane. */
export interface RoomParts {
  api: Pick<ApiClient, "ask">;
  load(departmentId: string, query: SummaryQuery): Promise<ApiAnswer<Summary>>;
  copy(text: string): Promise<boolean>;
  /** Asks Outlook to open a message of a shared mailbox; false where it did not. Absent where Outlook cannot. */
  openMessage?: ((itemId: string) => Promise<boolean>) | undefined;
  /** Of a message this person opened since the pane was; nothing keeps the others. */
  subjectOf?(predictionId: string): string | undefined;
  /** A review was opened or closed, which the pane's tab tells too. */
  onReview?(): void;
  now(): number;
}

/** A page is drawn anew for another department. Who is `staff` there only reads. */
export interface PageProps {
  department: ReadableDepartment;
  /** of the figures; objectives and reviews have times of their own */
  period: Period;
  onPeriod(period: Period): void;
  parts: RoomParts;
  /** what somebody came here for */
  landing?: Landing | undefined;
  goTo(page: PageName, landing?: Landing): void;
}

export interface RoomPage {
  name: PageName;
  /** not shown to staff */
  isForLeads: boolean;
  /** lazy, with its own words */
  Page: ComponentType<PageProps>;
}

export const pages: readonly RoomPage[] = [
  {
    name: "summary",
    isForLeads: false,
    Page: lazy(() => import("./summary/SummaryPage.tsx")),
  },
  {
    name: "objectives",
    isForLeads: false,
    Page: lazy(() => import("./objectives/ObjectivesPage.tsx")),
  },
  {
    name: "reviews",
    isForLeads: false,
    Page: lazy(() => import("./reviews/ReviewsPage.tsx")),
  },
  {
    name: "corrections",
    isForLeads: false,
    Page: lazy(() => import("./corrections/CorrectionsPage.tsx")),
  },
];
