/** Manifests with broken texts and languages. */
import { drop, type ManifestCase, swap, swapAll } from "./manifestEdits.ts";

export const brokenTexts: readonly ManifestCase[] = [
  {
    title: "the description is too long",
    edit: (xml) => xml.replace(/(<Description DefaultValue=")[^"]*/, `$1${"x".repeat(251)}`),
    finds: [["text-too-long", "<Description D"]],
  },
  {
    title: "the name is too long",
    edit: swap('<DisplayName DefaultValue="Concord"', `<DisplayName DefaultValue="${"x".repeat(126)}"`),
    finds: [["text-too-long", "<DisplayName"]],
  },
  {
    title: "the provider's name is too long",
    edit: swap("<ProviderName>Concord", `<ProviderName>${"x".repeat(126)}`),
    finds: [["text-too-long", "<ProviderName"]],
  },
  {
    title: "a translated label is too long",
    edit: swap('Value="Bestätigen"', `Value="${"ä".repeat(126)}"`),
    finds: [["text-too-long", "äää"]],
  },
  {
    title: "a tip is too long",
    edit: swap('id="PaneTip" DefaultValue="', `id="PaneTip" DefaultValue="${"x".repeat(200)}`),
    finds: [["text-too-long", ' id="PaneTip"']],
  },
  {
    title: "a translated label is empty",
    edit: swap('Value="確定"', 'Value=""'),
    finds: [["text-empty", 'Locale="ja-JP" Value=""']],
  },
  {
    title: "the name lacks a language",
    edit: drop('<Override Locale="fr-FR" Value="Concord"/>'),
    finds: [["locale-missing", "<DisplayName"]],
  },
  {
    title: "a label lacks a language",
    edit: drop('<bt:Override Locale="ar-SA" Value="تأكيد"/>'),
    finds: [["locale-missing", ' id="ConfirmLabel"']],
  },
  {
    title: "a language is begun in one place only",
    edit: swap(
      '<Override Locale="de-DE" Value="Concord"/>',
      '<Override Locale="de-DE" Value="Concord"/>\n<Override Locale="sv-SE" Value="Concord"/>',
    ),
    finds: [
      ["locale-missing", "<Description D"],
      ...["GroupLabel", "PaneLabel", "ConfirmLabel", "PaneTip", "ConfirmTip"].map(
        (id) => ["locale-missing", ` id="${id}"`] as const,
      ),
    ],
  },
  {
    title: "a language is given twice",
    edit: swap(
      '<Override Locale="de-DE" Value="Concord"/>',
      '<Override Locale="de-DE" Value="Concord"/>\n<Override Locale="de-DE" Value="Eintracht"/>',
    ),
    finds: [["locale-duplicate", "Eintracht"]],
  },
  {
    title: "the default language is overridden",
    edit: swap(
      '<Override Locale="de-DE" Value="Concord"/>',
      '<Override Locale="de-DE" Value="Concord"/>\n<Override Locale="en-US" Value="Harmony"/>',
    ),
    finds: [["locale-duplicate", "Harmony"]],
  },
  {
    title: "the default language is a word",
    edit: swap("<DefaultLocale>en-US", "<DefaultLocale>english"),
    finds: [["locale-unknown", "<DefaultLocale>"]],
  },
  {
    title: "a language is spelt with an underscore",
    edit: swapAll("pt-BR", "pt_BR"),
    finds: Array.from({ length: 7 }, (_, n) => ["locale-unknown", `Locale="pt_BR"#${n + 1}`] as const),
  },
];
