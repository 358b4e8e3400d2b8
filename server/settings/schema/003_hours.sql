-- Lifetimes of sessions are said in hours now, 720 at most; what somebody chose in days holds on.
UPDATE settings SET key = replace(key, 'refresh_ttl_days', 'refresh_ttl_hours'),
    value = CASE WHEN CAST(value AS @int) > 30 THEN '720' ELSE CAST(CAST(value AS @int) * 24 AS TEXT) END
    WHERE key IN ('auth.refresh_ttl_days', 'auth.vendor_refresh_ttl_days', 'auth.admin_refresh_ttl_days');
