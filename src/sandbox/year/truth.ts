/** What is planted in the year: how right the model is in each department, who leans on it, and what goes wrong when. */
import type { starters } from "../../triage/starter/starters.ts";
import type { LocalText } from "../../triage/text.ts";

/** Shares in [0, 1]; `week` counts from 0. */
export interface PlantedTruth {
  id: string;
  name: LocalText;
  starter: keyof typeof starters;
  /** how often the model calls the category right, in a week */
  accuracy(week: number): number;
  /** how often it calls urgent mail urgent */
  urgentFound: number;
  /** of shown wrong predictions, how many are waved through */
  wavedThrough: number;
  people: number;
  /** of the year's mail */
  share: number;
}

const steady = (accuracy: number) => () => accuracy;
/** Learns quickly at first, then slowly. */
const learning = (from: number, to: number) => (week: number) => to - (to - from) * Math.exp(-week / 10);

export const driftWeek = 40;

export const truths: readonly PlantedTruth[] = [
  // New products from autumn on, which nobody told the model about.
  {
    id: "customer-service",
    name: { en: "Customer service" },
    starter: "customer-service",
    accuracy: (week) => (week < driftWeek ? 0.9 : 0.62),
    urgentFound: 0.9,
    wavedThrough: 0.3,
    people: 14,
    share: 0.3,
  },
  // Half of what is urgent is not called so.
  {
    id: "it-help-desk",
    name: { en: "IT help desk" },
    starter: "it-help-desk",
    accuracy: learning(0.7, 0.88),
    urgentFound: 0.5,
    wavedThrough: 0.2,
    people: 11,
    share: 0.1,
  },
  {
    id: "human-resources",
    name: { en: "Human resources" },
    starter: "human-resources",
    accuracy: steady(0.85),
    urgentFound: 0.9,
    wavedThrough: 0.2,
    people: 4,
    share: 0.1,
  },
  // People hardly look: the suggestion is taken over.
  {
    id: "public-administration",
    name: { en: "Citizens' office" },
    starter: "public-administration",
    accuracy: steady(0.8),
    urgentFound: 0.85,
    wavedThrough: 0.7,
    people: 9,
    share: 0.1,
  },
  {
    id: "sales-office",
    name: {
      en: "Sales office",
      de: "Vertrieb",
      fr: "Service commercial",
      es: "Oficina de ventas",
      pt: "Departamento comercial",
      ja: "営業部",
      ar: "مكتب المبيعات",
    },
    starter: "customer-service",
    accuracy: learning(0.75, 0.92),
    urgentFound: 0.9,
    wavedThrough: 0.3,
    people: 12,
    share: 0.1,
  },
  {
    id: "field-support",
    name: {
      en: "Field support",
      de: "Außendienst-Support",
      fr: "Assistance sur site",
      es: "Soporte de campo",
      pt: "Apoio no terreno",
      ja: "現地サポート",
      ar: "الدعم الميداني",
    },
    starter: "it-help-desk",
    accuracy: steady(0.87),
    urgentFound: 0.85,
    wavedThrough: 0.3,
    people: 8,
    share: 0.1,
  },
  {
    id: "payroll",
    name: {
      en: "Payroll",
      de: "Lohnbüro",
      fr: "Service de paie",
      es: "Nóminas",
      pt: "Processamento salarial",
      ja: "給与課",
      ar: "الرواتب",
    },
    starter: "human-resources",
    accuracy: steady(0.9),
    urgentFound: 0.9,
    wavedThrough: 0.25,
    people: 6,
    share: 0.1,
  },
  // Served worst of all.
  {
    id: "city-library",
    name: {
      en: "City library",
      de: "Stadtbibliothek",
      fr: "Bibliothèque municipale",
      es: "Biblioteca municipal",
      pt: "Biblioteca municipal",
      ja: "市立図書館",
      ar: "مكتبة المدينة",
    },
    starter: "public-administration",
    accuracy: steady(0.68),
    urgentFound: 0.8,
    wavedThrough: 0.35,
    people: 7,
    share: 0.1,
  },
];
