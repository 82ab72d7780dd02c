-- Made by `prisma migrate dev`, and then by hand: the CHECK constraints, which Prisma's schema cannot express and
-- its comparison of schema and database does not see. When a later migration makes a table anew ("RedefineTables"),
-- write its CHECKs into it again; prisma/checks.test.ts notices when one is gone.

-- CreateTable
CREATE TABLE "Product" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" JSONB NOT NULL,
    "description" JSONB NOT NULL
);

-- CreateTable
CREATE TABLE "Variant" (
    "sku" TEXT NOT NULL PRIMARY KEY,
    "productId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "name" JSONB,
    "picture" TEXT NOT NULL,
    CONSTRAINT "Variant_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Price" (
    "sku" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,

    PRIMARY KEY ("sku", "currency"),
    CONSTRAINT "Price_sku_fkey" FOREIGN KEY ("sku") REFERENCES "Variant" ("sku") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Price_amount_check" CHECK ("amount" >= 0)
);

-- CreateTable
CREATE TABLE "Stock" (
    "sku" TEXT NOT NULL PRIMARY KEY,
    "quantity" INTEGER NOT NULL,
    "held" INTEGER NOT NULL DEFAULT 0,
    "sold" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "Stock_sku_fkey" FOREIGN KEY ("sku") REFERENCES "Variant" ("sku") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Stock_quantity_check" CHECK ("quantity" >= 0),
    CONSTRAINT "Stock_held_check" CHECK ("held" >= 0),
    CONSTRAINT "Stock_sold_check" CHECK ("sold" >= 0),
    CONSTRAINT "Stock_available_check" CHECK ("held" + "sold" <= "quantity")
);

-- CreateTable
CREATE TABLE "Order" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "token" TEXT NOT NULL,
    "shopper" TEXT NOT NULL,
    "attempt" TEXT,
    "idempotencyKey" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "sessionId" TEXT,
    "sessionUrl" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "session" TEXT NOT NULL DEFAULT 'none',
    "payment" TEXT NOT NULL DEFAULT 'none',
    "paymentIntentId" TEXT,
    "amountPaid" INTEGER,
    "paidAt" DATETIME,
    "email" TEXT,
    "customerName" TEXT,
    "stock" TEXT NOT NULL DEFAULT 'held',
    "review" TEXT NOT NULL DEFAULT '',
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

    PRIMARY KEY ("orderId", "sku"),
    CONSTRAINT "OrderLine_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "OrderLine_quantity_check" CHECK ("quantity" >= 1),
    CONSTRAINT "OrderLine_unitAmount_check" CHECK ("unitAmount" >= 0)
);

-- CreateTable
CREATE TABLE "InboxEvent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "type" TEXT NOT NULL,
    "objectId" TEXT,
    "created" INTEGER NOT NULL,
    "payload" TEXT NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "appliedAt" DATETIME,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    CONSTRAINT "InboxEvent_state_check" CHECK ("state" IN ('received', 'applied', 'ignored', 'pending', 'parked'))
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
CREATE INDEX "Order_session_createdAt_idx" ON "Order"("session", "createdAt");

-- CreateIndex
CREATE INDEX "Order_shopper_createdAt_idx" ON "Order"("shopper", "createdAt");

-- CreateIndex
CREATE INDEX "Order_createdAt_id_idx" ON "Order"("createdAt" DESC, "id");

-- CreateIndex
CREATE INDEX "InboxEvent_state_receivedAt_idx" ON "InboxEvent"("state", "receivedAt");
