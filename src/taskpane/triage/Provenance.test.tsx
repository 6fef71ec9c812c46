/** The pane says who answered and what left the mailbox, and in a blind check nothing of the model. */
import { cleanup, render, screen } from "@testing-library/react";
import { PanePicture } from "../testing/panePicture.tsx";
import { me, type ScreenName, screens, service } from "../testing/samples.ts";
import type { Asking, Screen } from "./state.ts";

afterEach(cleanup);

const sendsText = {
  ...me,
  departments: [{ ...service, policy: { ...service.policy, sending: "text" as const } }],
};

function draw(name: ScreenName, by: "external" | "fallback" | undefined, person = me) {
  const screenNow = screens[name] as Extract<Asking, { kind: "predicted" }>;
  const said =
    "prediction" in screenNow && by
      ? { ...screenNow, prediction: { ...screenNow.prediction, modelVersion: "sorter 2", by } }
      : screenNow;
  render(
    <PanePicture state={{ generation: 1, fingerprint: "invoice", screen: said as Screen }} me={person} />,
  );
}

const sent = "The text of this message was sent to your organisation’s server.";

test("a model of the organisation's own is named", () => {
  draw("predicted", "external", sendsText);
  expect(screen.getByText("Said by your organisation’s model, sorter 2.")).toBeTruthy();
  expect(screen.getByText(sent)).toBeTruthy();
});

test("a fallback is said to be one", () => {
  draw("predicted", "fallback");
  expect(screen.getByText(/did not answer; this is Concord’s own/)).toBeTruthy();
  expect(screen.queryByText(sent)).toBeNull();
});

test("where only features leave the mailbox and the built-in model answers, nothing needs to be said", () => {
  draw("predicted", undefined);
  expect(screen.queryByText(/organisation’s/)).toBeNull();
});

test("a blind check says that the text was sent, and not whose model will be compared", () => {
  draw("your call first", "external", sendsText);
  expect(screen.getByText(sent)).toBeTruthy();
  expect(screen.queryByText(/Said by/)).toBeNull();
});
