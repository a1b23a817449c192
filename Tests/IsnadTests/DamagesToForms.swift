import Foundation

/// What an editor, a spreadsheet or a tool may do to the form of a data file. All checksums are right.
let formDamages: [Damage] = [
  .hidden("a table without its byte order mark", bytesOf: "data/csv/events.csv", "form-bom", line: 1) {
    Array($0.dropFirst(3))
  },
  .hidden("lines with a byte order mark", bytesOf: "data/jsonl/events.jsonl", "form-bom", line: 1) {
    [0xEF, 0xBB, 0xBF] + $0
  },
  .hidden("a document with a byte order mark", bytesOf: "data/xml/dataset.xml", "form-bom", line: 1) {
    [0xEF, 0xBB, 0xBF] + $0
  },
  .hidden("LF for CRLF in a table", bytesOf: "data/csv/events.csv", "form-line-end", line: 1) {
    $0.filter { $0 != 0x0D }
  },
  .hidden(
    "one LF for CRLF in a table", in: "data/csv/entities.csv", "\r\n\"ent-00000000000000e2", "\n\"ent-00000000000000e2",
    "form-line-end", line: 2),
  .hidden("CRLF for LF in lines", bytesOf: "data/jsonl/entities.jsonl", "form-line-end", line: 1) {
    $0.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
  },
  .hidden("CRLF for LF in a document", bytesOf: "data/xml/dataset.xml", "form-line-end", line: 1) {
    $0.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
  },
  .hidden("a last line without its end", bytesOf: "data/jsonl/events.jsonl", "form-last-line", line: 3) {
    $0.dropLast()
  },
  .hidden("a table whose last row has no end", bytesOf: "data/csv/claims.csv", "form-last-line", line: 3) {
    $0.dropLast(2)
  },
  .hidden("a text without quotation marks", in: "data/csv/events.csv", "\"phone\"", "phone", "form-quote", line: 2),
  .hidden(
    "spaces between members", in: "data/jsonl/events.jsonl", ",\"mode\":\"visit\"", ", \"mode\": \"visit\"",
    "form-json", line: 2),
  .hidden(
    "a number in another form", in: "data/jsonl/events.jsonl", "\"confidence\":70", "\"confidence\":7e1", "form-json",
    line: 1),
  .hidden("a character as an escape", in: "data/jsonl/events.jsonl", "السلام", "\\u0627لسلام", "form-json", line: 1),
  .hidden("an empty line", in: "data/jsonl/events.jsonl", "\n", "\n\n", "json-unexpected-end", line: 2),
  .hidden("two records on a line", in: "data/jsonl/events.jsonl", "\n", " ", "json-trailing-content", line: 1),
  .hidden(
    "a key twice", in: "data/jsonl/events.jsonl", "\"type\":", "\"type\":\"AID\",\"type\":", "json-duplicate-key",
    line: 1),
  .hidden("a lone surrogate", in: "data/jsonl/events.jsonl", "السلام", "\\ud800", "json-lone-surrogate", line: 1),
  .hidden("lines that are not UTF-8", bytesOf: "data/jsonl/entities.jsonl", "json-invalid-utf8", line: 1) {
    $0.map { $0 == 0xD9 ? 0xFF : $0 }
  },
  .hidden("a table that is not UTF-8", bytesOf: "data/csv/entities.csv", "table-utf8", line: 2) {
    $0.map { $0 == 0xD9 ? 0xFF : $0 }
  },
  .hidden("a document that is not UTF-8", bytesOf: "data/xml/dataset.xml", "xml-malformed") {
    $0.map { $0 == 0xD9 ? 0xFF : $0 }
  },
  .hidden("an empty table", bytesOf: "data/csv/events.csv", "table-header", line: 1) { _ in [] },
  .hidden("an empty file of lines", bytesOf: "data/jsonl/events.jsonl", "parity-extra", file: "data/xml/dataset.xml") {
    _ in []
  },
  .hidden("an empty document", bytesOf: "data/xml/dataset.xml", "xml-malformed", line: 1) { _ in [] },
  .hidden(
    "a document type declaration", in: "data/xml/dataset.xml", "<dataset", "<!DOCTYPE dataset>\n<dataset",
    "xml-doctype", line: 2),
  .hidden("an entity", in: "data/xml/dataset.xml", "<topic>السلام", "<topic>&peace;", "xml-malformed"),
  .hidden(
    "an entity that reads a file", in: "data/xml/dataset.xml", "<dataset",
    "<!DOCTYPE dataset [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><dataset", "xml-doctype", line: 2),
  .hidden("an open element", in: "data/xml/dataset.xml", "</topic>", "", "xml-malformed"),
  .hidden(
    "an open quotation mark", in: "data/csv/claims.csv", "\"denies\"", "\"denies", "csv-text-after-quote", line: 3),
  .hidden("a quotation mark within a bare cell", in: "data/csv/events.csv", ",70,", ",7\"0,", "csv-quote", line: 2),
  .hidden("a row with a cell too many", in: "data/csv/events.csv", ",70,", ",70,1,", "table-row", line: 2),
  .hidden("a column of another name", in: "data/csv/events.csv", "\"status\"", "\"stat\"", "table-header", line: 1),
  .hidden(
    "a formula without its guard", in: "data/csv/events.csv", "\"'=1+2", "\"=1+2", "parity-value", line: 2, "topics"),
]
