/** Which messages are selected together right now; asked of Outlook again only when there is reason to. */
import type { SelectedItemDetails } from "../../outlook/office.ts";
import type { Several } from "../../outlook/several.ts";
import { makeStore, type Store } from "../store.ts";

export interface WatchSelected {
  /** Two or more, else none. */
  selected: Store<readonly SelectedItemDetails[]>;
  /** Outlook may have changed its selection. `isOpen`: it shows one message, so there are not several. */
  look(isEvent: boolean, isOpen: boolean): void;
}

const none: readonly SelectedItemDetails[] = [];

export function watchSelected({ isOffered, selected: ask }: Several): WatchSelected {
  const selected = makeStore(none);
  let run = 0;
  const tell = (items: readonly SelectedItemDetails[]) => {
    if (items.length > 0 || selected.get().length > 0) selected.set(items);
  };
  return {
    selected,
    look(isEvent, isOpen) {
      if (!isOffered) return;
      const mine = ++run;
      // Without an event a message that is open tells enough.
      if (isOpen && !isEvent) return tell(none);
      void ask().then((items = none) => mine === run && tell(items.length > 1 ? items : none));
    },
  };
}
