/** Whether people lean on a prediction they see: said only when the whole interval is on one side of nothing. */
export const leaningOf = ({ low, high }: { low: number; high: number }): "leaning" | "against" | "open" =>
  low > 0 ? "leaning" : high < 0 ? "against" : "open";
