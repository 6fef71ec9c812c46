/** Starts the training thread, which runs TypeScript as its parent does. */
import { register } from "tsx/esm/api";

register();
await import("./trainingThread.ts");
