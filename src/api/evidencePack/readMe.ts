/** The first file of the pack: what the others are, and how to check them. */
export const readMe = (department: string, day: string): string => `# Evidence of ${department}, ${day}

How this department's triage model is watched: what was agreed, what blind checks say, what was decided, and that nothing
of it was changed afterwards. It holds no mail: no subject, no body, no address. People stand in it by random aliases;
owners and notes are in the department's own words.

| file | what it holds |
|---|---|
| objectives.json | every objective with all its versions, each with the evidence and interval of its own time |
| reviews.json | every closed review as it was frozen: evidence, decisions with owner and day, forecasts |
| blind-checks.json | how blind checks are drawn, asked and answered, the agreement by arm, and every policy version |
| models.json | every model version with what the update gate found |
| deeds.json | what people decided over model, taxonomy, policy, objectives and corrections |
| retention.json | what is kept, since when, and how much of it is past its time |
| audit.jsonl | the whole audit log, each entry sealed to the one before |
| verify.mjs | checks the files, the audit chain and the seals of the reviews: \`node verify.mjs\` |
| manifest.json | SHA-256 of every file |

The seals show that nothing inside the pack was changed after it was written. That nothing is missing at the end of the
audit log only an earlier pack can show: keep them.

Times are milliseconds since 1970, UTC. Shares are fractions. Intervals hold at 95 % at all looks at once.
The mapping to the NIST AI Risk Management Framework and the EU AI Act is in docs/governance.md of Concord.
`;
