/** The screens that are not needed for the first message: loaded when somebody goes there. */
import type { ComponentProps } from "react";
import { LazyPart, partOf } from "./LazyPart.tsx";

const admin = partOf(async () => (await import("./admin/AdminRoom.tsx")).default);
const batch = partOf(async () => (await import("./batch/BatchRoom.tsx")).BatchRoom);
const department = partOf(async () => (await import("./department/DepartmentRoom.tsx")).default);
const settings = partOf(async () => (await import("./settings/SettingsScreen.tsx")).SettingsScreen);

type Of<Part extends { current: React.ElementType }> = ComponentProps<Part["current"]>;

export const AdminRoom = (props: Of<typeof admin>) => <LazyPart part={admin} props={props} />;
export const BatchRoom = (props: Of<typeof batch>) => <LazyPart part={batch} props={props} />;
export const DepartmentRoom = (props: Of<typeof department>) => <LazyPart part={department} props={props} />;
export const SettingsScreen = (props: Of<typeof settings>) => (
  <LazyPart part={settings} props={props} onLeave={props.onBack} />
);
