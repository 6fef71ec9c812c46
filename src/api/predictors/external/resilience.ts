/** How a model is asked: within its time, once more after a passing fault, not while it is down, not too many at once. */
import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleAll,
  handleWhen,
  retry,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
  wrap,
} from "cockatiel";
import { isPassing, ModelFault } from "./fault.ts";

export interface Guard {
  /** Throws ModelFault and nothing else that a model can cause. */
  ask<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  isOpen(): boolean;
}

export interface GuardParts {
  timeoutMs: number;
  /** how long a model that failed several times is left alone */
  restMs?: number;
}

const failuresInARow = 5;
const atOnce = 8;
const waiting = 32;

/** The time covers both tries; the backoff is exponential with decorrelated jitter, the library's usual one. */
export function makeGuard({ timeoutMs, restMs = 10_000 }: GuardParts): Guard {
  const again = retry(handleWhen(isPassing), {
    maxAttempts: 1,
    backoff: new ExponentialBackoff({ initialDelay: 40, maxDelay: 250 }),
  });
  const breaker = circuitBreaker(handleAll, {
    halfOpenAfter: restMs,
    breaker: new ConsecutiveBreaker(failuresInARow),
  });
  const policy = wrap(
    bulkhead(atOnce, waiting),
    breaker,
    timeout(timeoutMs, TimeoutStrategy.Aggressive),
    again,
  );
  return {
    ask: async (work) => {
      try {
        return await policy.execute(({ signal }) => work(signal));
      } catch (fault) {
        throw asFault(fault);
      }
    },
    isOpen: () => breaker.state === CircuitState.Open,
  };
}

function asFault(fault: unknown): unknown {
  if (fault instanceof BrokenCircuitError) return new ModelFault("circuit_open");
  if (fault instanceof BulkheadRejectedError) return new ModelFault("busy");
  if (fault instanceof TaskCancelledError) return new ModelFault("timeout");
  return fault;
}
