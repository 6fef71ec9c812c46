/** Ribbon buttons without a pane: registers what Outlook may call. */
import { openMailbox } from "../outlook/mailbox.ts";
import { officeOf } from "../outlook/office.ts";
import { surroundingsOf } from "../outlook/watch.ts";
import { languageFrom } from "../taskpane/locales/catalogue.ts";
import { openDoors } from "../taskpane/pane.ts";
import { confirmPrediction } from "./confirmPrediction.ts";
import { commandTexts } from "./texts.ts";

const office = officeOf(window);
if (office) {
  void office.onReady().then(() => {
    const language = languageFrom([office.context.displayLanguage, ...navigator.languages]);
    const t = commandTexts[language];
    office.actions?.associate("confirmPrediction", (event) => {
      void openDoors(office)
        .then((doors) => confirmPrediction(doors, language, t))
        .catch(() => openMailbox(office, surroundingsOf(window)).tell(t.failed))
        .finally(() => event.completed());
    });
  });
}
