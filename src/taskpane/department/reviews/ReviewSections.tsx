/** The words of objectives and reviews, for what shows both. */
import type { ReactNode } from "react";
import { SectionWords } from "../../locales/SectionWords.tsx";
import { ObjectiveWords, objectiveSection } from "../objectives/objectiveWords.ts";
import { Waiting } from "../Waiting.tsx";
import { ReviewWords, reviewSection } from "./reviewWords.ts";

export function ReviewSections({ children }: { children: ReactNode }) {
  return (
    <SectionWords section={objectiveSection} context={ObjectiveWords} fallback={<Waiting />}>
      <SectionWords section={reviewSection} context={ReviewWords} fallback={<Waiting />}>
        {children}
      </SectionWords>
    </SectionWords>
  );
}
