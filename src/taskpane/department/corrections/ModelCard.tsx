/** "Model updated": which version is live, how it was judged and what it calls otherwise; leads publish and go back. */
import { Button, mergeClasses } from "@fluentui/react-components";
import { useState } from "react";
import type { Failure } from "../../../triage/failure.ts";
import type { ModelVersion, ModelVersions } from "../../../triage/model.ts";
import type { ApiClient } from "../../apiClient.ts";
import type { ReadableDepartment } from "../../departmentOf.ts";
import { Folded } from "../../Folded.tsx";
import { Explained } from "../Explained.tsx";
import { type Landing, useLanding, useLandingStyles } from "../landing.ts";
import { useRoomWords } from "../roomWords.ts";
import { useCardStyles } from "./cardStyles.ts";
import { chooseVersion } from "./correctionsApi.ts";
import { useCorrectionTexts } from "./correctionWords.ts";
import { VersionFacts } from "./VersionFacts.tsx";

interface ModelCardProps {
  department: ReadableDepartment;
  api: Pick<ApiClient, "ask">;
  versions: ModelVersions;
  now: number;
  landing?: Landing | undefined;
  onChosen(versions: ModelVersions): void;
}

export function ModelCard({ department, api, versions, now, landing, onChosen }: ModelCardProps) {
  const styles = useCardStyles();
  const { t, f } = useRoomWords();
  const c = useCorrectionTexts();
  const [failure, setFailure] = useState<Failure>();
  const { place } = useLandingStyles();
  const ref = useLanding<HTMLDivElement>(landing?.on === "version" ? landing : undefined);
  const [isBusy, setBusy] = useState(false);
  const live = versions.versions.find(({ version }) => version === versions.live);
  const [newest] = versions.versions;
  const isLead = department.role !== "staff";
  const choose = async (version: number) => {
    setBusy(true);
    const chosen = await chooseVersion(api, department.id, version);
    setBusy(false);
    setFailure(chosen.ok ? undefined : chosen.failure);
    if (chosen.ok) onChosen(chosen.value);
  };
  const way = (one: ModelVersion) =>
    isLead &&
    one.isKept &&
    one.version !== versions.live && (
      <div className={styles.ways}>
        <Button size="small" disabled={isBusy} onClick={() => void choose(one.version)}>
          {one.version > versions.live ? c.publish : c.goBack(one.version)}
        </Button>
      </div>
    );
  const nameOf = ({ version, state }: ModelVersion) => (
    <p className={styles.name}>
      {c.version(version)} · {c.versionStates[state]}
    </p>
  );
  const waits = newest && newest.version > versions.live ? newest : undefined;
  const others = versions.versions.filter((one) => one !== live && one !== waits);
  return (
    <section className={styles.section} aria-labelledby="model-title">
      <h2 id="model-title" className={styles.title}>
        {c.model}
      </h2>
      <div className={styles.card}>
        {live ? (
          <>
            <p className={styles.name}>
              {c.live(live.version, f.when(live.publishedAt ?? live.trainedAt, now))}
            </p>
            <VersionFacts version={live} department={department} />
          </>
        ) : (
          <p className={styles.line}>{c.onlyTaxonomy}</p>
        )}
        {versions.blindRaisedUntil !== undefined && (
          <p className={styles.quiet}>{c.raised(f.when(versions.blindRaisedUntil, now))}</p>
        )}
        {versions.publishingHeldUntil !== undefined && (
          <p className={styles.quiet}>{c.paused(f.when(versions.publishingHeldUntil, now))}</p>
        )}
      </div>
      {waits && (
        <div ref={ref} tabIndex={-1} className={mergeClasses(styles.card, place)}>
          {waits.state === "held" || waits.state === "candidate" ? (
            <Explained terms={[waits.state]}>{nameOf(waits)}</Explained>
          ) : (
            nameOf(waits)
          )}
          <VersionFacts version={waits} department={department} />
          {way(waits)}
        </div>
      )}
      <div role="alert">{failure && <p className={styles.line}>{t.failures[failure.code]}</p>}</div>
      {others.length > 0 && (
        <Folded summary={c.allVersions}>
          {isLead && <p className={styles.quiet}>{c.goBackHint}</p>}
          <ul className={styles.list}>
            {others.map((one) => (
              <li key={one.version} className={styles.card}>
                <p className={styles.name}>
                  {c.version(one.version)} · {c.versionStates[one.state]} · {f.when(one.trainedAt, now)}
                </p>
                <VersionFacts version={one} department={department} />
                {way(one)}
              </li>
            ))}
          </ul>
        </Folded>
      )}
    </section>
  );
}
