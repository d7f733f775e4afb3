-- The conversation and the pages of a suggestion. Of those that are here already nobody knows them: each begins its own.
ALTER TABLE suggestion ADD COLUMN conversation TEXT NOT NULL DEFAULT '';
ALTER TABLE suggestion ADD COLUMN links TEXT NOT NULL DEFAULT '[]';
UPDATE suggestion SET conversation = id;
CREATE INDEX suggestion_by_conversation ON suggestion (conversation);

CREATE TABLE suggestion_link (
  link TEXT NOT NULL,
  id   TEXT NOT NULL,
  PRIMARY KEY (link, id)
);
CREATE INDEX suggestion_link_by_id ON suggestion_link (id);
