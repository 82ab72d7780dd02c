// Formats the code in place, as `npm test` wants to find it.
import { runScript, step } from './step.ts'

await step('Formatting', () => runScript('node_modules/oxfmt/bin/oxfmt', ['.']))
