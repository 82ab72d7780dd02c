-- DropIndex
DROP INDEX "Order_session_createdAt_idx";

-- CreateIndex
CREATE INDEX "Order_session_payment_createdAt_id_idx" ON "Order"("session", "payment", "createdAt", "id");
