/** The screens that are not needed for the first message: loaded when somebody goes there. */
import { lazy } from "react";

export const AdminRoom = lazy(() => import("./admin/AdminRoom.tsx"));
export const BatchRoom = lazy(async () => ({
  default: (await import("./batch/BatchRoom.tsx")).BatchRoom,
}));
export const DepartmentRoom = lazy(() => import("./department/DepartmentRoom.tsx"));
export const SettingsScreen = lazy(async () => ({
  default: (await import("./settings/SettingsScreen.tsx")).SettingsScreen,
}));
