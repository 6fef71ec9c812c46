/** The one row that confirms or corrects: every shown choice is one press away. */
import { makeStyles } from "@fluentui/react-components";
import { CheckmarkFilled } from "@fluentui/react-icons/svg/checkmark";
import type { TaxonomyView } from "../../triage/taxonomy.ts";
import { useWords } from "../words.tsx";
import { ChoiceButton } from "./ChoiceButton.tsx";
import { type CategoryView, choicesFor } from "./choicesFor.ts";
import { confirmKeys } from "./shortcuts.ts";
import type { Asking } from "./state.ts";
import { useTakesEnter } from "./useTakesEnter.ts";
import { priorityIn } from "./verdicts.ts";

const useStyles = makeStyles({
  group: { display: "grid", gap: "8px" },
  // In letters, not pixels: with enlarged text one below the other, instead of words broken in two.
  columns: {
    gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 9.2em), 1fr))",
    display: "grid",
    gap: "8px",
  },
  confirm: { display: "inline-flex", alignItems: "center", gap: "8px" },
});

interface ChoiceRowProps {
  asking: Asking;
  taxonomy: TaxonomyView;
  onChoose(category: string): void;
}

export function ChoiceRow({ asking, taxonomy, onChoose }: ChoiceRowProps) {
  const styles = useStyles();
  const { t, name } = useWords();
  const { shown } = choicesFor(asking, taxonomy);
  const isEnterTaken = useTakesEnter();
  const { draft } = asking.question;
  const speaks = "prediction" in asking;
  const priority = priorityIn(asking, draft);
  const isTight = !speaks && shown.some((category) => longestWord(name(category.name)) > roomyWord);
  const button = (category: CategoryView, index: number) => {
    const isFirst = asking.kind === "predicted" && index === 0;
    const label =
      speaks && priority ? t.both(name(category.name), t.priorities[priority]) : name(category.name);
    return (
      <ChoiceButton
        key={category.id}
        title={name(category.definition)}
        keyName={isFirst ? confirmKeys[0] : String(index + 1)}
        otherKey={isFirst ? confirmKeys[1] : undefined}
        isOther={isEnterTaken}
        isTight={isTight}
        look={isFirst ? "first" : draft.category === category.id ? "picked" : "plain"}
        pressed={speaks ? undefined : draft.category === category.id}
        onPress={() => onChoose(category.id)}
        label={
          isFirst ? (
            <span className={styles.confirm}>
              <CheckmarkFilled aria-hidden="true" fontSize={16} />
              {label}
            </span>
          ) : (
            label
          )
        }
      />
    );
  };
  return (
    <fieldset
      className={styles.group}
      aria-label={t.choices}
      style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}
    >
      <div className={speaks ? styles.group : styles.columns}>{shown.map(button)}</div>
    </fieldset>
  );
}

/** Letters that fit on a line of half a narrow pane. */
const roomyWord = 13;
const longestWord = (text: string) => Math.max(...text.split(/[\s\u00ad-]/).map((word) => word.length));
