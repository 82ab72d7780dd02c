import type { PrismaClient } from './generated/client.ts'

type Reading =
  | 'findUnique'
  | 'findUniqueOrThrow'
  | 'findFirst'
  | 'findFirstOrThrow'
  | 'findMany'
  | 'count'
  | 'aggregate'
  | 'groupBy'

type Model = Exclude<keyof PrismaClient, `$${string}` | symbol>

/** A Prisma client with the methods that read. A Transaction is one too, so a function that only reads takes this. */
export type Reader = {
  readonly [M in Model]: Pick<PrismaClient[M], Reading & keyof PrismaClient[M]>
} & Pick<PrismaClient, '$queryRaw' | '$queryRawUnsafe'>
