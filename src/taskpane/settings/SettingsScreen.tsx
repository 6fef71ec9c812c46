/** Appearance, language, the department chosen once, and what support needs to know. */
import { Button, makeStyles, Select, tokens } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
import { type ReactNode, useId, useState } from "react";
import type { ThemeSetting } from "../../outlook/theme.ts";
import type { Me } from "../../triage/department.ts";
import { languageNames, type PaneLanguage, paneLanguages } from "../locales/catalogue.ts";
import { useWords } from "../words.tsx";
import type { Settings } from "./settings.ts";

const useStyles = makeStyles({
  screen: { display: "grid", gap: "16px", alignContent: "start", padding: "12px" },
  head: { display: "flex", alignItems: "center", gap: "4px" },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  field: { display: "grid", gap: "4px", fontSize: tokens.fontSizeBase300 },
  facts: {
    margin: 0,
    padding: "8px",
    overflowX: "auto",
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  hint: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  copy: { justifySelf: "start" },
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
  const [isCopied, setCopied] = useState(false);
  return (
    <main className={styles.screen}>
      <div className={styles.head}>
        <Button
          appearance="subtle"
          size="small"
          icon={<ArrowLeftRegular />}
          aria-label={t.back}
          onClick={onBack}
        />
        <h1 className={styles.title}>{t.settings}</h1>
      </div>
      <Field label={t.theme}>
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
      </Field>
      <Field label={t.language}>
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
      </Field>
      {me && me.departments.length > 1 && (
        <Field label={t.department}>
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
        </Field>
      )}
      <section className={styles.field} aria-label={t.diagnostics}>
        <span>{t.diagnostics}</span>
        <pre className={styles.facts} dir="ltr">
          {diagnostics}
        </pre>
        <span className={styles.hint}>{t.diagnosticsHint}</span>
        <Button className={styles.copy} size="small" onClick={() => void onCopy(diagnostics).then(setCopied)}>
          {isCopied ? t.copied : t.copy}
        </Button>
      </section>
      <div className={styles.hint}>{t.version(buildId)}</div>
    </main>
  );
}

function Field({ label, children }: { label: string; children(id: string): ReactNode }) {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}
