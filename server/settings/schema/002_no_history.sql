-- Every change stands in the audit log, which is what people read.
DROP TABLE settings_history;
