-- DropIndex
DROP INDEX "SearchWord_productId_idx";

-- CreateIndex
CREATE INDEX "SearchWord_productId_word_idx" ON "SearchWord"("productId", "word");
