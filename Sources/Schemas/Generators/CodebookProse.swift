/// What the codebook says beyond the description of the model.
enum CodebookProse {
  static let introduction = """
    # Codebook

    What every record, field, value and column of an export means. This file, the JSON Schemas, the XML Schema and the
    Table Schemas beside it are generated from one description of the event model, so that they cannot disagree.

    ## Conventions

    - **One event, many mentions.** An event is merged over all its mentions in all articles; each mention stays as a
      quotation. A visit and the meeting held during it are two events. “Five calls” is one event with a count of five;
      where a text divides a number (18 = 6 + 12), the parts are events of their own that name the whole in `part_of`.
    - **Statements are claims.** To say, affirm or deny is no event here but a claim on the event that it speaks about,
      with the chain of who told it to whom. CAMEO's codes 01x therefore never occur.
    - **Offsets** (`start`, `end`) count Unicode code points from the beginning of the decoded document text, after a
      leading byte order mark is removed and before any other change; CR LF are two; the end is exclusive. In Python:
      `open(path, encoding="utf-8-sig", newline="").read()[start:end] == quote`. For a line of a JSON Lines file the
      document text is the value of `text`; for HTML it is the text that the reader extracts. `--with-text` exports it.
    - **Ids** are a prefix that names the kind and 16 hexadecimal digits of a SHA-256 digest of content: for an event its
      type, mode, sorted participants, date and place, and the words of its first quotation where it has no date and at
      most one participant by name; for an article its kept text, white space aside, and its outlet. No counter, clock,
      path or machine goes in: the same input gives the same ids in any order of files. They begin with letters because
      spreadsheets read `12e45678` as a number.
    - **The same event in two articles.** Type, mode, days and places must be able to be of one event (a country and a city
      in it, a month and a day of it), and the named participants the same or one article's among the other's; a people
      and its state are one side, and so are, on one day in one place, two states and those who act for them. Contacts
      that go on between two are one, dated or not. What one article keeps apart stays apart.
    - **Absence** is null in JSON Lines, an omitted attribute or element in XML, an empty cell in CSV; never an empty
      text. Lists are never null; an empty list has no items.
    - **Names** are printed as the articles print them, in the preferred Arabic form; English names only where known.
    - **The same article twice.** Two articles with the same kept text, white space aside, in the same outlet are one: it is
      exported once, with the document that tells best when it was published (of several the one that sorts first), and
      `also_in` names the others.
    - **Copies.** What an agency writes is printed by many. Of two bodies (their paragraphs), one is a copy of the other
      where at least nine tenths of the runs of five words of the shorter body stand in the longer one, which is at most
      twice as long; words are folded as for look-up, and bodies of fewer than 20 such runs are left alone. Containment is
      asked, not resemblance (A. Broder, “On the resemblance and containment of documents”, 1997), because who takes over
      a text cuts it or adds a paragraph; the limit of length keeps a note apart from the report that quotes it whole. Up
      to 448 runs it is exact, above it is estimated from the 448 smallest hashes. Copies of copies are one group. Its
      original is the article published first: the one whose last possible day of publication comes first; of several an
      agency's, then the one whose document sorts first. `copy_of` names the original, never a copy. A copy keeps its own quotations and claims,
      but `corroboration` counts an original and its copies as one voice.
    - **Order**: articles by document id, then segment; entities by id; events by earliest day (unknown last), then id.

    ## Formats

    - **JSON Lines**: one object a line, fields in the order of the lists below, U+2028 and U+2029 escaped, so that a line
      is a line for every reader; numbers as in RFC 8785; no byte order mark.
    - **XML**: one document in the namespace `urn:isnad:dataset:1`. Ids, numbers, days, codes and truth values are
      attributes; texts, records and lists are elements of the same names. A character that XML 1.0 forbids (most control
      characters, U+FFFE, U+FFFF) is replaced by U+FFFD, and the export reports how many were.
    - **CSV**: see [Tables](#tables).

    ## Status and stance

    `status` sums up what the articles say of an event; `claims` keep who says what. Tense and negation are in `status`:
    PLOVER has auxiliary modes for them that no data set fills. An announced meeting is CONSULT with the status `planned`,
    a wish to meet is CONSULT with the status `requested`, a refusal to meet is REJECT with the mode `meet`. An event
    that one claim asserts and another denies keeps the status that the reporting gives it and is `contested`; it is
    `denied` only where nobody asserts it. A denial of the topic, the extent or the character of a contact leaves the
    contact itself standing: see `scope`.

    ## Confidence

    `confidence` says in percent how likely the words were read rightly: that they tell of an event of this type, and that
    at least half of its participants are the right ones. It follows from the other fields alone: the type, whether the
    mode, the day and the place are known, how many participants are named, whether the event is told again, in other
    articles or by a source. The points for each are in `Confidence.swift`, fitted on 285 events of 66 annotated articles
    with `Benchmarks/confidence.py`; of those with 80 or more, 92 % were right, of those from 60 to 79 73 %, of those
    below 38 %. Other news than foreign politics has more events that are none, so that its shares are lower. It is no
    measure of truth: a false rumour may be read with confidence, and `claims` tell who vouches for it.

    """

  static let ontology = """

    ## Where PLOVER leaves a choice

    Types, modes and sectors are those of PLOVER, the Political Language Ontology for Verifiable Event Records (draft 2.0,
    https://github.com/openeventdata/PLOVER), in our own words. Its manual and its conversion table from CAMEO contradict
    each other in places. Here each is settled once:

    | matter | choice |
    |---|---|
    | CAMEO 163 (embargoes, sanctions): COERCE in the table, SANCTION in the manual | SANCTION, mode `discontinue` |
    | CAMEO 116 (finding guilty): ACCUSE in the table, SANCTION in the manual | SANCTION, mode `convict` |
    | CAMEO 20 (mass violence): a type FIGHT that is defined nowhere | ASSAULT |
    | modes that the manual does not list for a type: ban, political | `restrict` |
    | the same: assassinate | `targeted` |
    | the same: return | `release` |
    | the same: ease, seize in ASSAULT, massacre, cleansing, pro_autocracy | no mode |
    | CONSULT's modes visit, phone, third-party, multilateral mix channel with place | channels only: `phone meeting \
    visit message talks mediation unspecified` |
    | CAMEO 01x (statements, denials, no comment), which have no type | claims, not events |
    | CAMEO 02x (appeals), which have no type | REQUEST |
    | SANCTION is material in its section and verbal in the table of quads | quads are not exported |
    | the sign of ACCUSE's score, the missing score of `vandalize` | scores are not exported |
    | IGO and NGO stand in the country's place | sectors |
    | MED is health, JRN the news media | kept: news media are `JRN` |

    """

  static let tables = """

    The CSV files hold the same content as the other formats, in six tables. RFC 4180, UTF-8 with a byte order mark
    (none with `--csv-profile plain`), CR LF, a header row. Texts, ids and codes are quoted; numbers, days, `true` and
    `false` are not; an absent value is an empty cell.

    - **Several values in a cell** are joined by ` | ` (space, vertical bar, space). A vertical bar or backslash inside a
      value has a backslash before it. Columns of a row that speak of the same things (`sources` and `stances`; the
      `chain` columns) have the same number of values in the same order.
    - **Formula guard.** Spreadsheets take a text that begins with `=`, `+`, `-` or `@` for a formula. A text that, after
      any leading apostrophes and then any characters that are not seen, goes on with one of `= + - @` TAB CR LF or the
      full-width `＝ ＋ － ＠` has one apostrophe more at its beginning. To get every text back exactly, take one apostrophe
      off where the rest of the cell still fits that description. Not seen are all other characters of the Unicode
      categories Zs, Zl, Zp, Cc and Cf, and U+034F, U+115F, U+1160, U+17B4, U+17B5, U+180B–180F, U+2065, U+2800, U+3164,
      U+FE00–FE0F, U+FFA0, U+FFF0–FFFB and U+E0000–E0FFF.
    - **CAMEO codes** begin with a zero, which a spreadsheet drops unless the column is imported as text.

    """
}
