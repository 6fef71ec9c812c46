/** The first thing the host says: who it is, which sets of requirements it meets, and the roaming settings. */

const outlookWebApp = 64;

/** No set whose name holds "react": the library would answer with telemetry. */
const requirementMatrix = (isOld: boolean) =>
  JSON.stringify({
    Mailbox: isOld ? "1.13" : "1.15",
    NestedAppAuth: "1.1",
    IdentityAPI: "1.3",
    DialogApi: "1.2",
  });

export interface AppContextParts {
  controlId: string;
  locale: string;
  /** Values as JSON text, as the library keeps them. */
  settings: Record<string, string>;
  /** An Outlook of some years ago. */
  isOld?: boolean;
}

export const appContext = ({ controlId, locale, settings, isOld = false }: AppContextParts) => ({
  _id: controlId,
  _appName: outlookWebApp,
  _appVersion: "16.01",
  _appUILocale: locale,
  _dataLocale: locale,
  _docUrl: "",
  _clientMode: 0,
  _settings: settings,
  _reason: "documentOpened",
  _osfControlType: 1,
  _correlationId: controlId,
  _hostFullVersion: "20261120004.07",
  _requirementMatrix: requirementMatrix(isOld),
  _addinName: "Concord",
  _appDomains: [],
});
