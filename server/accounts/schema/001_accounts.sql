-- The keys are what is unique: the name and the address in lower case. vendor_id and is_profile_complete repeat what
-- other rows say, in the same transaction, because every sign-in and every listing asks for them.
CREATE TABLE accounts (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    username TEXT NOT NULL CHECK (length(username) BETWEEN 1 AND 150),
    username_key TEXT NOT NULL UNIQUE,
    email TEXT CHECK (length(email) <= 254),
    email_key TEXT UNIQUE,
    phone TEXT CHECK (length(phone) <= 20),
    full_name TEXT CHECK (length(full_name) <= 255),
    photo_id @id REFERENCES stored_files (id) ON DELETE RESTRICT,
    role TEXT NOT NULL CHECK (role IN ('buyer', 'distributor', 'vendor', 'admin')),
    distributor_status TEXT NOT NULL CHECK (distributor_status IN ('none', 'pending', 'approved', 'rejected')),
    is_super_admin @int NOT NULL DEFAULT 0 CHECK (is_super_admin IN (0, 1) AND (is_super_admin = 0 OR role = 'admin')),
    is_active @int NOT NULL DEFAULT 0 CHECK (is_active IN (0, 1)),
    is_verified @int NOT NULL DEFAULT 0 CHECK (is_verified IN (0, 1)),
    is_phone_verified @int NOT NULL DEFAULT 0 CHECK (is_phone_verified IN (0, 1)),
    is_banned @int NOT NULL DEFAULT 0 CHECK (is_banned IN (0, 1)),
    ban_reason TEXT,
    language TEXT NOT NULL,
    is_profile_complete @int NOT NULL DEFAULT 0 CHECK (is_profile_complete IN (0, 1)),
    vendor_id @id,
    permissions TEXT NOT NULL DEFAULT '[]',
    date_joined @int NOT NULL,
    last_login @int,
    updated_at @int NOT NULL DEFAULT 0
) @strict;

CREATE TABLE addresses (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    account_id @id NOT NULL REFERENCES accounts (id) ON DELETE RESTRICT,
    address_type TEXT NOT NULL CHECK (address_type IN ('home', 'office', 'other')),
    recipient_name TEXT NOT NULL CHECK (length(recipient_name) BETWEEN 1 AND 255),
    recipient_phone TEXT NOT NULL,
    flat_number TEXT,
    street_address TEXT NOT NULL CHECK (length(street_address) BETWEEN 1 AND 500),
    landmark TEXT,
    city TEXT NOT NULL,
    pincode TEXT NOT NULL,
    state TEXT NOT NULL,
    country TEXT NOT NULL,
    location TEXT,
    is_default @int NOT NULL CHECK (is_default IN (0, 1)),
    created_at @int NOT NULL,
    updated_at @int NOT NULL
) @strict;
CREATE INDEX addresses_by_account ON addresses (account_id, id);
CREATE UNIQUE INDEX addresses_one_default ON addresses (account_id) WHERE is_default = 1;

-- latitude and longitude repeat location for searching; can_sell is approved, active and not banned (C31).
CREATE TABLE vendors (
    id @id NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    account_id @id NOT NULL UNIQUE REFERENCES accounts (id) ON DELETE RESTRICT,
    store_name TEXT NOT NULL CHECK (length(store_name) BETWEEN 1 AND 255),
    store_key TEXT NOT NULL UNIQUE,
    owner_name TEXT,
    business_email TEXT CHECK (length(business_email) <= 254),
    business_phone TEXT CHECK (length(business_phone) <= 20),
    description TEXT,
    logo_id @id REFERENCES stored_files (id) ON DELETE RESTRICT,
    banner_id @id REFERENCES stored_files (id) ON DELETE RESTRICT,
    street_address TEXT,
    city TEXT,
    pincode TEXT,
    state TEXT,
    region TEXT,
    location TEXT,
    latitude @real CHECK (latitude BETWEEN -90 AND 90),
    longitude @real CHECK (longitude BETWEEN -180 AND 180),
    is_open @int NOT NULL DEFAULT 1 CHECK (is_open IN (0, 1)),
    kyc_status TEXT NOT NULL DEFAULT 'none' CHECK (kyc_status IN ('none', 'pending', 'approved', 'rejected')),
    kyc_reason TEXT,
    status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'inactive', 'suspended')),
    radius_km @int CHECK (radius_km > 0),
    commission_rate @int CHECK (commission_rate BETWEEN 0 AND 10000),
    can_sell @int NOT NULL DEFAULT 0 CHECK (can_sell IN (0, 1)),
    created_at @int NOT NULL,
    updated_at @int NOT NULL DEFAULT 0,
    CHECK ((latitude IS NULL) = (longitude IS NULL) AND (latitude IS NULL) = (location IS NULL))
) @strict;
CREATE INDEX vendors_by_place ON vendors (can_sell, latitude, longitude);
CREATE INDEX vendors_by_region ON vendors (region);
