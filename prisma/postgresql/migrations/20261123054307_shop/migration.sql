-- Made by `prisma migrate dev`, and then by hand: the CHECK constraints, which Prisma's schema cannot express and its
-- comparison of schema and database does not see. They are those of SQLite's migrations, in ../../../migrations;
-- prisma/checks.test.ts notices when one is gone.

-- CreateTable
CREATE TABLE "Product" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" JSONB NOT NULL,
    "description" JSONB NOT NULL,

    CONSTRAINT "Product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Variant" (
    "sku" TEXT NOT NULL,
    "productId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "name" JSONB,
    "picture" TEXT NOT NULL,

    CONSTRAINT "Variant_pkey" PRIMARY KEY ("sku")
);

-- CreateTable
CREATE TABLE "Price" (
    "sku" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,

    CONSTRAINT "Price_pkey" PRIMARY KEY ("sku","currency"),
    CONSTRAINT "Price_amount_check" CHECK ("amount" >= 0)
);

-- CreateTable
CREATE TABLE "Stock" (
    "sku" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "held" INTEGER NOT NULL DEFAULT 0,
    "sold" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Stock_pkey" PRIMARY KEY ("sku"),
    CONSTRAINT "Stock_quantity_check" CHECK ("quantity" >= 0),
    CONSTRAINT "Stock_held_check" CHECK ("held" >= 0),
    CONSTRAINT "Stock_sold_check" CHECK ("sold" >= 0),
    CONSTRAINT "Stock_available_check" CHECK ("held" + "sold" <= "quantity")
);

-- CreateTable
CREATE TABLE "Order" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "shopper" TEXT NOT NULL,
    "attempt" TEXT,
    "idempotencyKey" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "sessionId" TEXT,
    "sessionUrl" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "session" TEXT NOT NULL DEFAULT 'none',
    "payment" TEXT NOT NULL DEFAULT 'none',
    "paymentIntentId" TEXT,
    "amountPaid" INTEGER,
    "paidAt" TIMESTAMP(3),
    "email" TEXT,
    "customerName" TEXT,
    "stock" TEXT NOT NULL DEFAULT 'held',
    "review" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Order_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Order_total_check" CHECK ("total" >= 0),
    CONSTRAINT "Order_session_check" CHECK ("session" IN ('none', 'open', 'complete', 'expired')),
    CONSTRAINT "Order_payment_check" CHECK ("payment" IN ('none', 'processing', 'failed', 'paid')),
    CONSTRAINT "Order_stock_check" CHECK ("stock" IN ('held', 'released', 'sold', 'missing'))
);

-- CreateTable
CREATE TABLE "OrderLine" (
    "orderId" TEXT NOT NULL,
    "sku" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "picture" TEXT NOT NULL,
    "unitAmount" INTEGER NOT NULL,
    "quantity" INTEGER NOT NULL,

    CONSTRAINT "OrderLine_pkey" PRIMARY KEY ("orderId","sku"),
    CONSTRAINT "OrderLine_quantity_check" CHECK ("quantity" >= 1),
    CONSTRAINT "OrderLine_unitAmount_check" CHECK ("unitAmount" >= 0)
);

-- CreateTable
CREATE TABLE "InboxEvent" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "objectId" TEXT,
    "created" INTEGER NOT NULL,
    "payload" TEXT NOT NULL,
    "receivedAt" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL,
    "appliedAt" TIMESTAMP(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,

    CONSTRAINT "InboxEvent_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "InboxEvent_state_check" CHECK ("state" IN ('received', 'applied', 'ignored', 'pending', 'parked'))
);

-- CreateTable
CREATE TABLE "PaymentIntent" (
    "id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "PaymentIntent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Refund" (
    "id" TEXT NOT NULL,
    "paymentIntentId" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "hasSucceeded" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Refund_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Refund_amount_check" CHECK ("amount" >= 0),
    CONSTRAINT "Refund_status_check" CHECK ("status" IN ('pending', 'requires_action', 'succeeded', 'canceled', 'failed'))
);

-- CreateTable
CREATE TABLE "Dispute" (
    "id" TEXT NOT NULL,
    "paymentIntentId" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Dispute_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Dispute_amount_check" CHECK ("amount" >= 0)
);

-- CreateTable
CREATE TABLE "OutboxMail" (
    "orderId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "notBefore" TIMESTAMP(3) NOT NULL,
    "sentAt" TIMESTAMP(3),

    CONSTRAINT "OutboxMail_pkey" PRIMARY KEY ("orderId","kind"),
    CONSTRAINT "OutboxMail_state_check" CHECK ("state" IN ('pending', 'sent', 'parked'))
);

-- CreateTable
CREATE TABLE "Lease" (
    "name" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "until" TIMESTAMP(3) NOT NULL,
    "doneAt" TIMESTAMP(3),

    CONSTRAINT "Lease_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "Product_slug_key" ON "Product"("slug");

-- CreateIndex
CREATE INDEX "Product_position_id_idx" ON "Product"("position", "id");

-- CreateIndex
CREATE INDEX "Variant_productId_position_idx" ON "Variant"("productId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Order_token_key" ON "Order"("token");

-- CreateIndex
CREATE UNIQUE INDEX "Order_attempt_key" ON "Order"("attempt");

-- CreateIndex
CREATE UNIQUE INDEX "Order_sessionId_key" ON "Order"("sessionId");

-- CreateIndex
CREATE INDEX "Order_paymentIntentId_idx" ON "Order"("paymentIntentId");

-- CreateIndex
CREATE INDEX "Order_session_createdAt_idx" ON "Order"("session", "createdAt");

-- CreateIndex
CREATE INDEX "Order_shopper_createdAt_idx" ON "Order"("shopper", "createdAt");

-- CreateIndex
CREATE INDEX "Order_createdAt_id_idx" ON "Order"("createdAt" DESC, "id");

-- CreateIndex
CREATE INDEX "InboxEvent_state_receivedAt_idx" ON "InboxEvent"("state", "receivedAt");

-- CreateIndex
CREATE INDEX "Refund_paymentIntentId_idx" ON "Refund"("paymentIntentId");

-- CreateIndex
CREATE INDEX "Dispute_paymentIntentId_idx" ON "Dispute"("paymentIntentId");

-- CreateIndex
CREATE INDEX "OutboxMail_state_notBefore_idx" ON "OutboxMail"("state", "notBefore");

-- AddForeignKey
ALTER TABLE "Variant" ADD CONSTRAINT "Variant_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Price" ADD CONSTRAINT "Price_sku_fkey" FOREIGN KEY ("sku") REFERENCES "Variant"("sku") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Stock" ADD CONSTRAINT "Stock_sku_fkey" FOREIGN KEY ("sku") REFERENCES "Variant"("sku") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderLine" ADD CONSTRAINT "OrderLine_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_paymentIntentId_fkey" FOREIGN KEY ("paymentIntentId") REFERENCES "PaymentIntent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dispute" ADD CONSTRAINT "Dispute_paymentIntentId_fkey" FOREIGN KEY ("paymentIntentId") REFERENCES "PaymentIntent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutboxMail" ADD CONSTRAINT "OutboxMail_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
