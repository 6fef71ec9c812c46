/** What is wrong in the form, for each field to find its own. */
import { createContext, use } from "react";
import type { Fault } from "./faults.ts";

export interface Faults {
  list: readonly Fault[];
  /** somebody wanted to save: all are shown, and not only those of fields that were left */
  areShown: boolean;
}

export const FaultsContext = createContext<Faults>({ list: [], areShown: false });

export interface FoundFault {
  fault: Fault;
  isShown: boolean;
}

/** @param at where the field's value is in the department, or what all its values lie below */
export function useFault(at: string | undefined): FoundFault | undefined {
  const { list, areShown } = use(FaultsContext);
  const fault = at && list.find(({ path }) => path === at || path.startsWith(`${at}/`));
  return fault ? { fault, isShown: areShown || fault.kind === "refused" } : undefined;
}
