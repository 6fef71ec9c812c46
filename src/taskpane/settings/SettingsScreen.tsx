/** Appearance, language, the department chosen once, and what support needs to know. */
import { makeStyles, Select } from "@fluentui/react-components";
import type { ThemeSetting } from "../../outlook/theme.ts";
import type { Me } from "../../triage/department.ts";
import { BackButton } from "../BackButton.tsx";
import { Facts } from "../Facts.tsx";
import { LabelledField } from "../LabelledField.tsx";
import { languageNames, type PaneLanguage, paneLanguages } from "../locales/catalogue.ts";
import { fieldLook, quietLook, titleLook } from "../looks.ts";
import { useWords } from "../words.tsx";
import type { Settings } from "./settings.ts";

const useStyles = makeStyles({
  screen: { display: "grid", gap: "16px", alignContent: "start", padding: "12px" },
  head: { display: "flex", alignItems: "center", gap: "4px" },
  title: titleLook,
  field: fieldLook,
  hint: quietLook,
});

export interface SettingsScreenProps {
  settings: Settings;
  me: Me | undefined;
  /** Lines without content: versions, platform, failure codes. */
  diagnostics: string;
  buildId: string;
  onChange(settings: Settings): void;
  onDepartment(id: string): void;
  onCopy(text: string): Promise<boolean>;
  onBack(): void;
}

export function SettingsScreen(props: SettingsScreenProps) {
  const { settings, me, diagnostics, buildId, onChange, onDepartment, onCopy, onBack } = props;
  const styles = useStyles();
  const { t, name } = useWords();
  return (
    <main className={styles.screen}>
      <div className={styles.head}>
        <BackButton onPress={onBack} />
        <h1 className={styles.title}>{t.settings}</h1>
      </div>
      <LabelledField label={t.theme}>
        {(id) => (
          <Select
            id={id}
            value={settings.theme}
            onChange={(_, { value }) => onChange({ ...settings, theme: value as ThemeSetting })}
          >
            {(["auto", "light", "dark"] as const).map((theme) => (
              <option key={theme} value={theme}>
                {t.themes[theme]}
              </option>
            ))}
          </Select>
        )}
      </LabelledField>
      <LabelledField label={t.language}>
        {(id) => (
          <Select
            id={id}
            value={settings.language}
            onChange={(_, { value }) => onChange({ ...settings, language: value as PaneLanguage | "auto" })}
          >
            <option value="auto">{t.languageAuto}</option>
            {paneLanguages.map((language) => (
              <option key={language} value={language} lang={language}>
                {languageNames[language]}
              </option>
            ))}
          </Select>
        )}
      </LabelledField>
      {me && me.departments.length > 1 && (
        <LabelledField label={t.department}>
          {(id) => (
            <Select
              id={id}
              value={me.departmentId ?? ""}
              onChange={(_, { value }) => value && onDepartment(value)}
            >
              {!me.departmentId && <option value="">–</option>}
              {me.departments.map((department) => (
                <option key={department.id} value={department.id}>
                  {name(department.name)}
                </option>
              ))}
            </Select>
          )}
        </LabelledField>
      )}
      <section className={styles.field} aria-label={t.diagnostics}>
        <span>{t.diagnostics}</span>
        <Facts lines={diagnostics} words={t} onCopy={onCopy} />
        <span className={styles.hint}>{t.diagnosticsHint}</span>
      </section>
      <div className={styles.hint}>{t.version(buildId)}</div>
    </main>
  );
}
