/** Jest's globalTeardown of the store tests: the PostgreSQL they shared goes with them. */
export { stop as default } from "./sharedPostgres.ts";
