/** Ctrl-C and SIGTERM end the process properly; a second one ends it at once. */

export const usualPatienceMs = 25_000;

/** Calls `stop` on the first signal and exits with 0, or with 1 when stopping fails or takes longer than it may. */
export function stopOnSignal(stop: () => Promise<void>, patienceMs = usualPatienceMs): void {
  let isStopping = false;
  const onSignal = () => {
    if (isStopping) process.exit(130);
    isStopping = true;
    setTimeout(() => process.exit(1), patienceMs).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
}
