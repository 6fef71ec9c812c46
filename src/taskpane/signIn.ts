/** Starts the page of the sign-in window. */
import { officeOf } from "../outlook/office.ts";
import { loadMsal } from "../outlook/session.ts";
import { runSignInPage } from "../outlook/signInPage.ts";
import { fetchPaneConfig } from "./apiClient.ts";

const office = officeOf(window);
if (office)
  void runSignInPage({
    office,
    loadMsal,
    location: window.location,
    storage: window.sessionStorage,
    config: async () => {
      const conforms = async () => (await import("./answers.ts")).conforms;
      const answer = await fetchPaneConfig({
        fetch: fetch.bind(window),
        isOnline: () => navigator.onLine,
        conforms,
      });
      if (answer.ok) return answer.value;
      throw new TypeError("The settings of the pane could not be read.");
    },
  });
