/** A section's words for everything below: waits for their language once, then hands them out. */
import type { Context, ReactNode } from "react";
import { type Section, useSection } from "./section.ts";

interface SectionWordsProps<Texts> {
  section: Section<Texts>;
  /** made with the section's English */
  context: Context<Texts>;
  /** while the language is on its way */
  fallback: ReactNode;
  children: ReactNode;
}

export function SectionWords<Texts>({
  section,
  context: Words,
  fallback,
  children,
}: SectionWordsProps<Texts>) {
  const texts = useSection(section);
  return texts === undefined ? fallback : <Words value={texts}>{children}</Words>;
}
