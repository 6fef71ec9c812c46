/** Starts the simulated Outlook on the web. */
import { createRoot } from "react-dom/client";
import { makeControl } from "./control.ts";
import { organisation } from "./mailClient.ts";
import { Outlook } from "./Outlook.tsx";
import { urlStateFrom } from "./urlState.ts";

const root = createRoot(document.getElementById("root")!);
organisation().then((people) => {
  const control = makeControl(people, urlStateFrom(window.location.search));
  Object.assign(window, { sandbox: control });
  root.render(<Outlook control={control} />);
});
