/** The question: what the model says where it may be seen, the choices, the priority, and the ways out. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { DepartmentView, Me } from "../../triage/department.ts";
import type { Texts } from "../locales/en.ts";
import { useWords } from "../words.tsx";
import { CallLine } from "./CallLine.tsx";
import { ChoiceRow } from "./ChoiceRow.tsx";
import { choicesFor } from "./choicesFor.ts";
import { Evidence } from "./Evidence.tsx";
import { KeyCap } from "./KeyCap.tsx";
import { nameOf } from "./nameOf.ts";
import { PickList } from "./PickList.tsx";
import { PredictionCard } from "./PredictionCard.tsx";
import { PriorityRow } from "./PriorityRow.tsx";
import { Provenance } from "./Provenance.tsx";
import { ReasonNote } from "./ReasonNote.tsx";
import { otherKeys } from "./shortcuts.ts";
import type { Asking, Draft } from "./state.ts";
import type { TriageActions } from "./TriageScreen.tsx";
import { priorityIn } from "./verdicts.ts";

export type OpenList = "more" | "departments" | undefined;

const useStyles = makeStyles({
  stack: { display: "grid", gap: "12px", minWidth: 0 },
  hint: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  title: { display: "grid", gap: "4px" },
  ways: {
    display: "flex",
    flexWrap: "wrap",
    gap: "2px",
    marginInlineStart: "-6px",
    "@media (forced-colors: active)": { marginInlineStart: 0 },
  },
  way: {
    minWidth: 0,
    minHeight: "28px",
    paddingInline: "6px",
    fontWeight: tokens.fontWeightRegular,
    gap: "4px",
  },
});

interface QuestionCardProps {
  asking: Asking;
  department: DepartmentView;
  otherDepartments: Me["otherDepartments"];
  openList: OpenList;
  isOnline: boolean;
  onOpenList(list: OpenList): void;
  actions: TriageActions;
}

export function QuestionCard({
  asking,
  department,
  otherDepartments,
  isOnline,
  openList,
  onOpenList,
  actions,
}: QuestionCardProps) {
  const styles = useStyles();
  const { t, name } = useWords();
  const { taxonomy } = department;
  const { draft, bodyRead } = asking.question;
  const { rest } = choicesFor(asking, taxonomy);
  const elsewhere = otherDepartments.filter(({ id }) => id !== department.id);
  const toggle = (list: OpenList) => onOpenList(openList === list ? undefined : list);
  return (
    <div className={styles.stack}>
      <Said asking={asking} department={department} isOnline={isOnline} />
      <Provenance asking={asking} policy={department.policy} />
      {!bodyRead && "prediction" in asking && <p className={styles.hint}>{t.subjectOnly}</p>}
      <ChoiceRow asking={asking} taxonomy={taxonomy} onChoose={(category) => actions.choose({ category })} />
      <PriorityRow
        picked={priorityIn(asking, draft)}
        hint={"prediction" in asking ? undefined : stillToSay(draft, t)}
        onPick={(priority) => actions.choose({ priority })}
      />
      <div className={styles.ways}>
        {rest.length > 0 && (
          <Button
            appearance="subtle"
            size="small"
            className={styles.way}
            aria-expanded={openList === "more"}
            aria-keyshortcuts={otherKeys.more}
            onClick={() => toggle("more")}
          >
            {t.more} <KeyCap name={otherKeys.more} />
          </Button>
        )}
        <Button
          appearance="subtle"
          size="small"
          className={styles.way}
          aria-keyshortcuts={otherKeys.unsure}
          onClick={actions.unsure}
        >
          {t.notSure} <KeyCap name={otherKeys.unsure} />
        </Button>
        {elsewhere.length > 0 && (
          <Button
            appearance="subtle"
            size="small"
            className={styles.way}
            aria-expanded={openList === "departments"}
            onClick={() => toggle("departments")}
          >
            {t.otherDepartment}
          </Button>
        )}
      </div>
      {openList === "more" && (
        <PickList
          label={t.allChoices}
          items={rest.map(({ id, name: text, definition }) => ({
            id,
            name: name(text),
            detail: name(definition),
          }))}
          onPick={(category) => actions.choose({ category })}
          onClose={() => onOpenList(undefined)}
        />
      )}
      {openList === "departments" && (
        <PickList
          label={t.chooseDepartmentTo}
          items={elsewhere.map(({ id, name: text }) => ({ id, name: name(text) }))}
          onPick={actions.move}
          onClose={() => onOpenList(undefined)}
        />
      )}
      <ReasonNote said={draft} onNote={actions.note} />
    </div>
  );
}

function stillToSay({ category, priority }: Draft, t: Texts): string | undefined {
  if (category && !priority) return t.nowPriority;
  return priority && !category ? t.nowCategory : undefined;
}

/** What the model says, or why it says nothing yet. */
function Said({
  asking,
  department,
  isOnline,
}: Pick<QuestionCardProps, "asking" | "department" | "isOnline">) {
  const styles = useStyles();
  const words = useWords();
  const { t } = words;
  if (asking.kind === "predicted") return <PredictionCard asking={asking} taxonomy={department.taxonomy} />;
  const [title, hint] = {
    severalFit: [t.severalFit, t.severalFitHint],
    yourCallFirst: [t.yourCallFirst, t.yourCallFirstHint],
    unpredicted: [
      t.noPrediction,
      asking.kind === "unpredicted" ? t.noPredictionHint[whyStill(asking.why, isOnline)] : "",
    ],
  }[asking.kind] as [string, string];
  return (
    <section className={styles.title} aria-label={t.prediction}>
      <CallLine title={title} />
      <p className={styles.hint}>{hint}</p>
      {asking.kind === "severalFit" && (
        <Evidence
          words={asking.evidence}
          speaksFor={nameOf(department.taxonomy, asking.prediction.categories[0]?.category, words)}
        />
      )}
    </section>
  );
}

/** Back online, an answer already begun stays as it is; only "You are offline" is no longer true. */
const whyStill = (why: Extract<Asking, { kind: "unpredicted" }>["why"], isOnline: boolean) =>
  why === "offline" && isOnline ? "begun" : why;
