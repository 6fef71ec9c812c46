/** Which messages are selected together right now; asked of Outlook again only when there is reason to. */
import type { SelectedItemDetails } from "../../outlook/office.ts";
import type { Several } from "../../outlook/several.ts";
import { makeStore, type Store } from "../store.ts";

export interface WatchSelected {
  /** Two or more, else none. */
  selected: Store<readonly SelectedItemDetails[]>;
  /** Outlook may have changed its selection. `isOpen`: by what it last told it shows one message. */
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
      // Without an event an open message tells enough, unless several are known: then it may be what was open before them.
      if (isOpen && !isEvent && selected.get().length === 0) return;
      void ask().then((items = none) => mine === run && tell(items.length > 1 ? items : none));
    },
  };
}
