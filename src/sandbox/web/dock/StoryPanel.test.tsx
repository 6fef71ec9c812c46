/** The guided story leads through its steps, and brings the sandbox where a step plays. */
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { faultChoices } from "../../faults.ts";
import { personaOf, type Role } from "../../personas.ts";
import { StoryPanel } from "./StoryPanel.tsx";
import { stories, storyOf } from "./stories.ts";

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
    if (deeds.some(({ kind }) => kind === "faults")) expect(deeds.at(-1)).toEqual({ kind: "mend" });
  }
});

test("it is read step by step, does what a step offers, and begins again in one press", async () => {
  const onDeed = jest.fn();
  render(<StoryPanel persona="amara" roles={["staff"]} buttonClass="" onDeed={onDeed} />);
  const [first, , , , cut] = stories.staff.steps;
  expect(screen.getByText(first!.text)).toBeTruthy();
  for (let step = 0; step < 4; step++) await press("Next");
  expect(screen.getByText(cut!.text)).toBeTruthy();
  await press("Cut the connection");
  expect(onDeed).toHaveBeenCalledWith({ kind: "faults", faults: { network: "offline" } });
  await press("From the start");
  expect(screen.getByText(first!.text)).toBeTruthy();
});

test("another kind's story offers to become who lives it", async () => {
  const onDeed = jest.fn();
  render(<StoryPanel persona="amara" roles={["staff"]} buttonClass="" onDeed={onDeed} />);
  await press("The monthly review");
  await press("Become who lives this");
  expect(onDeed).toHaveBeenCalledWith({ kind: "become", persona: "priya" });
});
