/** Shapes of secrets by themselves, which need no library to be told. */

export const ownShapes: readonly (readonly [string, RegExp])[] = [
  ["a private key", /-----BEGIN (?:RSA |EC |OPENSSH |ENCRYPTED )?PRIVATE KEY-----\s+[A-Za-z0-9+/]{40}/],
  ["a key of AWS", /\bAKIA[0-9A-Z]{16}\b/],
  ["a token of GitHub", /\bgh[pousr]_[A-Za-z0-9]{36}\b|\bgithub_pat_\w{50,}/],
  ["a token of Slack", /\bxox[abprs]-[A-Za-z0-9-]{20,}/],
  ["a key of Google", /\bAIza[0-9A-Za-z_-]{35}\b/],
  ["a key of a model's provider", /\bsk-(?:ant-|proj-)?[A-Za-z0-9_-]{32,}/],
  ["a token of npm", /\bnpm_[A-Za-z0-9]{36}\b/],
  ["a client secret of Entra", /\b[A-Za-z0-9_~.-]{3}8Q~[A-Za-z0-9_~.-]{34}\b/],
  ["a signed token", /\beyJ[A-Za-z0-9_-]{20,}\.eyJ[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{40,}/],
  ["a key of Azure storage", /AccountKey=[A-Za-z0-9+/]{80,}==/],
];
