/** Manifests with broken buttons, functions and references. */
import {
  both,
  drop,
  duplicateInOuter,
  home,
  type ManifestCase,
  outer,
  swap,
  swapAll,
} from "./manifestEdits.ts";

export const brokenCommands: readonly ManifestCase[] = [
  {
    title: "the outer override pins",
    edit: duplicateInOuter(swap("</Action>", "<SupportsPinning>true</SupportsPinning>\n</Action>")),
    finds: [["pinning-in-v1_0", "<SupportsPinning>true</SupportsPinning>\n</Action>"]],
  },
  {
    title: "the outer override opens another page",
    edit: duplicateInOuter(swap("/taskpane.html", "/commands.html")),
    finds: [
      ["command-parity", 'id="OpenPaneButton"'],
      ["command-parity", 'id="OpenPaneButton"#2'],
    ],
  },
  {
    title: "the outer override lacks a button",
    edit: duplicateInOuter(
      both(
        (xml) => xml.replace(/<Control xsi:type="Button" id="ConfirmButton">[\s\S]*?<\/Control>/, ""),
        (xml) => xml.replace(/\s*<bt:Image id="Confirm[^>]*\/>/g, ""),
        (xml) => xml.replace(/\s*<bt:String id="Confirm(Label|Tip)"[\s\S]*?<\/bt:String>/g, ""),
      ),
    ),
    finds: [
      ["function-not-named", "<FunctionFile"],
      ["command-parity", 'id="ConfirmButton"'],
    ],
  },
  {
    title: "two buttons share an id",
    edit: swap("ConfirmButton", "OpenPaneButton"),
    finds: [["control-duplicate", 'id="OpenPaneButton"#2']],
  },
  {
    title: "the buttons are on a tab Outlook does not have",
    edit: swap('"TabDefault"', '"TabHome"'),
    finds: [["tab-unknown", "TabHome"]],
  },
  {
    title: "there is no function file",
    edit: both(
      drop('<FunctionFile resid="CommandsUrl"/>'),
      drop(`<bt:Url id="CommandsUrl" DefaultValue="${home}/commands.html"/>`),
    ),
    finds: [["function-file-missing", "<FunctionName>"]],
  },
  {
    title: "a button runs a function nobody wrote",
    edit: swap("confirmPrediction", "confirmPredictions"),
    finds: [
      ["function-not-named", "<FunctionFile"],
      ["function-not-associated", "<FunctionName>"],
    ],
  },
  {
    title: "a function was written that no button runs",
    edit: (xml) => xml,
    around: { commandsSource: 'associate("confirmPrediction", a); associate("undoLast", b);' },
    finds: [["function-not-named", "<FunctionFile"]],
  },
  // Resources
  {
    title: "a reference is misspelt",
    edit: swap('<Label resid="GroupLabel"/>', '<Label resid="GroupLable"/>'),
    finds: [
      ["resid-dangling", "GroupLable"],
      ["resource-unused", ' id="GroupLabel"'],
    ],
  },
  {
    title: "a resource stands in the outer override only",
    edit: both(
      drop(`<bt:Url id="PaneUrl" DefaultValue="${home}/taskpane.html"/>`),
      swap(
        outer,
        `${outer}\n<Resources><bt:Urls><bt:Url id="PaneUrl" DefaultValue="${home}/taskpane.html"/></bt:Urls></Resources>`,
      ),
    ),
    finds: [
      ["resource-unused", ' id="PaneUrl"'],
      ["resid-dangling", 'resid="PaneUrl"'],
    ],
  },
  {
    title: "a resource is left over",
    edit: swap(
      "        </bt:Urls>",
      `<bt:Url id="OldUrl" DefaultValue="${home}/taskpane.html"/>\n        </bt:Urls>`,
    ),
    finds: [["resource-unused", "OldUrl"]],
  },
  {
    title: "a resource is defined twice",
    edit: swap(
      "        </bt:Urls>",
      `<bt:Url id="PaneUrl" DefaultValue="${home}/taskpane.html?twice"/>\n        </bt:Urls>`,
    ),
    finds: [["resource-duplicate", "?twice"]],
  },
  {
    title: "an id has 33 characters",
    edit: swapAll('"PaneTip"', '"PaneTip.9012345678901234567890123"'),
    finds: [
      ["id-too-long", 'resid="PaneTip.9'],
      ["id-too-long", ' id="PaneTip.9'],
    ],
  },
  {
    title: "a title refers to a long text",
    edit: swap('<Title resid="PaneLabel"/>', '<Title resid="PaneTip"/>'),
    finds: [["resid-wrong-kind", "<Title"]],
  },
  {
    title: "the function file is a picture",
    edit: swap('<FunctionFile resid="CommandsUrl"/>', '<FunctionFile resid="Icon.64"/>'),
    finds: [
      ["resid-wrong-kind", "<FunctionFile"],
      ["resource-unused", ' id="CommandsUrl"'],
    ],
  },
];
