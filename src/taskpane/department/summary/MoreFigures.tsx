/** The figures behind the summary, loaded when somebody asks for them. */
import { Button } from "@fluentui/react-components";
import { lazy, Suspense, useState } from "react";
import { SectionWords } from "../../locales/SectionWords.tsx";
import { CorrectionWords, correctionSection, useCorrectionTexts } from "../corrections/correctionWords.ts";
import type { PageProps } from "../pages.ts";
import { Waiting } from "../Waiting.tsx";

const FiguresPart = lazy(() => import("./FiguresPart.tsx"));

type MoreFiguresProps = Pick<PageProps, "department" | "period" | "parts">;

export function MoreFigures(props: MoreFiguresProps) {
  return (
    <SectionWords section={correctionSection} context={CorrectionWords} fallback={<Waiting />}>
      <Way {...props} />
    </SectionWords>
  );
}

function Way(props: MoreFiguresProps) {
  const c = useCorrectionTexts();
  const [isOpen, setOpen] = useState(false);
  if (!isOpen)
    return (
      <Button data-more-figures onClick={() => setOpen(true)}>
        {c.moreFigures}
      </Button>
    );
  return (
    <Suspense fallback={<Waiting />}>
      <FiguresPart {...props} />
    </Suspense>
  );
}
