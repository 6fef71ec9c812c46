/** "Model updated": which version is live, how it was judged and what it calls otherwise; leads publish and go back. */
import { Button, mergeClasses } from "@fluentui/react-components";
import { useState } from "react";
import type { Failure } from "../../../triage/failure.ts";
import type { ModelVersion, ModelVersions } from "../../../triage/model.ts";
import type { ApiClient } from "../../apiClient.ts";
import { Folded } from "../../Folded.tsx";
import type { ReadableDepartment } from "../../profile/departmentOf.ts";
import { Explained } from "../Explained.tsx";
import { type Landing, useLanding, useLandingStyles } from "../landing.ts";
import { useRoomWords } from "../roomWords.ts";
import { AskedOnceMore } from "./AskedOnceMore.tsx";
import { useCardStyles } from "./cardStyles.ts";
import { chooseVersion } from "./correctionsApi.ts";
import { useCorrectionTexts } from "./correctionWords.ts";
import { VersionFacts } from "./VersionFacts.tsx";

/** The newest one while it is not live. */
export const waitingOf = ({ versions: [newest], live }: ModelVersions): ModelVersion | undefined =>
  newest && newest.version > live ? newest : undefined;

const isUnpublished = ({ state }: ModelVersion) => state === "held" || state === "candidate";

/** Never live, and nobody waits for it any more: the one before the newest, where the gate or a person held it. */
const replacedIn = ({ versions: [, before], live }: ModelVersions): ModelVersion | undefined =>
  before && before.version !== live && isUnpublished(before) ? before : undefined;

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
  const isForVersions = landing?.on === "versions";
  const versionsRef = useLanding<HTMLDivElement>(isForVersions ? landing : undefined);
  const [isBusy, setBusy] = useState(false);
  const [chosen, setChosen] = useState<Landing>();
  const liveRef = useLanding<HTMLParagraphElement>(chosen);
  const live = versions.versions.find(({ version }) => version === versions.live);
  const isLead = department.role !== "staff";
  const choose = async (version: number) => {
    setBusy(true);
    const chosen = await chooseVersion(api, department.id, version);
    setBusy(false);
    setFailure(chosen.ok ? undefined : chosen.failure);
    if (!chosen.ok) return;
    onChosen(chosen.value);
    setChosen({ on: "version" });
  };
  const way = (one: ModelVersion) => {
    if (!isLead || one.version === versions.live) return null;
    if (!one.isKept) return <p className={styles.quiet}>{c.unreachable[one.unreachable ?? "file"]}</p>;
    if (one.version < versions.live)
      return (
        <AskedOnceMore
          label={c.goBack(one.version)}
          means={c.goBackMeans(one.version, versions.live)}
          sure={c.reallyGoBack}
          isDisabled={isBusy}
          run={() => choose(one.version)}
        />
      );
    return (
      <div className={styles.ways}>
        <Button size="small" disabled={isBusy} onClick={() => void choose(one.version)}>
          {one.state === "rolledBack" ? c.publishAgain : c.publish}
        </Button>
      </div>
    );
  };
  const replaced = replacedIn(versions);
  const nameOf = ({ version, state }: ModelVersion) => (
    <p className={styles.name}>
      {c.version(version)} · {c.versionStates[state]}
    </p>
  );
  const waits = waitingOf(versions);
  const others = versions.versions.filter((one) => one !== live && one !== waits);
  return (
    <section className={styles.section} aria-labelledby="model-title">
      <Explained terms={["verdict", "blind"]}>
        <h2 id="model-title" className={styles.title}>
          {c.model}
        </h2>
      </Explained>
      <div className={styles.card}>
        {live ? (
          <>
            <p ref={liveRef} tabIndex={chosen && -1} className={mergeClasses(styles.name, place)}>
              {c.live(live.version, f.when(live.publishedAt ?? live.trainedAt, now))}
            </p>
            <VersionFacts version={live} department={department} />
          </>
        ) : (
          <p className={styles.line}>{c.onlyTaxonomy}</p>
        )}
        {replaced && (
          <p className={styles.quiet}>
            {c.replaced(replaced.version, c.versionStates[replaced.state], versions.versions[0]!.version)}
          </p>
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
      <div ref={versionsRef} tabIndex={isForVersions ? -1 : undefined} className={place}>
        {others.length > 0 && (
          <Folded summary={c.allVersions} startsOpen={isForVersions}>
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
      </div>
    </section>
  );
}
