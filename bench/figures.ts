/** Percentiles of measured values, and the small tables in which every benchmark answers. */
import { availableParallelism, loadavg } from "node:os";

/** The value that the share `p` of all values does not exceed (nearest rank). */
export function quantile(values: readonly number[], p: number): number {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))]!;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
export const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;
export const times = (value: number): string => `${value.toFixed(2)}×`;
export const share = (value: number): string => `${(value * 100).toFixed(0)} %`;
export const perSecond = (value: number): string => `${Math.round(value)}/s`;

export type Row = readonly string[];

export function table(title: string, head: Row, rows: readonly Row[]): string {
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => (row[i] ?? "").length)));
  const line = (row: Row) => `| ${widths.map((width, i) => (row[i] ?? "").padEnd(width)).join(" | ")} |`;
  return [`\n${title}`, line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join(
    "\n",
  );
}

/** How much else the machine does: a figure from a busy one is worth little. */
export function machine(): string {
  const cores = availableParallelism();
  const load = loadavg()[0]!;
  const noise = load > cores ? ": NOISY, other work is running, read ratios only" : "";
  return `${cores} cores, Node ${process.versions.node}, load ${load.toFixed(1)}${noise}`;
}

/** `goal` as a ceiling. */
export const verdict = (value: number, goal: number): string => (value <= goal ? "met" : "MISSED");
