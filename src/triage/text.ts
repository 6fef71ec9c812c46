/** The small shapes every noun is made of: identifiers, times, texts in several languages. */
import { type Static, Type } from "typebox";

/** Made by the caller, sortable by time (RFC 9562, version 7), lower case. */
export const Uuid = Type.String({
  pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
});
export type Uuid = Static<typeof Uuid>;

const guid = "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$";

/** What a directory names its accounts, groups, applications and itself by: of any version, in either case. */
export const Guid = Type.String({ pattern: guid });

export const isGuid = (text: string): boolean => new RegExp(guid).test(text);

/** Milliseconds since 1970, between then and the year 2100. */
export const EpochMs = Type.Integer({ minimum: 0, maximum: 4_102_444_800_000 });
export type EpochMs = Static<typeof EpochMs>;

/** A name that stays the same in figures when its texts change: `billing`, `it-help-desk`. */
export const Slug = Type.String({ pattern: "^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$" });
export type Slug = Static<typeof Slug>;

/** 32 bytes as base64url without padding. */
export const Digest = Type.String({ pattern: "^[A-Za-z0-9_-]{43}$" });
export type Digest = Static<typeof Digest>;

export const languages = ["en", "de", "fr", "es", "pt", "ja", "ar"] as const;
export type Language = (typeof languages)[number];

const Text = Type.String({ minLength: 1, maxLength: 500 });
const Texts = Type.Array(Text, { maxItems: 100 });

/** A text in the reader's language; English is always there. */
export const LocalText = Type.Object(
  {
    en: Text,
    de: Type.Optional(Text),
    fr: Type.Optional(Text),
    es: Type.Optional(Text),
    pt: Type.Optional(Text),
    ja: Type.Optional(Text),
    ar: Type.Optional(Text),
  },
  { additionalProperties: false },
);
export type LocalText = Static<typeof LocalText>;

/** Several texts by language, for example the phrases that speak for a category. */
export const LocalTexts = Type.Object(
  {
    en: Texts,
    de: Type.Optional(Texts),
    fr: Type.Optional(Texts),
    es: Type.Optional(Texts),
    pt: Type.Optional(Texts),
    ja: Type.Optional(Texts),
    ar: Type.Optional(Texts),
  },
  { additionalProperties: false },
);
export type LocalTexts = Static<typeof LocalTexts>;

/** The text in the wanted language (`de`, `de-AT`), else in English. */
export const textIn = (text: LocalText, language: string): string =>
  text[language.slice(0, 2).toLowerCase() as Language] ?? text.en;
