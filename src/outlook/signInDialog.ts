/** Signs in by a window of Outlook's own, where nested app authentication is missing or its window is blocked. */
import type { DialogEvent, OfficeDialog, OfficeGlobal } from "./office.ts";
import { letterIn, orderAsHash, type SignInLetter, type SignInOrder } from "./signInLetter.ts";

export interface DialogParts {
  office: OfficeGlobal;
  /** Of the pane, and of the window. */
  origin: string;
  nonce: () => string;
}

export type Signed = Extract<SignInLetter, { kind: "concord-token" }>;

export const canOpenDialog = ({ office }: Pick<DialogParts, "office">): boolean =>
  typeof office.context.ui?.displayDialogAsync === "function";

/** Rejects with `errorCode` in msal's words, so that one list tells what each means. */
export function signInByDialog(
  { office, origin, nonce }: DialogParts,
  asked: Omit<SignInOrder, "nonce">,
): Promise<Signed> {
  const order = { nonce: nonce(), ...asked };
  const address = `${origin}/sign-in.html${orderAsHash(order)}`;
  return new Promise((done, fail) => {
    office.context.ui?.displayDialogAsync?.(
      address,
      // In a percentage of the screen; the sign-in page does not load in a frame.
      { height: 60, width: 30, displayInIframe: false, promptBeforeOpen: false },
      ({ status, value: dialog, error }) => {
        if (status !== "succeeded") return fail({ errorCode: codeOfOpening(error?.code) });
        listen(dialog, origin, order.nonce, done, fail);
      },
    );
  });
}

function listen(
  dialog: OfficeDialog,
  origin: string,
  nonce: string,
  done: (signed: Signed) => void,
  fail: (reason: unknown) => void,
): void {
  dialog.addEventHandler("dialogMessageReceived", (event) => {
    // A page that the window was led to is not listened to. Old Outlooks name no origin, and let no other in.
    if (event.origin !== undefined && event.origin !== origin) return;
    const letter = letterIn(event.message, nonce);
    if (!letter) return;
    dialog.close();
    if (letter.kind === "concord-token") done(letter);
    else fail({ name: letter.name, errorCode: letter.errorCode });
  });
  dialog.addEventHandler("dialogEventReceived", (event) => fail({ errorCode: codeOfEnd(event) }));
}

/** Outlook's numbers, in the words of msal. */
const codeOfOpening = (code: number | undefined): string => {
  if (code === 12009) return "user_cancelled";
  // 12007: one is open already; 12011: the browser's pop-up blocker.
  return code === 12007 || code === 12011 ? "popup_window_error" : "dialog_refused";
};

/** 12006: closed by the person; 12002, 12003: the page could not be loaded. */
const codeOfEnd = ({ error }: DialogEvent): string =>
  error === 12002 || error === 12003 ? "dialog_unreachable" : "user_cancelled";
