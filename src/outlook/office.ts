/** The few members of the Office global that Concord uses; everything younger than Mailbox 1.5 may be missing. */

export interface AsyncResult<T> {
  status: string;
  value: T;
  error?: { code?: number; name?: string; message?: string };
}
export type Callback<T> = (result: AsyncResult<T>) => void;

export interface EmailAddress {
  displayName?: string;
  emailAddress?: string;
}

export interface OfficeItem {
  itemType?: string;
  itemClass?: string;
  itemId?: string;
  internetMessageId?: string;
  /** An object with getAsync while composing. */
  subject?: unknown;
  from?: EmailAddress;
  sender?: EmailAddress;
  /** Functions while composing. */
  to?: unknown;
  cc?: unknown;
  dateTimeCreated?: Date;
  body?: { getAsync(coercion: string, callback: Callback<string>): void };
  categories?: {
    addAsync(names: string[], callback: Callback<void>): void;
    removeAsync(names: string[], callback: Callback<void>): void;
  };
  notificationMessages?: {
    replaceAsync(key: string, details: object, callback: Callback<void>): void;
  };
  /** Only in a shared folder or mailbox. */
  getSharedPropertiesAsync?(callback: Callback<{ owner?: string; targetMailbox?: string }>): void;
}

/** What Outlook tells of a selected message without loading it; no sender, no time. */
export interface SelectedItemDetails {
  itemId?: string;
  itemType?: string;
  itemMode?: string;
  subject?: string;
  internetMessageId?: string;
}

/** One at a time: the next one only after this one was unloaded. */
export interface LoadedItem extends OfficeItem {
  unloadAsync?(callback: Callback<void>): void;
}

export interface OfficeMailbox {
  item?: OfficeItem | null;
  userProfile?: EmailAddress;
  diagnostics?: { hostName?: string; hostVersion?: string };
  /** Mailbox 1.13, and only where the manifest asks for the whole mailbox. */
  getSelectedItemsAsync?(callback: Callback<SelectedItemDetails[]>): void;
  /** Mailbox 1.15. */
  loadItemByIdAsync?(itemId: string, callback: Callback<LoadedItem>): void;
  addHandlerAsync?(event: string, handler: (args: unknown) => void, callback: Callback<void>): void;
  /** Mailbox 1.9; Outlook itself decides whether the reader may see the message. */
  displayMessageFormAsync?(itemId: string, callback: Callback<void>): void;
  displayMessageForm?(itemId: string): void;
  removeHandlerAsync?(event: string, callback: Callback<void>): void;
}

export interface OfficeTheme {
  bodyBackgroundColor?: string;
  bodyForegroundColor?: string;
}

export interface DialogEvent {
  message?: string;
  /** Who sent it; absent before DialogOrigin 1.1. */
  origin?: string;
  error?: number;
}
export interface OfficeDialog {
  close(): void;
  addEventHandler(type: string, handler: (event: DialogEvent) => void): void;
}
export interface OfficeUi {
  displayDialogAsync?(address: string, options: object, callback: Callback<OfficeDialog>): void;
  /** Only in a dialog. */
  messageParent?(message: string, options?: { targetOrigin: string }): void;
}

export interface OfficeGlobal {
  onReady(): Promise<{ host: unknown; platform: unknown }>;
  actions?: { associate(name: string, run: (event: { completed(): void }) => void): void };
  context: {
    mailbox?: OfficeMailbox;
    displayLanguage?: string;
    /** Where the browser does not part storage by the page around the pane, Outlook names the part. */
    partitionKey?: string;
    platform?: unknown;
    officeTheme?: OfficeTheme;
    ui?: OfficeUi;
    requirements?: { isSetSupported(name: string, version?: string): boolean };
  };
}

/** Office.js puts its events' and enums' plain values here. */
export const itemChanged = "olkItemSelectedChanged";
export const selectedItemsChanged = "olkSelectedItemsChanged";
export const themeChanged = "officeThemeChanged";

/** The global that the script in the page's head made; undefined when the CDN was blocked. */
export const officeOf = (scope: object): OfficeGlobal | undefined =>
  (scope as { Office?: OfficeGlobal }).Office;

export const supports = (office: OfficeGlobal, set: string, version: string): boolean => {
  try {
    return office.context.requirements?.isSetSupported(set, version) ?? false;
  } catch {
    return false;
  }
};
