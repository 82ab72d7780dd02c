// For tests: a process of its own that sends what is due at the time in its argument.
import { closeDatabase } from '#prisma/client'
import { sendDueMail } from './send-due-mail.ts'

console.log(JSON.stringify(await sendDueMail(new Date(process.argv[2] ?? ''))))
await closeDatabase()
