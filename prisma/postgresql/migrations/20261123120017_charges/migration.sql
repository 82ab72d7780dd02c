-- Made by `prisma migrate dev`, and then by hand: the CHECK constraints.
-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "amountDiscount" INTEGER,
ADD COLUMN     "amountShipping" INTEGER,
ADD COLUMN     "amountSubtotal" INTEGER,
ADD COLUMN     "amountTax" INTEGER,
ADD COLUMN     "amountTotal" INTEGER,
ADD COLUMN     "presentment" TEXT,
ADD COLUMN     "shippingAddress" TEXT,
ADD COLUMN     "shippingName" TEXT,
ADD COLUMN     "shippingOffers" TEXT NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "ShippingRate" (
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" JSONB NOT NULL,
    "daysFrom" INTEGER NOT NULL,
    "daysTo" INTEGER NOT NULL,

    CONSTRAINT "ShippingRate_pkey" PRIMARY KEY ("key"),
    CONSTRAINT "ShippingRate_daysFrom_check" CHECK ("daysFrom" >= 1),
    CONSTRAINT "ShippingRate_daysTo_check" CHECK ("daysTo" >= "daysFrom")
);

-- CreateTable
CREATE TABLE "ShippingPrice" (
    "rateKey" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "freeFrom" INTEGER,

    CONSTRAINT "ShippingPrice_pkey" PRIMARY KEY ("rateKey","currency"),
    CONSTRAINT "ShippingPrice_amount_check" CHECK ("amount" >= 0)
);

-- AddForeignKey
ALTER TABLE "ShippingPrice" ADD CONSTRAINT "ShippingPrice_rateKey_fkey" FOREIGN KEY ("rateKey") REFERENCES "ShippingRate"("key") ON DELETE RESTRICT ON UPDATE CASCADE;
