/** Several selected messages by role and name, by keyboard, in a language nobody speaks, and without a fault that axe finds. */
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { en } from "../locales/en.ts";
import { makeStore } from "../store.ts";
import { type BatchStage, batchStage, itemsOf, type SelectedSample } from "../testing/batchParts.ts";
import { PanePicture, type Picture } from "../testing/panePicture.tsx";
import { pseudoWords } from "../testing/pseudo.ts";
import { screens } from "../testing/samples.ts";
import { batch as scenes } from "../testing/scenes/batch.tsx";
import type { Screen } from "../triage/state.ts";
import { wordsOf } from "../words.tsx";

beforeAll(() => {
  Element.prototype.scrollIntoView ??= () => {};
});
afterEach(cleanup);

const samples: SelectedSample[] = [
  ...["Invoice 1", "Invoice 2", "Invoice 3", "Invoice 4"].map(
    (subject): SelectedSample => ({ subject, text: `About ${subject}`, says: ["billing", 0.95] }),
  ),
  { subject: "Odd one", text: "?" },
];

function draw(stage: BatchStage, more: Partial<Picture> = {}) {
  const selected = makeStore(itemsOf(samples));
  render(
    <PanePicture
      state={{ generation: 1, fingerprint: "", screen: screens["nothing selected"] as Screen }}
      parts={{ selected, batch: stage.parts }}
      {...more}
    />,
  );
  return selected;
}

test("by keyboard alone: open the two drawn ones, confirm all, take them back", async () => {
  const stage = batchStage(samples);
  draw(stage);
  const user = userEvent.setup();
  const card = within(await screen.findByRole("region", { name: "Billing" }));
  const confirm = () => card.getByRole("button", { name: /Billing · High for 4 messages/ });
  expect(confirm().getAttribute("aria-disabled")).toBe("true");
  for (const open of card.getAllByRole("button", { name: /^Open:/ }).slice(0, 2)) {
    open.focus();
    await user.keyboard("{Enter}");
  }
  expect(card.getByText("About Invoice 1")).toBeTruthy();
  await waitFor(() => expect(confirm().getAttribute("aria-disabled")).not.toBe("true"));
  confirm().focus();
  await user.keyboard("{Enter}");
  expect(stage.added).toHaveLength(4);
  expect(
    await screen.findByRole("heading", { name: "You confirmed 4 messages as Billing · High" }),
  ).toBeTruthy();
  const undo = screen.getByRole("button", { name: "Undo 4 messages: Billing · High" });
  undo.focus();
  await user.keyboard("{Enter}");
  expect(stage.added).toHaveLength(8);
  expect(await screen.findByRole("region", { name: "Billing" })).toBeTruthy();
});

test("taking a member out is said on the button and leaves it unconfirmed", async () => {
  const stage = batchStage(samples);
  draw(stage);
  const user = userEvent.setup();
  await user.click(await screen.findByRole("checkbox", { name: /Invoice 4/ }));
  expect(await screen.findByRole("button", { name: /for 3 messages/ })).toBeTruthy();
});

test("what stands apart says why, and the whole is announced once", async () => {
  draw(batchStage(samples));
  expect(await screen.findByText("Odd one")).toBeTruthy();
  expect(screen.getByText(en.failures.ask_alone)).toBeTruthy();
  const said = screen.getAllByRole("status").map(({ textContent }) => textContent);
  expect(said.filter((text) => text === "1 group to confirm, 0 confirmed, 1 one by one")).toHaveLength(1);
});

test("back to one message, the pane speaks of that one again", async () => {
  const selected = draw(batchStage(samples));
  await screen.findByRole("region", { name: "Billing" });
  selected.set([]);
  expect(await screen.findByRole("heading", { name: en.nothingSelected })).toBeTruthy();
});

test.each(scenes.map((scene) => [scene.name, scene] as const))(
  "“%s” has no fault that axe finds",
  async (_, scene) => {
    const { container } = render(scene.draw({ words: wordsOf("en", en), theme: "light" }));
    await screen.findByRole("heading", { level: 1 });
    for (const selector of scene.press ?? []) {
      await waitFor(() => expect(container.querySelector(selector)).toBeTruthy());
      await userEvent.click(container.querySelector(selector)!);
    }
    if (scene.until) await waitFor(() => expect(container.querySelector(scene.until!)).toBeTruthy());
    const { violations } = await axe.run(container, {
      resultTypes: ["violations"],
      rules: { "color-contrast": { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  },
);

test("no word of it is hard-coded", async () => {
  draw(batchStage(samples), { words: pseudoWords() });
  await screen.findAllByRole("checkbox");
  const text = document
    .querySelector("main")!
    .innerHTML.replace(/<style[\s\S]*?<\/style>|<[^>]*>/g, " ")
    .replace(/Invoice \d|Odd one|Sender/g, "");
  expect(text).not.toMatch(/[A-Za-z]{2}/);
});
