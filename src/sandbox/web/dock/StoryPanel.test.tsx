/** The guided story leads through its steps, and brings the sandbox where a step plays. */
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { faultChoices } from "../../faults.ts";
import { personaOf, type Role } from "../../personas.ts";
import { type StoryPlace, searchOf, urlStateFrom } from "../urlState.ts";
import { StoryPanel } from "./StoryPanel.tsx";
import { type Deed, stories, storyOf } from "./stories.ts";

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

/** The panel with a place that moves, as the address would. */
function Told({ persona, who, onDeed }: { persona: string; who: Role; onDeed(deed: Deed): void }) {
  const [place, setPlace] = useState<StoryPlace>({ role: who, at: 0 });
  return <StoryPanel place={place} persona={persona} buttonClass="" onPlace={setPlace} onDeed={onDeed} />;
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

test("another kind's story offers to become who lives it, and nothing else till then", async () => {
  const onDeed = jest.fn();
  render(<Told persona="amara" who="staff" onDeed={onDeed} />);
  await press("The monthly review");
  expect(screen.queryByRole("button", { name: "Jump a year ahead" })).toBeNull();
  await press("Become who lives this");
  expect(onDeed).toHaveBeenCalledWith({ kind: "become", persona: "priya" });
});

test("a lead's story leads through a year", async () => {
  const onDeed = jest.fn();
  render(<Told persona="priya" who="lead" onDeed={onDeed} />);
  await press("Jump a year ahead");
  expect(onDeed).toHaveBeenCalledWith({ kind: "begin", beginning: "afterAYear" });
});

test("the place in a story is in the address, and a strange address has none", () => {
  const state = urlStateFrom("?persona=priya&story=lead.3");
  expect(state.story).toEqual({ role: "lead", at: 3 });
  expect(urlStateFrom(searchOf(state)).story).toEqual(state.story);
  for (const odd of ["boss.1", "", "lead.-4", "lead.x"])
    expect(urlStateFrom(`?story=${odd}`).story?.at ?? 0).toBe(0);
});
