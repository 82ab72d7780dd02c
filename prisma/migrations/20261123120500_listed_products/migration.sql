-- CreateIndex
CREATE INDEX "Product_listedEdition_idx" ON "Product"("listedEdition");
