-- What each receiver was told of each alert: its opening, or its end.
CREATE TABLE delivery (
  receiver TEXT NOT NULL,
  alert_id TEXT NOT NULL,
  told     TEXT NOT NULL,
  PRIMARY KEY (receiver, alert_id)
);
