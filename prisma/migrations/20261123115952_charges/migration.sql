-- Made by `prisma migrate dev`, and then by hand: the CHECK constraints, and columns added to the table of orders instead of
-- a new table, which would have to have its CHECK constraints written into it again.
-- CreateTable
CREATE TABLE "ShippingRate" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "name" JSONB NOT NULL,
    "daysFrom" INTEGER NOT NULL,
    "daysTo" INTEGER NOT NULL,
    CONSTRAINT "ShippingRate_daysFrom_check" CHECK ("daysFrom" >= 1),
    CONSTRAINT "ShippingRate_daysTo_check" CHECK ("daysTo" >= "daysFrom")
);

-- CreateTable
CREATE TABLE "ShippingPrice" (
    "rateKey" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "freeFrom" INTEGER,

    PRIMARY KEY ("rateKey", "currency"),
    CONSTRAINT "ShippingPrice_rateKey_fkey" FOREIGN KEY ("rateKey") REFERENCES "ShippingRate" ("key") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ShippingPrice_amount_check" CHECK ("amount" >= 0)
);

-- AlterTable
ALTER TABLE "Order" ADD COLUMN "shippingOffers" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "Order" ADD COLUMN "amountSubtotal" INTEGER;
ALTER TABLE "Order" ADD COLUMN "amountDiscount" INTEGER;
ALTER TABLE "Order" ADD COLUMN "amountShipping" INTEGER;
ALTER TABLE "Order" ADD COLUMN "amountTax" INTEGER;
ALTER TABLE "Order" ADD COLUMN "amountTotal" INTEGER;
ALTER TABLE "Order" ADD COLUMN "shippingName" TEXT;
ALTER TABLE "Order" ADD COLUMN "shippingAddress" TEXT;
ALTER TABLE "Order" ADD COLUMN "presentment" TEXT;
