-- What a product is found by is made anew: numbers and what they measure are words of their own, "50克" as "50 克".
UPDATE "Product" SET "listedEdition" = NULL;
