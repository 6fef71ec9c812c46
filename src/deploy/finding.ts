/** What a check of the manifest found: a stable code, the line it stands on, and a sentence that says what to change. */
export interface Finding {
  code: FindingCode;
  line: number;
  sentence: string;
}

export type FindingCode =
  | "schema"
  | "not-xml"
  | "doctype"
  | "too-large"
  | "not-a-mail-app"
  | "override-missing"
  | "override-misplaced"
  | "id-invalid"
  | "id-changed"
  | "version-format"
  | "version-too-low"
  | "version-not-raised"
  | "host-missing"
  | "base-requirement"
  | "override-requirement"
  | "shared-folders-missing"
  | "pane-button-missing"
  | "confirm-button-missing"
  | "pinning-missing"
  | "pinning-in-v1_0"
  | "command-parity"
  | "control-duplicate"
  | "tab-unknown"
  | "function-file-missing"
  | "function-not-associated"
  | "function-not-named"
  | "resid-dangling"
  | "resid-wrong-kind"
  | "resource-unused"
  | "resource-duplicate"
  | "id-too-long"
  | "address-invalid"
  | "address-not-https"
  | "address-foreign"
  | "address-localhost"
  | "app-domain-path"
  | "page-missing"
  | "icon-missing"
  | "icon-size-missing"
  | "icon-size-unknown"
  | "icon-size-duplicate"
  | "icon-file-missing"
  | "icon-not-png"
  | "icon-size-wrong"
  | "permission-unknown"
  | "permission-too-low"
  | "permission-too-high"
  | "locale-missing"
  | "locale-duplicate"
  | "locale-unknown"
  | "text-empty"
  | "text-too-long";

export const finding = (code: FindingCode, line: number, sentence: string): Finding => ({
  code,
  line,
  sentence,
});
