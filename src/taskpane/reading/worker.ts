/** The worker: reads long texts beside the pane; nothing leaves it but hashes and the words asked for. */
import { type Answer, carryOut, type Order } from "./reader.ts";

interface Scope {
  onmessage: ((event: { data: { id: number; order: Order } }) => void) | null;
  postMessage(answer: Answer): void;
}

const scope = self as unknown as Scope;

scope.onmessage = ({ data: { id, order } }) => {
  try {
    scope.postMessage({ id, value: carryOut(order) });
  } catch {
    scope.postMessage({ id });
  }
};
