/** Every department in one card with its reach; one press opens it. */
import { Button, makeStyles, tokens, useFluent } from "@fluentui/react-components";
import { ChevronLeftRegular } from "@fluentui/react-icons/svg/chevron-left";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { useCallback, useEffect, useRef, useState } from "react";
import type { AdminOverview, DepartmentOverview } from "../../triage/administration.ts";
import { Failed } from "../department/Failed.tsx";
import { useLoaded } from "../department/useLoaded.ts";
import { Waiting } from "../department/Waiting.tsx";
import { useWords } from "../words.tsx";
import type { AdminParts } from "./AdminRoom.tsx";
import type { AdminApi } from "./adminApi.ts";
import { useAdminWords } from "./adminWords.ts";
import { ConfigurationFile } from "./ConfigurationFile.tsx";
import { DepartmentEditor } from "./editor/DepartmentEditor.tsx";
import { draftsOf } from "./editor/drafts.ts";
import { NewDepartment } from "./NewDepartment.tsx";
import { ReachMeter } from "./ReachMeter.tsx";
import { useAdminStyles } from "./useAdminStyles.ts";

const useStyles = makeStyles({
  open: {
    justifyContent: "space-between",
    minWidth: 0,
    minHeight: "32px",
    marginInline: "-8px",
    paddingInline: "8px",
    textAlign: "start",
    fontWeight: tokens.fontWeightSemibold,
  },
});

interface DepartmentsPageProps {
  api: AdminApi;
  parts: AdminParts;
}

export function DepartmentsPage({ api, parts }: DepartmentsPageProps) {
  const styles = useAdminStyles();
  const t = useAdminWords();
  const drafts = draftsOf(parts.api);
  const [open, setOpen] = useState<string>();
  const [left, setLeft] = useState<string>();
  const { answer, refresh } = useLoaded(useCallback(() => api.overview(), [api]));
  if (!answer) return <Waiting />;
  if (!answer.ok) return <Failed failure={answer.failure} onRetry={refresh} />;
  const { departments } = answer.value;
  if (open !== undefined)
    return (
      <DepartmentEditor
        id={open}
        drafts={drafts}
        others={departments.filter(({ id, closedAt }) => id !== open && closedAt === undefined)}
        isTrained={departments.some(({ id, modelVersion }) => id === open && modelVersion > 0)}
        api={api}
        now={parts.now}
        leadTo={parts.leadTo?.(open)}
        onBack={() => {
          setLeft(open);
          setOpen(undefined);
          refresh();
        }}
      />
    );
  const reloaded = () => {
    setLeft(undefined);
    refresh();
  };
  return (
    <>
      <p className={styles.quiet}>{t.reachHint(t.reach.assigned)}</p>
      <ul className={styles.list}>
        {departments.map((one) => (
          <li key={one.id}>
            <DepartmentCard
              one={one}
              overview={answer.value}
              isUnsaved={drafts.has(one.id)}
              isLeft={one.id === left}
              onOpen={() => setOpen(one.id)}
            />
          </li>
        ))}
      </ul>
      <NewDepartment api={api} departments={departments} onMade={setOpen} />
      <ConfigurationFile api={api} copy={parts.copy} onApplied={reloaded} />
    </>
  );
}

interface DepartmentCardProps {
  one: DepartmentOverview;
  overview: AdminOverview;
  isUnsaved: boolean;
  /** somebody comes back from it: the focus goes where they came from */
  isLeft: boolean;
  onOpen(): void;
}

function DepartmentCard({ one, overview, isUnsaved, isLeft, onOpen }: DepartmentCardProps) {
  const styles = useAdminStyles();
  const own = useStyles();
  const { dir } = useFluent();
  const t = useAdminWords();
  const { f, name } = useWords();
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isLeft) card.current?.querySelector("button")?.focus();
  }, [isLeft]);
  const heir = overview.departments.find(({ id }) => id === one.heirId);
  return (
    <article ref={card} className={styles.card}>
      <Button
        appearance="subtle"
        iconPosition="after"
        icon={dir === "rtl" ? <ChevronLeftRegular /> : <ChevronRightRegular />}
        className={own.open}
        onClick={onOpen}
      >
        {name(one.name)}
      </Button>
      {isUnsaved && <p className={styles.text}>{t.editing.unsavedMark}</p>}
      {one.closedAt === undefined ? (
        <p className={styles.quiet}>
          {one.model === undefined ? t.builtInModel(one.modelVersion) : t.ownModel(one.model)}
        </p>
      ) : (
        <p className={styles.quiet}>
          {[t.closedSince(f.when(one.closedAt, overview.computedAt)), heir && t.heirIs(name(heir.name))]
            .filter(Boolean)
            .join(" · ")}
        </p>
      )}
      <ReachMeter reach={one.reach} />
    </article>
  );
}
