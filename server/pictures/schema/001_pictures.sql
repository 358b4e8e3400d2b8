-- Pictures of products, each drawn in four widths. The files may be taken away by their owner before these rows are.
CREATE TABLE product_images (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    product_id @id NOT NULL REFERENCES products (id) ON DELETE RESTRICT,
    alt_text TEXT NOT NULL CHECK (length(alt_text) BETWEEN 1 AND 200),
    display_order @int NOT NULL CHECK (display_order BETWEEN 0 AND 1000),
    small @id NOT NULL,
    medium @id NOT NULL,
    large @id NOT NULL,
    largest @id NOT NULL,
    added_at @int NOT NULL
) @strict;
CREATE INDEX product_images_of_product ON product_images (product_id, display_order, id);
CREATE INDEX product_images_of_file ON product_images (largest);
