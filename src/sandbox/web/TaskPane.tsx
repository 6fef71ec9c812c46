/** The frame at the right in which Concord's pane lives. */
import { useEffect, useRef } from "react";
import type { SandboxControl } from "./control.ts";

export function TaskPane({ control }: { control: SandboxControl }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => control.mount(place.current!), [control]);
  return <div ref={place} />;
}
