/** What the pane may weigh, in bytes as brotli sends them: a twentieth above what it weighed when this was last looked at. */
const kb = 1024;

/** Scripts a page names itself. */
export const budgets: Record<string, number> = {
  "taskpane.html": 155 * kb,
  "commands.html": 20.5 * kb,
  "sign-in.html": 3 * kb,
};
/** msal-browser, which is needed to sign in and not to draw. */
export const largestLazyBudget = 66 * kb;
/** Every room, every language. */
export const lazyBudget = 322 * kb;
