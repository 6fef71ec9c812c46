/** Nothing is sent that would be refused: the faults are shown, and the focus goes to the first of them. */
import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import type { Faults } from "./FaultsContext.ts";
import type { Fault } from "./faults.ts";

export interface Mending {
  faults: Faults;
  /** beside the fields: where they are looked for */
  bar: RefObject<HTMLDivElement | null>;
  /** whether it can be sent; if not, the faults are shown from now on */
  isReady(): boolean;
  /** after the next drawing */
  goToFirst(): void;
}

/** @param refused what the API found wrong, beside what is known here */
export function useMending(own: readonly Fault[], refused: readonly Fault[]): Mending {
  const bar = useRef<HTMLDivElement>(null);
  const [areShown, setShown] = useState(false);
  const [calls, setCalls] = useState(0);
  const goToFirst = () => setCalls((before) => before + 1);
  useEffect(() => {
    if (calls > 0) focusFirst(bar.current?.parentElement);
  }, [calls]);
  const isReady = () => {
    setShown(own.length > 0);
    if (own.length > 0) goToFirst();
    return own.length === 0;
  };
  const faults = useMemo(() => ({ list: [...own, ...refused], areShown }), [own, refused, areShown]);
  return { faults, bar, isReady, goToFirst };
}

function focusFirst(form: HTMLElement | null | undefined): void {
  const field = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
  for (let folded = field?.closest("details"); folded; folded = folded.parentElement?.closest("details"))
    folded.open = true;
  field?.focus();
}
