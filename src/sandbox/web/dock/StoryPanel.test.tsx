/** The guided story leads through its steps, and brings the sandbox where a step plays. */
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { faultChoices } from "../../faults.ts";
import { personaOf, type Role } from "../../personas.ts";
import { type StoryPlace, searchOf, urlStateFrom } from "../urlState.ts";
import { StoryPanel } from "./StoryPanel.tsx";
import { type Deed, stories, storyAfter, storyOf } from "./stories.ts";
import type { DemoView } from "./useDemo.ts";

afterEach(cleanup);

const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));

test("each kind of person has a story of their own, told by somebody of that kind", () => {
  for (const role of Object.keys(stories) as Role[]) {
    const { persona, steps } = stories[role];
    expect(storyOf(personaOf(persona)!.roles)).toBe(role);
    expect(steps.length).toBeGreaterThan(3);
  }
});

test("what a step breaks is something the panel can break, and every story that breaks something mends it", () => {
  for (const { steps } of Object.values(stories)) {
    const deeds = steps.flatMap(({ deed }) => deed?.does ?? []);
    for (const deed of deeds)
      if (deed.kind === "faults")
        for (const [name, value] of Object.entries(deed.faults))
          expect(faultChoices[name as keyof typeof faultChoices]).toContain(value);
    const broken = deeds.map(({ kind }) => kind).lastIndexOf("faults");
    if (broken >= 0) expect(deeds.slice(broken)).toContainEqual({ kind: "mend" });
  }
});

interface ToldProps {
  persona: string;
  who: Role;
  at?: number;
  demo?: Partial<DemoView>;
  onDeed?(deed: Deed): void;
}

/** The panel with a place that moves, as the address would. */
function Told({ persona, who, at = 0, demo, onDeed = () => {} }: ToldProps) {
  const [place, setPlace] = useState<StoryPlace>({ role: who, at });
  const view: DemoView = { beginning: "firstDay", isBusy: false, line: undefined, begin() {}, ...demo };
  return (
    <StoryPanel
      place={place}
      persona={persona}
      demo={view}
      buttonClass=""
      onPlace={setPlace}
      onDeed={onDeed}
    />
  );
}

test("it is read step by step, does what a step offers, and begins again in one press", async () => {
  const onDeed = jest.fn();
  render(<Told persona="amara" who="staff" onDeed={onDeed} />);
  const [first, , , , , cut] = stories.staff.steps;
  expect(screen.getByText(first!.text)).toBeTruthy();
  for (let step = 0; step < 5; step++) await press("Next");
  expect(screen.getByText(cut!.text)).toBeTruthy();
  await press("Cut the connection");
  expect(onDeed).toHaveBeenCalledWith({ kind: "faults", faults: { network: "offline" } });
  await press("From the start");
  expect(screen.getByText(first!.text)).toBeTruthy();
});

test("another person's story offers to go on as that person, and nothing else till then", async () => {
  const onDeed = jest.fn();
  render(<Told persona="amara" who="staff" at={1} onDeed={onDeed} />);
  await press("The monthly review");
  await press("Next");
  expect(screen.queryByRole("button", { name: "Jump a year ahead" })).toBeNull();
  await press("Go on as Priya");
  expect(onDeed).toHaveBeenCalledWith({ kind: "become", persona: "priya" });
});

test("a step that plays a year later offers to go there, and only while one is not there", async () => {
  const begin = jest.fn();
  const { rerender } = render(<Told persona="priya" who="lead" at={1} demo={{ begin }} />);
  await press("Jump a year ahead");
  expect(begin).toHaveBeenCalledWith("afterAYear");
  rerender(<Told persona="priya" who="lead" at={1} demo={{ beginning: "afterAYear", begin }} />);
  expect(screen.queryByRole("button", { name: "Jump a year ahead" })).toBeNull();
});

test("a step of the first day offers the way back to it after a year", async () => {
  const begin = jest.fn();
  const at = stories.staff.steps.findIndex(({ when }) => when === "firstDay");
  render(<Told persona="amara" who="staff" at={at} demo={{ beginning: "afterAYear", begin }} />);
  await press("Back to the first day");
  expect(begin).toHaveBeenCalledWith("firstDay");
});

test("where the data is not the demo's, no step offers to throw it away", () => {
  const demo: DemoView = { beginning: undefined, isBusy: false, line: undefined, begin() {} };
  render(<Told persona="priya" who="lead" at={1} demo={demo} />);
  expect(screen.queryByRole("button", { name: "Jump a year ahead" })).toBeNull();
});

test.each(Object.keys(stories) as Role[])("behind the last step of %s the next story begins", async (who) => {
  render(<Told persona={stories[who].persona} who={who} at={99} />);
  const next = stories[storyAfter(who)];
  await press(`Next: ${next.title}`);
  expect(screen.getByText(next.steps[0]!.text)).toBeTruthy();
});

test("the place in a story is in the address, and a strange address has none", () => {
  const state = urlStateFrom("?persona=priya&story=lead.3");
  expect(state.story).toEqual({ role: "lead", at: 3 });
  expect(urlStateFrom(searchOf(state)).story).toEqual(state.story);
  for (const odd of ["boss.1", "", "lead.-4", "lead.x"])
    expect(urlStateFrom(`?story=${odd}`).story?.at ?? 0).toBe(0);
});
