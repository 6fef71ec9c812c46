/** The notices an add-in puts above a message: at most five, one a key. */
import { codes, HostError } from "./hostError.ts";

export interface Notification {
  key: string;
  message?: string;
  type?: unknown;
}
export type Notifications = Map<string, Notification>;

const limit = 5;
const typeNames = ["informationalMessage", "progressIndicator", "errorMessage", "insightMessage"];

const readableType = (notice: Notification): Notification => ({
  ...notice,
  type: typeof notice.type === "number" ? typeNames[notice.type] : notice.type,
});

export function addNotification(notices: Notifications, notice: Notification): void {
  if (notices.has(notice.key)) throw new HostError(codes.duplicateNotificationKey);
  replaceNotification(notices, notice);
}

export function replaceNotification(notices: Notifications, notice: Notification): void {
  if (!notices.has(notice.key) && notices.size >= limit) throw new HostError(codes.tooManyNotifications);
  notices.set(notice.key, readableType(notice));
}

export function removeNotification(notices: Notifications, key: string): void {
  if (!notices.delete(key)) throw new HostError(codes.notificationKeyNotFound);
}
