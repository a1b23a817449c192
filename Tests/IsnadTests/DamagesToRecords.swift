import Foundation

/// What somebody may do to the records themselves, in one format or in all. All checksums are right.
let recordDamages: [Damage] = [
  .hidden(
    "a changed cell", in: "data/csv/events.csv", "\"occurred\"", "\"planned\"", "parity-value", line: 2, "status"),
  .hidden(
    "a changed cell of a participant", in: "data/csv/participants.csv", "\"recipient\"", "\"both\"", "parity-value",
    line: 3, "role"),
  .hidden(
    "a changed cell of a claim", in: "data/csv/claims.csv", "\"denies\"", "\"doubts\"", "parity-value", line: 3,
    "stance"),
  .hidden(
    "a changed cell of a quotation", in: "data/csv/evidence.csv", "سيزور أحمد", "سيزور احمد", "parity-value", line: 3,
    "quote"),
  .hidden(
    "a changed cell of an entity", in: "data/csv/entities.csv", "\"Ahmad\"", "\"Ahmed\"", "parity-value", line: 2,
    "name_en"),
  .hidden(
    "a changed cell of an article", in: "data/csv/articles.csv", "خبر", "خير", "parity-value", line: 2, "headline"),
  .hidden(
    "a changed value in lines alone", in: "data/jsonl/events.jsonl", "\"confidence\":50", "\"confidence\":51",
    "parity-value", file: "data/csv/events.csv", line: 3, "confidence"),
  .hidden(
    "a changed value in lines, seen from the document", in: "data/jsonl/events.jsonl", "\"confidence\":50",
    "\"confidence\":51", "parity-value", file: "data/xml/dataset.xml", "/confidence"),
  .hidden(
    "a changed attribute", in: "data/xml/dataset.xml", "role=\"recipient\"", "role=\"both\"", "parity-value",
    "/participants/1/role"),
  .hidden("a changed element", in: "data/xml/dataset.xml", "<topic>السلام", "<topic>سلام", "parity-value", "/topics/1"),
  .hidden(
    "a null that became a text", in: "data/jsonl/entities.jsonl", "\"wikidata\":null", "\"wikidata\":\"Q79\"",
    "parity-value", file: "data/csv/entities.csv", line: 2, "wikidata"),
  Damage("a removed row", "parity-value", "data/csv/participants.csv", line: 3) {
    try $0.lines("data/csv/participants.csv") { Array($0[..<2] + $0[3...]) }
    try DamageSample.reseal($0)
  },
  Damage("a removed last row", "parity-missing", "data/csv/participants.csv", line: 5) {
    try $0.lines("data/csv/participants.csv") { $0.dropLast() }
    try DamageSample.reseal($0)
  },
  Damage("a row too many", "parity-extra", "data/csv/evidence.csv", line: 5) {
    try $0.lines("data/csv/evidence.csv") { $0 + [$0[3].replacing("\",1,", with: "\",2,")] }
    try DamageSample.reseal($0)
  },
  Damage("swapped rows", "parity-value", "data/csv/events.csv", line: 2, "id") {
    try $0.lines("data/csv/events.csv") { [$0[0], $0[2], $0[1]] + $0[3...] }
    try DamageSample.reseal($0)
  },
  Damage("swapped lines", "record-order", "data/jsonl/events.jsonl", line: 2) {
    try $0.lines("data/jsonl/events.jsonl") { [$0[1], $0[0]] + $0[2...] }
    try DamageSample.reseal($0)
  },
  Damage("swapped lines of articles", "record-order", "data/jsonl/articles.jsonl", line: 2) {
    try $0.lines("data/jsonl/articles.jsonl") { [$0[1], $0[0]] }
    try DamageSample.reseal($0)
  },
  Damage("a removed line", "parity-missing", "data/xml/dataset.xml") {
    try $0.lines("data/jsonl/events.jsonl") { [$0[0], $0[2]] }
    try DamageSample.reseal($0)
  },
  Damage("a removed line, by the provenance", "provenance-count", "provenance.json", "/counts/events") {
    try $0.lines("data/jsonl/events.jsonl") { [$0[0], $0[2]] }
    try DamageSample.reseal($0)
  },
  .hidden(
    "a row that refers to nothing", in: "data/csv/participants.csv", "ent-00000000000000e2", "ent-00000000000000ef",
    "table-foreign-key", line: 3, "entity"),
  .hidden(
    "an event that is part of nothing", in: "data/csv/events.csv", ",\"evt-0000000000000011\"",
    ",\"evt-0000000000000099\"", "table-foreign-key", line: 3, "part_of"),
  .hidden(
    "an id twice in a table", in: "data/csv/entities.csv", "ent-00000000000000e2", "ent-00000000000000e1",
    "table-primary-key", line: 3, "id"),
  .hidden(
    "an id twice in lines", in: "data/jsonl/entities.jsonl", "ent-00000000000000e2", "ent-00000000000000e1",
    "record-duplicate", line: 2, "/id"),
  .hidden(
    "a line that refers to nothing", in: "data/jsonl/events.jsonl", "ent-00000000000000e2", "ent-00000000000000ef",
    "record-reference", line: 1),
  .hidden(
    "an event of lines that is part of nothing", in: "data/jsonl/events.jsonl", "\"part_of\":\"evt-0000000000000011\"",
    "\"part_of\":\"evt-0000000000000099\"", "record-reference", line: 2, "/part_of"),
  .hidden(
    "a quotation of no article", in: "data/jsonl/events.jsonl", "\"evidence\":[{\"article\":\"art-00000000000000a1\"",
    "\"evidence\":[{\"article\":\"art-00000000000000a9\"", "record-reference", line: 1, "/evidence/0/article"),
  .hidden(
    "an element that refers to nothing", in: "data/xml/dataset.xml", "participant entity=\"ent-00000000000000e1\"",
    "participant entity=\"ent-00000000000000ef\"", "xsd-key"),
  .hidden(
    "an id twice in a document", in: "data/xml/dataset.xml", "<entity id=\"ent-00000000000000e2\"",
    "<entity id=\"ent-00000000000000e1\"", "xsd-key"),
  .hidden(
    "a type that there is not, in a table", in: "data/csv/events.csv", "\"CONSULT\"", "\"CONSLT\"", "table-enum",
    line: 2, "type"),
  .hidden(
    "a type that there is not, in lines", in: "data/jsonl/events.jsonl", "\"CONSULT\"", "\"CONSLT\"", "schema-enum",
    line: 1, "/type"),
  .hidden(
    "a type that there is not, in a document", in: "data/xml/dataset.xml", "\"CONSULT\"", "\"CONSLT\"",
    "xsd-enumeration"),
  .hidden(
    "a number that is a text", in: "data/jsonl/events.jsonl", "\"confidence\":70", "\"confidence\":\"70\"",
    "schema-type", line: 1, "/confidence"),
  .hidden(
    "a member that there is not", in: "data/jsonl/events.jsonl", "\"type\":", "\"kind\":1,\"type\":",
    "schema-additional-properties", line: 1),
  .hidden("a day that there is not", in: "data/csv/events.csv", ",2020-02-01", ",2020-02-31", "table-type", line: 3),
  Damage(
    "a quotation of another length in all formats", "record-quote", "data/jsonl/events.jsonl", line: 2,
    "/evidence/0/quote"
  ) {
    for name in ["csv/events.csv", "csv/evidence.csv", "jsonl/events.jsonl", "xml/dataset.xml"] {
      try $0.replace("data/" + name, "سيزور أحمد", "سيزور أحمد مصر")
    }
    try DamageSample.reseal($0)
  },
  Damage("the events of another export in one format", "parity-value", "data/csv/events.csv", line: 2, "confidence") {
    try $0.replace("data/jsonl/events.jsonl", "\"confidence\":70", "\"confidence\":71")
    try $0.replace("data/xml/dataset.xml", "confidence=\"70\"", "confidence=\"71\"")
    try DamageSample.reseal($0)
  },
]
