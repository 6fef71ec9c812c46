/** Several selected messages stay on the screen until Outlook itself says that they are not selected any more. */
import type { SelectedItemDetails } from "../../outlook/office.ts";
import { watchSelected } from "./watchSelected.ts";

const three = ["a", "b", "c"].map((itemId) => ({ itemId }) as SelectedItemDetails);
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

function watching(said: readonly SelectedItemDetails[][]) {
  const answers = [...said];
  const asked = jest.fn(async () => answers.shift());
  const watch = watchSelected({
    isOffered: true,
    readsTexts: true,
    selected: asked,
    read: async () => ({ kind: "other" }),
    label: async () => false,
  });
  return { watch, asked };
}

test("a message that still seems open, since the selection was made while the pane started, takes no several away", async () => {
  const { watch } = watching([three, three]);
  watch.look(true, false);
  await settled();
  watch.look(false, true);
  await settled();
  expect(watch.selected.get()).toEqual(three);
});

test("once Outlook says that one is selected, they are gone, without an event too", async () => {
  const { watch } = watching([three, three.slice(0, 1)]);
  watch.look(true, false);
  await settled();
  watch.look(false, true);
  await settled();
  expect(watch.selected.get()).toEqual([]);
});

test("with one message open and no event Outlook is not asked at all", () => {
  const { watch, asked } = watching([]);
  watch.look(false, true);
  expect(asked).not.toHaveBeenCalled();
});
