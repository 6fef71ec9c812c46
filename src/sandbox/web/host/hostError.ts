/** A failure the host reports with one of Outlook's own numbers; the library finds the words. */

export const codes = {
  internalFormat: 9002,
  invalidAttachmentId: 9003,
  accessRestricted: 9017,
  genericResponse: 9020,
  duplicateNotificationKey: 9023,
  notificationKeyNotFound: 9024,
  tooManyNotifications: 9025,
  itemChanged: 9030,
  insufficientPermissions: 9038,
  network: 9041,
  invalidCategory: 9044,
  duplicateCategory: 9045,
  itemNotFound: 9049,
  notSupported: 5000,
  internal: 5001,
} as const;

export class HostError extends Error {
  constructor(readonly code: number) {
    super(`host error ${code}`);
  }
}
