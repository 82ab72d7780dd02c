-- Made by `prisma migrate dev`, and then by hand: the CHECK constraint, words without row numbers, the first rows.
-- AlterTable
ALTER TABLE "Price" ADD COLUMN "was" INTEGER CONSTRAINT "Price_was_check" CHECK ("was" > "amount");

-- AlterTable
ALTER TABLE "Variant" ADD COLUMN "choices" JSONB;

-- CreateTable
CREATE TABLE "Picture" (
    "productId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "stem" TEXT NOT NULL,
    "alt" JSONB NOT NULL,

    PRIMARY KEY ("productId", "position"),
    CONSTRAINT "Picture_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Collection" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" JSONB NOT NULL,
    "description" JSONB NOT NULL
);

-- CreateTable
CREATE TABLE "CollectionProduct" (
    "collectionId" INTEGER NOT NULL,
    "productId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    PRIMARY KEY ("collectionId", "productId"),
    CONSTRAINT "CollectionProduct_collectionId_fkey" FOREIGN KEY ("collectionId") REFERENCES "Collection" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "CollectionProduct_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ListedPrice" (
    "collectionId" INTEGER NOT NULL,
    "productId" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,

    PRIMARY KEY ("collectionId", "currency", "productId"),
    CONSTRAINT "ListedPrice_collectionId_fkey" FOREIGN KEY ("collectionId") REFERENCES "Collection" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ListedPrice_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Catalogue" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "edition" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "SearchWord" (
    "word" TEXT NOT NULL,
    "productId" INTEGER NOT NULL,
    "weight" INTEGER NOT NULL,

    PRIMARY KEY ("word", "productId"),
    CONSTRAINT "SearchWord_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
) WITHOUT ROWID;

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Product" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" JSONB NOT NULL,
    "description" JSONB NOT NULL,
    "options" JSONB,
    "edition" INTEGER NOT NULL DEFAULT 0,
    "listedEdition" INTEGER
);
INSERT INTO "new_Product" ("description", "id", "name", "position", "slug") SELECT "description", "id", "name", "position", "slug" FROM "Product";
DROP TABLE "Product";
ALTER TABLE "new_Product" RENAME TO "Product";
CREATE UNIQUE INDEX "Product_slug_key" ON "Product"("slug");
CREATE INDEX "Product_edition_idx" ON "Product"("edition");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

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

-- The only row, and the collection that every product belongs to.
INSERT INTO "Catalogue" ("id", "edition") VALUES (1, 0);
INSERT INTO "Collection" ("slug", "position", "name", "description")
VALUES ('all', 0, '{"en":"Everything","zh-CN":"全部商品"}', '{"en":"","zh-CN":""}');
