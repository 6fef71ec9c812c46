/** What one run of the benchmark found, all figures measured in it. */
import type { ReplayReport } from "../../src/classifier/replay.ts";
import type { Cold } from "./cold.ts";
import type { CurvePoint } from "./curves.ts";
import type { Faithful } from "./faithful.ts";
import type { Peer, Task } from "./recorded.ts";
import type { Refit, Training } from "./speeds.ts";

export interface TaskResult extends Task {
  readonly ours: ReplayReport;
  /** messages trained on */
  readonly trained: number;
  readonly micros: { readonly features: number; readonly scoring: number };
  readonly npm: readonly Peer[];
  readonly cold?: Cold;
  readonly faithful?: Faithful;
  readonly curve: readonly CurvePoint[];
}

export interface Results {
  readonly tasks: readonly TaskResult[];
  readonly training: Training | undefined;
  /** of as many messages that are longer */
  readonly longRefits: readonly { of: string; refit: Refit }[];
  /** what else the machine did */
  readonly machine: string;
}

export const mean = (numbers: readonly number[]): number =>
  numbers.reduce((a, b) => a + b, 0) / Math.max(1, numbers.length);

/** Every peer of a task, recorded and run. */
export const peersOf = ({ peers, npm }: TaskResult): readonly Peer[] => [...peers, ...npm];
