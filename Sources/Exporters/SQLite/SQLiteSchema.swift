/// The tables and views of the database. Comments inside the statements stay in the file, for whoever opens it.
enum SQLiteSchema {
  /// What `PRAGMA user_version` says; it changes with the schema.
  static let version = 1
  /// What `PRAGMA application_id` says: `Isna`.
  static let application = 0x4973_6E61

  /// The statements before the first record.
  static let tables = """
    CREATE TABLE articles( -- One row an article, in canonical order; offsets count code points of the document's text.
      id TEXT PRIMARY KEY NOT NULL, document TEXT NOT NULL, path TEXT NOT NULL, record INTEGER, sha256 TEXT NOT NULL,
      bytes INTEGER NOT NULL, encoding TEXT NOT NULL, encoding_basis TEXT NOT NULL, media_type TEXT NOT NULL,
      segment INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, language TEXT NOT NULL, headline TEXT,
      deck TEXT, byline TEXT, outlet TEXT, url TEXT, published TEXT, published_earliest TEXT, published_latest TEXT,
      published_basis TEXT NOT NULL, paragraphs INTEGER NOT NULL, sentences INTEGER NOT NULL, words INTEGER NOT NULL,
      copy_of TEXT REFERENCES articles(id), text TEXT) STRICT;
    CREATE TABLE recurrences( -- The other documents in which the very same article was met.
      article TEXT NOT NULL REFERENCES articles(id), position INTEGER NOT NULL, document TEXT NOT NULL,
      path TEXT NOT NULL, record INTEGER, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL, encoding TEXT NOT NULL,
      encoding_basis TEXT NOT NULL, media_type TEXT NOT NULL, segment INTEGER NOT NULL,
      PRIMARY KEY(article, position)) STRICT;
    CREATE TABLE removals( -- What in an article's range is not article text.
      article TEXT NOT NULL REFERENCES articles(id), position INTEGER NOT NULL, start INTEGER NOT NULL,
      "end" INTEGER NOT NULL, reason TEXT NOT NULL, PRIMARY KEY(article, position)) STRICT;
    CREATE TABLE entities( -- One row an actor or place.
      id TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, name_en TEXT, wikidata TEXT, country TEXT,
      sector TEXT, masked_reason TEXT, masked_count INTEGER) STRICT;
    CREATE TABLE aliases( -- Other names of an entity that were met.
      entity TEXT NOT NULL REFERENCES entities(id), position INTEGER NOT NULL, alias TEXT NOT NULL,
      PRIMARY KEY(entity, position)) STRICT;
    CREATE TABLE events( -- One row an event, in canonical order; the place is the entity's, as it stands there.
      id TEXT PRIMARY KEY NOT NULL, type TEXT NOT NULL, mode TEXT, cameo TEXT NOT NULL, status TEXT NOT NULL,
      contested INTEGER NOT NULL CHECK(contested IN (0, 1)), confidence INTEGER NOT NULL,
      part_of TEXT REFERENCES events(id), date TEXT, earliest TEXT, latest TEXT, precision TEXT, date_expression TEXT,
      date_resolved_by TEXT, place TEXT REFERENCES entities(id), place_name TEXT, place_name_en TEXT,
      place_country TEXT, count INTEGER, count_relation TEXT, corroboration_articles INTEGER NOT NULL,
      corroboration_outlets INTEGER NOT NULL, corroboration_named_sources INTEGER NOT NULL,
      corroboration_anonymous_sources INTEGER NOT NULL) STRICT;
    CREATE TABLE topics( -- What an event was about.
      event TEXT NOT NULL REFERENCES events(id), position INTEGER NOT NULL, topic TEXT NOT NULL,
      PRIMARY KEY(event, position)) STRICT;
    CREATE TABLE participants( -- Who took part; the entity has its name.
      event TEXT NOT NULL REFERENCES events(id), position INTEGER NOT NULL,
      entity TEXT NOT NULL REFERENCES entities(id), role TEXT NOT NULL, PRIMARY KEY(event, position)) STRICT;
    CREATE TABLE surfaces( -- The forms that mentions of a participant have.
      event TEXT NOT NULL, participant INTEGER NOT NULL, position INTEGER NOT NULL, surface TEXT NOT NULL,
      PRIMARY KEY(event, participant, position),
      FOREIGN KEY(event, participant) REFERENCES participants(event, position)) STRICT;
    CREATE TABLE claims( -- One source's stance on one event.
      id TEXT PRIMARY KEY NOT NULL, event TEXT NOT NULL REFERENCES events(id), position INTEGER NOT NULL,
      article TEXT NOT NULL REFERENCES articles(id), stance TEXT NOT NULL, scope TEXT NOT NULL, speech TEXT NOT NULL,
      date TEXT, earliest TEXT, latest TEXT, precision TEXT, date_expression TEXT, date_resolved_by TEXT,
      quoted TEXT NOT NULL REFERENCES articles(id), start INTEGER NOT NULL, "end" INTEGER NOT NULL,
      quote TEXT NOT NULL, UNIQUE(event, position)) STRICT;
    CREATE TABLE chain( -- Who passed a claim on, from the nearest to the origin.
      claim TEXT NOT NULL REFERENCES claims(id), position INTEGER NOT NULL, name TEXT NOT NULL, name_en TEXT,
      entity TEXT REFERENCES entities(id), named INTEGER NOT NULL CHECK(named IN (0, 1)), verb TEXT,
      PRIMARY KEY(claim, position)) STRICT;
    CREATE TABLE evidence( -- Quotations that support an event, or the date of publication of an article.
      id INTEGER PRIMARY KEY, event TEXT REFERENCES events(id), published TEXT REFERENCES articles(id),
      position INTEGER NOT NULL, article TEXT NOT NULL REFERENCES articles(id), start INTEGER NOT NULL,
      "end" INTEGER NOT NULL, quote TEXT NOT NULL, CHECK((event IS NULL) <> (published IS NULL)),
      UNIQUE(event, position), UNIQUE(published, position)) STRICT;
    CREATE TABLE spellings( -- Every word that is printed in a quotation or a text, and its folded form, which indexes have.
      word TEXT PRIMARY KEY NOT NULL, folded TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE VIRTUAL TABLE quote_index USING fts5(folded, content='', tokenize='unicode61 remove_diacritics 0');
    CREATE VIRTUAL TABLE text_index USING fts5(folded, content='', tokenize='unicode61 remove_diacritics 0');
    """

  /// The statements after the last record: indexes for joins, and views.
  static let end = """
    INSERT INTO quote_index(quote_index) VALUES('optimize');
    INSERT INTO text_index(text_index) VALUES('optimize');
    CREATE INDEX claims_by_article ON claims(article);
    CREATE INDEX chain_by_entity ON chain(entity);
    CREATE INDEX evidence_by_article ON evidence(article);
    CREATE INDEX participants_by_entity ON participants(entity);
    CREATE VIEW timeline AS -- Events by day, with who took part.
      SELECT e.id, e.date, e.earliest, e.latest, e.type, e.mode, e.status, e.contested,
        (SELECT group_concat(name, ' | ') FROM (SELECT n.name FROM participants p JOIN entities n ON n.id = p.entity
          WHERE p.event = e.id ORDER BY p.position)) AS participants, e.place_name AS place
      FROM events e ORDER BY e.earliest IS NULL AND e.latest IS NULL, e.earliest, e.id;
    CREATE VIEW claim_sources AS -- Each claim with its origin: the end of its chain, else the article's outlet.
      SELECT c.id AS claim, c.event, c.stance, c.scope, c.quote, c.article,
        coalesce((SELECT name FROM chain l WHERE l.claim = c.id ORDER BY l.position DESC LIMIT 1), a.outlet) AS source
      FROM claims c LEFT JOIN articles a ON a.id = c.article;
    CREATE VIEW contested_events AS -- What one source says and another denies, a row for each claim.
      SELECT e.id AS event, e.date, e.type, e.status, s.source, s.stance, s.scope, s.quote
      FROM events e JOIN claim_sources s ON s.event = e.id WHERE e.contested = 1 ORDER BY e.rowid, s.claim;
    CREATE VIEW stances_by_source AS -- How many claims of each stance a source makes.
      SELECT source, stance, count(*) AS claims FROM claim_sources GROUP BY source, stance ORDER BY source, stance;
    CREATE VIEW contacts AS -- How many events two entities share, and between which days.
      SELECT a.entity AS first, x.name AS first_name, b.entity AS second, y.name AS second_name,
        count(DISTINCT e.id) AS events, min(e.earliest) AS earliest, max(e.latest) AS latest
      FROM participants a JOIN participants b ON b.event = a.event AND b.entity > a.entity
      JOIN events e ON e.id = a.event JOIN entities x ON x.id = a.entity JOIN entities y ON y.id = b.entity
      GROUP BY a.entity, b.entity ORDER BY events DESC, first, second;
    CREATE VIEW quote_search AS -- WHERE word = 'ايران' finds every spelling of the word in quotations.
      SELECT s.word, e.event, e.published, e.article, e.start, e."end", e.quote
      FROM spellings s JOIN quote_index q ON q.folded MATCH '"' || s.folded || '"' JOIN evidence e ON e.id = q.rowid;
    CREATE VIEW text_search AS -- WHERE word = 'ايران' finds every spelling of the word in texts.
      SELECT s.word, a.id AS article, a.headline
      FROM spellings s JOIN text_index t ON t.folded MATCH '"' || s.folded || '"' JOIN articles a ON a.rowid = t.rowid;
    """
}
