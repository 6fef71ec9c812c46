/** Categories and priorities with definitions and phrases, one language at a time. */
import { Button } from "@fluentui/react-components";
import { use, useEffect, useRef, useState } from "react";
import type { ConfiguredDepartment, TaxonomyContent } from "../../../triage/configuration.ts";
import type { Category, PriorityDefinition } from "../../../triage/taxonomy.ts";
import { Folded } from "../../Folded.tsx";
import { languageNames, type PaneLanguage } from "../../locales/catalogue.ts";
import { useWords } from "../../words.tsx";
import type { LeadTo } from "../AdminRoom.tsx";
import { useAdminWords } from "../adminWords.ts";
import { ChoiceField, LinesField, LongField, TextField } from "../Field.tsx";
import { useAdminStyles } from "../useAdminStyles.ts";
import type { SectionProps } from "./DepartmentEditor.tsx";
import { FaultsContext } from "./FaultsContext.ts";
import { useFaultText } from "./faultText.ts";
import { useOldNames } from "./oldNames.ts";
import { WayToRoom } from "./WayToRoom.tsx";

interface TaxonomyFieldsProps extends SectionProps {
  stored: ConfiguredDepartment;
  leadTo: LeadTo | undefined;
}

export function TaxonomyFields({ draft, stored, leadTo, onChange }: TaxonomyFieldsProps) {
  const styles = useAdminStyles();
  const t = useAdminWords();
  const words = useWords();
  const [language, setLanguage] = useState<PaneLanguage>(words.language);
  const [made, setMade] = useState<number>();
  const { categories, priorities } = draft.taxonomy;
  const set = (part: Partial<TaxonomyContent>) => onChange({ taxonomy: { ...draft.taxonomy, ...part } });
  const setCategory = (at: number, category: Category) => set({ categories: categories.with(at, category) });
  /** At the end, so that the places of the others stay what they are. */
  const split = (at: number) => {
    set({ categories: [...categories, splitOff(categories, categories[at]!)] });
    setMade(categories.length);
  };
  const setPriority = (at: number, priority: PriorityDefinition) =>
    set({ priorities: priorities.with(at, priority) });
  return (
    <div className={styles.fields}>
      <p className={styles.quiet}>{t.taxonomyHint}</p>
      <ChoiceField<PaneLanguage>
        label={t.language}
        value={language}
        words={languageNames}
        onChange={setLanguage}
      />
      {/* A category is its place while it is written: its id may change with every letter. */}
      {Array.from(categories.entries(), ([at, category]) => (
        <Folded
          key={at}
          summary={words.name(category.name) || category.id || t.category}
          startsOpen={at === made}
        >
          {at === made && <SplitHint />}
          <CategoryFields
            at={`/taxonomy/categories/${at}`}
            category={category}
            before={stored.taxonomy.categories.find(({ id }) => id === category.id)}
            language={language}
            onChange={(changed) => setCategory(at, changed)}
          />
          <div className={styles.row}>
            <Button
              size="small"
              onClick={() => set({ categories: categories.filter((_, other) => other !== at) })}
            >
              {t.removeCategory}
            </Button>
            <Button size="small" onClick={() => split(at)}>
              {t.editing.split}
            </Button>
          </div>
        </Folded>
      ))}
      <div className={styles.row}>
        <Button size="small" onClick={() => set({ categories: [...categories, newCategory(categories)] })}>
          {t.addCategory}
        </Button>
      </div>
      <TooFew />
      <WayToRoom hint={t.editing.merging} way={t.editing.toMerging} leadTo={leadTo} landing="merging" />
      {priorities.map((priority, at) => (
        <Folded key={priority.id} summary={words.t.priorities[priority.id]}>
          <Described
            at={`/taxonomy/priorities/${at}`}
            value={priority}
            language={language}
            onChange={(part) => setPriority(at, { ...priority, ...part })}
          />
        </Folded>
      ))}
    </div>
  );
}

/** With the wordings of the old one, in every language: what belongs to one of both is taken out of the other by hand. */
const splitOff = (known: readonly Category[], from: Category): Category => ({
  ...newCategory(known),
  phrases: from.phrases,
});

/** It gets the focus: the category is open below it, at the end of the list. */
function SplitHint() {
  const styles = useAdminStyles();
  const t = useAdminWords();
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => line.current?.focus(), []);
  return (
    <p ref={line} tabIndex={-1} className={styles.text}>
      {t.editing.splitHint}
    </p>
  );
}

const newCategory = (known: readonly Category[]): Category => ({
  id: `category-${known.length + 1}`,
  name: { en: "" },
  definition: { en: "" },
  phrases: { en: [] },
});

/** Of the whole list, and so beside none of its fields. */
function TooFew() {
  const styles = useAdminStyles();
  const { list, areShown } = use(FaultsContext);
  const fault = list.find(({ path }) => path === "/taxonomy/categories");
  const said = useFaultText(fault, undefined);
  return fault && areShown ? <p className={styles.wrong}>{said}</p> : null;
}

interface CategoryFieldsProps {
  at: string;
  /** as it is stored; absent for a new one */
  before: Category | undefined;
  category: Category;
  language: PaneLanguage;
  onChange(category: Category): void;
}

function CategoryFields({ at, category, before, language, onChange }: CategoryFieldsProps) {
  const styles = useAdminStyles();
  const t = useAdminWords();
  const oldNames = useOldNames(category, before);
  return (
    <div className={styles.fields}>
      <TextField
        label={t.categoryId}
        hint={t.newIdHint}
        at={`${at}/id`}
        value={category.id}
        onChange={(id) => onChange({ ...category, id })}
      />
      <TextField
        label={t.nameIn(languageNames[language])}
        hint={oldNames}
        at={`${at}/name`}
        value={category.name[language] ?? ""}
        onChange={(name) => onChange({ ...category, name: { ...category.name, [language]: name } })}
      />
      <Described
        at={at}
        value={category}
        language={language}
        onChange={(part) => onChange({ ...category, ...part })}
      />
      <TextField
        label={t.outlookCategory}
        at={`${at}/outlookCategory`}
        value={category.outlookCategory ?? ""}
        onChange={(outlookCategory) => onChange({ ...category, outlookCategory })}
      />
    </div>
  );
}

interface DescribedProps {
  at: string;
  value: Pick<Category, "definition" | "phrases">;
  language: PaneLanguage;
  onChange(part: Pick<Category, "definition" | "phrases">): void;
}

function Described({ at, value, language, onChange }: DescribedProps) {
  const styles = useAdminStyles();
  const t = useAdminWords();
  const { definition, phrases } = value;
  return (
    <div className={styles.fields}>
      <LongField
        label={t.definition}
        at={`${at}/definition`}
        value={definition[language] ?? ""}
        onChange={(text) => onChange({ definition: { ...definition, [language]: text }, phrases })}
      />
      <LinesField
        label={t.phrases}
        at={`${at}/phrases`}
        lines={phrases[language] ?? []}
        onChange={(lines) => onChange({ definition, phrases: { ...phrases, [language]: lines } })}
      />
    </div>
  );
}
