// Every check there is: format, lint, types, rules beside the code, the built shop in a browser. One run shows everything
// that is wrong, and whatever happens the last line is "N passed, N failed".
import { requireNoSecrets } from './find-secrets.ts'
import { keepAnswers } from './keep-answers.ts'
import { buildShop, generateClient, next } from './prepare.ts'
import { runRules, runRulesOnPostgres } from './run-rules.ts'
import { runStories } from './run-stories.ts'
import { runScript } from './step.ts'
import { closingLines, startTally } from './tally.ts'
import { runReducedProofs } from './torture/run-reduced.ts'

const { check, count, total } = startTally()

await check('Prisma’s client', generateClient)
await check('Format', () => runScript('node_modules/oxfmt/bin/oxfmt', ['--check', '.']))
await check('Lint, with who may import whom', () =>
  runScript('node_modules/oxlint/bin/oxlint', ['--type-aware', '--deny-warnings', '.']),
)
await check('Types', async () => {
  await runScript(next, ['typegen'])
  return runScript('node_modules/typescript/bin/tsc', ['--noEmit', '--incremental', 'false'])
})
const answers = keepAnswers()
await count('Rules', runRules)
await count('Rules on PostgreSQL', runRulesOnPostgres)
const built = await check('Build', buildShop)
if (built) {
  await check('No secret in what browsers get', requireNoSecrets)
  await count('Stories', runStories)
}
await check('What Local Stripe answered is what Stripe’s types say', answers.validate)
if (built) await count('Torture, reduced', runReducedProofs)
else console.log('Stories and torture did not run: there is no build to run them against.')

console.log(closingLines(total()).join('\n'))
process.exitCode = total().failed === 0 ? 0 : 1
