/** A page of the room on its way, in the shape of what will come. */
import { Skeleton, SkeletonItem } from "@fluentui/react-components";
import { useWords } from "../words.tsx";

export function Waiting() {
  const { t } = useWords();
  return (
    <Skeleton aria-label={t.loading}>
      <div style={{ display: "grid", gap: 12 }}>
        <SkeletonItem style={{ height: 28, width: "80%" }} />
        <SkeletonItem style={{ height: 12 }} />
        <SkeletonItem style={{ height: 120 }} />
      </div>
    </Skeleton>
  );
}
