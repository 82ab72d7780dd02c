-- Made by `prisma migrate dev`, and then by hand: the CHECK constraint, the order of words by their bytes, the first rows.
-- DropIndex
DROP INDEX "Product_position_id_idx";

-- AlterTable
ALTER TABLE "Price" ADD COLUMN     "was" INTEGER,
ADD CONSTRAINT "Price_was_check" CHECK ("was" > "amount");

-- AlterTable
ALTER TABLE "Product" ADD COLUMN     "edition" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "listedEdition" INTEGER,
ADD COLUMN     "options" JSONB;

-- AlterTable
ALTER TABLE "Variant" ADD COLUMN     "choices" JSONB;

-- CreateTable
CREATE TABLE "Picture" (
    "productId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "stem" TEXT NOT NULL,
    "alt" JSONB NOT NULL,

    CONSTRAINT "Picture_pkey" PRIMARY KEY ("productId","position")
);

-- CreateTable
CREATE TABLE "Collection" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" JSONB NOT NULL,
    "description" JSONB NOT NULL,

    CONSTRAINT "Collection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CollectionProduct" (
    "collectionId" INTEGER NOT NULL,
    "productId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "CollectionProduct_pkey" PRIMARY KEY ("collectionId","productId")
);

-- CreateTable
CREATE TABLE "ListedPrice" (
    "collectionId" INTEGER NOT NULL,
    "productId" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,

    CONSTRAINT "ListedPrice_pkey" PRIMARY KEY ("collectionId","currency","productId")
);

-- CreateTable
CREATE TABLE "Catalogue" (
    "id" INTEGER NOT NULL,
    "edition" INTEGER NOT NULL,

    CONSTRAINT "Catalogue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SearchWord" (
    "word" TEXT COLLATE "C" NOT NULL,
    "productId" INTEGER NOT NULL,
    "weight" INTEGER NOT NULL,

    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("word","productId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Collection_slug_key" ON "Collection"("slug");

-- CreateIndex
CREATE INDEX "Collection_position_id_idx" ON "Collection"("position", "id");

-- CreateIndex
CREATE INDEX "CollectionProduct_collectionId_position_productId_idx" ON "CollectionProduct"("collectionId", "position", "productId");

-- CreateIndex
CREATE INDEX "CollectionProduct_productId_idx" ON "CollectionProduct"("productId");

-- CreateIndex
CREATE INDEX "ListedPrice_collectionId_currency_amount_productId_idx" ON "ListedPrice"("collectionId", "currency", "amount", "productId");

-- CreateIndex
CREATE INDEX "ListedPrice_productId_idx" ON "ListedPrice"("productId");

-- CreateIndex
CREATE INDEX "SearchWord_productId_idx" ON "SearchWord"("productId");

-- CreateIndex
CREATE INDEX "Product_edition_idx" ON "Product"("edition");

-- AddForeignKey
ALTER TABLE "Picture" ADD CONSTRAINT "Picture_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CollectionProduct" ADD CONSTRAINT "CollectionProduct_collectionId_fkey" FOREIGN KEY ("collectionId") REFERENCES "Collection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CollectionProduct" ADD CONSTRAINT "CollectionProduct_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListedPrice" ADD CONSTRAINT "ListedPrice_collectionId_fkey" FOREIGN KEY ("collectionId") REFERENCES "Collection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListedPrice" ADD CONSTRAINT "ListedPrice_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SearchWord" ADD CONSTRAINT "SearchWord_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The only row, and the collection that every product belongs to.
INSERT INTO "Catalogue" ("id", "edition") VALUES (1, 0);
INSERT INTO "Collection" ("slug", "position", "name", "description")
VALUES ('all', 0, '{"en":"Everything","zh-CN":"全部商品"}', '{"en":"","zh-CN":""}');
